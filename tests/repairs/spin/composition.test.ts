import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../../src/dictionary/compile-terms.js';
import { findMatches } from '../../../src/dictionary/match.js';
import { TermIndex } from '../../../src/dictionary/terms-index.js';
import { Composition, type TermProposal } from '../../../src/repairs/spin/composition.js';
import { articleEvidence, scoreAlone, termEvidence } from '../../../src/repairs/spin/term-evidence.js';
import { dictionaryOf, tokensOf } from '../../dictionary/compiled.js';

const dictionary = dictionaryOf([
  'profound | deep | adjective | spun',
  'profound | serious | adjective | spun',
  'brain | neural | adjective | spun',
  'organization | network | noun | spun',
  'organization | system | noun | spun',
  'irregular | random | adjective | spun',
  'woodland | forest | noun | spun',
  'far off | remote | adjective | spun',
  'detecting | sensing | fixed | spun',
  'x-beam | X-ray | noun | spun',
  'esteem | value | noun | spun',
  'ailment | disease | noun | spun',
  'extent | degree | noun | spun',
  'liberty | freedom | noun | term',
  'beam | ray | noun | near: physics; spun',
]);

const terms = new TermIndex(
  compileTerms([
    [
      'term',
      'deep neural network',
      'neural network',
      'neural system',
      'random forest',
      'remote sensing',
      'X-ray image',
      'key-value pair',
      'gamma ray',
      "Alzheimer's disease",
      'degree of freedom',
      'woodland cover',
    ].join('\n'),
  ]),
);

const composition = new Composition(dictionary, terms, () => 0.1);

function proposalsFor(text: string): TermProposal[] {
  const tokens = tokensOf(text, dictionary);
  return composition.propose(text, tokens, findMatches(dictionary, tokens));
}

/** Proposals as a person reads them: `irregular woodland → random forest`. */
function readingsOf(text: string): string[] {
  const tokens = tokensOf(text, dictionary);
  return proposalsFor(text).map(
    ({ from, to, standard }) => `${text.slice(tokens.start[from], tokens.end[to - 1])} → ${standard}`,
  );
}

