import { foldText } from '../text/characters.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** The entries that a term is the spun or the standard side of, in any inflected form and case; in their order. */
export function lookUpTerm(term: string, entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  const folded = foldText(term.trim().replace(/\s+/g, ' '));
  return entries.filter((entry) =>
    expandEntry(entry).some(({ spun, standard }) => spun === folded || foldText(standard) === folded),
  );
}

/** An entry's conditions as they are written in its file. */
export function describeConditions({ when, onlySpun, onlyInTerms }: DictionaryEntry): string {
  const clauses = when.map(({ key, words }) => `${key}: ${words.join(', ')}`);
  return [...(onlyInTerms ? ['term'] : onlySpun ? ['spun'] : []), ...clauses].join('; ');
}
