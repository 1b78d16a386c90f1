import type { Decoded } from '../../decoder/decoder.js';
import type { Lattice } from '../../decoder/lattice.js';
import type { Proposal } from './search/proposal.js';
import type { OcrWeights } from './weights.js';

/** Rounds of expectation and maximisation; the share moves by less than a tenth after them. */
const ROUNDS = 5;
/** A text in which more is wrong cannot be read at all. */
const MOST = 0.4;

/** What a share of misread words holds against every edit, next to the share that the channel was learnt at; nats. */
export function rateBias(rate: number, { bias, tableRate }: OcrWeights): number {
  return bias + logit(tableRate) - logit(Math.min(MOST, rate));
}

/** The share of misread words to expect of a text of which a share of the chunks is technical: less in those, which are full of words that nobody knows. */
export function priorRate(technical: number, weights: OcrWeights): number {
  return weights.priorRate / (1 + weights.technicalPrior * technical);
}

/** The share that {@link estimateRate} gives where it finds no word misread: less is never estimated. */
export function leastRate(words: number, prior: number, { priorWords }: OcrWeights): number {
  return (prior * priorWords) / (words + priorWords);
}

/**
 * Estimates the share of misread words by expectation and maximisation: what the decoder expects to be misread tells the prior, and the prior tells
 * the decoder. Starts low, so that words nobody knows do not make a sound text look misread; leaves the lattice and the posteriors at the last estimate.
 *
 * @param words number of words of the text
 * @param prior the share that is expected before anything is known of it
 * @returns share of the words, 0 to 1
 */
export function estimateRate(
  lattice: Lattice,
  decoded: Decoded,
  proposals: readonly Proposal[],
  words: number,
  prior: number,
  weights: OcrWeights,
): number {
  let rate = prior;
  let bias = rateBias(rate, weights);
  for (let round = 0; round < ROUNDS; round++) {
    let expected = prior * weights.priorWords;
    proposals.forEach(({ misread }, e) => {
      if (misread) expected += decoded.posterior[e] as number;
    });
    rate = expected / (words + weights.priorWords);
    const next = rateBias(rate, weights);
    proposals.forEach(({ misread }, e) => {
      if (misread) lattice.unary[e] = (lattice.unary[e] as number) + bias - next;
    });
    bias = next;
    decoded.rescore();
  }
  return rate;
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}
