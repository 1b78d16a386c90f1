import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSettings, type Outcomes } from '../../src/learning/settings.js';

/** A document: forms that were replaced, and forms that were kept. */
function document(replaced: readonly number[], kept: readonly number[] = []): Outcomes {
  return new Map([
    ...replaced.map((form) => [form, true] as const),
    ...kept.map((form) => [form, false] as const),
  ]);
}

const settingsOf = (...documents: Outcomes[]) => [...findSettings(documents)];

describe('the settings of documents', () => {
  it('are told apart by the forms that some replace and others keep', () => {
    expect(
      settingsOf(
        document([1, 2, 3]),
        document([3], [1, 2]),
        document([1, 2], [9]),
        document([], [1, 2, 9]),
        document([2, 3]),
        document([3], [2]),
      ),
    ).toEqual([0, 1, 0, 1, 0, 1]);
  });

  it('are numbered so that setting 0 replaces more, whichever comes first', () => {
    const more = document([1, 2]);
    const less = document([], [1, 2]);
    expect(settingsOf(more, more, less, less)).toEqual([0, 0, 1, 1]);
    expect(settingsOf(less, less, more, more)).toEqual([1, 1, 0, 0]);
  });

  it('are one where nothing tells documents apart', () => {
    expect(settingsOf()).toEqual([]);
    expect(settingsOf(document([]), document([]))).toEqual([0, 0]);
    expect(settingsOf(document([1, 2], [3]), document([2], [3, 4]), document([1]))).toEqual([0, 0, 0]);
  });

  it('tell apart even documents that share no form, by way of those between them', () => {
    const settings = settingsOf(
      document([1, 2]),
      document([], [1, 2]),
      document([2, 3]),
      document([], [2, 3]),
      document([3, 4]),
      document([], [3, 4]),
      document([4]),
      document([], [4]),
    );
    expect(settings).toEqual([0, 1, 0, 1, 0, 1, 0, 1]);
  });

  it('bear a word that an editor has put back', () => {
    const forms = [1, 2, 3, 4, 5, 6];
    const settings = settingsOf(
      document(forms),
      document([], forms),
      document([1, 2, 3, 4, 5], [6]),
      document([], forms),
      document(forms),
      document([1], [2, 3, 4, 5, 6]),
    );
    expect(settings).toEqual([0, 1, 0, 1, 0, 1]);
  });

  it('are found again in documents of two settings, in whatever order they stand', () => {
    // Forms 0 to 9 tell the settings apart, 10 to 14 are replaced by both, 15 to 19 by neither.
    const documents = fc.array(
      fc.record({
        setting: fc.constantFrom(0, 1),
        telling: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], { minLength: 6 }),
        others: fc.subarray([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]),
      }),
      { minLength: 2, maxLength: 12 },
    );
    fc.assert(
      fc.property(documents, (drawn) => {
        const outcomes = drawn.map(
          ({ setting, telling, others }): Outcomes =>
            new Map([
              ...telling.map((form) => [form, setting === 0] as const),
              ...others.map((form) => [form, form < 15] as const),
            ]),
        );
        const both = new Set(drawn.map(({ setting }) => setting)).size === 2;
        expect(settingsOf(...outcomes)).toEqual(drawn.map(({ setting }) => (both ? setting : 0)));
      }),
    );
  });

  it('are 0 or 1 for every document, and the same every time, whatever became of the forms', () => {
    const outcomes = fc
      .uniqueArray(fc.tuple(fc.nat(12), fc.boolean()), { selector: ([form]) => form, maxLength: 12 })
      .map((pairs): Outcomes => new Map(pairs));
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 12 }), (documents) => {
        const settings = findSettings(documents);
        expect(settings).toHaveLength(documents.length);
        expect(settings.every((setting) => setting <= 1)).toBe(true);
        expect(findSettings(documents)).toEqual(settings);
      }),
    );
  });
});
