/**
 * What each kind of evidence counts, in nats; fitted on parallel text by `npm run fit` and shipped as data
 * (dictionaries/en/statistics/weights.tsv), never typed in.
 */
interface SpinEvidenceWeights {
  /** A nat of the language model. */
  readonly languageModel: number;
  /** A nat of log P(spun form | standard, replaced). */
  readonly channel: number;
  /** A nat of log P(standard is replaced). */
  readonly lost: number;
  /** A nat of log P(the spun form is put in for others). */
  readonly member: number;
  /** A nat of log P(kept), of the words that are kept. */
  readonly kept: number;
  /** The standard still stands in the article as the author's own word. */
  readonly standardStands: number;
  /** "an finish": an article before the form that fits the standard only, or the form only. */
  readonly articleBetrays: number;
  readonly articleSpoilt: number;
  /** The entry asks for words near the form, which are there. */
  readonly near: number;
  /** The entry asks for words right before or after the form, which are there. */
  readonly beside: number;
  /** The entry says that the form is never right English. */
  readonly never: number;
  /** Parallel text has shown the pair. */
  readonly learnt: number;
  /** The pair is a guess: a member of a synonym group for its head, or the head for a member. */
  readonly grouped: number;
  readonly groupedHead: number;
  /** Each word that the standard has more than the form. */
  readonly longer: number;
  /** The form has several words. */
  readonly phrase: number;
  readonly bias: number;
  /** Share of the evidence of an occurrence that other occurrences of the form believe. */
  readonly sharing: number;
  /** How surely a standard that one form stands for is not what another form of the article stands for, 0 to 1. */
  readonly exclusive: number;
}

/** What is found about an edge of the likeliest reading; see confidence.ts. */
export const EVIDENCE_NAMES = [
  'Posterior',
  'Kept',
  'Lost',
  'Known',
  'Share',
  'Learnt',
  'Phrase',
  'Repeated',
  'Bias',
] as const;

/** Weights of two logistic regressions on that evidence: that the edge is right, and that the words are the author's own. */
export type SpinCalibration = Readonly<
  Record<`sure${(typeof EVIDENCE_NAMES)[number]}` | `sound${(typeof EVIDENCE_NAMES)[number]}`, number>
>;

export type SpinWeights = SpinEvidenceWeights & SpinCalibration;

const DECODER_NAMES = [
  'languageModel',
  'channel',
  'lost',
  'member',
  'kept',
  'standardStands',
  'articleBetrays',
  'articleSpoilt',
  'near',
  'beside',
  'never',
  'learnt',
  'grouped',
  'groupedHead',
  'longer',
  'phrase',
  'bias',
  'sharing',
  'exclusive',
] as const satisfies readonly (keyof SpinEvidenceWeights)[];

/** Names of all weights in the order in which a compiled dictionary holds them. */
export const SPIN_WEIGHT_NAMES: readonly (keyof SpinWeights)[] = [
  ...DECODER_NAMES,
  ...EVIDENCE_NAMES.map((name) => `sure${name}` as const),
  ...EVIDENCE_NAMES.map((name) => `sound${name}` as const),
];

/** The weights as a compiled dictionary holds them. */
export function readSpinWeights(values: Float32Array): SpinWeights {
  return Object.fromEntries(
    SPIN_WEIGHT_NAMES.map((name, i) => [name, values[i] as number]),
  ) as unknown as SpinWeights;
}
