import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstEditAfter, originalOf } from '../../src/learning/parallel.js';
import { documentOf } from './documents.js';

const document = documentOf('a {best friend<ally} of {the state<Qatar} {left<went}');

/** The original of the first place where a stretch stands in the spun text. */
function original(stretch: string): string | undefined {
  const start = document.spun.indexOf(stretch);
  return originalOf(document, start, start + stretch.length, firstEditAfter(document, start));
}

describe('originalOf', () => {
  it.each([
    ['best friend', 'ally'],
    ['of', 'of'],
    ['a best friend of', 'a ally of'],
    ['best friend of the state left', 'ally of Qatar went'],
    [' ', ' '],
  ])('gives what stood in place of "%s"', (stretch, expected) => {
    expect(original(stretch)).toBe(expected);
  });

  it.each(['best', 'friend', 'friend of', 'of the', 'state left', 'est frien'])(
    'gives nothing for "%s", which a substitution reaches over',
    (stretch) => {
      expect(original(stretch)).toBeUndefined();
    },
  );
});

describe('firstEditAfter', () => {
  it('finds the first edit that ends behind an offset', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3))), fc.nat(60), (steps, offset) => {
        let at = 0;
        const edits = steps.map(([gap, length]) => {
          const start = at + gap;
          at = start + length;
          return { start, end: at, clean: '' };
        });
        const index = edits.findIndex(({ end }) => end > offset);
        const expected = index === -1 ? edits.length : index;
        expect(firstEditAfter({ id: '', spun: '', edits }, offset)).toBe(expected);
      }),
    );
  });
});
