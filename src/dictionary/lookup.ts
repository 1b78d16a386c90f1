import { foldText } from '../text/characters.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** The entries that a term is the spun or the standard side of, in any inflected form and case; in their order. */
export function lookUpTerm(term: string, entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  const folded = foldText(term.trim().replace(/\s+/g, ' '));
  const words = folded.split(' ');
  return entries.filter(
    (entry) =>
      (mayBecome(words, entry.spun) || mayBecome(words, foldText(entry.standard))) &&
      expandEntry(entry).some(({ spun, standard }) => spun === folded || foldText(standard) === folded),
  );
}

/** Whether a lemma may have a form of these words: as an ending changes one word, most entries need not be expanded. */
function mayBecome(words: readonly string[], lemma: string): boolean {
  const parts = lemma.split(' ');
  let changed = 0;
  return parts.length === words.length && parts.every((part, i) => part === words[i] || ++changed === 1);
}

/** An entry's conditions as they are written in its file. */
export function describeConditions({ when, onlySpun, onlyInTerms }: DictionaryEntry): string {
  const clauses = when.map(({ key, words }) => `${key}: ${words.join(', ')}`);
  return [...(onlyInTerms ? ['term'] : onlySpun ? ['spun'] : []), ...clauses].join('; ');
}
