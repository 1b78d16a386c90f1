import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTrie } from '../../../../src/lexicon/word-trie.js';
import {
  Channel,
  type Confusion,
  type LetterChannel,
  PAIR_COST,
} from '../../../../src/repairs/ocr/channel/confusions.js';
import { LONGEST_SEEN, WordEnd, WordSearch } from '../../../../src/repairs/ocr/search/word-search.js';

/** What a search for a whole stretch finds, the cheapest cost by word. */
function find(
  words: readonly string[],
  confusions: readonly Confusion[],
  text: string,
  most: number,
  capitals = false,
): Map<string, number> {
  const search = searchOf(words, confusions);
  const mayEnd = new Uint8Array(LONGEST_SEEN + 1);
  mayEnd[text.length] = WordEnd.Whole;
  search.run(text, 0, text.length, mayEnd, { capitals, most });
  return foundBy(search, words);
}

function searchOf(words: readonly string[], confusions: readonly Confusion[]): WordSearch {
  return new WordSearch(WordTrie.of(words), new Channel(confusions));
}

function foundBy(search: WordSearch, words: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i < search.count; i++) {
    const word = words[(search.word[i] as number) - 1] as string;
    found.set(word, Math.min(search.cost[i] as number, found.get(word) ?? Number.POSITIVE_INFINITY));
  }
  return found;
}

const confusion = (truth: string, seen: string, rate = 100): Confusion => ({ truth, seen, rate });
const WORDS = ['arm', 'barn', 'clear', 'dear', 'deer', 'modern', 'modest', 'the', 'then', 'thin'];
const OCR = [
  confusion('m', 'rn'),
  confusion('d', 'cl'),
  confusion('rn', 'm'),
  confusion('h', 'b'),
  confusion('e', 'c'),
];

describe('the search for words', () => {
  it('finds a word as it stands, at no cost', () => {
    expect(find(WORDS, OCR, 'the', 5)).toEqual(new Map([['the', 0]]));
  });

  it('finds a word behind one confusion, at its cost', () => {
    expect(find(WORDS, OCR, 'tbe', 5).get('the')).toBeCloseTo(-Math.log(0.01), 4);
    expect(find(WORDS, OCR, 'arrn', 5).get('arm')).toBeCloseTo(-Math.log(0.01), 4);
    expect(find(WORDS, OCR, 'modem', 5).get('modern')).toBeCloseTo(-Math.log(0.01), 4);
  });

  it('adds up several confusions in a word', () => {
    expect(find(WORDS, OCR, 'tbc', 10).get('the')).toBeCloseTo(-2 * Math.log(0.01), 4);
    expect(find(WORDS, OCR, 'clcar', 10).get('dear')).toBeCloseTo(-2 * Math.log(0.01), 4);
  });

  it('finds nothing dearer than it was asked for', () => {
    expect(find(WORDS, OCR, 'tbc', 9).has('the')).toBe(false);
    expect(find(WORDS, OCR, 'qqqqqqq', 15)).toEqual(new Map());
  });

  it('finds words in capitals where it is told to', () => {
    const rows = [confusion('H', 'II')];
    expect(find(WORDS, rows, 'TIIE', 5, true).get('the')).toBeCloseTo(-Math.log(0.01), 4);
    expect(find(WORDS, rows, 'tIIe', 5).has('the')).toBe(false);
  });

  it('ends words only where they may end', () => {
    const search = searchOf(WORDS, []);
    const mayEnd = new Uint8Array(LONGEST_SEEN + 1);
    mayEnd[3] = WordEnd.Inside;
    search.run('then', 0, 4, mayEnd, { capitals: false, most: 5 });
    expect(foundBy(search, WORDS)).toEqual(new Map([['the', 0]]));
    expect([...search.end.subarray(0, search.count)]).toEqual([3]);
    mayEnd[4] = WordEnd.Inside;
    search.run('then', 0, 4, mayEnd, { capitals: false, most: 5 });
    expect([...foundBy(search, WORDS).keys()].sort()).toEqual(['the', 'then']);
  });

  it('begins where it is told to, and forgets the search before', () => {
    const search = searchOf(WORDS, []);
    const mayEnd = new Uint8Array(LONGEST_SEEN + 1).fill(WordEnd.Inside);
    search.run('the thin', 0, 3, mayEnd, { capitals: false, most: 5 });
    search.run('the thin', 4, 8, mayEnd, { capitals: false, most: 5 });
    expect(foundBy(search, WORDS)).toEqual(new Map([['thin', 0]]));
  });

  it('looks no farther than the longest word that it reads', () => {
    const text = 'a'.repeat(500);
    expect(find([text.slice(0, LONGEST_SEEN)], [], text, 15).size).toBe(0);
    expect(find(WORDS, OCR, '', 15).size).toBe(0);
  });
});

