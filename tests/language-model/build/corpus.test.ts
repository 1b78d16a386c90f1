import { describe, expect, it } from 'vitest';
import { BREAK, Corpus, GAP } from '../../../src/language-model/build/corpus.js';
import { countTrigrams, NOTHING } from '../../../src/language-model/build/counting.js';
import {
  chooseVocabulary,
  NUMBER,
  SENTENCE_END,
  SENTENCE_START,
} from '../../../src/language-model/build/vocabulary.js';
import { corpusOf, withFile } from './texts.js';

const read = async (text: string, segments?: string) => {
  const corpus = await corpusOf(text, segments);
  return Array.from(corpus.training.view(), (entry) =>
    entry === BREAK ? '|' : entry === GAP ? '#' : entry === 0 ? '?' : corpus.words.word(entry),
  ).join(' ');
};

describe('the words of the sources', () => {
  it('are folded, with breaks for sentences, and numbers alike', async () => {
    expect(await read('The US met. In 2004 we: met\n\nThey MET us')).toBe(
      '| | the u.s. met | in <num> we | met | | | they met us |',
    );
  });

  it('of segments have no sentence borders', async () => {
    expect(await read('', 'one segment. Two\nthree')).toBe('# one segment two # # three #');
  });

  it('of every two-hundredth document are held out', async () => {
    const corpus = await corpusOf(
      Array.from({ length: 400 }, (_, i) => `word${i % 200 === 199 ? 'x' : 'y'}.`).join('\n\n'),
    );
    const named = (stream: Int32Array) =>
      new Set(
        Array.from(stream)
          .filter((entry) => entry > 0)
          .map((entry) => corpus.words.word(entry)),
      );
    expect(named(corpus.heldOut.view())).toEqual(new Set(['wordx']));
    expect(named(corpus.training.view())).toEqual(new Set(['wordy']));
  });

  it('make a vocabulary with the frequent ones first, and possessives counted as their nouns', async () => {
    const corpus = await corpusOf("peace peace peace peace war war war slip the peace's end peace's 12");
    const { words, ofCorpus } = chooseVocabulary(corpus, undefined);
    expect(words).toEqual(['<s>', '</s>', '<num>', 'peace', 'war']);
    const numberOf = (word: string) => {
      for (let id = 1; id <= corpus.words.size; id++) if (corpus.words.word(id) === word) return ofCorpus[id];
      return undefined;
    };
    expect([numberOf("peace's"), numberOf('slip'), numberOf('<num>')]).toEqual([4, 0, NUMBER]);
  });

  it('of a file may begin at a line', async () => {
    const corpus = new Corpus();
    await withFile('old war\n\nnew peace\n\nlast vote\n', (path) => corpus.add(`${path}:3`, false));
    expect(Array.from({ length: corpus.words.size }, (_, i) => corpus.words.word(i + 1))).toEqual([
      '<num>',
      'u.s.',
      'new',
      'peace',
      'last',
      'vote',
    ]);
  });

  it('are counted in threes, with what stands before the first', async () => {
    const corpus = await corpusOf('War war war. War slip war');
    const { ofCorpus } = chooseVocabulary(corpus, undefined);
    const { keys, counts } = countTrigrams(corpus.training.view(), ofCorpus);
    const war = 4;
    const found = Array.from(keys, (key, i) => [
      Math.floor(key / 2 ** 32),
      Math.floor(key / 2 ** 16) % 2 ** 16,
      key % 2 ** 16,
      counts[i],
    ]);
    expect(found).toEqual([
      [0, war, SENTENCE_END, 1],
      [SENTENCE_START, war, war, 1],
      [war, 0, war, 1],
      [war, war, SENTENCE_END, 1],
      [war, war, war, 1],
      [NOTHING, SENTENCE_START, war, 2],
    ]);
  });
});
