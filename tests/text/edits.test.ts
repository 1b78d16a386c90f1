import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../src/text/edit.js';
import {
  applyEdits,
  checkEdits,
  composeEdits,
  filterEdits,
  offsetsBefore,
  revertEdits,
} from '../../src/text/edits.js';

function edit(start: number, original: string, replacement: string, more: Partial<Edit> = {}): Edit {
  const end = start + original.length;
  return { start, end, original, replacement, repair: 'spin', rule: 'spin/test', confidence: 0.9, ...more };
}

/** Any valid list of edits of a text: every place may be kept, replaced, deleted, or inserted at. */
function editsOf(text: string, repair: Edit['repair'] = 'spin'): fc.Arbitrary<Edit[]> {
  const step = fc.record({
    skip: fc.nat(4),
    length: fc.nat(3),
    replacement: fc.string({ unit: 'binary', maxLength: 3 }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  return fc.array(step, { maxLength: 12 }).map((steps) => {
    const edits: Edit[] = [];
    let at = 0;
    for (const { skip, length, replacement, confidence } of steps) {
      const start = at + skip;
      const end = Math.min(start + length, text.length);
      const before = edits.at(-1);
      const isSecondInsertion = start === end && before?.start === start && before.end === start;
      if (start > text.length || isSecondInsertion) continue;
      const original = text.slice(start, end);
      edits.push({ start, end, original, replacement, repair, rule: `${repair}/x`, confidence });
      at = end;
    }
    return edits;
  });
}

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
const textAndEdits = anyText.chain((text) => editsOf(text).map((edits) => ({ text, edits })));
const twoStages = textAndEdits.chain(({ text, edits }) =>
  editsOf(applyEdits(text, edits), 'ocr').map((second) => ({ text, first: edits, second })),
);

describe('applyEdits', () => {
  it('replaces, deletes and inserts', () => {
    const edits = [edit(0, 'a', 'an'), edit(2, 'best friend', 'ally'), edit(13, '', '.')];
    expect(applyEdits('a best friend', edits)).toBe('an ally.');
  });

  it('gives a text without edits back as it is', () => {
    fc.assert(fc.property(anyText, (text) => applyEdits(text, []) === text));
  });

  it('refuses edits of another text', () => {
    expect(() => applyEdits('a good friend', [edit(2, 'best', 'x')])).toThrow(/edit 0 at 2-6 .* has "good"/);
  });
});

describe('checkEdits', () => {
  it.each([
    ['unsorted edits', [edit(5, 'f', ''), edit(0, 'a', '')], /edit 1 at 0-1 .* sort/],
    ['overlapping edits', [edit(0, 'abc', ''), edit(2, 'cd', '')], /edit 1 at 2-4 .* overlaps edit 0 at 0-3/],
    ['two insertions at one place', [edit(1, '', 'x'), edit(1, '', 'y')], /overlaps/],
    ['an edit after the end', [edit(5, 'fg', '')], /ends after the text, which has 6/],
    ['a wrong original', [edit(1, 'x', '')], /expects "x", but the text has "b"/],
    ['a negative start', [edit(-1, 'x', '')], /no valid range/],
    ['a fractional start', [edit(0.5, 'x', '')], /no valid range/],
    [
      'a range that is not the length of its original',
      [{ ...edit(1, 'b', ''), end: 3 }],
      /spans 2 code units/,
    ],
  ])('refuses %s', (_, edits, message) => {
    expect(() => checkEdits('abcdef', edits)).toThrow(RangeError);
    expect(() => checkEdits('abcdef', edits)).toThrow(message);
  });

  it('accepts an insertion before and one after a replaced stretch', () => {
    expect(() => checkEdits('abc', [edit(1, '', 'x'), edit(1, 'b', 'y'), edit(2, '', 'z')])).not.toThrow();
  });
});

describe('revertEdits', () => {
  it('gives the input back', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        expect(revertEdits(applyEdits(text, edits), edits)).toBe(text);
      }),
    );
  });

  it('refuses a text that the edits did not make', () => {
    expect(() => revertEdits('an enemy', [edit(2, 'best friend', 'ally')])).toThrow(
      /cannot be undone: .* " ene"/,
    );
    expect(() => revertEdits('a', [edit(2, 'b', 'c')])).toThrow(/cannot be undone/);
  });
});

