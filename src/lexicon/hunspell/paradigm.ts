import type { AffixFile, AffixGroup } from './affix-file.js';
import { HunspellError } from './error.js';
import { parseFlags } from './flags.js';

/** What a set of flags means: the affixes that may follow, and bits of `Mark`. */
export interface Paradigm {
  readonly marks: number;
  readonly prefixes: readonly AffixGroup[];
  readonly suffixes: readonly AffixGroup[];
}

/** Finds the paradigm of flags; tens of thousands of stems share some hundreds. */
export interface Paradigms {
  /**
   * Of flags as the word file writes them.
   * @throws {HunspellError} when they cannot be read.
   */
  field(flags: string, line: number): Paradigm;
  /** Of an affix's flags. */
  flags(flags: readonly number[]): Paradigm;
}

/** The paradigms of an affix file; without `apostrophes`, affixes that bring one are left out of them. */
export function paradigms(file: AffixFile, apostrophes: boolean): Paradigms {
  const byField = new Map<string, Paradigm>();
  // An affix's flags are one array however often it is applied.
  const byFlags = new Map<readonly number[], Paradigm>();
  const kept = new Map<AffixGroup, AffixGroup>();
  return {
    field(field, line) {
      let paradigm = byField.get(field);
      if (!paradigm) {
        paradigm = compiled(read(field, line));
        byField.set(field, paradigm);
      }
      return paradigm;
    },
    flags(flags) {
      let paradigm = byFlags.get(flags);
      if (!paradigm) {
        paradigm = compiled(flags);
        byFlags.set(flags, paradigm);
      }
      return paradigm;
    },
  };

  function read(field: string, line: number): readonly number[] {
    if (field === '') return [];
    if (file.aliases.length > 0) {
      const alias = file.aliases[Number(field) - 1];
      if (!alias) throw new HunspellError('words', line, `there is no alias (AF) "${field}"`);
      return alias;
    }
    const flags = parseFlags(field, file.flagStyle);
    if (typeof flags === 'string') throw new HunspellError('words', line, flags);
    return flags;
  }

  function compiled(flags: readonly number[]): Paradigm {
    const prefixes = new Set<AffixGroup>();
    const suffixes = new Set<AffixGroup>();
    let marks = 0;
    for (const flag of flags) {
      const prefix = file.prefixes.get(flag);
      if (prefix) prefixes.add(keptOf(prefix));
      const suffix = file.suffixes.get(flag);
      if (suffix) suffixes.add(keptOf(suffix));
      marks |= file.marks.get(flag) ?? 0;
    }
    return { marks, prefixes: [...prefixes], suffixes: [...suffixes] };
  }

  function keptOf(group: AffixGroup): AffixGroup {
    if (apostrophes) return group;
    let rest = kept.get(group);
    if (!rest) {
      rest = { cross: group.cross, affixes: group.affixes.filter(({ addition }) => !/['’]/.test(addition)) };
      kept.set(group, rest);
    }
    return rest;
  }
}
