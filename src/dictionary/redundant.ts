import { foldText } from '../text/characters.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry, type SurfacePair } from './expand.js';

/** An entry that says nothing beside a shorter one. */
export interface RedundantEntry {
  readonly entry: DictionaryEntry;
  /** The shorter one, which holds wherever the entry does. */
  readonly wider: DictionaryEntry;
}

/** What is left of a pair, and the words that were added to it. */
interface ShorterPair extends SurfacePair {
  readonly added: readonly string[];
}

/**
 * Finds entries whose every form is one of a shorter, wider entry with the same words added on both sides:
 * `the high minister → the prime minister` beside `high minister → prime minister`. Only entries that may fire in any text are
 * looked at: in spun text, and in groups, a longer form is evidence of its own. An entry is not redundant where the shorter form has
 * other standards, as it tells which of them stood there; nor where an added word is a spun form, as it tells that this one stays.
 * Linear in the number of entries.
 */
export function findRedundant(entries: readonly DictionaryEntry[]): RedundantEntry[] {
  const written = entries.filter(({ grouped, onlyInTerms }) => grouped === undefined && !onlyInTerms);
  /** By spun form: its standards, and by these the widest entry that gives them in any text. */
  const standardsOf = new Map<string, Map<string, DictionaryEntry | undefined>>();
  for (const entry of written) {
    for (const { spun, standard } of expandEntry(entry)) {
      let standards = standardsOf.get(spun);
      if (standards === undefined) {
        standards = new Map();
        standardsOf.set(spun, standards);
      }
      const known = standards.get(standard);
      // Of an entry for any case and one for capitals the first is wider.
      const isWider = isAlways(entry) && (known === undefined || known.partOfSpeech === 'name');
      standards.set(standard, isWider ? entry : known);
    }
  }
  const widerThan = (entry: DictionaryEntry): DictionaryEntry | undefined => {
    if (entry.onlySpun || !entry.spun.includes(' ')) return undefined;
    const isName = entry.partOfSpeech === 'name';
    let wider: DictionaryEntry | undefined;
    for (const { spun, standard } of expandEntry(entry)) {
      wider = undefined;
      for (const shorter of shorterPairs(spun, standard, isName)) {
        const standards = standardsOf.get(shorter.spun);
        if (standards?.size !== 1 || shorter.added.some((word) => standardsOf.has(word))) continue;
        const known = standards.get(shorter.standard);
        if (known !== undefined && (isName || known.partOfSpeech !== 'name')) wider = known;
      }
      if (wider === undefined) return undefined;
    }
    return wider;
  };
  return written.flatMap((entry) => {
    const wider = widerThan(entry);
    return wider === undefined ? [] : [{ entry, wider }];
  });
}

function isAlways({ onlySpun, when }: DictionaryEntry): boolean {
  return !onlySpun && when.length === 0;
}

/**
 * What is left of a pair without some of the words that both sides begin or end with.
 *
 * @param isName whether the added words have their capitals in the text already; else a word that gets one is more than added
 */
function shorterPairs(spun: string, standard: string, isName: boolean): ShorterPair[] {
  const from = spun.split(' ');
  const to = standard.split(' ');
  const shortest = Math.min(from.length, to.length);
  const isSame = (a: string | undefined, b = '') => a === (isName ? foldText(b) : b);
  const pairs: ShorterPair[] = [];
  for (let before = 0; before < shortest; before++) {
    if (before > 0 && !isSame(from[before - 1], to[before - 1])) break;
    for (let after = 0; before + after < shortest; after++) {
      if (after > 0 && !isSame(from.at(-after), to.at(-after))) break;
      if (before + after === 0) continue;
      pairs.push({
        spun: from.slice(before, from.length - after).join(' '),
        standard: to.slice(before, to.length - after).join(' '),
        added: [...from.slice(0, before), ...from.slice(from.length - after)],
      });
    }
  }
  return pairs;
}
