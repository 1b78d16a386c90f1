import dictionary from 'dictionary-en';
import nspell from 'nspell';
import type { Speller } from './speller.js';

/** Hunspell's rules in JavaScript, with its English dictionary. */
export async function loadNspell(): Promise<Speller> {
  const checker = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  return {
    name: 'nspell',
    knows: (word) => checker.correct(word),
    suggest: (word) => checker.suggest(word)[0],
  };
}
