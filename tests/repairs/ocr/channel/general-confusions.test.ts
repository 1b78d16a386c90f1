import { describe, expect, it } from 'vitest';
import { withGeneral } from '../../../../src/repairs/ocr/channel/general-confusions.js';

describe('a table with what looks alike in any print', () => {
  const rateOf = (table: ReturnType<typeof withGeneral>, truth: string, seen: string) =>
    table.find((row) => row.truth === truth && row.seen === seen)?.rate;

  it('has ligatures, digits and strokes', () => {
    const table = withGeneral([]);
    for (const [truth, seen] of [
      ['fi', 'ﬁ'],
      ['s', '5'],
      ['m', 'rn'],
      ['', '- '],
    ] as const)
      expect(rateOf(table, truth, seen), seen).toBeGreaterThan(0);
    expect(table.every(({ rate }) => rate > 0 && rate <= 10_000)).toBe(true);
  });

  it('believes what was learnt where it is more, and has each confusion once', () => {
    const learnt = [
      { truth: 'm', seen: 'rn', rate: 300 },
      { truth: 's', seen: '5', rate: 0.1 },
      { truth: 'q', seen: 'x', rate: 7 },
    ];
    const table = withGeneral(learnt);
    expect(rateOf(table, 'm', 'rn')).toBe(300);
    expect(rateOf(table, 's', '5')).toBeGreaterThan(0.1);
    expect(rateOf(table, 'q', 'x')).toBe(7);
    expect(new Set(table.map(({ truth, seen }) => `${truth} ${seen}`)).size).toBe(table.length);
  });
});
