import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Inflection, inflect, Lemmas, WordClass } from '../../src/lexicon/lemmas.js';
import { type Shares, Thesaurus } from '../../src/lexicon/thesaurus.js';
import { compileThesaurus } from '../../tools/thesaurus/compile.js';
import { fitChoices, logSoftmax } from '../../tools/thesaurus/conditional-logit.js';

const { Noun, Verb, Adjective } = WordClass;

const SHARES: Shares = {
  past: Math.log(0.25),
  participle: Math.log(0.75),
  singular: Math.log(0.8),
  plural: Math.log(0.2),
  own: Math.log(0.4),
  form: Math.log(0.6),
};

/** Words with their parts of speech; `mass` have no plural. */
const WORDS: Record<string, number> = {
  permit: Noun | Verb,
  allow: Verb,
  licence: Noun,
  give: Verb,
  law: Noun,
  legislation: Noun,
  rule: Noun | Verb,
  big: Adjective,
  large: Adjective,
  meeting: Noun,
  meet: Verb,
  session: Noun,
  encounter: Verb,
  however: 0,
  but: 0,
};

/** Neighbours with their probabilities. */
const LINKS: Record<string, Record<string, number>> = {
  permit: { allow: 0.5, licence: 0.25, give: 0.125 },
  law: { legislation: 0.5, rule: 0.3 },
  legislation: { law: 0.6, rule: 0.2 },
  big: { large: 0.9 },
  meeting: { session: 0.5 },
  meet: { encounter: 0.5 },
  however: { but: 0.9 },
};

function compile(): Uint8Array {
  const words = Object.keys(WORDS);
  return compileThesaurus({
    words,
    partsOfSpeech: Object.values(WORDS),
    mass: words.map((word) => (word === 'legislation' ? 1 : 0)),
    links: words.map((word) =>
      Object.entries(LINKS[word] ?? {}).map(([neighbour, probability]) => ({
        target: words.indexOf(neighbour),
        score: Math.log(probability),
      })),
    ),
    shares: SHARES,
  });
}

const thesaurus = new Thesaurus(compile());
const neighboursOf = (word: string) => thesaurus.neighbours(word).map((neighbour) => neighbour.word);
const probabilityOf = (word: string, neighbour: string) =>
  Math.exp(thesaurus.neighbours(word).find((found) => found.word === neighbour)?.score ?? -99);