const LETTERS = 'abcd';
const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...LETTERS), minLength: min, maxLength: max });
const lexicon = fc
  .uniqueArray(letters(1, 5), { minLength: 1, maxLength: 12 })
  .map((words) => words.sort((a, b) => (a < b ? -1 : 1)));
/** Confusions of single letters, and letters that were lost or added. */
const table = fc.array(
  fc
    .record({
      truth: fc.constantFrom('', ...LETTERS),
      seen: fc.constantFrom('', ...LETTERS),
      rate: fc.integer({ min: 1, max: 3000 }),
    })
    .filter(({ truth, seen }) => truth !== seen),
  { maxLength: 8 },
);

/** The cheapest way from a word to what was seen, by the whole table of beginnings. */
function distance({ start, inside }: Channel, word: string, seen: string): number {
  const costs: number[][] = [];
  for (let i = 0; i <= word.length; i++) {
    // Until the first letter of the word is read, the channel is that of a word's start.
    const at: LetterChannel = i === 0 ? start : inside;
    const before: LetterChannel = i === 1 ? start : inside;
    const row: number[] = [];
    costs.push(row);
    for (let j = 0; j <= seen.length; j++) {
      let best = i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY;
      const letter = word.charCodeAt(i - 1);
      const code = seen.charCodeAt(j - 1);
      if (j > 0) best = Math.min(best, (row[j - 1] as number) + at.seenAs(code).added);
      if (i > 0)
        best = Math.min(best, (costs[i - 1]?.[j] as number) + (before.seenAs(code).lost[letter] as number));
      if (i > 0 && j > 0) {
        best = Math.min(
          best,
          (costs[i - 1]?.[j - 1] as number) + (before.seenAs(code).swaps[letter] as number),
          j > 1 ? (costs[i - 1]?.[j - 2] as number) + PAIR_COST : Number.POSITIVE_INFINITY,
        );
      }
      row.push(best);
    }
  }
  return costs[word.length]?.[seen.length] as number;
}

function expectAllWithin(
  words: readonly string[],
  rows: readonly Confusion[],
  seen: string,
  most: number,
): void {
  const channel = new Channel(rows);
  const found = find(words, rows, seen, most);
  for (const [word, cost] of found) expect(cost).toBeCloseTo(distance(channel, word, seen), 4);
  // Less what rounding may take.
  const near = words.filter((word) => distance(channel, word, seen) < most - 1e-6);
  expect([...found.keys()]).toEqual(expect.arrayContaining(near));
}

describe('the search for words, next to the whole table of edits', () => {
  it('finds nothing above the bound, and nothing cheaper than it is', () => {
    fc.assert(
      fc.property(
        lexicon,
        table,
        letters(1, 5),
        fc.integer({ min: 1, max: 16 }),
        (words, rows, seen, most) => {
          const channel = new Channel(rows);
          for (const [word, cost] of find(words, rows, seen, most)) {
            expect(cost).toBeLessThanOrEqual(most);
            expect(cost).toBeGreaterThan(distance(channel, word, seen) - 1e-4);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds just what lies within the bound, at its distance, where no letter is lost', () => {
    const kept = table.map((rows) => rows.filter(({ seen }) => seen !== ''));
    // A loss that no table lists costs more than this.
    const most = fc.double({ min: 0.5, max: 7.9, noNaN: true });
    fc.assert(fc.property(lexicon, kept, letters(1, 5), most, expectAllWithin), { numRuns: 300 });
  });

  it('goes on again from what is found to be cheaper, where letters were lost', () => {
    const rows = [confusion('d', 'b', 16), confusion('b', 'c', 5), confusion('b', '', 2097)];
    expectAllWithin(['cbd'], rows, 'acb', 16);
  });
});
