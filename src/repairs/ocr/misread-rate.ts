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

/**
 * Estimates the share of misread words by expectation and maximisation: what the decoder expects to be misread tells the prior, and the prior tells
 * the decoder. Starts low, so that words nobody knows do not make a sound text look misread; leaves the lattice and the posteriors at the last estimate.
 *
 * @param words number of words of the text
 * @returns share of the words, 0 to 1
 */
export function estimateRate(
  lattice: Lattice,
  decoded: Decoded,
  proposals: readonly Proposal[],
  words: number,
  weights: OcrWeights,
): number {
  let rate = weights.priorRate;
  let bias = rateBias(rate, weights);
  for (let round = 0; round < ROUNDS; round++) {
    let expected = weights.priorRate * weights.priorWords;
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