describe('composeEdits', () => {
  it('does in one step what two stages do', () => {
    fc.assert(
      fc.property(twoStages, ({ text, first, second }) => {
        const composed = composeEdits(first, second);
        expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, first), second));
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no edit that changes nothing, and undoing the second stage undoes everything', () => {
    fc.assert(
      fc.property(textAndEdits, ({ text, edits }) => {
        const output = applyEdits(text, edits);
        let shift = 0;
        const back = edits.map((one) => {
          const start = one.start + shift;
          shift += one.replacement.length - one.original.length;
          return edit(start, one.replacement, one.original);
        });
        const sound = back.every((one, i) => i === 0 || one.start !== back[i - 1]?.start);
        fc.pre(sound);
        expect(applyEdits(output, back)).toBe(text);
        expect(composeEdits(edits, back).filter((one) => one.original === one.replacement)).toEqual([]);
      }),
    );
  });

  it('moves edits that stand apart into the input and leaves them else as they are', () => {
    const first = [edit(0, 'a', 'the')];
    const second = [edit(4, 'dog', 'cat', { because: 'it meows' })];
    expect(composeEdits(first, second)).toEqual([first[0], { ...second[0], start: 2, end: 5 }]);
  });

  it('merges edits of one place into one that tells both', () => {
    const first = [edit(2, 'best friend', 'ally', { rule: 'spin/a', confidence: 0.8, because: 'spun word' })];
    const second = [edit(0, 'a ally', 'an ally', { rule: 'spin/article', because: 'a before a vowel' })];
    expect(composeEdits(first, second)).toEqual([
      {
        start: 0,
        end: 13,
        original: 'a best friend',
        replacement: 'an ally',
        repair: 'spin',
        rule: 'spin/a + spin/article',
        confidence: 0.8,
        because: 'spun word, then: a before a vowel',
      },
    ]);
  });

  it('writes the alternatives of the later edit out over the merged place', () => {
    const first = [edit(0, 'ab', 'xy', { confidence: 0.5 })];
    const second = [edit(1, 'yc', 'z', { alternatives: [{ replacement: 'w', confidence: 0.7 }] })];
    expect(composeEdits(first, second)).toMatchObject([
      {
        original: 'abc',
        replacement: 'xz',
        confidence: 0.5,
        alternatives: [{ replacement: 'xw', confidence: 0.5 }],
      },
    ]);
  });

  it('drops a place that the second stage puts back', () => {
    expect(composeEdits([edit(1, 'b', 'x')], [edit(1, 'x', 'b')])).toEqual([]);
  });

  it('refuses a second stage that was made for another text', () => {
    expect(() => composeEdits([edit(0, 'ab', 'xy')], [edit(1, 'qc', 'z')])).toThrow(/does not fit/);
  });

  it('is linear in the edits', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => edit(i, 'a', 'b'));
    const again = Array.from({ length: 100_000 }, (_, i) => edit(2 * i, 'bb', 'c'));
    expect(composeEdits(many, again)).toHaveLength(100_000);
  });
});

describe('filterEdits', () => {
  const spin = edit(0, 'a', 'b', { rule: 'spin/en/politics:high minister', confidence: 0.7 });
  const layout = edit(1, '', ' ', { repair: 'layout', rule: 'layout/glued-sentence', confidence: 0.99 });
  const merged = edit(2, 'c', 'd', {
    rule: 'layout/glued-caption + spin/en/grammar:was once',
    confidence: 0.8,
  });
  const all = [spin, layout, merged];

  it('keeps everything without options', () => expect(filterEdits(all)).toEqual(all));
  it('drops what is not sure enough', () =>
    expect(filterEdits(all, { minConfidence: 0.8 })).toEqual([layout, merged]));
  it('keeps only a repair', () => expect(filterEdits(all, { only: ['spin'] })).toEqual([spin]));
  it('keeps an edit of two repairs where both are named', () =>
    expect(filterEdits(all, { only: ['spin', 'layout'] })).toEqual(all));
  it('drops a repair, and what it had a part in', () =>
    expect(filterEdits(all, { skip: ['layout'] })).toEqual([spin]));
  it('takes the beginning of a rule', () => {
    expect(filterEdits(all, { only: ['spin/en/politics'] })).toEqual([spin]);
    expect(filterEdits(all, { skip: ['spin/en/'] })).toEqual([layout]);
    expect(filterEdits(all, { skip: ['spin/en/politics:high minister'] })).toEqual([layout, merged]);
  });
  it('does not take half a name for a beginning', () =>
    expect(filterEdits(all, { only: ['spin/en/pol'] })).toEqual([]));
});

describe('offsetsBefore', () => {
  it('tells where places of the text after edits stood before them', () => {
    // “a bb c” became “a xyz c”, then a word went: “a xyz”.
    const before = offsetsBefore([edit(2, 'bb', 'xyz'), edit(4, ' c', '')]);
    expect([0, 2, 3, 5].map(before)).toEqual([0, 2, 4, 4]);
    expect(offsetsBefore([])(7)).toBe(7);
  });
});
