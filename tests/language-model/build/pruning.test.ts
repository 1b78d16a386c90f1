import { beforeAll, describe, expect, it } from 'vitest';
import { countTrigrams } from '../../../src/language-model/build/counting.js';
import { kneserNey } from '../../../src/language-model/build/kneser-ney.js';
import {
  findBigram,
  indexOf,
  type Ngrams,
  trigramProbability,
} from '../../../src/language-model/build/ngrams.js';
import { prune } from '../../../src/language-model/build/pruning.js';
import { chooseVocabulary } from '../../../src/language-model/build/vocabulary.js';
import { ngramsOf } from '../tiny-model.js';
import { corpusOf, manySentences } from './texts.js';

let model: Ngrams;

beforeAll(async () => {
  const corpus = await corpusOf(manySentences(600));
  const { words, ofCorpus } = chooseVocabulary(corpus, undefined);
  model = kneserNey(countTrigrams(corpus.training.view(), ofCorpus), words.length);
});

const bytesOf = (pruned: Ngrams) => pruned.bigram.length * 6.25 + pruned.trigram.length * 3;

describe('pruning', () => {
  it('keeps within the room and uses it', () => {
    for (const room of [600, 1200, 2000]) {
      expect(bytesOf(prune(model, room))).toBeLessThanOrEqual(room);
      expect(bytesOf(prune(model, room))).toBeGreaterThan(room - 50);
    }
  });

  it('leaves everything where there is room', () => {
    expect(prune(model, 1e9)).toEqual(model);
  });

  it('sums to one after every context', () => {
    const pruned = prune(model, 1000);
    for (let first = 0; first <= model.size; first++) {
      for (let second = 0; second <= model.size; second++) {
        let sum = 0;
        for (let word = 1; word <= model.size; word++) sum += trigramProbability(pruned, first, second, word);
        expect(sum).toBeCloseTo(1, 4);
      }
    }
  });

  it('takes first what shorter contexts foretell as well', () => {
    const words = ['<s>', '</s>', '<num>', 'war', 'and', 'peace', 'or'];
    const some = ngramsOf(
      {
        war: 0.25,
        and: 0.25,
        peace: 0.25,
        or: 0.25,
        'war and': 0.4,
        'and peace': 0.5,
        'and war': 0.2,
        'or war': 0.26,
        // The one nearly as after "and" alone, the other not.
        'war and peace': 0.47,
        'war and war': 0.25,
      },
      words,
    );
    const pruned = prune(some, 3 * 6.25 + 3);
    const id = (word: string) => words.indexOf(word) + 1;
    const context = findBigram(pruned, id('war'), id('and'));
    const kept = pruned.trigramWord.subarray(pruned.trigramFirst[context], pruned.trigramFirst[context + 1]);
    expect([...kept]).toEqual([id('war')]);
    expect(findBigram(pruned, id('or'), id('war'))).toBe(-1);
    expect(indexOf(kept, 0, kept.length, id('peace'))).toBe(-1);
  });
});
