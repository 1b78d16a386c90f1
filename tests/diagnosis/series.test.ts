import { describe, expect, it } from 'vitest';
import { confusionSeries, misreadSignals } from '../../src/diagnosis/misread.js';
import type { Edit } from '../../src/text/edit.js';

/** Edits of words that stand one after the other. */
function editsOf(
  ...pairs: [original: string, replacement: string, rule?: string, confidence?: number][]
): Edit[] {
  let at = 0;
  return pairs.map(([original, replacement, rule = 'letters', confidence = 0.9]) => {
    const start = at;
    at += original.length + 1;
    const end = start + original.length;
    return { start, end, original, replacement, repair: 'ocr', rule: `ocr/${rule}`, confidence };
  });
}

describe('the series of a document', () => {
  it('are the confusions that come back, commonest first, with the words that they were first seen in', () => {
    const edits = editsOf(
      ['modem', 'modern'],
      ['tbe', 'the'],
      ['tbe', 'the'],
      ['bave', 'have'],
      ['wbich', 'which'],
      ['bas', 'has'],
      ['rnodem', 'modern'],
      ['cat', 'oat'],
    );
    expect(confusionSeries(edits)).toEqual([
      { truth: 'h', seen: 'b', count: 5, examples: ['tbe', 'bave', 'wbich'] },
      { truth: 'rn', seen: 'm', count: 2, examples: ['modem', 'rnodem'] },
    ]);
  });

  it('have blanks that were lost or gained, and letters', () => {
    const edits = editsOf(
      ['ofthe', 'of the'],
      ['inthe', 'in the'],
      ['re\nport', 'report'],
      ['th ing', 'thing'],
    );
    expect(confusionSeries(edits)).toEqual([
      { truth: ' ', seen: '', count: 2, examples: ['ofthe', 'inthe'] },
      { truth: '', seen: ' ', count: 2, examples: ['re port', 'th ing'] },
    ]);
  });

  it('have no hyphens that the width of a line asked for, and nothing that is no letter for letter', () => {
    expect(
      confusionSeries(editsOf(['re-\nport', 'report', 'hyphen'], ['go-\ning', 'going', 'hyphen'])),
    ).toEqual([]);
    expect(confusionSeries(editsOf(['qqqqq', 'house'], ['qqqqq', 'house']))).toEqual([]);
    const long = 'x'.repeat(1_000_000);
    expect(confusionSeries(editsOf([long, 'y'], [long, 'y']))).toEqual([]);
  });
});

describe('the signals of misreading', () => {
  it('are the words whose edits weigh most together, where they stand first', () => {
    const edits = editsOf(
      ['bave', 'have', 'letters', 0.6],
      ['tbe', 'the'],
      ['tbe', 'the'],
      ['re-\nport', 'report', 'hyphen'],
    );
    const signals = misreadSignals(edits);
    expect(signals).toEqual([
      { damage: 'misread', text: 'tbe', count: 2, weight: expect.closeTo(2 * Math.log(9)), start: 5 },
      { damage: 'misread', text: 'bave', count: 1, weight: expect.closeTo(Math.log(1.5)), start: 0 },
    ]);
  });

  it('stay finite where edits are certain, and are few', () => {
    const edits = editsOf(
      ...Array.from({ length: 9 }, (_, i): [string, string, string, number] => [
        `w${i}`,
        'x',
        'letters',
        i % 2,
      ]),
    );
    const signals = misreadSignals(edits);
    expect(signals).toHaveLength(4);
    expect(signals.every(({ weight }) => Number.isFinite(weight))).toBe(true);
  });
});
