import natural from 'natural/lib/natural/spellcheck/index.js';
import type { Speller } from './speller.js';
import { readWordList } from './word-list.js';

/** How many occurrences of a word in SymSpell's list are one in the corpus that natural counts: the list has 10^12, too many to hold. */
const SHRINK = 1e6;

/** Norvig's corrector, one edit away: two take it a second a word. */
export async function loadNatural(): Promise<Speller> {
  const corpus = readWordList().flatMap(({ word, count }) =>
    new Array<string>(Math.max(1, Math.round(count / SHRINK))).fill(word),
  );
  const checker = new natural.Spellcheck(corpus);
  return {
    name: 'natural',
    knows: (word) => checker.isCorrect(word),
    suggest: (word) => checker.getCorrections(word, 1)[0],
  };
}
