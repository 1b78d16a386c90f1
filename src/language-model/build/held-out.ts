import { NOTHING, walkTrigrams } from './counting.js';
import { type Ngrams, trigramProbability } from './ngrams.js';

/** Rounds of expectation maximisation; the weight is settled to three places long before. */
const ROUNDS = 40;

/**
 * The share of model `one` in a mixture with `other` under which held-out text is likeliest, by expectation maximisation
 * (Jelinek and Mercer, "Interpolated estimation of Markov source parameters from sparse data", 1980). Only words that
 * both models know are asked about.
 */
export function likeliestWeight(
  one: Ngrams,
  other: Ngrams,
  stream: Int32Array,
  numbers: Uint16Array,
): number {
  const ratios: number[] = [];
  walkTrigrams(stream, numbers, (first, second, word) => {
    if (one.unigram[word] === 0 || other.unigram[word] === 0) return;
    const before = first === NOTHING ? 0 : first;
    const last = second === NOTHING ? 0 : second;
    const p = trigramProbability(one, before, last, word);
    ratios.push(trigramProbability(other, before, last, word) / p);
  });
  let weight = 0.5;
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (const ratio of ratios) sum += weight / (weight + (1 - weight) * ratio);
    weight = sum / ratios.length;
  }
  return weight;
}
