import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letterBit, WordTrie } from '../../../../src/lexicon/word-trie.js';
import { RankedTree } from '../../../../src/repairs/ocr/search/ranked-tree.js';

/** The node that a word leads to, or -1. */
function nodeOf(tree: RankedTree, word: string): number {
  let node = 0;
  for (let i = 0; i < word.length && node !== -1; i++) node = tree.child(node, word.charCodeAt(i));
  return node;
}

const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'abcé'), minLength: 1, maxLength: 5 }), {
  maxLength: 12,
});
const ranked = words.chain((list) =>
  fc.record({
    words: fc.constant(list.sort()),
    rarities: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: list.length, maxLength: list.length }),
  }),
);

describe('a tree of words by rank', () => {
  it('holds every word, and what stands behind each node', () => {
    fc.assert(
      fc.property(ranked, ({ words, rarities }) => {
        const tree = new RankedTree(WordTrie.of(words), Float32Array.from(rarities));
        words.forEach((word, i) => {
          expect(tree.word[nodeOf(tree, word)]).toBe(i + 1);
        });
        for (const prefix of words.flatMap((word) => [...word].map((_, i) => word.slice(0, i)))) {
          const node = nodeOf(tree, prefix);
          const behind = words.filter((word) => word.startsWith(prefix));
          const rests = behind.map((word) => word.slice(prefix.length));
          const lengths = rests.map((rest) => rest.length);
          expect(tree.rarity(node)).toBe(
            Math.min(...behind.map((word) => rarities[words.indexOf(word)] as number)),
          );
          expect(tree.nearest(node)).toBe(Math.min(...lengths));
          expect(tree.farthest(node)).toBe(Math.max(...lengths));
          expect(tree.below(node)).toBe(
            [...rests.join('')].reduce((bits, c) => bits | letterBit(c.charCodeAt(0)), 0),
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has the children with the most frequent words first', () => {
    const tree = new RankedTree(WordTrie.of(['a', 'be', 'cat', 'car']), Float32Array.of(5, 1, 7, 2));
    const children = [];
    for (let child = tree.firstChild(0); child < tree.firstChild(1); child++)
      children.push(tree.letter(child));
    expect(String.fromCharCode(...children)).toBe('bca');
  });

  it('leaves out words that are infinitely rare, and the nodes that led to them alone', () => {
    const tree = new RankedTree(WordTrie.of(['an', 'and', 'ox']), Float32Array.of(1, Infinity, Infinity));
    expect(tree.word[nodeOf(tree, 'an')]).toBe(1);
    expect(nodeOf(tree, 'and')).toBe(-1);
    expect(nodeOf(tree, 'o')).toBe(-1);
    expect(tree.farthest(0)).toBe(2);
  });

  it('may be empty', () => {
    const tree = new RankedTree(WordTrie.of([]), new Float32Array(0));
    expect(tree.firstChild(1) - tree.firstChild(0)).toBe(0);
    expect(tree.child(0, 0x61)).toBe(-1);
  });
});
