import type { LanguageModel } from './language-model.js';

/** Words of small letters alone; of single letters the two that are words. */
const WORD = /^(?:[a-z]{2,}|[ai])$/;

/**
 * The words of a model's vocabulary that are made of the letters a to z, the most frequent first: by unigram probability, which in a
 * model of this kind (Kneser–Ney) tells in how many surroundings a word stands. Of equally frequent words the first in the alphabet
 * comes first.
 */
export function frequentWords(model: LanguageModel): string[] {
  const { vocabulary } = model;
  const ranked: { readonly word: string; readonly score: number }[] = [];
  for (let id = 1; id <= vocabulary.size; id++) {
    const word = vocabulary.word(id);
    // Behind two unknown words nothing is known of the next one but its unigram.
    if (WORD.test(word)) ranked.push({ word, score: model.score(0, 0, id) });
  }
  return ranked.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1)).map(({ word }) => word);
}
