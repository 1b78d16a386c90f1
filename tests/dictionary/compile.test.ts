import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDictionary } from '../../src/dictionary/compile.js';
import { expandEntry } from '../../src/dictionary/expand.js';
import { CandidateFlag } from '../../src/dictionary/format.js';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { ReversalDictionary } from '../../src/dictionary/reversal-dictionary.js';
import { UNKNOWN_SETTING } from '../../src/dictionary/spinner-table.js';
import { NO_STATISTICS } from '../../src/dictionary/statistics.js';
import { candidatesOf, dictionaryOf, entriesOf, matchesOf, readingsOf } from './compiled.js';

const LINES = [
  'high minister | prime minister | noun',
  'best friend | ally | noun | near: key; not: dog',
  'best friend | partner | noun | spun',
  'white area | White House | name',
  'barter | negotiate | verb | spun',
  'pal | ally | noun',
];

/** Number of the form that a term is. */
function formOf(term: string, dictionary: ReversalDictionary): number {
  const whole = matchesOf(term, dictionary).filter(({ from }) => from === 0);
  return whole.at(-1)?.form as number;
}

describe('a compiled dictionary', () => {
  const dictionary = dictionaryOf(LINES);

  it('gives back every form with what it stands for', () => {
    for (const entry of entriesOf(LINES)) {
      for (const { spun, standard } of expandEntry(entry)) {
        const standards = candidatesOf(dictionary, formOf(spun, dictionary)).map((c) =>
          dictionary.standard(c),
        );
        expect(standards).toContain(standard);
      }
    }
  });

  it('names the rule of every candidate by its lemma', () => {
    const form = formOf('high ministers', dictionary);
    expect(candidatesOf(dictionary, form).map((c) => dictionary.rule(c))).toEqual([
      'spin/en/test:high minister',
    ]);
  });

  it('numbers the standard of a candidate as the matcher does', () => {
    const [ally] = candidatesOf(dictionary, formOf('pal', dictionary)) as [number];
    expect(dictionary.standardForm(ally)).toBe(formOf('ally', dictionary));
    expect(dictionary.standardForm(ally)).toBeGreaterThan(dictionary.spunForms);
    expect(dictionary.forms).toBeGreaterThan(dictionary.spunForms);
  });

  it('knows the words, flags and contexts of its forms', () => {
    const [ally, partner] = candidatesOf(dictionary, formOf('best friend', dictionary)) as [number, number];
    const [house] = candidatesOf(dictionary, formOf('white area', dictionary)) as [number];
    expect(dictionary.formWords(formOf('best friend', dictionary))).toBe(2);
    expect([ally, partner, house].map((c) => dictionary.flags(c))).toEqual([
      0,
      CandidateFlag.OnlySpun,
      CandidateFlag.Name,
    ]);
    expect(dictionary.context(ally)).toBeGreaterThan(0);
    expect([dictionary.context(partner), dictionary.context(house)]).toEqual([0, 0]);
  });

  it('carries the weights it was given', () => {
    expect([...dictionary.weights]).toEqual([1, 2, 3]);
  });

  it('gives spun forms a gain, a membership and shares, and standard forms a loss, in every setting', () => {
    const [spun, standard] = [formOf('high minister', dictionary), formOf('prime minister', dictionary)];
    expect(dictionary.membership(spun)).toBeGreaterThan(0);
    for (let setting = 0; setting <= UNKNOWN_SETTING; setting++) {
      expect(dictionary.gain(spun, setting)).toBeGreaterThan(0);
      expect(dictionary.share(dictionary.firstCandidate(spun), setting)).toBeGreaterThan(0);
      expect([dictionary.gain(standard, setting), dictionary.loss(spun, setting)]).toEqual([0, 0]);
      expect(dictionary.loss(standard, setting)).toBeGreaterThan(0);
    }
  });

  it('keeps what was counted in one setting apart from the other', () => {
    const counted = dictionaryOf(LINES, {
      ...NO_STATISTICS,
      pairs: new Map([['high minister\tprime minister', [9, 0]]]),
      forms: new Map([
        ['prime minister', { replaced: [9, 0], kept: [0, 9], substitute: 0 }],
        ['high minister', { replaced: [0, 0], kept: [0, 0], substitute: 9 }],
      ]),
    });
    const [spun, standard] = [formOf('high minister', counted), formOf('prime minister', counted)];
    const candidate = counted.firstCandidate(spun);
    expect(counted.loss(standard, 0)).toBeGreaterThan(0.9);
    expect(counted.loss(standard, 1)).toBeLessThan(0.1);
    expect(counted.gain(spun, 0)).toBeGreaterThan(counted.gain(spun, 1));
    expect(counted.membership(spun)).toBe(1);
    expect(counted.share(candidate, 0)).toBeGreaterThan(dictionary.share(candidate, 0));
    expect(counted.flags(candidate)).toBe(CandidateFlag.Learnt);
  });

  it('takes a form that is frequent in sound text less for a substitute', () => {
    const gain = (times: number) => {
      const background = new Map([['pal', times]]);
      const counted = dictionaryOf(LINES, { ...NO_STATISTICS, background, backgroundWords: 1_000_000 });
      return counted.gain(formOf('pal', counted), 0);
    };
    expect(gain(1000)).toBeLessThan(gain(10) / 5);
  });

  it('tells candidates that were made of a synonym group, and which side was its head', () => {
    const { entries } = parseDictionary('pos\twords\nnoun\tally | comrade\n', 'en/groups/test');
    const opened = new ReversalDictionary(compileDictionary(entries, NO_STATISTICS, []));
    const flags = (form: string) => opened.flags(opened.firstCandidate(formOf(form, opened)));
    expect(flags('comrades')).toBe(CandidateFlag.OnlySpun | CandidateFlag.Grouped);
    expect(flags('ally')).toBe(CandidateFlag.OnlySpun | CandidateFlag.GroupedHead);
  });

  it('prefers an entry of its own to the same pair of a synonym group', () => {
    const group = parseDictionary('pos\twords\nnoun\tally | pal\n', 'en/groups/test').entries;
    for (const entries of [
      [...entriesOf(['pal | ally | noun']), ...group],
      [...group, ...entriesOf(['pal | ally | noun'])],
    ]) {
      const opened = new ReversalDictionary(compileDictionary(entries, NO_STATISTICS, []));
      const candidates = candidatesOf(opened, formOf('pal', opened));
      expect(candidates.map((c) => [opened.rule(c), opened.flags(c)])).toEqual([['spin/en/test:pal', 0]]);
    }
  });

  it('is the same bytes for the same entries', () => {
    const compile = () => compileDictionary(entriesOf(LINES), NO_STATISTICS, [1]);
    expect(compile()).toEqual(compile());
  });

  it('has the same readings in whatever order its entries stand', () => {
    const text = 'The high ministers bartered with the best friend, a pal, an ally, in the White Area.';
    const expected = readingsOf(text, dictionary).map(sorted);
    fc.assert(
      fc.property(fc.shuffledSubarray(LINES, { minLength: LINES.length }), (shuffled) => {
        expect(readingsOf(text, dictionaryOf(shuffled)).map(sorted)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the wider one of two entries that say the same, and both where their contexts differ', () => {
    const wide = 'best friend | ally | fixed';
    const spun = 'best friend | ally | noun | spun';
    const near = 'best friend | ally | noun | near: key; spun';
    const kept = (...lines: string[]) => {
      const opened = dictionaryOf(lines);
      return candidatesOf(opened, formOf('best friend', opened)).map((ally) => [
        opened.context(ally) === 0 ? 'anywhere' : 'near',
        opened.flags(ally) === 0 ? 'always' : 'spun',
      ]);
    };
    for (const lines of [
      [wide, spun],
      [spun, wide],
    ]) {
      expect(kept(...lines)).toEqual([['anywhere', 'always']]);
    }
    expect(kept(wide, near)).toEqual([
      ['anywhere', 'always'],
      ['near', 'spun'],
    ]);
  });

  it('of no entries matches nothing', () => {
    const empty = dictionaryOf([]);
    expect([empty.spunForms, empty.forms, matchesOf('any text at all', empty)]).toEqual([0, 0, []]);
  });

  it('is refused when it is damaged', () => {
    const bytes = compileDictionary(entriesOf(LINES), NO_STATISTICS, []);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] as number) ^ 1;
    expect(() => new ReversalDictionary(bytes)).toThrow(/damaged/);
    expect(() => new ReversalDictionary(new Uint8Array(8))).toThrow(/not a file of the kind EMENDDIC/);
  });
});

function sorted(reading: string): string {
  const [found, standards = ''] = reading.split(' → ');
  return `${found} → ${standards.split(', ').sort().join(', ')}`;
}
