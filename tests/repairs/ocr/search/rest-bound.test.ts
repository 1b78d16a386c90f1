import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTrie } from '../../../../src/lexicon/word-trie.js';
import { Channel } from '../../../../src/repairs/ocr/channel/confusions.js';
import { RankedTree } from '../../../../src/repairs/ocr/search/ranked-tree.js';
import { RestBound } from '../../../../src/repairs/ocr/search/rest-bound.js';
import { WordEnd, WordSearch } from '../../../../src/repairs/ocr/search/word-search.js';

const letters = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 6 });
const rows = fc.uniqueArray(
  fc
    .record({
      truth: fc.constantFrom('', 'a', 'b', 'c', 'ab', 'd'),
      seen: fc.constantFrom('', 'a', 'c', 'dd', 'bc', 'd'),
      rate: fc.integer({ min: 1, max: 5000 }),
    })
    .filter(({ truth, seen }) => truth !== seen),
  { maxLength: 8, selector: ({ truth, seen }) => `${truth} ${seen}` },
);

describe('what the rest of a stretch costs at least', () => {
  it('is never more than what a word that is found does cost', () => {
    fc.assert(
      fc.property(letters, letters, rows, (word, seen, table) => {
        const trie = WordTrie.of([word]);
        const channel = new Channel(table);
        const mayEnd = new Uint8Array(41);
        mayEnd[seen.length] = WordEnd.Whole;
        const search = new WordSearch(trie, channel);
        search.run(seen, 0, seen.length, mayEnd, { capitals: false, most: 60 });
        const cost = Math.min(...search.cost.subarray(0, search.count));
        const bound = new RestBound(new RankedTree(trie, new Float32Array(trie.word.length)), 40);
        bound.read(seen, 0, seen.length, (place) => place === seen.length, channel.inside);
        expect(bound.of(0, 0, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(cost + 1e-3);
      }),
      { numRuns: 500 },
    );
  });

  it('is infinite where nothing may end, and where it is more than may be spent', () => {
    const trie = WordTrie.of(['abc']);
    const channel = new Channel([]);
    const bound = new RestBound(new RankedTree(trie, new Float32Array(trie.word.length)), 40);
    bound.read('abc', 0, 3, () => false, channel.inside);
    expect(bound.of(0, 0, 100)).toBe(Number.POSITIVE_INFINITY);
    bound.read('zzz', 0, 3, (place) => place === 3, channel.inside);
    expect(bound.of(1, 1, 100)).toBeGreaterThan(10);
    expect(bound.of(1, 1, 5)).toBe(Number.POSITIVE_INFINITY);
  });
});
