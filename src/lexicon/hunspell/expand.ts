import { type Affix, type AffixFile, type AffixGroup, parseAffixFile } from './affix-file.js';
import { beginsAs, endsAs } from './condition.js';
import { HunspellError } from './error.js';
import { Mark, usesOf } from './marks.js';
import { type Paradigm, paradigms } from './paradigm.js';
import { parseWordFile, type Stem } from './word-file.js';

/** What to leave out, and how much to put up with. */
export interface ExpandOptions {
  /**
   * Whether affixes that bring an apostrophe are applied: the English 's, the French l', d', qu'. They multiply the
   * forms (French by six) and are easily split off instead. Default true.
   */
  readonly apostrophes?: boolean;
  /** Rules tried for one stem before it is refused. Default 200,000. */
  readonly maxTrials?: number;
  /** Forms of all stems before the dictionary is refused. Default 50 million. */
  readonly maxForms?: number;
}

/** Takes a form and its bits of `Use`; a form comes again for every way to make it. */
export type FormVisitor = (form: string, uses: number) => void;

/** Longer words are none (Hunspell's own limit), and hostile affixes cannot pile up. UTF-16 units. */
const LONGEST_FORM = 100;

/**
 * Visits the forms that a Hunspell dictionary accepts: stems with up to two suffixes and a prefix (or two prefixes and a
 * suffix), by the text of its two files. Not covered are COMPOUNDRULE (English ordinals) and conversions of the input.
 * @throws {HunspellError} for a line that cannot be read, and for one that yields too much.
 */
export function expandHunspell(
  affix: string,
  words: string,
  visit: FormVisitor,
  options: ExpandOptions = {},
): void {
  expandStems(parseAffixFile(affix), [...parseWordFile(words)], visit, options);
}

/** As `expandHunspell`, of files that have been read; tells the words that the dictionary forbids. */
export function expandStems(
  file: AffixFile,
  stems: readonly Stem[],
  visit: FormVisitor,
  { apostrophes = true, maxTrials = 200_000, maxForms = 50_000_000 }: ExpandOptions = {},
): { forbidden: ReadonlySet<string> } {
  const paradigmOf = paradigms(file, apostrophes);
  const parsed = stems.map((stem) => paradigmOf.field(stem.flags, stem.line));
  const forbidden = new Set(
    stems.filter((_, index) => (parsed[index] as Paradigm).marks & Mark.forbidden).map(({ word }) => word),
  );
  const twofoldSuffixes = !file.complexPrefixes;
  let line = 0;
  let trials = 0;
  let forms = 0;
  let stemMarks = 0;
  /** Marks of the suffixes of the form that prefixes are put to. */
  let inner: number | undefined;
  let outer: number | undefined;

  for (const [index, stem] of stems.entries()) {
    const paradigm = parsed[index] as Paradigm;
    if (stem.word.length > LONGEST_FORM || paradigm.marks & Mark.forbidden) continue;
    line = stem.line;
    trials = 0;
    stemMarks = paradigm.marks;
    expandStem(stem.word, paradigm);
  }
  return { forbidden };

  function expandStem(word: string, stem: Paradigm): void {
    inner = undefined;
    outer = undefined;
    emit(word, undefined);
    addPrefixes(word, word, stem.prefixes, true);
    for (const group of stem.suffixes) {
      for (const suffix of group.affixes) {
        const form = suffixed(word, suffix);
        if (form !== undefined) expandSuffixed(form, group, paradigmOf.flags(suffix.flags), stem);
      }
    }
  }

  function expandSuffixed(form: string, group: AffixGroup, after: Paradigm, stem: Paradigm): void {
    inner = after.marks;
    outer = undefined;
    emit(form, undefined);
    if (group.cross) {
      addPrefixes(undefined, form, stem.prefixes, true);
      addPrefixes(undefined, form, after.prefixes, true);
    }
    if (!twofoldSuffixes) return;
    for (const second of after.suffixes) {
      for (const suffix of second.affixes) {
        const longer = suffixed(form, suffix);
        if (longer === undefined) continue;
        const last = paradigmOf.flags(suffix.flags);
        outer = last.marks;
        emit(longer, undefined);
        if (!second.cross) continue;
        addPrefixes(undefined, longer, last.prefixes, true);
        if (!group.cross) continue;
        addPrefixes(undefined, longer, stem.prefixes, true);
        addPrefixes(undefined, longer, after.prefixes, true);
      }
    }
    outer = undefined;
  }

  /**
   * Puts prefixes before a form: before a bare stem (`stem` given) all, with the suffixes that a prefix brings; before a
   * form with suffixes those that join with them.
   */
  function addPrefixes(
    stem: string | undefined,
    form: string,
    groups: readonly AffixGroup[],
    first: boolean,
  ): void {
    for (const group of groups) {
      if (stem === undefined && !group.cross) continue;
      for (const prefix of group.affixes) {
        const longer = prefixed(form, prefix);
        if (longer === undefined) continue;
        const after = paradigmOf.flags(prefix.flags);
        emit(longer, after.marks);
        if (file.complexPrefixes && first) addPrefixes(stem, longer, after.prefixes, false);
        if (stem === undefined || !group.cross || !first) continue;
        for (const brought of after.suffixes) {
          if (!brought.cross) continue;
          for (const suffix of brought.affixes) {
            const middle = suffixed(stem, suffix);
            const both = middle === undefined ? undefined : prefixed(middle, prefix);
            if (both === undefined) continue;
            inner = paradigmOf.flags(suffix.flags).marks;
            emit(both, after.marks);
            inner = undefined;
          }
        }
      }
    }
  }

  function emit(form: string, prefixMarks: number | undefined): void {
    const uses = usesOf(stemMarks, prefixMarks, inner, outer);
    if (uses === 0 || forbidden.has(form)) return;
    if (++forms > maxForms) throw new HunspellError('words', line, `more than ${maxForms} forms up to here`);
    visit(form, uses);
  }

  function suffixed(word: string, { strip, addition, condition }: Affix): string | undefined {
    count();
    if (!endsAs(word, condition) || !word.endsWith(strip)) return undefined;
    return grown(word.slice(0, word.length - strip.length), addition, false);
  }

  function prefixed(word: string, { strip, addition, condition }: Affix): string | undefined {
    count();
    if (!beginsAs(word, condition) || !word.startsWith(strip)) return undefined;
    return grown(word.slice(strip.length), addition, true);
  }

  function grown(rest: string, addition: string, before: boolean): string | undefined {
    if (rest === '' && !file.fullStrip) return undefined;
    if (rest.length + addition.length > LONGEST_FORM) return undefined;
    return before ? addition + rest : rest + addition;
  }

  function count(): void {
    if (++trials > maxTrials) {
      throw new HunspellError('words', line, `its affixes have more than ${maxTrials} rules to try`);
    }
  }
}
