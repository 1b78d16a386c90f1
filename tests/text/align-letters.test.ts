import fc from 'fast-check';
import levenshtein from 'fast-levenshtein';
import { describe, expect, it } from 'vitest';
import { alignLetters } from '../../src/text/align-letters.js';

const letters = fc.string({ unit: fc.constantFrom(...'abcd '), maxLength: 40 });

describe('aligning letter by letter', () => {
  it('finds the stretches that differ', () => {
    expect(alignLetters('the modern port', 'tbe modem porrt')).toEqual([
      { truth: 'h', seen: 'b', at: 1 },
      { truth: 'rn', seen: 'm', at: 8 },
      { truth: '', seen: 'r', at: expect.any(Number) },
    ]);
    expect(alignLetters('same', 'same')).toEqual([]);
    expect(alignLetters('', 'new')).toEqual([{ truth: '', seen: 'new', at: 0 }]);
  });

  it('gives stretches that make the one text of the other, by a shortest way', () => {
    fc.assert(
      fc.property(letters, letters, (truth, seen) => {
        const hunks = alignLetters(truth, seen) ?? [];
        let made = '';
        let at = 0;
        for (const hunk of hunks) {
          expect(truth.startsWith(hunk.truth, hunk.at)).toBe(true);
          made += truth.slice(at, hunk.at) + hunk.seen;
          at = hunk.at + hunk.truth.length;
        }
        expect(made + truth.slice(at)).toBe(seen);
        const size = hunks.reduce((sum, hunk) => sum + Math.max(hunk.truth.length, hunk.seen.length), 0);
        expect(size).toBe(levenshtein.get(truth, seen));
      }),
    );
  });

  it('gives up what would need much memory', () => {
    expect(alignLetters('a'.repeat(100_000), 'a')).toBeUndefined();
  });
});
