/** What a word's or an affix's flags say beyond naming affixes, as bits. */
export const Mark = {
  needAffix: 1,
  onlyInCompound: 2,
  forbidden: 4,
  keepCase: 8,
  noSuggest: 16,
  circumfix: 32,
  compoundBegin: 64,
  compoundMiddle: 128,
  compoundEnd: 256,
  compoundPermit: 512,
  compoundForbid: 1024,
} as const;

/** Directives of the affix file that name a flag, with what the flag then marks. */
export const MARK_DIRECTIVES: Readonly<Record<string, number>> = {
  NEEDAFFIX: Mark.needAffix,
  PSEUDOROOT: Mark.needAffix,
  ONLYINCOMPOUND: Mark.onlyInCompound,
  FORBIDDENWORD: Mark.forbidden,
  KEEPCASE: Mark.keepCase,
  NOSUGGEST: Mark.noSuggest,
  CIRCUMFIX: Mark.circumfix,
  COMPOUNDFLAG: Mark.compoundBegin | Mark.compoundMiddle | Mark.compoundEnd,
  COMPOUNDBEGIN: Mark.compoundBegin,
  COMPOUNDMIDDLE: Mark.compoundMiddle,
  COMPOUNDEND: Mark.compoundEnd,
  COMPOUNDLAST: Mark.compoundEnd,
  COMPOUNDPERMITFLAG: Mark.compoundPermit,
  COMPOUNDFORBIDFLAG: Mark.compoundForbid,
};

/**
 * How a form may be used, as bits. They are permissions, so that those of a form that several stems yield are joined
 * by "or".
 */
export const Use = {
  /** As a word of its own. */
  alone: 1,
  /** As the first, a middle or the last part of a closed compound. */
  begin: 2,
  middle: 4,
  end: 8,
  /** Capitalised at a sentence's start and in capitals; without it only as the dictionary spells it. */
  recased: 16,
  /** As a correction; without it known, but never to be proposed (offensive words). */
  offered: 32,
} as const;

/**
 * How a form may be used, by the marks of its stem, its prefix, the suffix next to the stem and the one after that
 * (undefined where there is none); 0 when it cannot be used at all.
 */
export function usesOf(
  stem: number,
  prefix: number | undefined,
  inner: number | undefined,
  outer: number | undefined,
): number {
  const last = outer ?? inner;
  const suffixes = (inner ?? 0) | (outer ?? 0);
  const all = stem | suffixes | (prefix ?? 0);
  if (((suffixes ^ (prefix ?? 0)) & Mark.circumfix) !== 0) return 0;
  // An affix that needs another one is content with the other side's, if that one can stand alone.
  if ((last ?? prefix ?? stem) & (last === undefined ? Mark.needAffix : Mark.needAffix & (prefix ?? -1)))
    return 0;
  let uses = (all & Mark.onlyInCompound) === 0 ? Use.alone : 0;
  // The mark forbids the very form that bears it: a bare stem's does not hold for its affixed forms.
  const bearer = last === undefined && prefix === undefined ? stem : suffixes | (prefix ?? 0);
  if ((bearer & Mark.compoundForbid) === 0) {
    const roles = stem | (inner ?? prefix ?? 0);
    // Inside of a compound no affix stands between two parts, unless it is marked as permitted there; never two suffixes.
    const open = outer === undefined && ((inner ?? -1) & Mark.compoundPermit) !== 0;
    if (open && (roles & Mark.compoundBegin) !== 0) uses |= Use.begin;
    if (open && (roles & Mark.compoundMiddle) !== 0) uses |= Use.middle;
    // Suffixes only for compounds link a part to the next one, so they do not end the last.
    const shut = ((prefix ?? -1) & Mark.compoundPermit) !== 0 && (suffixes & Mark.onlyInCompound) === 0;
    if (shut && (roles & Mark.compoundEnd) !== 0) uses |= Use.end;
  }
  if (uses === 0) return 0;
  if ((all & Mark.keepCase) === 0) uses |= Use.recased;
  if ((all & Mark.noSuggest) === 0) uses |= Use.offered;
  return uses;
}
