import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAnchors } from '../../src/text/anchors.js';

const anchors = (left: readonly number[], right: readonly number[]) =>
  findAnchors(Int32Array.from(left), Int32Array.from(right)).map((anchor) => [anchor.left, anchor.right]);

describe('the anchors of two sequences', () => {
  it('are items that stand once in either', () => {
    // 1 stands twice on the left, 4 nowhere on the right.
    expect(anchors([1, 2, 1, 3, 4], [1, 2, 3])).toEqual([
      [1, 1],
      [3, 2],
    ]);
    expect(anchors([1, 2, 3], [1, 5, 3])).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });

  it('are no items below 0', () => {
    expect(anchors([-1, 2], [-1, 2])).toEqual([[1, 1]]);
  });

  it('keep their order in both, and are all items of a sequence without repeats beside itself', () => {
    const sequence = fc.uniqueArray(fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(sequence, sequence, (left, right) => {
        expect(anchors(left, left)).toHaveLength(left.length);
        let last = [-1, -1];
        for (const [i = -1, j = -1] of anchors(left, right)) {
          expect(left[i]).toBe(right[j]);
          expect(i > (last[0] as number) && j > (last[1] as number)).toBe(true);
          last = [i, j];
        }
      }),
    );
  });
});
