import { describe, expect, it } from 'vitest';
import { weighCandidates } from '../../src/dictionary/candidate-weights.js';
import { compileDictionary } from '../../src/dictionary/compile.js';
import { NO_STATISTICS } from '../../src/dictionary/statistics.js';
import { openDictionary } from '../../src/dictionary/user-dictionaries.js';
import { dictionaryOf, entriesOf } from './compiled.js';

const LINES = [
  'officer | official | noun | spun',
  'officer | policeman | noun | spun',
  'officer | policeman | noun | near: arrest',
  'officer | agent | noun | term',
  'friend | ally | noun',
];

/** Documents in which officials were replaced: by officers in three of four. */
const STATISTICS = {
  ...NO_STATISTICS,
  pairs: new Map([['officers\tofficials', [3, 0]]]),
  forms: new Map([['officials', { replaced: [4, 0], kept: [0, 0], substitute: 0 }]]),
};

describe('the weights of the candidates of a form', () => {
  const entries = entriesOf(LINES);
  const dictionary = dictionaryOf(LINES, STATISTICS);
  const weigh = (term: string) => entries.map(weighCandidates(term, dictionary));

  it('add up to 1, each standard counted once whatever its contexts', () => {
    const [official, policeman, near] = weigh('Officer') as [number, number, number];
    expect(near).toBe(policeman);
    expect(official + policeman).toBeCloseTo(1, 6);
  });

  it('are greater for what parallel text has shown, each inflected form for itself', () => {
    expect(weigh('officer')[0]).toBeCloseTo(0.5, 6);
    expect(weigh('officers')[0]).toBeGreaterThan(0.8);
  });

  it('are 0 for words of terms, and none for entries of other forms', () => {
    expect(weigh('officer').slice(3)).toEqual([0, undefined]);
    expect(weigh('ally')).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(weigh('')).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  it('are 0 for entries that the compiled dictionary lacks', () => {
    const [absent] = entriesOf(['officer | captain | noun']);
    expect(weighCandidates('officer', dictionary)(absent as (typeof entries)[0])).toBe(0);
  });

  it('are 0 for entries that one of the user puts out', () => {
    const text = ['spun\tstandard\tpos\twhen\tnote', 'official\tofficer\tnoun', ''].join('\n');
    const bytes = compileDictionary(entries, STATISTICS, [1, 2, 3]);
    const weightOf = weighCandidates('officer', openDictionary(bytes, [{ name: 'mine.tsv', text }]));
    expect(entries.slice(0, 2).map(weightOf)).toEqual([0, 1]);
  });
});