describe('Composition', () => {
  it('joins what the words may stand for where the whole is a term', () => {
    expect(readingsOf('an irregular woodland')).toEqual(['irregular woodland → random forest']);
  });

  it('proposes shorter terms in longer ones, and several of one stretch', () => {
    expect(readingsOf('a profound brain organization')).toEqual([
      'profound brain organization → deep neural network',
      'brain organization → neural network',
      'brain organization → neural system',
    ]);
  });

  it('counts the words that differ', () => {
    const [proposal] = proposalsFor('a deep brain organization');
    expect(proposal).toMatchObject({ standard: 'deep neural network', words: 3, differing: 2 });
    expect(proposal?.logChannel).toBeCloseTo(2 * Math.log(0.1));
  });

  it.each([
    ['irregular woodlands', 'random forests'],
    ['extents of liberty', 'degrees of freedom'],
    ['brain organizations', 'neural networks'],
  ])('writes the plural where the stretch has it: %s', (spun, standard) => {
    expect(readingsOf(`the ${spun} here`)).toContain(`${spun} → ${standard}`);
  });

  it('takes a phrase of the dictionary for one word of a term', () => {
    expect(readingsOf('far off detecting')).toEqual(['far off detecting → remote sensing']);
  });

  it('parts words at hyphens', () => {
    expect(readingsOf('a key-esteem pair')).toEqual(['key-esteem pair → key-value pair']);
    expect(readingsOf('an x-beam image')).toEqual(['x-beam image → X-ray image']);
  });

  it('asks for no context: the term is one', () => {
    expect(readingsOf('a gamma beam')).toEqual(['gamma beam → gamma ray']);
  });

  it('knows terms with a possessive, and keeps one that follows', () => {
    expect(readingsOf("Alzheimer's ailment")).toEqual(["Alzheimer's ailment → Alzheimer's disease"]);
    expect(readingsOf("the irregular woodland's accuracy")).toEqual(["irregular woodland's → random forest"]);
  });

  it.each([
    ['a term as it should be', 'a deep neural network'],
    ['its plural', 'random forests'],
    ['words that make up no term', 'a profound woodland'],
    ['a single word', 'organization'],
    ['a border of sentences', 'It is irregular. Woodland grows.'],
    ['a comma', 'irregular, woodland'],
    ['an empty line', 'irregular\n\nwoodland'],
    ['a possessive within', "irregular's woodland"],
    ['a plural that is not the head', 'brains organization'],
    ['an address', 'irregular woodland.example'],
  ])('proposes nothing for %s', (_, text) => {
    expect(readingsOf(text)).toEqual([]);
  });

  it('leaves a part of a standing term alone, and says where a term would be broken', () => {
    expect(readingsOf('deep neural network')).toEqual([]);
    const [apart, breaking] = ['irregular woodland', 'irregular woodland cover'].map(
      (text) => proposalsFor(text)[0],
    );
    expect(apart).toMatchObject({ standard: 'random forest', breaksTerm: false });
    expect(breaking).toMatchObject({ standard: 'random forest', breaksTerm: true });
  });

  it('comes to an end on any text, in order, with proposals that fit it', () => {
    const word = fc.constantFrom(
      ...[
        'irregular',
        'woodland',
        'brain-',
        '-organization',
        "ailment's",
        'far',
        'off',
        '.',
        '\n\n',
        '-',
        'x-beam-',
      ],
      ...['\ud800', '\0', 'profound', 'brain', 'organizations', 'a-b-c-d-e-f-g-h-i-j-k'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.constantFrom(' ', ''), (parts, blank) => {
        const text = parts.join(blank);
        const tokens = tokensOf(text, dictionary);
        const proposals = composition.propose(text, tokens, findMatches(dictionary, tokens));
        let last = 0;
        for (const { from, to, differing, words } of proposals) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(tokens.count);
          expect(differing).toBeGreaterThan(0);
          expect(words).toBeGreaterThan(1);
          last = from;
        }
      }),
    );
  });

  it('takes time in line with the length of a text', () => {
    const proposalsIn = (text: string) => {
      const tokens = tokensOf(text, dictionary);
      return composition.propose(text, tokens, findMatches(dictionary, tokens)).length;
    };
    const hostile = 'profound brain organization irregular woodland ';
    // Were it quadratic, this would not end before the runner's time is up.
    expect(proposalsIn(hostile.repeat(20_000))).toBeGreaterThanOrEqual(20_000);
    expect(proposalsIn('-a'.repeat(100_000))).toBe(0);
  });
});

describe('termEvidence', () => {
  const proposal = proposalsFor('irregular woodland')[0] as TermProposal;

  it('believes a proposal the more, the less probable the words are as they stand', () => {
    expect(termEvidence(proposal, -30)).toBeGreaterThan(termEvidence(proposal, -15));
    expect(termEvidence(proposal, -30)).toBeGreaterThan(0);
    expect(termEvidence(proposal, -12)).toBeLessThan(0);
  });

  it('doubts a proposal that breaks a term', () => {
    expect(termEvidence({ ...proposal, breaksTerm: true }, -25)).toBeLessThan(termEvidence(proposal, -25));
  });

  it('believes more in a spun article and less in a sound one, within limits', () => {
    const evidence = [0, 0.05, 0.2, 0.6, 1].map(articleEvidence);
    expect(evidence).toEqual([...evidence].sort((a, b) => a - b));
    expect(evidence[0]).toBe(-2);
    expect(evidence[2]).toBe(0);
    expect(evidence[4]).toBe(2);
  });

  it('is told what a model gives words outside any context', () => {
    const seen: number[][] = [];
    const model = {
      sentenceStart: 1,
      sentenceEnd: 2,
      score(...words: [number, number, number]) {
        seen.push(words);
        return -words[2];
      },
    };
    expect(scoreAlone(model, [7, 8, 9])).toBe(-24);
    expect(seen).toEqual([
      [0, 0, 7],
      [0, 7, 8],
      [7, 8, 9],
    ]);
  });
});
