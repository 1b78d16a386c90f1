import { bigramProbability, type Ngrams, normalise } from './ngrams.js';

/*
 * Relative-entropy pruning: Stolcke, "Entropy-based pruning of backoff language models", DARPA Broadcast News
 * Transcription and Understanding Workshop, 1998. An n-gram goes when the model hardly changes without it. Contexts
 * are weighed by how often they stand in the texts, not by the model's own lower orders, which under Kneser-Ney do
 * not say how often (Chelba et al., "Study on interaction between entropy pruning and Kneser-Ney smoothing", 2010).
 */

/** Bytes of a bigram and of a trigram in the file: the loss is weighed against them. */
const BIGRAM_BYTES = 6.25;
const TRIGRAM_BYTES = 3;

/** The model without the n-grams that matter least, so that those left take at most `bytes`. */
export function prune(model: Ngrams, bytes: number): Ngrams {
  if (model.bigram.length * BIGRAM_BYTES + model.trigram.length * TRIGRAM_BYTES <= bytes) return model;
  const bigramLoss = new Float32Array(model.bigram.length);
  const trigramLoss = new Float32Array(model.trigram.length);
  measure(model, bigramLoss, trigramLoss);
  let low = -40;
  let high = 0;
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (sizeAt(model, bigramLoss, trigramLoss, Math.exp(middle)) > bytes) low = middle;
    else high = middle;
  }
  return cut(model, bigramLoss, trigramLoss, Math.exp(high));
}

/** For each n-gram the relative entropy, per byte, that goes with it (equation 3 of the paper). */
function measure(model: Ngrams, bigramLoss: Float32Array, trigramLoss: Float32Array): void {
  for (let first = 0; first <= model.size; first++) {
    const from = model.bigramFirst[first] as number;
    const to = model.bigramFirst[first + 1] as number;
    let explicit = 0;
    let lowerSum = 0;
    for (let i = from; i < to; i++) {
      explicit += model.bigram[i] as number;
      lowerSum += model.unigram[model.bigramWord[i] as number] as number;
    }
    const share = model.unigramShare[first] as number;
    const weight = model.unigramBackoff[first] as number;
    for (let i = from; i < to; i++) {
      const second = model.bigramWord[i] as number;
      const lower = model.unigram[second] as number;
      const p = model.bigram[i] as number;
      bigramLoss[i] = (share * loss(p, lower, weight, explicit, lowerSum)) / BIGRAM_BYTES;
      measureTrigrams(model, i, second, trigramLoss);
    }
  }
}

function measureTrigrams(model: Ngrams, context: number, second: number, trigramLoss: Float32Array): void {
  const from = model.trigramFirst[context] as number;
  const to = model.trigramFirst[context + 1] as number;
  let explicit = 0;
  let lowerSum = 0;
  for (let k = from; k < to; k++) {
    const lower = bigramProbability(model, second, model.trigramWord[k] as number);
    trigramLoss[k] = lower;
    explicit += model.trigram[k] as number;
    lowerSum += lower;
  }
  const share = model.bigramShare[context] as number;
  const weight = model.bigramBackoff[context] as number;
  for (let k = from; k < to; k++) {
    const p = model.trigram[k] as number;
    const change = loss(p, trigramLoss[k] as number, weight, explicit, lowerSum);
    trigramLoss[k] = (share * change) / TRIGRAM_BYTES;
  }
}

function loss(p: number, lower: number, weight: number, explicit: number, lowerSum: number): number {
  const left = Math.max(1 - explicit, 1e-6);
  const changed = (left + p) / Math.max(1 - lowerSum + lower, 1e-6);
  const shift = Math.log(changed) - Math.log(weight);
  return -(p * (Math.log(lower) + Math.log(changed) - Math.log(p)) + shift * left);
}

function sizeAt(model: Ngrams, bigramLoss: Float32Array, trigramLoss: Float32Array, least: number): number {
  let bytes = 0;
  for (let i = 0; i < bigramLoss.length; i++) {
    let trigrams = 0;
    for (let k = model.trigramFirst[i] as number; k < (model.trigramFirst[i + 1] as number); k++) {
      if ((trigramLoss[k] as number) >= least) trigrams++;
    }
    if (trigrams > 0 || (bigramLoss[i] as number) >= least) bytes += BIGRAM_BYTES;
    bytes += trigrams * TRIGRAM_BYTES;
  }
  return bytes;
}

function cut(model: Ngrams, bigramLoss: Float32Array, trigramLoss: Float32Array, least: number): Ngrams {
  const keptTrigrams = trigramLoss.reduce((kept, loss) => kept + (loss >= least ? 1 : 0), 0);
  const trigramWord = new Uint16Array(keptTrigrams);
  const trigram = new Float32Array(keptTrigrams);
  const kept: number[] = [];
  const trigramEnds: number[] = [0];
  const bigramFirst = new Uint32Array(model.size + 2);
  let at = 0;
  for (let first = 0; first <= model.size; first++) {
    for (let i = model.bigramFirst[first] as number; i < (model.bigramFirst[first + 1] as number); i++) {
      const before = at;
      for (let k = model.trigramFirst[i] as number; k < (model.trigramFirst[i + 1] as number); k++) {
        if ((trigramLoss[k] as number) < least) continue;
        trigramWord[at] = model.trigramWord[k] as number;
        trigram[at++] = model.trigram[k] as number;
      }
      if (at === before && (bigramLoss[i] as number) < least) continue;
      kept.push(i);
      trigramEnds.push(at);
    }
    bigramFirst[first + 1] = kept.length;
  }
  const pruned: Ngrams = {
    ...model,
    unigramBackoff: new Float64Array(model.size + 1),
    bigramFirst,
    bigramWord: Uint16Array.from(kept, (i) => model.bigramWord[i] as number),
    bigram: Float32Array.from(kept, (i) => model.bigram[i] as number),
    bigramBackoff: new Float32Array(kept.length),
    bigramShare: Float32Array.from(kept, (i) => model.bigramShare[i] as number),
    trigramFirst: Uint32Array.from(trigramEnds),
    trigramWord,
    trigram,
  };
  normalise(pruned);
  return pruned;
}
