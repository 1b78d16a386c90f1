import { compileModel } from '../../src/language-model/build/compile.js';
import { type Ngrams, normalise } from '../../src/language-model/build/ngrams.js';
import { RESERVED } from '../../src/language-model/build/vocabulary.js';
import { LanguageModel } from '../../src/language-model/language-model.js';

/** Explicit probabilities by n-gram, words parted by spaces: `{ 'the': 0.5, 'the prime': 0.1, 'the prime minister': 0.8 }`. */
export type Probabilities = Readonly<Record<string, number>>;

/** The words of a tiny model, as they are numbered from 1. */
export function wordsOf(probabilities: Probabilities): string[] {
  return [...new Set([...RESERVED, ...Object.keys(probabilities).filter((gram) => !gram.includes(' '))])];
}

/** A trigram model written by hand; back-offs follow from the probabilities. */
export function ngramsOf(probabilities: Probabilities, words = wordsOf(probabilities)): Ngrams {
  const size = words.length;
  const grams = Object.entries(probabilities)
    .map(([gram, p]) => ({ ids: gram.split(' ').map((word) => words.indexOf(word) + 1), p }))
    .sort((a, b) => compare(a.ids, b.ids));
  const unigram = new Float64Array(size + 1);
  for (const { ids, p } of grams) if (ids.length === 1) unigram[ids[0] as number] = p;
  const bigrams = grams.filter(({ ids }) => ids.length === 2);
  const trigrams = grams.filter(({ ids }) => ids.length === 3);
  const model: Ngrams = {
    size,
    unigram,
    unigramBackoff: new Float64Array(size + 1),
    unigramShare: unigram.slice(),
    bigramFirst: Uint32Array.from(
      { length: size + 2 },
      (_, first) => bigrams.filter(({ ids }) => (ids[0] as number) < first).length,
    ),
    bigramWord: Uint16Array.from(bigrams, ({ ids }) => ids[1] as number),
    bigram: Float32Array.from(bigrams, ({ p }) => p),
    bigramBackoff: new Float32Array(bigrams.length),
    bigramShare: Float32Array.from(bigrams, ({ ids, p }) => (unigram[ids[0] as number] as number) * p),
    trigramFirst: Uint32Array.from(
      { length: bigrams.length + 1 },
      (_, i) =>
        trigrams.filter(({ ids }) => i === bigrams.length || compare(ids, bigrams[i]?.ids as number[]) < 0)
          .length,
    ),
    trigramWord: Uint16Array.from(trigrams, ({ ids }) => ids[2] as number),
    trigram: Float32Array.from(trigrams, ({ p }) => p),
  };
  normalise(model);
  return model;
}

export function modelOf(probabilities: Probabilities): LanguageModel {
  return new LanguageModel(compileModel(wordsOf(probabilities), ngramsOf(probabilities)));
}

/** By number of words within the same beginning: a bigram stands before its trigrams. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) - (b[i] as number);
  }
  return a.length - b.length;
}

/** A model about a prime minister who met a friend. */
export const EXAMPLE: Probabilities = {
  '</s>': 0.1,
  '<num>': 0.1,
  the: 0.2,
  prime: 0.1,
  minister: 0.1,
  friend: 0.15,
  met: 0.15,
  "ally's": 0.05,
  'u.s.': 0.05,
  '<s> the': 0.6,
  'the prime': 0.3,
  'the friend': 0.2,
  'prime minister': 0.7,
  'minister met': 0.4,
  '<s> the prime': 0.5,
  'the prime minister': 0.9,
};
