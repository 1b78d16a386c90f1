import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTrie } from '../../src/lexicon/word-trie.js';

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const sortedWords = fc
  .uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '-', "'"), minLength: 1, maxLength: 6 }),
    {
      maxLength: 40,
    },
  )
  .map((words) => words.sort(byCodeUnits));

describe('a tree of words', () => {
  const trie = WordTrie.of(['an', 'and', 'ant', 'be', 'bee', 'to-day']);

  it('finds its words by their numbers, counted from 1', () => {
    expect(['an', 'and', 'ant', 'be', 'bee', 'to-day'].map((word) => trie.find(word))).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  it('finds no beginnings, no longer words and no others', () => {
    for (const word of ['', 'a', 'b', 'andy', 'bees', 'to', 'to-', 'x', 'And'])
      expect(trie.find(word)).toBe(0);
  });

  it('leads from letter to letter', () => {
    const a = trie.child(0, 'a'.charCodeAt(0));
    const an = trie.child(a, 'n'.charCodeAt(0));
    expect(trie.word[a]).toBe(0);
    expect(trie.word[an]).toBe(1);
    expect(trie.child(an, 'z'.charCodeAt(0))).toBe(-1);
  });

  it('may be empty', () => {
    const empty = WordTrie.of([]);
    expect(empty.find('')).toBe(0);
    expect(empty.find('a')).toBe(0);
    expect(empty.child(0, 0x61)).toBe(-1);
  });

  it('shares the beginnings of words', () => {
    // The root, c-a-r-t, and the s of "cars".
    expect(WordTrie.of(['car', 'cars', 'cart']).letter.length).toBe(1 + 3 + 2);
  });

  it('holds just the words that it was made of', () => {
    fc.assert(
      fc.property(sortedWords, fc.array(fc.string({ maxLength: 6 })), (words, others) => {
        const made = WordTrie.of(words);
        expect(words.map((word) => made.find(word))).toEqual(words.map((_, i) => i + 1));
        for (const other of others) expect(made.find(other)).toBe(words.indexOf(other) + 1);
      }),
    );
  });

  it('has the children of a node in ascending order, each node once', () => {
    fc.assert(
      fc.property(sortedWords, (words) => {
        const { firstChild, letter, word } = WordTrie.of(words);
        expect(firstChild.length).toBe(letter.length + 1);
        expect(firstChild[letter.length]).toBe(letter.length);
        for (let node = 0; node < letter.length; node++) {
          const children = letter.slice(firstChild[node], firstChild[node + 1]);
          expect([...children]).toEqual([...new Set(children)].sort((a, b) => a - b));
        }
        expect(word.filter((number) => number !== 0).sort()).toEqual(
          Uint32Array.from(words, (_, i) => i + 1),
        );
      }),
    );
  });
});