describe('Thesaurus', () => {
  it('gives the neighbours of a lemma, likeliest first, with the logarithms of their probabilities', () => {
    expect(neighboursOf('permit')).toEqual(['allow', 'licence', 'give']);
    expect(probabilityOf('permit', 'licence')).toBeCloseTo(0.25, 2);
  });

  it('inflects neighbours as the word is, and leaves out those that have no such form', () => {
    expect(neighboursOf('permitting')).toEqual(['allowing', 'giving']);
    expect(neighboursOf('bigger')).toEqual(['larger']);
    expect(neighboursOf('biggest')).toEqual(['largest']);
  });

  it('gives the neighbours of all readings: a plural noun and a verb', () => {
    expect(neighboursOf('permits').sort()).toEqual(['allows', 'gives', 'licences']);
    expect(neighboursOf('meeting')).toEqual(['encountering', 'session']);
    expect(probabilityOf('meeting', 'session')).toBeCloseTo(0.4 * 0.5, 2);
  });

  it('offers past and participle where a word can be both, each with its share', () => {
    expect(neighboursOf('permitted')).toEqual(['allowed', 'given', 'gave']);
    expect(probabilityOf('permitted', 'given') / probabilityOf('permitted', 'gave')).toBeCloseTo(3, 1);
  });

  it('shares the probability of a lemma among the neighbours that have the inflection', () => {
    // Of 0.875, noun and verb together, the verbs had 0.625.
    expect(probabilityOf('permitting', 'allowing')).toBeCloseTo(0.7, 1);
  });

  it('knows that some nouns have no plural', () => {
    expect(neighboursOf('laws')).toEqual(['legislation', 'rules']);
    expect(neighboursOf('legislation')).toEqual(['law', 'rule', 'laws', 'rules']);
  });

  it('ignores letter case and knows function words', () => {
    expect(neighboursOf('However')).toEqual(['but']);
    expect(neighboursOf('LAWS')).toEqual(neighboursOf('laws'));
  });

  it('has nothing for unknown words, phrases and emptiness', () => {
    for (const word of [
      '',
      ' ',
      'zebra',
      'zebras',
      'big law',
      "law's",
      'constructor',
      '__proto__',
      '\0',
      '\ud800',
    ])
      expect(neighboursOf(word)).toEqual([]);
  });

  it('takes any text without a word being its own neighbour or a score above certainty', () => {
    const endings = fc.constantFrom('', 's', 'es', 'ed', 'ing', 'er', 'est', 'ted', 'ting');
    const word = fc.oneof(
      fc.string(),
      fc.tuple(fc.constantFrom(...Object.keys(WORDS)), endings).map(([lemma, ending]) => lemma + ending),
    );
    fc.assert(
      fc.property(word, (text) => {
        for (const neighbour of thesaurus.neighbours(text)) {
          expect(neighbour.word).not.toBe(text);
          expect(neighbour.score).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('answers at once for a word of millions of letters', () => {
    const word = `${'re'.repeat(2_000_000)}ed`;
    const start = performance.now();
    expect(neighboursOf(word)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('refuses damaged bytes', () => {
    const bytes = compile();
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] as number) ^ 1;
    expect(() => new Thesaurus(bytes)).toThrow(/damaged/);
    expect(() => new Thesaurus(new Uint8Array(8))).toThrow(/EMENDTHE/);
  });

  it('is compiled to the same bytes each time', () => {
    expect(compile()).toEqual(compile());
  });
});

describe('Lemmas', () => {
  const lemmas = new Lemmas();
  const known = new Set(
    'be have take undertake stop carry die panic child man crisis wife policy good make hope'.split(' '),
  );

  it.each([
    ['was', 'be'],
    ['has', 'have'],
    ['taken', 'take'],
    ['undertook', 'undertake'],
    ['stopped', 'stop'],
    ['carries', 'carry'],
    ['dying', 'die'],
    ['panicked', 'panic'],
    ['children', 'child'],
    ['men', 'man'],
    ['crises', 'crisis'],
    ['wives', 'wife'],
    ['policies', 'policy'],
    ['better', 'good'],
    ['making', 'make'],
    ['hoped', 'hope'],
  ])('%s is a form of %s', (form, lemma) => {
    const readings = lemmas.readingsOf(form, (word) => known.has(word));
    expect(readings.map((reading) => reading.lemma)).toContain(lemma);
  });

  it.each(['hoped', 'hopping', 'takes off', 'manes'])('%s is no form of stop, hop or man', (word) => {
    const readings = lemmas.readingsOf(word, (lemma) => ['stop', 'man'].includes(lemma));
    expect(readings).toEqual([]);
  });

  it('finds the inflection of every form that it makes', () => {
    for (const lemma of known) {
      for (let inflection: number = Inflection.Plural; inflection <= Inflection.Superlative; inflection++) {
        const form = inflect(lemma, inflection);
        if (form === undefined || form === lemma) continue;
        expect(lemmas.readingsOf(form, (word) => known.has(word))).toContainEqual({ lemma, inflection });
      }
    }
  });
});

describe('fitChoices', () => {
  it('finds the weights behind choices that were made by them', () => {
    // Of two rows the first has the evidence and is chosen three times out of four: odds of 3.
    const evidence = Float64Array.of(1, 0);
    const choices = Array.from({ length: 4000 }, (_, i) => ({ evidence, chosen: i % 4 === 0 ? 1 : 0 }));
    const weights = fitChoices(choices, 1);
    expect(weights[0]).toBeCloseTo(Math.log(3), 2);
    expect(Math.exp(logSoftmax(evidence, weights)[0] as number)).toBeCloseTo(0.75, 2);
  });
});
