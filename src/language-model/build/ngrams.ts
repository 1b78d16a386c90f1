/**
 * A trigram model while it is being built: words are numbered 1 to `size`, probabilities are linear. The n-grams form
 * a trie: the bigrams of a first word and the trigrams of a bigram are ranges, sorted by their last word.
 */
export interface Ngrams {
  /** Number of words. */
  readonly size: number;
  /** P(w) by word; 0 at index 0 and for words that the model does not know. */
  readonly unigram: Float64Array;
  /** Back-off weight of each word as a context. */
  readonly unigramBackoff: Float64Array;
  /** First bigram of each first word; `size + 2` numbers. */
  readonly bigramFirst: Uint32Array;
  readonly bigramWord: Uint16Array;
  readonly bigram: Float32Array;
  readonly bigramBackoff: Float32Array;
  /** How often the context occurs, as a share of all tokens: pruning weighs its loss by it. */
  readonly bigramShare: Float32Array;
  /** The same for each word. */
  readonly unigramShare: Float64Array;
  /** First trigram of each bigram; one more than there are bigrams. */
  readonly trigramFirst: Uint32Array;
  readonly trigramWord: Uint16Array;
  readonly trigram: Float32Array;
}

/** Index of `word` in the sorted stretch [from, to) of `words`, or -1. */
export function indexOf(words: Uint16Array, from: number, to: number, word: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low < to && words[low] === word ? low : -1;
}

/** Index of the bigram `first second`, or -1. */
export function findBigram(model: Ngrams, first: number, second: number): number {
  const { bigramFirst, bigramWord } = model;
  return indexOf(bigramWord, bigramFirst[first] as number, bigramFirst[first + 1] as number, second);
}

/** P(second | first). */
export function bigramProbability(model: Ngrams, first: number, second: number): number {
  const index = findBigram(model, first, second);
  if (index >= 0) return model.bigram[index] as number;
  return (model.unigramBackoff[first] as number) * (model.unigram[second] as number);
}

/** P(word | first second). */
export function trigramProbability(model: Ngrams, first: number, second: number, word: number): number {
  const context = findBigram(model, first, second);
  if (context < 0) return bigramProbability(model, second, word);
  const from = model.trigramFirst[context] as number;
  const to = model.trigramFirst[context + 1] as number;
  const index = indexOf(model.trigramWord, from, to, word);
  if (index >= 0) return model.trigram[index] as number;
  return (model.bigramBackoff[context] as number) * bigramProbability(model, second, word);
}

/** Sets all back-off weights so that the probabilities after every context sum to one. */
export function normalise(model: Ngrams): void {
  const { bigramFirst, bigramWord, trigramFirst, trigramWord } = model;
  for (let first = 0; first <= model.size; first++) {
    const from = bigramFirst[first] as number;
    const to = bigramFirst[first + 1] as number;
    let explicit = 0;
    let lower = 0;
    for (let i = from; i < to; i++) {
      explicit += model.bigram[i] as number;
      lower += model.unigram[bigramWord[i] as number] as number;
    }
    model.unigramBackoff[first] = backoff(explicit, lower);
  }
  for (let first = 0; first <= model.size; first++) {
    for (let i = bigramFirst[first] as number; i < (bigramFirst[first + 1] as number); i++) {
      const second = bigramWord[i] as number;
      let explicit = 0;
      let lower = 0;
      for (let k = trigramFirst[i] as number; k < (trigramFirst[i + 1] as number); k++) {
        explicit += model.trigram[k] as number;
        lower += bigramProbability(model, second, trigramWord[k] as number);
      }
      model.bigramBackoff[i] = backoff(explicit, lower);
    }
  }
}

/** What remains of the mass above, shared by what remains below; both kept off zero, where rounding would put them. */
function backoff(explicit: number, lower: number): number {
  if (explicit === 0) return 1;
  return Math.max(1 - explicit, 1e-6) / Math.max(1 - lower, 1e-6);
}
