import { beforeAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/language-model/build/corpus.js';
import { countTrigrams, NOTHING } from '../../../src/language-model/build/counting.js';
import { likeliestWeight } from '../../../src/language-model/build/held-out.js';
import { kneserNey } from '../../../src/language-model/build/kneser-ney.js';
import {
  bigramProbability,
  type Ngrams,
  trigramProbability,
} from '../../../src/language-model/build/ngrams.js';
import { chooseVocabulary, SENTENCE_START } from '../../../src/language-model/build/vocabulary.js';
import { corpusOf, manySentences } from './texts.js';

type Gram = readonly [number, number, number];

let corpus: Corpus;
let ofCorpus: Uint16Array;
let grams: { gram: Gram; count: number }[];
let model: Ngrams;

beforeAll(async () => {
  corpus = await corpusOf(manySentences(600));
  const choice = chooseVocabulary(corpus, undefined);
  ofCorpus = choice.ofCorpus;
  const counted = countTrigrams(corpus.training.view(), ofCorpus);
  grams = Array.from(counted.keys, (key, i) => ({
    gram: [Math.floor(key / 2 ** 32), Math.floor(key / 2 ** 16) % 2 ** 16, key % 2 ** 16],
    count: counted.counts[i] as number,
  }));
  model = kneserNey(counted, choice.words.length);
});

/** The same, as the paper writes it, with maps: slow, and nothing in common with the module but the counts. */
function expected(u: number, v: number, w: number): number | undefined {
  const discounts = (counts: readonly number[]) => {
    const n = (k: number) => counts.filter((count) => count === k).length;
    const y = n(1) / (n(1) + 2 * n(2));
    return [0, 1 - (2 * y * n(2)) / n(1), 2 - (3 * y * n(3)) / n(2), 3 - (4 * y * n(4)) / n(3)];
  };
  const interpolate = (counts: Map<number, number>, word: number, d: readonly number[], lower: number) => {
    const total = [...counts.values()].reduce((sum, n) => sum + n, 0);
    const freed = [...counts.values()].reduce((sum, n) => sum + (d[Math.min(n, 3)] as number), 0);
    const own = counts.get(word) as number;
    return (own - (d[Math.min(own, 3)] as number)) / total + (freed / total) * lower;
  };
  const whole = grams.filter(({ gram: [a, b] }) => a !== NOTHING && b !== NOTHING && b !== 0);
  const after = new Map<number, number>();
  for (const { gram, count } of whole) if (gram[0] === u && gram[1] === v) after.set(gram[2], count);
  const pairs = new Map<number, number>();
  for (const { gram, count } of grams) {
    if (gram[1] === NOTHING) continue;
    const key = gram[1] * 2 ** 16 + gram[2];
    pairs.set(key, (pairs.get(key) ?? 0) + (gram[1] === SENTENCE_START ? count : 1));
  }
  const afterSecond = new Map<number, number>();
  for (const [key, n] of pairs) if (Math.floor(key / 2 ** 16) === v) afterSecond.set(key % 2 ** 16, n);
  const types = new Set(grams.map(({ gram }) => gram[1] * 2 ** 16 + gram[2]));
  const unigram = [...types].filter((key) => key % 2 ** 16 === w).length / types.size;
  const bigram = interpolate(afterSecond, w, discounts([...pairs.values()]), unigram);
  return interpolate(after, w, discounts(whole.map(({ count }) => count)), bigram);
}

describe('modified Kneser-Ney', () => {
  it('gives what the formulas of the paper give', () => {
    const kept = grams.filter(({ gram: [u, v], count }) => count > 1 && u !== NOTHING && v !== 0);
    expect(kept.length).toBeGreaterThan(50);
    for (const { gram } of kept.filter((_, i) => i % 7 === 0)) {
      expect(trigramProbability(model, ...gram)).toBeCloseTo(expected(...gram) as number, 5);
    }
  });

  it('drops what stands in the texts once', () => {
    expect(model.trigram.length).toBe(
      grams.filter(({ gram: [u, v], count }) => count > 1 && u !== NOTHING && v !== 0).length,
    );
  });

  it('sums to one after every context', () => {
    for (let first = 0; first <= model.size; first++) {
      for (let second = 0; second <= model.size; second++) {
        let sum = 0;
        for (let word = 1; word <= model.size; word++) sum += trigramProbability(model, first, second, word);
        expect(sum).toBeCloseTo(1, 4);
      }
    }
  });

  it('says how often contexts stand in the texts', () => {
    const starts = grams.filter(({ gram }) => gram[1] === SENTENCE_START);
    const share =
      starts.reduce((sum, { count }) => sum + count, 0) / grams.reduce((sum, { count }) => sum + count, 0);
    expect(model.unigramShare[SENTENCE_START]).toBeCloseTo(share, 6);
  });

  it('refuses texts too small for discounts', () => {
    const one = { keys: Float64Array.of(2 ** 32 + 2 ** 16 + 4), counts: Uint32Array.of(1) };
    expect(() => kneserNey(one, 4)).toThrow(/too small/);
  });

  it('is preferred on held-out text to a model that knows words only', () => {
    const flat: Ngrams = {
      ...model,
      unigramBackoff: new Float64Array(model.size + 1).fill(1),
      bigramFirst: new Uint32Array(model.size + 2),
      unigram: model.unigram.map((p) => p && 0.01),
    };
    expect(bigramProbability(flat, 4, 5)).toBe(0.01);
    expect(likeliestWeight(model, flat, corpus.heldOut.view(), ofCorpus)).toBeGreaterThan(0.9);
    expect(likeliestWeight(flat, model, corpus.heldOut.view(), ofCorpus)).toBeLessThan(0.1);
  });
});
