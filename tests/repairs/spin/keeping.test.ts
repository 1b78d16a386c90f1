import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FormCounts } from '../../../src/dictionary/statistics.js';
import { Keeping } from '../../../src/repairs/spin/keeping.js';
import { read, repairerOf, spunWith } from './judging.js';

const replaced: FormCounts = { replaced: [9, 0], kept: [0, 9], substitute: 1 };
const kept: FormCounts = { replaced: [0, 0], kept: [9, 9], substitute: 1 };

/** Setting 0 replaces "friend", "big" and "prime minister"; nothing replaces "house". */
const repairer = repairerOf(
  [
    'pal | friend | noun | spun',
    'friend | pal | noun | spun',
    'home | house | noun | spun',
    'house | home | noun | spun',
    'large | big | adjective | spun',
    'big friend | ally | noun | spun',
    'high minister | prime minister | noun | spun',
    'prime minister | premier | noun | spun',
  ],
  {
    statistics: {
      forms: new Map([
        ['friend', replaced],
        ['big', replaced],
        ['prime minister', replaced],
        ['house', kept],
        ['big friend', kept],
      ]),
    },
  },
);

interface Told {
  readonly setting?: number;
  readonly intensity?: number;
  readonly weight?: number;
  readonly isSpun?: boolean;
}

/** What it costs to keep each form of a text. */
function costsOf(text: string, { setting = 0, intensity = 1, weight = 1, isSpun = true }: Told = {}) {
  const { tokens, matches } = read(text, repairer);
  const prior = { ...spunWith(setting), intensity };
  const part = [0, matches.count] as const;
  const keeping = new Keeping(tokens, matches, part, repairer.dictionary, prior, weight, isSpun);
  return Object.fromEntries(
    Array.from({ length: matches.count }, (_, match) => [
      text.slice(tokens.start[matches.from[match] as number], tokens.end[(matches.to[match] as number) - 1]),
      keeping.cost(match),
    ]),
  );
}

describe('keeping words in a spun article', () => {
  it('costs much where the spinner’s table replaces them, hardly anything where it does not', () => {
    const { friend, house } = costsOf('A friend in a house.');
    expect(friend).toBeGreaterThan(3);
    expect(house).toBeGreaterThanOrEqual(0);
    expect(house).toBeLessThan(0.1);
  });

  it('costs what the spinner’s setting makes of them', () => {
    expect(costsOf('A friend.', { setting: 1 }).friend).toBeLessThan(0.1);
  });

  it('costs the less, the more lightly the article was spun', () => {
    const costs = [1, 0.5, 0.1].map((intensity) => costsOf('A friend.', { intensity }).friend as number);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    expect(costs[2]).toBeLessThan(0.2);
  });

  it('costs nothing in an article that is not taken to be spun', () => {
    expect(costsOf('A friend of the prime minister.', { isSpun: false })).toEqual({
      friend: 0,
      'prime minister': 0,
    });
  });

  it('costs nothing of words that spinners leave alone', () => {
    const costs = costsOf('A FRIEND and a friend’s PRIME MINISTER.');
    expect(Object.values(costs).map(Math.abs)).toEqual([0, 0, 0]);
  });

  it('costs of a phrase what its words cost, even where the table has the phrase for kept', () => {
    const costs = costsOf('A big friend.');
    expect(costs['big friend']).toBeCloseTo((costs.big as number) + (costs.friend as number));
  });

  it('costs of a phrase that the table replaces as much, though its words are none of the table', () => {
    expect(costsOf('The prime minister.')['prime minister']).toBeGreaterThan(3);
  });

  it('counts by its weight', () => {
    const text = 'A big friend of the prime minister in a house.';
    const [single, double] = [costsOf(text), costsOf(text, { weight: 2 })];
    for (const [form, cost] of Object.entries(single)) expect(double[form]).toBeCloseTo(2 * cost);
  });

  it('is finite and no gain, in whatever text', () => {
    const word = fc.constantFrom(
      'big',
      'Big',
      'BIG',
      'friend',
      'friend’s',
      'house',
      'prime',
      'minister',
      '.',
      'the',
    );
    const told = fc.record({
      setting: fc.constantFrom(0, 1, 2),
      intensity: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), told, (words, how) => {
        for (const [form, cost] of Object.entries(costsOf(words.join(' '), how))) {
          expect(cost).toBeGreaterThanOrEqual(0);
          // No word is lost for sure.
          expect(cost).toBeLessThan(5 * form.split(' ').length);
        }
      }),
    );
  });
});
