import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backgroundRate,
  type DictionaryStatistics,
  NO_STATISTICS,
  parseRows,
  parseStatistics,
} from '../../src/dictionary/statistics.js';

describe('parseStatistics', () => {
  const statistics = parseStatistics({
    pairs: '# a comment\nbest friend\tally\t12\t3\nbest friend\tpartner\t0\t1\n',
    forms: '# another\nally\t14\t2\t1\t30\t5\nbest friend\t0\t0\t9\t8\t20\n',
    background: '# words 5600\n# more\nally\t300\nbest friend\t40\n',
  });

  it('reads pairs by setting', () => {
    expect([...statistics.pairs]).toEqual([
      ['best friend\tally', [12, 3]],
      ['best friend\tpartner', [0, 1]],
    ]);
  });

  it('reads what became of forms: lost and kept by setting, and put in for others', () => {
    expect(statistics.forms.get('ally')).toEqual({ replaced: [14, 2], kept: [1, 30], substitute: 5 });
    expect(statistics.forms.get('best friend')).toEqual({ replaced: [0, 0], kept: [9, 8], substitute: 20 });
    expect(statistics.forms.get('partner')).toBeUndefined();
  });

  it('reads the sound text and the number of its words', () => {
    expect(statistics.background.get('ally')).toBe(300);
    expect(statistics.backgroundWords).toBe(5600);
  });

  it('reads empty tables as nothing seen', () => {
    expect(parseStatistics({ pairs: '', forms: '', background: '' })).toEqual(NO_STATISTICS);
  });
});

describe('parseRows', () => {
  it('gives the cells of lines, without comments and empty lines', () => {
    expect(parseRows('# a\tb\n\nbest friend\t1\t\nally\t2')).toEqual([
      ['best friend', '1', ''],
      ['ally', '2'],
    ]);
  });
});

describe('the rate of a form in sound text', () => {
  const seen = (form: string, times: number, backgroundWords = 1_000_000): DictionaryStatistics => ({
    ...NO_STATISTICS,
    background: new Map([[form, times]]),
    backgroundWords,
  });

  it('is its number in a million words', () => {
    const often = backgroundRate('ally', seen('ally', 400, 2_000_000));
    expect(often).toBeGreaterThanOrEqual(200);
    expect(often).toBeLessThan(205);
  });

  it('is a little for forms that were never seen, the less the more words they have', () => {
    const rates = ['ally', 'best friend', 'a best friend', 'a very best friend', 'a very best friend of'].map(
      (form) => backgroundRate(form, NO_STATISTICS),
    );
    expect(Math.min(...rates)).toBeGreaterThan(0);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rates[1]).toBeLessThan((rates[0] as number) / 2);
  });

  it('is positive and finite whatever was counted, and grows with the count', () => {
    const times = fc.nat(1_000_000);
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 1000 }), fc.nat(100_000_000), (count, more, words) => {
        const rate = backgroundRate('ally', seen('ally', count, words));
        expect(rate).toBeGreaterThan(0);
        expect(rate).toBeLessThan(Number.POSITIVE_INFINITY);
        expect(backgroundRate('ally', seen('ally', count + more, words))).toBeGreaterThan(rate);
      }),
    );
  });
});
