import { type Condition, parseCondition } from './condition.js';
import { HunspellError } from './error.js';
import { type FlagStyle, flagStyle, parseFlags, splitFlags } from './flags.js';
import { linesOf } from './lines.js';
import { MARK_DIRECTIVES } from './marks.js';

/** One rule of an affix: takes `strip` off the word's end (suffix) or beginning (prefix) and puts `addition` there. */
export interface Affix {
  readonly strip: string;
  readonly addition: string;
  readonly condition: Condition;
  /** Flags of the form that it makes: further affixes, and marks. */
  readonly flags: readonly number[];
}

/** The rules under one flag. */
export interface AffixGroup {
  /** Whether it joins with affixes of the other side. */
  readonly cross: boolean;
  readonly affixes: Affix[];
}

/** What of an affix file bears on which forms there are. */
export interface AffixFile {
  readonly flagStyle: FlagStyle;
  readonly prefixes: ReadonlyMap<number, AffixGroup>;
  readonly suffixes: ReadonlyMap<number, AffixGroup>;
  /** Bits of `Mark` by flag. */
  readonly marks: ReadonlyMap<number, number>;
  /** Flags that a number in the place of flags stands for, from 1 on (AF). */
  readonly aliases: readonly (readonly number[])[];
  /** Whether prefixes, not suffixes, may be twofold (COMPLEXPREFIXES). */
  readonly complexPrefixes: boolean;
  /** Whether an affix may take the whole word away (FULLSTRIP). */
  readonly fullStrip: boolean;
  /** Shortest part of a compound, in characters, and most parts (COMPOUNDMIN, COMPOUNDWORDMAX). */
  readonly compoundMin: number;
  readonly compoundWordMax: number;
  /** No capital where two parts meet (CHECKCOMPOUNDCASE), no letter three times there (CHECKCOMPOUNDTRIPLE). */
  readonly compoundCase: boolean;
  readonly compoundTriple: boolean;
}

/**
 * Reads the text of an affix file. Directives that do not bear on forms (TRY, REP, MAP, …) are skipped, as are unknown
 * ones.
 * @throws {HunspellError} for a line that cannot be read.
 */
export function parseAffixFile(text: string): AffixFile {
  const prefixes = new Map<number, AffixGroup>();
  const suffixes = new Map<number, AffixGroup>();
  const marks = new Map<number, number>();
  const aliases: number[][] = [];
  const once = new Map<string, string>();
  let style: FlagStyle = 'char';
  let aliasCount: number | undefined;
  /** The table that is being read, and how many of its rules are still to come. */
  let table: { group: AffixGroup; key: string; left: number } | undefined;
  let line = 0;

  for (const content of linesOf(text)) {
    line++;
    // A comment, or blank.
    if (content === '' || content[0] === '#') continue;
    const fields = content.split(/[ \t]+/);
    const [directive = '', value = ''] = fields;
    const marked = Object.hasOwn(MARK_DIRECTIVES, directive) ? MARK_DIRECTIVES[directive] : undefined;
    if (directive === 'PFX' || directive === 'SFX') {
      readAffix(fields, directive === 'PFX' ? prefixes : suffixes);
    } else if (marked !== undefined) {
      const flag = flagsOf(value)[0];
      if (flag === undefined) throw new HunspellError('affix', line, `${directive} names no flag`);
      marks.set(flag, (marks.get(flag) ?? 0) | marked);
    } else if (directive === 'FLAG') {
      const named = flagStyle(value);
      if (!named)
        throw new HunspellError('affix', line, `FLAG "${value}" is not one of char, long, num, UTF-8`);
      style = named;
    } else if (directive === 'AF') {
      // The first one says how many there are.
      if (aliasCount === undefined) aliasCount = Number(value);
      else aliases.push(flagsOf(value));
    } else if (!once.has(directive)) {
      once.set(directive, value);
    }
  }
  return {
    flagStyle: style,
    prefixes,
    suffixes,
    marks,
    aliases,
    complexPrefixes: once.has('COMPLEXPREFIXES'),
    fullStrip: once.has('FULLSTRIP'),
    compoundMin: countOf('COMPOUNDMIN', 3),
    compoundWordMax: countOf('COMPOUNDWORDMAX', Number.POSITIVE_INFINITY),
    compoundCase: once.has('CHECKCOMPOUNDCASE'),
    compoundTriple: once.has('CHECKCOMPOUNDTRIPLE'),
  };

  function readAffix(fields: readonly string[], groups: Map<number, AffixGroup>): void {
    const [directive = '', name = '', third = '', fourth = '', source = '.'] = fields;
    const flag = flagsOf(name)[0];
    if (flag === undefined || fourth === '') {
      throw new HunspellError(
        'affix',
        line,
        `${directive} takes a flag and a rule, or a flag, Y or N, and a count`,
      );
    }
    const key = `${directive} ${name}`;
    // Dictionaries miscount: what looks like a head is one unless rules are still due, and the rest are rules.
    const due = table?.key === key && table.left > 0;
    if (!due && (third === 'Y' || third === 'N') && /^\d+$/.test(fourth)) {
      const group = groups.get(flag) ?? { cross: third === 'Y', affixes: [] };
      groups.set(flag, group);
      table = { group, key, left: Number(fourth) };
      return;
    }
    if (table?.key !== key) {
      throw new HunspellError('affix', line, `a rule of ${key} without its head "${key} Y 1" before it`);
    }
    table.left--;
    const condition = parseCondition(source);
    if (!condition) throw new HunspellError('affix', line, `the bracket in "${source}" is not closed`);
    const { word, flags } = splitFlags(fourth);
    table.group.affixes.push({
      strip: third === '0' ? '' : third,
      addition: word === '0' ? '' : word,
      condition,
      flags: continuationOf(flags),
    });
  }

  function continuationOf(field: string): readonly number[] {
    if (aliasCount === undefined) return field === '' ? [] : flagsOf(field);
    return aliases[Number(field) - 1] ?? [];
  }

  function flagsOf(field: string): number[] {
    const flags = parseFlags(field, style);
    if (typeof flags === 'string') throw new HunspellError('affix', line, flags);
    return flags;
  }

  function countOf(directive: string, otherwise: number): number {
    const count = Number.parseInt(once.get(directive) ?? '', 10);
    return count > 0 ? count : otherwise;
  }
}
