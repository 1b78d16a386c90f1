import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/text/characters.js';
import { buildVocabulary, hashWord, indexVocabulary, Vocabulary } from '../../src/text/vocabulary.js';

const words = fc
  .array(fc.string({ unit: 'binary', minLength: 1, maxLength: 6 }), { maxLength: 60 })
  .map((list) => [...new Set(list.map(foldText))]);

describe('a vocabulary', () => {
  it('numbers its words from 1 in their order and gives each back', () => {
    fc.assert(
      fc.property(words, (list) => {
        const vocabulary = buildVocabulary(list);
        expect(vocabulary.size).toBe(list.length);
        expect(list.map((word) => vocabulary.id(word))).toEqual(list.map((_, i) => i + 1));
        expect(list.map((_, i) => vocabulary.word(i + 1))).toEqual(list);
      }),
    );
  });

  it('gives 0 for words that it does not hold', () => {
    fc.assert(
      fc.property(words, fc.string({ unit: 'binary', maxLength: 40 }), (list, word) => {
        fc.pre(!list.includes(foldText(word)));
        expect(buildVocabulary(list).id(word)).toBe(0);
      }),
    );
  });

  it('finds a word in any letter case and with any apostrophe', () => {
    const vocabulary = buildVocabulary(["don't", 'qatar', 'éire']);
    expect(['DON’T', 'Qatar', 'ÉIRE', 'dont'].map((word) => vocabulary.id(word))).toEqual([1, 2, 3, 0]);
  });

  it('finds a word in the middle of a text', () => {
    const vocabulary = buildVocabulary(['minister', 'mini']);
    const text = 'The High Minister.';
    expect(vocabulary.find(text, 9, 17, hashWord('minister'))).toBe(1);
    expect(vocabulary.find(text, 9, 13, hashWord('mini'))).toBe(2);
  });

  it('is not misled by two words with one hash', () => {
    const vocabulary = buildVocabulary(['alpha']);
    expect(vocabulary.find('gamma', 0, 5, hashWord('alpha'))).toBe(0);
  });

  it('of nothing finds nothing', () => {
    expect([buildVocabulary([]).size, buildVocabulary([]).id('a')]).toEqual([0, 0]);
  });

  it('can be indexed anew, or rebuilt from its three arrays as a file holds them', () => {
    const built = buildVocabulary(['a', 'of', 'the', 'prime', 'minister']);
    for (const again of [
      indexVocabulary(built.units, built.offsets),
      new Vocabulary(built.units, built.offsets, built.slots),
    ]) {
      expect(again.id('Prime')).toBe(4);
      expect([...again.slots]).toEqual([...built.slots]);
    }
  });
});
