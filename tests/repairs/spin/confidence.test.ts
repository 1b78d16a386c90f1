import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, evidenceOf, harmOf } from '../../../src/repairs/spin/confidence.js';
import type { SpunPrior } from '../../../src/repairs/spin/forms.js';
import type { FormPlace } from '../../../src/repairs/spin/places.js';
import type { SpinRepairer } from '../../../src/repairs/spin/repairer.js';
import { EVIDENCE_NAMES, type SpinCalibration, type SpinWeights } from '../../../src/repairs/spin/weights.js';
import { judge, repairerOf, spunWith, weightsOf } from './judging.js';

type EvidenceName = (typeof EVIDENCE_NAMES)[number];

const LINES = [
  'high minister | prime minister | noun',
  'best friend | friend | noun | spun',
  'pal | friend | noun | spun',
  'caller | friend | noun | spun',
];

/** Evidence by name; what is not named is nothing. */
function evidence(named: Partial<Record<EvidenceName, number>>): number[] {
  return EVIDENCE_NAMES.map((name) => (name === 'Bias' ? 1 : (named[name] ?? 0)));
}

/** What is found about the edges of the likeliest reading of a text, by name. */
function found(text: string, repairer: SpinRepairer, prior: SpunPrior = spunWith(0)) {
  const judged = judge(text, repairer, prior);
  return judged.path.map((edge, position) => {
    const values = evidenceOf(position, judged.placeOf[edge] as FormPlace, judged, prior, repairer);
    expect(values).toHaveLength(EVIDENCE_NAMES.length);
    return Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [name, values[i] as number])) as Record<
      EvidenceName,
      number
    >;
  });
}

const first = (text: string, repairer: SpinRepairer, prior?: SpunPrior) => found(text, repairer, prior)[0];

describe('the evidence about an edge', () => {
  const repairer = repairerOf(LINES, {
    statistics: {
      pairs: new Map([['pal\tfriend', [9, 0]]]),
      forms: new Map([
        ['friend', { replaced: [10, 0], kept: [0, 10], substitute: 0 }],
        ['pal', { replaced: [3, 3], kept: [0, 0], substitute: 9 }],
      ]),
    },
  });

  it('has one finite number for each name, and the constant', () => {
    const edges = found('The high minister met a pal, a caller and a best friend.', repairer);
    expect(edges).toHaveLength(4);
    for (const edge of edges) {
      expect(Object.values(edge).every(Number.isFinite)).toBe(true);
      expect(edge.Bias).toBe(1);
    }
  });

  it('tells what the decoder believes, of the reading and of the words that stand', () => {
    const sure = first('A pal.', repairer);
    const unsure = first('A pal.', repairerOf(LINES, { weights: { bias: 6 } }));
    expect(sure?.Posterior).toBeGreaterThan(unsure?.Posterior as number);
    expect(sure?.Kept).toBeLessThan(unsure?.Kept as number);
  });

  it('stays finite however sure the decoder is', () => {
    const edge = first('A pal.', repairerOf(LINES, { weights: { bias: 5000 } }));
    expect(edge?.Posterior).toBeLessThan(20);
    expect(edge?.Kept).toBeGreaterThan(-20);
  });

  it('tells phrases, pairs that parallel text has shown, and how often the form stands', () => {
    const [phrase, pal, again] = found('A best friend, a pal and a pal.', repairer);
    expect([phrase?.Phrase, pal?.Phrase]).toEqual([1, 0]);
    expect([phrase?.Learnt, pal?.Learnt]).toEqual([0, 1]);
    expect([phrase?.Repeated, pal?.Repeated, again?.Repeated]).toEqual([0, Math.log(2), Math.log(2)]);
  });

  it('tells how the spinner of that setting treats the standard and the form', () => {
    const [more, less] = [0, 1].map((setting) => first('A pal.', repairer, spunWith(setting)));
    expect(more?.Lost).toBeGreaterThan(less?.Lost as number);
    const [pal, caller] = found('A pal, a caller.', repairer);
    expect(pal?.Share).toBeGreaterThan(caller?.Share as number);
    // The table would have replaced the author’s own pal.
    expect(pal?.Known).toBeGreaterThan(caller?.Known as number);
  });

  it('does not depend on what a nat of the words that are kept counts', () => {
    const known = [0.3, 1, 4].map((kept) => first('A pal.', repairerOf(LINES, { weights: { kept } }))?.Known);
    for (const nats of known) expect(nats).toBeCloseTo(known[0] as number);
  });
});

describe('the confidence in an edge', () => {
  const sound = { onlySpun: false };
  const spun = { onlySpun: true };

  it('grows with what speaks for it', () => {
    const weights = weightsOf({ surePosterior: 0.5, sureShare: 0.2 });
    const confidence = (named: Partial<Record<EvidenceName, number>>) =>
      confidenceOf({ evidence: evidence(named), ...sound }, spunWith(0), weights);
    expect(confidence({})).toBe(0.5);
    expect(confidence({ Posterior: 3 })).toBeGreaterThan(confidence({ Posterior: 1 }));
    expect(confidence({ Posterior: 3, Share: -4 })).toBeLessThan(confidence({ Posterior: 3, Share: -1 }));
  });

  it('is, where the entry holds in spun documents only, no surer than that the text was spun', () => {
    const at = (probability: number, kind: { onlySpun: boolean }) =>
      confidenceOf({ evidence: evidence({ Posterior: 2 }), ...kind }, spunWith(0, probability), weightsOf());
    expect(at(0.5, spun)).toBeCloseTo(at(1, spun) / 2);
    expect(at(0, spun)).toBe(0);
    expect([at(0, sound), at(0.5, sound)]).toEqual([at(1, sound), at(1, sound)]);
    expect(at(1, spun)).toBe(at(1, sound));
  });
});

describe('the harm that an edge may do', () => {
  it('is nothing where the entry says that nobody writes so', () => {
    const weights = weightsOf({ soundBias: 5 });
    expect(harmOf({ evidence: evidence({}), onlySpun: false }, weights)).toBe(0);
    expect(harmOf({ evidence: evidence({}), onlySpun: true }, weights)).toBeGreaterThan(0.9);
  });

  it('has weights of its own', () => {
    const weights = weightsOf({ surePosterior: 1, soundKept: 1, soundBias: 0 });
    const doubtful = { evidence: evidence({ Posterior: -1, Kept: -6 }), onlySpun: true };
    // Two standards fit, but nobody believes that the words are the author’s.
    expect(confidenceOf(doubtful, spunWith(0), weights)).toBeLessThan(0.3);
    expect(harmOf(doubtful, weights)).toBeLessThan(0.01);
  });
});

describe('both regressions', () => {
  it('give probabilities, whatever the evidence and the weights', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const names = EVIDENCE_NAMES.flatMap(
      (name) => [`sure${name}`, `sound${name}`] as (keyof SpinCalibration)[],
    );
    fc.assert(
      fc.property(
        fc.array(number, { minLength: EVIDENCE_NAMES.length, maxLength: EVIDENCE_NAMES.length }),
        fc.record(Object.fromEntries(names.map((name) => [name, number]))),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, calibration, onlySpun, probability) => {
          const weights = weightsOf(calibration as Partial<SpinWeights>);
          const edge = { evidence: values, onlySpun };
          for (const p of [confidenceOf(edge, spunWith(0, probability), weights), harmOf(edge, weights)]) {
            expect(p).toBeGreaterThanOrEqual(0);
            expect(p).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });
});
