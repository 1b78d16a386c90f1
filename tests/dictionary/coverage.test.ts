import { describe, expect, it } from 'vitest';
import { coverFrequentWords } from '../../src/dictionary/coverage.js';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { entriesOf } from './compiled.js';

describe('the coverage of frequent words', () => {
  const entries = entriesOf([
    'barter | negotiate | verb | spun',
    'best friend | ally | noun',
    'high minister | prime minister | noun',
    'profound | deep | adjective | term',
    'white area | White House | name',
    'lower house | House | fixed',
    'residence | house | noun',
    'yank | American | noun',
  ]);

  it('counts words that are a standard in any inflected form, by size', () => {
    const words = ['allies', 'the', 'negotiated', 'negotiating'];
    expect(coverFrequentWords(entries, words, [1, 3, 9])).toEqual([
      { words: 1, written: 1, withGroups: 1 },
      { words: 3, written: 2, withGroups: 2 },
      { words: 4, written: 3, withGroups: 3 },
    ]);
  });

  it('counts no word of a longer standard, and none that is restored in terms alone', () => {
    expect(coverFrequentWords(entries, ['prime', 'deep'], [2])).toEqual([
      { words: 2, written: 0, withGroups: 0 },
    ]);
  });

  it('leaves out what is written with a capital only', () => {
    expect(coverFrequentWords(entries, ['american', 'house', 'white'], [3])).toEqual([
      { words: 1, written: 1, withGroups: 1 },
    ]);
  });

  it('keeps apart what groups add', () => {
    const groups = parseDictionary('pos\twords\nnoun\tpartner | ally\n', 'en/groups/test').entries;
    expect(coverFrequentWords([...entries, ...groups], ['ally', 'partner'], [2])).toEqual([
      { words: 2, written: 1, withGroups: 2 },
    ]);
  });
});
