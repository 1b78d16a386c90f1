import { describe, expect, it } from 'vitest';
import {
  Channel,
  LetterChannel,
  parseConfusions,
  type Setting,
} from '../../../../src/repairs/ocr/channel/confusions.js';
import { shippedConfusions } from '../shipped.js';

const code = (letter: string) => letter.charCodeAt(0);
const nats = (rate: number) => -Math.log(rate / 10_000);
const TABLE = 'true\tseen\trate\nh\tb\t20\nm\trn\t5\ne\tε\t30\nε\t.\t7\n␣\tε\t111\nε\t-␣\t6\nH\tII\t4\n';

describe('a table of confusions', () => {
  it('is read row by row, ε for nothing and ␣ for a space', () => {
    expect(parseConfusions(TABLE)).toEqual([
      { truth: 'h', seen: 'b', rate: 20 },
      { truth: 'm', seen: 'rn', rate: 5 },
      { truth: 'e', seen: '', rate: 30 },
      { truth: '', seen: '.', rate: 7 },
      { truth: ' ', seen: '', rate: 111 },
      { truth: '', seen: '- ', rate: 6 },
      { truth: 'H', seen: 'II', rate: 4 },
    ]);
  });

  it('may have its header alone', () => {
    expect(parseConfusions('true\tseen\trate\n')).toEqual([]);
  });

  it('tells the cost of a row in nats, and another where there is none', () => {
    const channel = new Channel(parseConfusions(TABLE));
    expect(channel.cost(' ', '', 99)).toBeCloseTo(nats(111));
    expect(channel.cost('h', 'b', 99)).toBeCloseTo(nats(20));
    expect(channel.cost('b', 'h', 99)).toBe(99);
  });
});

/** A channel for one setting, of `true>seen` rows with the rate 100. */
function channelOf(setting: Setting, ...rows: string[]): LetterChannel {
  return new LetterChannel(
    rows.map((row) => {
      const [truth = '', seen = ''] = row.split('>');
      return { truth, seen, rate: 100 };
    }),
    setting,
  );
}

describe('what letters are read as', () => {
  it.each([
    ['inside', 'h>b', true],
    ['inside', 'H>B', false],
    ['start', 'h>b', true],
    ['start', 'H>B', true],
    ['capitals', 'h>b', false],
    ['capitals', 'H>B', true],
    ['inside', "'>b", true],
    ['capitals', '->b', true],
    ['inside', '7>b', false],
  ] as const)('in the setting %s takes %s from the table: %s', (setting, row, isTaken) => {
    const truth = row.charAt(0).toLowerCase();
    const swap = channelOf(setting, row).seenAs(code(row.charAt(2))).swaps[code(truth)] as number;
    const general = channelOf(setting).seenAs(code(row.charAt(2))).swaps[code(truth)] as number;
    if (isTaken) expect(swap).toBeCloseTo(nats(100), 4);
    else expect(swap).toBe(general);
  });

  it.each([
    ['inside', ['rn', 'li', 'II', 'Ii', 'a b'], ['rn', 'li']],
    ['start', ['rn', 'li', 'II', 'Ii', 'a b'], ['rn', 'li', 'Ii']],
    ['capitals', ['rn', 'li', 'II', 'Ii', 'a b'], ['II']],
  ] as const)(
    'in the setting %s has groups in its own case, and none over blanks',
    (setting, truths, taken) => {
      const { seen, truth, cost } = channelOf(setting, ...truths.map((group) => `${group}>x`)).seenAs(
        code('x'),
      ).groups;
      expect(truth).toEqual(taken.map((group) => group.toLowerCase()));
      expect(seen).toEqual(taken.map(() => 'x'));
      for (const each of cost) expect(each).toBeCloseTo(nats(100));
    },
  );

  it('costs nothing where a letter was read as itself', () => {
    expect(channelOf('inside').seenAs(code('e')).swaps[code('e')]).toBe(0);
    expect(channelOf('capitals').seenAs(code('E')).swaps[code('e')]).toBe(0);
    for (const letter of 'eE') expect(channelOf('start').seenAs(code(letter)).swaps[code('e')]).toBe(0);
    expect(channelOf('inside').seenAs(code("'")).swaps[code("'")]).toBe(0);
  });

  it('costs something in the wrong case, but less than another letter', () => {
    for (const [setting, letter] of [
      ['inside', 'E'],
      ['capitals', 'e'],
    ] as const) {
      const costs = channelOf(setting).seenAs(code(letter)).swaps;
      expect(costs[code('e')]).toBeGreaterThan(0);
      expect(costs[code('e')]).toBeLessThan(costs[code('o')] as number);
    }
  });

  it('takes what is not listed for dearer than what is', () => {
    const channel = channelOf('inside', 'e>c', 'e>', '>.');
    expect(channel.seenAs(code('c')).swaps[code('e')]).toBeLessThan(
      channel.seenAs(code('q')).swaps[code('e')] as number,
    );
    const { lost } = channel.seenAs(code('q'));
    expect(lost[code('e')]).toBeLessThan(lost[code('z')] as number);
    expect(channel.seenAs(code('.')).added).toBeLessThan(channel.seenAs(code('z')).added);
    expect(channel.seenAs(code('q')).leastShort).toBeCloseTo(nats(100), 4);
  });

  it('takes the cheapest of rows that say the same', () => {
    const channel = new LetterChannel(
      [5, 50, 20].map((rate) => ({ truth: 'e', seen: 'c', rate })),
      'inside',
    );
    expect(channel.seenAs(code('c')).swaps[code('e')]).toBeCloseTo(nats(50), 4);
  });

  it('never reads a letter in place of a blank', () => {
    const costs = channelOf('inside', 'e>c').seenAs(0x20).swaps;
    for (const letter of 'aezé') expect(costs[code(letter)]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('the table that ships', () => {
  const confusions = shippedConfusions();

  it('has rates between 0 and 10,000, and each row once', () => {
    expect(confusions.length).toBeGreaterThan(100);
    for (const { rate } of confusions) expect(rate > 0 && rate < 10_000).toBe(true);
    expect(new Set(confusions.map(({ truth, seen }) => `${truth}\t${seen}`)).size).toBe(confusions.length);
  });

  it('confuses nothing with itself', () => {
    expect(confusions.filter(({ truth, seen }) => truth === seen)).toEqual([]);
  });

  it.each([
    ['e', 'c'],
    ['h', 'b'],
    [' ', ''],
    ['', ' '],
    ['m', 'rn'],
  ])('knows that %j is read as %j', (truth, seen) => {
    expect(confusions.some((row) => row.truth === truth && row.seen === seen)).toBe(true);
  });
});
