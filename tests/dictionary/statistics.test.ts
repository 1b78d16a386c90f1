import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DictionaryStatistics,
  lossOf,
  NO_STATISTICS,
  parseStatistics,
  weighForm,
} from '../../src/dictionary/statistics.js';

const PAIRS = [
  { spun: 'best friend', standard: 'ally' },
  { spun: 'best friend', standard: 'partner' },
];

function weigh(statistics: Partial<DictionaryStatistics>) {
  return weighForm(PAIRS, () => 3, { ...NO_STATISTICS, backgroundWords: 1_000_000, ...statistics });
}

const count = fc.nat(10_000);

describe('parseStatistics', () => {
  it('reads both tables and the number of background words', () => {
    const statistics = parseStatistics(
      '# a comment\nbest friend\tally\t12\nbest friend\tpartner\t3\n',
      '# background words 5600\n# more\nbest friend\t20\t1\t40\nally\t2\t14\t300\n',
    );
    expect(statistics.backgroundWords).toBe(5600);
    expect(statistics.replaced.get('best friend\tpartner')).toBe(3);
    expect(statistics.seenSpun.get('best friend')).toBe(20);
    expect(statistics.seenSound.get('ally')).toBe(14);
    expect(statistics.background.get('ally')).toBe(300);
  });

  it('reads empty tables as nothing seen', () => {
    expect(parseStatistics('', '')).toEqual(NO_STATISTICS);
  });
});

describe('weighForm', () => {
  it('gives odds and shares that are positive and finite, whatever was counted', () => {
    fc.assert(
      fc.property(fc.tuple(count, count, count, count, count), ([a, b, spun, sound, background]) => {
        const { odds, channel, gain } = weigh({
          replaced: new Map([
            ['best friend\tally', a],
            ['best friend\tpartner', b],
          ]),
          seenSpun: new Map([['best friend', spun]]),
          seenSound: new Map([['ally', sound]]),
          background: new Map([['best friend', background]]),
        });
        for (const number of [...odds, ...channel, gain]) {
          expect(number).toBeGreaterThan(0);
          expect(number).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        for (const share of channel) expect(share).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('believes a candidate the more, the oftener the form stood for it', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1000 }), (times, more) => {
        const seen = { seenSound: new Map([['ally', 20_000]]), seenSpun: new Map([['best friend', 20_000]]) };
        const less = weigh({ ...seen, replaced: new Map([['best friend\tally', times]]) });
        const oftener = weigh({ ...seen, replaced: new Map([['best friend\tally', times + more]]) });
        expect(oftener.odds[0]).toBeGreaterThan(less.odds[0] as number);
        expect(oftener.channel[0]).toBeGreaterThan(less.channel[0] as number);
        expect(oftener.gain).toBeGreaterThan(less.gain);
      }),
    );
  });

  it('believes no candidate more, the oftener the form stood for itself', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1000 }), (times, more) => {
        const less = weigh({ seenSpun: new Map([['best friend', times]]) });
        const oftener = weigh({ seenSpun: new Map([['best friend', times + more]]) });
        oftener.odds.forEach((odds, i) => {
          expect(odds).toBeLessThan(less.odds[i] as number);
        });
      }),
    );
  });

  it('prefers the candidate that is the more frequent word', () => {
    const { odds } = weigh({
      background: new Map([
        ['ally', 5],
        ['partner', 500],
      ]),
    });
    expect(odds[1]).toBeGreaterThan(odds[0] as number);
  });

  it('takes a form that is frequent in sound text less for a substitute', () => {
    const rare = weigh({});
    const frequent = weigh({ background: new Map([['best friend', 1000]]) });
    expect(frequent.gain).toBeLessThan(rare.gain);
    expect(frequent.odds[0]).toBeLessThan(rare.odds[0] as number);
  });

  it('does not mind the letter case of a standard', () => {
    const replaced = new Map([['white area\twhite house', 9]]);
    const statistics = { ...NO_STATISTICS, replaced };
    const upper = weighForm([{ spun: 'white area', standard: 'White House' }], () => 1, statistics);
    const lower = weighForm([{ spun: 'white area', standard: 'white house' }], () => 1, statistics);
    expect(upper).toEqual(lower);
  });
});

describe('lossOf', () => {
  it('is a share that grows with what was replaced', () => {
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 1000 }), count, (times, more, seen) => {
        const statistics = (replaced: number): DictionaryStatistics => ({
          ...NO_STATISTICS,
          replaced: new Map([['best friend\tally', replaced]]),
          seenSound: new Map([['ally', 20_000 + seen]]),
        });
        const less = lossOf('ally', ['best friend', 'pal'], statistics(times));
        const oftener = lossOf('ally', ['best friend', 'pal'], statistics(times + more));
        expect(less).toBeGreaterThan(0);
        expect(oftener).toBeGreaterThan(less);
        expect(oftener).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is nothing for a form that nothing stands for', () => {
    expect(lossOf('ally', [], NO_STATISTICS)).toBe(0);
  });
});
