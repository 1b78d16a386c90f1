import { describe, expect, it } from 'vitest';
import { mix } from '../../../src/language-model/build/mixing.js';
import { bigramProbability, trigramProbability } from '../../../src/language-model/build/ngrams.js';
import { ngramsOf } from '../tiny-model.js';

const WORDS = ['<s>', '</s>', '<num>', 'war', 'and', 'peace', 'only', 'other'];
const one = ngramsOf(
  {
    war: 0.2,
    and: 0.2,
    peace: 0.3,
    only: 0.2,
    '</s>': 0.1,
    'war and': 0.5,
    'war only': 0.1,
    'and peace': 0.4,
    'only peace': 0.7,
    'war and peace': 0.6,
  },
  WORDS,
);
const other = ngramsOf(
  {
    war: 0.3,
    and: 0.3,
    peace: 0.1,
    other: 0.2,
    '</s>': 0.1,
    'war and': 0.2,
    'and peace': 0.2,
    'and war': 0.1,
    'other peace': 0.5,
    'and war and': 0.4,
  },
  WORDS,
);
const mixed = mix(one, other, 0.6);
const id = (word: string) => WORDS.indexOf(word) + 1;

describe('a mixture', () => {
  it('gives the weighted mean where both know the words', () => {
    // After "and" the first model gives no word that it alone knows more than its share: 0.2 backed off.
    const lone = ((1 - 0.4) / (1 - 0.3)) * 0.2;
    expect(bigramProbability(mixed, id('and'), id('peace'))).toBeCloseTo(
      0.6 * 0.4 + 0.4 * (1 - lone) * 0.2,
      5,
    );
  });

  it('leaves a word that the first model alone knows its probability', () => {
    expect(bigramProbability(mixed, id('war'), id('only'))).toBeCloseTo(0.1, 5);
    expect(mixed.unigram[id('only')]).toBeCloseTo(0.2, 5);
  });

  it('lets the model that knows a context decide alone after it', () => {
    // Of what the second model knows: the first keeps 0.2 for the word that it alone knows.
    expect(bigramProbability(mixed, id('only'), id('peace'))).toBeCloseTo(0.7, 5);
    expect(bigramProbability(mixed, id('other'), id('peace'))).toBeCloseTo((1 - 0.2) * 0.5, 5);
  });

  it('holds the n-grams of both', () => {
    expect(mixed.bigram.length).toBe(6);
    expect(mixed.trigram.length).toBe(2);
  });

  it('sums to one after every context', () => {
    for (let first = 0; first <= mixed.size; first++) {
      for (let second = 0; second <= mixed.size; second++) {
        let sum = 0;
        for (let word = 1; word <= mixed.size; word++) sum += trigramProbability(mixed, first, second, word);
        expect(sum).toBeCloseTo(1, 5);
      }
    }
  });

  it('of a model with itself is that model', () => {
    const same = mix(one, one, 0.3);
    for (const word of [id('war'), id('and'), id('peace'), id('only')]) {
      const p = trigramProbability(one, id('war'), id('and'), word);
      expect(trigramProbability(same, id('war'), id('and'), word)).toBeCloseTo(p, 6);
    }
  });
});
