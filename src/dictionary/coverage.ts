import { foldText } from '../text/characters.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** How many of the most frequent words a dictionary can restore, whatever they were replaced by. */
export interface WordCoverage {
  /** Words looked at. */
  readonly words: number;
  /** Those that are a standard of an entry that a person wrote. */
  readonly written: number;
  /** Those that are a standard of any entry, of synonym groups too. */
  readonly withGroups: number;
}

/**
 * Counts the frequent words that are a standard of some entry, in any inflected form: those that a spinner may replace and that can be
 * put back. Names are left out, as spinners leave them alone: words that entries write with a capital only. Entries for the words
 * of terms restore no word by itself and do not count.
 *
 * @param frequent words in small letters, the most frequent first
 * @param sizes how many of them to look at: one result for each
 */
export function coverFrequentWords(
  entries: readonly DictionaryEntry[],
  frequent: readonly string[],
  sizes: readonly number[],
): WordCoverage[] {
  const names = namesIn(entries);
  const words = frequent.filter((word) => !names.has(word)).slice(0, Math.max(...sizes));
  const wanted = new Set(words);
  const written = new Set<string>();
  const withGroups = new Set<string>();
  const seen = new Set<string>();
  for (const entry of entries) {
    if (entry.onlyInTerms || entry.standard.includes(' ')) continue;
    // Most entries share their standard with others. Its forms are the same for all but adjectives: these compare like their spun side.
    const key = `${entry.partOfSpeech} ${entry.standard} ${entry.grouped === undefined}`;
    if (seen.has(key)) continue;
    if (entry.partOfSpeech !== 'adjective') seen.add(key);
    for (const { standard } of expandEntry(entry)) {
      const word = foldText(standard);
      if (!wanted.has(word)) continue;
      withGroups.add(word);
      if (entry.grouped === undefined) written.add(word);
    }
  }
  return sizes.map((size) => {
    const looked = words.slice(0, size);
    const count = (covered: ReadonlySet<string>) => looked.filter((word) => covered.has(word)).length;
    return { words: looked.length, written: count(written), withGroups: count(withGroups) };
  });
}

/** Folded words that stand in standards with a capital, and in no standard without. */
function namesIn(entries: readonly DictionaryEntry[]): ReadonlySet<string> {
  const words = new Set(entries.flatMap(({ standard }) => standard.split(' ')));
  const names = new Set<string>();
  for (const word of words) {
    const folded = foldText(word);
    if (folded !== word && !words.has(folded)) names.add(folded);
  }
  return names;
}
