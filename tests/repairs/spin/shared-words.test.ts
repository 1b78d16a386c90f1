import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedWords } from '../../../src/repairs/spin/shared-words.js';

function cut(a: string, b: string): [string, string] {
  const { before, after } = sharedWords(a, b);
  return [a.slice(before, a.length - after), b.slice(before, b.length - after)];
}

describe('words that two phrases share at their borders', () => {
  it.each([
    ['hostage unencumber', 'hostage release', 'unencumber', 'release'],
    ['within the area', 'in the area', 'within', 'in'],
    ['the safety chief said', 'the security chief said', 'safety', 'security'],
    ['to assist', 'to help', 'assist', 'help'],
    ['with out', 'without', 'with out', 'without'],
    ['the top', 'the', 'the top', 'the'],
    ['in the back of', 'behind', 'in the back of', 'behind'],
    ['a a', 'a', 'a a', 'a'],
  ])('of "%s" and "%s" leave "%s" and "%s"', (a, b, shortA, shortB) => {
    expect(cut(a, b)).toEqual([shortA, shortB]);
  });

  it('are the same on both sides, and leave a word on either', () => {
    const phrase = fc
      .array(fc.constantFrom('a', 'b', 'cc'), { minLength: 1, maxLength: 5 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(phrase, phrase, (a, b) => {
        const { before, after } = sharedWords(a, b);
        expect(a.slice(0, before)).toBe(b.slice(0, before));
        expect(a.slice(a.length - after)).toBe(b.slice(b.length - after));
        const [left, right] = cut(a, b);
        expect(left.trim()).not.toBe('');
        expect(right.trim()).not.toBe('');
      }),
    );
  });
});
