/**
 * What each kind of evidence counts, in nats; fitted on parallel text by `npm run fit` and shipped as data
 * (dictionaries/en/statistics/weights.tsv), never typed in.
 */
export interface SpinWeights {
  /** A nat of the language model. */
  readonly languageModel: number;
  /** A nat of log P(damage | standard) over P(kept). */
  readonly channel: number;
  /** A nat of the log-odds of what the form was seen to stand for. */
  readonly direct: number;
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
  /** Each word that the standard has more than the form. */
  readonly longer: number;
  /** The form has several words. */
  readonly phrase: number;
  readonly bias: number;
  /** Share of the evidence of an occurrence that other occurrences of the form believe. */
  readonly sharing: number;
  /** How surely a standard that one form stands for is not what another form of the article stands for, 0 to 1. */
  readonly exclusive: number;
  /** Calibration of the confidence: sigmoid(slope · logit(posterior) + intercept). */
  readonly slope: number;
  readonly intercept: number;
}

/** Names of the weights in the order in which a compiled dictionary holds them. */
export const SPIN_WEIGHT_NAMES = [
  'languageModel',
  'channel',
  'direct',
  'standardStands',
  'articleBetrays',
  'articleSpoilt',
  'near',
  'beside',
  'never',
  'learnt',
  'longer',
  'phrase',
  'bias',
  'sharing',
  'exclusive',
  'slope',
  'intercept',
] as const satisfies readonly (keyof SpinWeights)[];

/** The weights as a compiled dictionary holds them. */
export function readSpinWeights(values: Float32Array): SpinWeights {
  return Object.fromEntries(
    SPIN_WEIGHT_NAMES.map((name, i) => [name, values[i] as number]),
  ) as unknown as SpinWeights;
}
