import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/evaluation/ocr/align.js';

const alignText = (left: string, right: string) => {
  const units = (text: string) => Int32Array.from(text, (letter) => letter.codePointAt(0) as number);
  const { distance, partner } = align(units(left), units(right));
  return { distance, partner: [...partner] };
};

/** The distance by the textbook's table. */
function textbookDistance(left: readonly number[], right: readonly number[]): number {
  const table = [Array.from({ length: right.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => table[i]?.[j] as number;
  for (let i = 1; i <= left.length; i++) {
    table.push([i]);
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      table[i]?.push(Math.min(at(i - 1, j - 1) + (same ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(left.length, right.length);
}

describe('the alignment of two sequences', () => {
  it('pairs what is equal, with the fewest changes', () => {
    // kitten → sitting: k to s, e to i, g inserted; i, t, t, n are paired.
    expect(alignText('kitten', 'sitting')).toEqual({ distance: 3, partner: [-1, 1, 2, 3, -1, 5, -1] });
  });

  it('pairs nothing with nothing', () => {
    expect(alignText('', '')).toEqual({ distance: 0, partner: [] });
    expect(alignText('', 'ab')).toEqual({ distance: 2, partner: [-1, -1] });
    expect(alignText('ab', '')).toEqual({ distance: 2, partner: [] });
  });

  it('gives the first of repeated items its pair, as the common beginning is taken first', () => {
    expect(alignText('a', 'aa')).toEqual({ distance: 1, partner: [0, -1] });
    expect(alignText('ba', 'aa')).toEqual({ distance: 1, partner: [-1, 1] });
  });

  it('has the distance of the textbook, and pairs equal items in order, as many as the distance allows', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 100 });
    fc.assert(
      fc.property(sequence, sequence, (left, right) => {
        const { distance, partner } = align(Int32Array.from(left), Int32Array.from(right));
        expect(distance).toBe(textbookDistance(left, right));
        const pairs = [...partner.entries()].filter(([, i]) => i >= 0);
        for (const [j, i] of pairs) expect(left[i]).toBe(right[j]);
        // The gaps between the pairs cost what is longer of both sides.
        let cost = 0;
        let last = { i: -1, j: -1 };
        for (const [j, i] of [...pairs, [right.length, left.length] as const]) {
          expect(i).toBeGreaterThan(last.i);
          cost += Math.max(i - last.i, j - last.j) - 1;
          last = { i, j };
        }
        expect(cost).toBe(distance);
      }),
      { numRuns: 300 },
    );
  });
});
