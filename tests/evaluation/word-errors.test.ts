import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoringTokens } from '../../src/evaluation/reading.js';
import { editDistance, wordErrorRate } from '../../src/evaluation/word-errors.js';

/** The textbook table, without band or trimming. */
function plainDistance(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, word] of a.entries()) {
    const next = [i + 1];
    for (const [j, other] of b.entries()) {
      next.push(
        Math.min(
          (row[j] as number) + (word === other ? 0 : 1),
          (row[j + 1] as number) + 1,
          (next[j] as number) + 1,
        ),
      );
    }
    row = next;
  }
  return row[b.length] as number;
}

describe('the word error rate', () => {
  it('divides the words to change by the words of the reference', () => {
    // Replace "High", insert "was"; the reference has 5 words and a full stop.
    expect(wordErrorRate('The High Minister there.', 'The Prime Minister was there.')).toBeCloseTo(2 / 6, 12);
  });

  it('ignores case, and counts marks as words', () => {
    expect(wordErrorRate('THE END', 'the end')).toBe(0);
    expect(wordErrorRate('the end.', 'the end')).toBe(1 / 2);
  });

  it('exceeds 1 where there is more to drop than to keep, and is finite without a reference', () => {
    expect(wordErrorRate('a b c', 'd')).toBe(3);
    expect(wordErrorRate('a b', '')).toBe(2);
    expect(wordErrorRate('', '')).toBe(0);
  });

  it('is taken over words with inner apostrophes, dots and hyphens, and over single marks', () => {
    expect(scoringTokens('The U.S. isn’t "re-elected"_now… 3.5%')).toEqual([
      ...['the', 'u.s', '.', 'isn’t', '"', 're-elected', '"', 'now', '…', '3.5', '%'],
    ]);
  });

  it('takes blanks, letters and digits as the reference scorer does', () => {
    // U+0085 and U+001C are blanks to Python, U+FEFF is a mark; ² and Ⅷ are digits, a combining accent is a mark.
    expect(scoringTokens('a\u0085b\u001cc\ufeffd')).toEqual(['a', 'b', 'c', '\ufeff', 'd']);
    expect(scoringTokens('x² Ⅷ e\u0301')).toEqual(['x²', 'ⅷ', 'e', '\u0301']);
    expect(scoringTokens('😀\ud83d')).toEqual(['😀', '\ud83d']);
  });

  it('survives words of any length', () => {
    for (const piece of ['a', 'a.', '𝒜', 'é’', '😀', ' ', '.-']) {
      expect(scoringTokens(piece.repeat(1_000_000)).length).toBeGreaterThanOrEqual(0);
    }
    expect(scoringTokens('𝒜'.repeat(2000))).toEqual(['𝒜'.repeat(2000)]);
    expect(scoringTokens("a'b’c.d-e- 'f' -g--h.")).toEqual([
      ...["a'b’c.d-e", '-', "'", 'f', "'", '-', 'g', '-', '-', 'h', '.'],
    ]);
  });

  it('is the shortest way, however far apart the texts are', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 80 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(editDistance(a, b)).toBe(plainDistance(a, b));
      }),
      { numRuns: 300 },
    );
  });

  it('of long texts that differ little takes little time', () => {
    const words = Array.from({ length: 200_000 }, (_, i) => `w${i % 5000}`);
    const changed = words.map((word, i) => (i % 2000 === 0 ? 'x' : word));
    expect(editDistance(changed, words)).toBe(100);
  });
});
