import { bigramProbability, type Ngrams, normalise } from './ngrams.js';

/**
 * The linear mixture of two models over one vocabulary: every n-gram of either, with `weight` of the first model's
 * probability. After a word that only one model knows, that one decides alone. Of a word that only the first model knows
 * the second says nothing, rather than that it is impossible: it shares out only what the first leaves to the others.
 */
export function mix(one: Ngrams, other: Ngrams, weight: number): Ngrams {
  const { size } = one;
  const alone = Uint8Array.from(other.unigram, (p, id) =>
    p === 0 && (one.unigram[id] as number) > 0 ? 1 : 0,
  );
  const aloneAfter = aloneAfterWords(one, alone);
  const blend = (word: number, p: number, q: number, part: number, lone: number) =>
    alone[word] === 1 ? p : part * p + (1 - part) * (1 - lone) * q;
  let loneAnywhere = 0;
  alone.forEach((flag, id) => {
    loneAnywhere += flag * (one.unigram[id] as number);
  });
  const unigram = one.unigram.map((p, id) => blend(id, p, other.unigram[id] as number, weight, loneAnywhere));
  const unigramShare = one.unigramShare.map(
    (share, id) => weight * share + (1 - weight) * (other.unigramShare[id] as number),
  );
  const bigrams = new Growing(one.bigram.length + other.bigram.length);
  const trigrams = new Growing(one.trigram.length + other.trigram.length);
  const bigramFirst = new Uint32Array(size + 2);
  const bigramShare = new Float32Array(bigrams.capacity);
  const trigramFirst = new Uint32Array(bigrams.capacity + 1);
  const mixTrigrams = (second: number, i: number, k: number) => {
    const part = weightAfter(one, other, second, weight);
    const lone = loneAfterBigram(one, alone, aloneAfter, second, i);
    const scale = i < 0 ? 1 : (one.bigramBackoff[i] as number);
    const otherScale = k < 0 ? 1 : (other.bigramBackoff[k] as number);
    merge(
      one.trigramWord,
      range(one.trigramFirst, i),
      other.trigramWord,
      range(other.trigramFirst, k),
      (word, m, n) => {
        const p = m < 0 ? scale * bigramProbability(one, second, word) : (one.trigram[m] as number);
        const q = n < 0 ? otherScale * bigramProbability(other, second, word) : (other.trigram[n] as number);
        trigrams.push(word, blend(word, p, q, part, lone));
      },
    );
  };
  for (let first = 0; first <= size; first++) {
    const part = weightAfter(one, other, first, weight);
    const lone = aloneAfter[first] as number;
    merge(
      one.bigramWord,
      range(one.bigramFirst, first),
      other.bigramWord,
      range(other.bigramFirst, first),
      (second, i, k) => {
        const p = i < 0 ? bigramProbability(one, first, second) : (one.bigram[i] as number);
        const q = k < 0 ? bigramProbability(other, first, second) : (other.bigram[k] as number);
        bigramShare[bigrams.length] =
          weight * (one.bigramShare[i] ?? 0) + (1 - weight) * (other.bigramShare[k] ?? 0);
        bigrams.push(second, blend(second, p, q, part, lone));
        mixTrigrams(second, i, k);
        trigramFirst[bigrams.length] = trigrams.length;
      },
    );
    bigramFirst[first + 1] = bigrams.length;
  }
  const model: Ngrams = {
    size,
    unigram,
    unigramBackoff: new Float64Array(size + 1),
    unigramShare,
    bigramFirst,
    bigramWord: bigrams.words.slice(0, bigrams.length),
    bigram: bigrams.values.slice(0, bigrams.length),
    bigramBackoff: new Float32Array(bigrams.length),
    bigramShare: bigramShare.slice(0, bigrams.length),
    trigramFirst: trigramFirst.slice(0, bigrams.length + 1),
    trigramWord: trigrams.words.slice(0, trigrams.length),
    trigram: trigrams.values.slice(0, trigrams.length),
  };
  normalise(model);
  return model;
}

/** After each word, the probability in model `one` that the next word is one that it alone knows. */
function aloneAfterWords(one: Ngrams, alone: Uint8Array): Float64Array {
  let anywhere = 0;
  for (let id = 1; id <= one.size; id++) if (alone[id] === 1) anywhere += one.unigram[id] as number;
  return Float64Array.from({ length: one.size + 1 }, (_, first) => {
    let explicit = 0;
    let lower = 0;
    for (let i = one.bigramFirst[first] as number; i < (one.bigramFirst[first + 1] as number); i++) {
      const word = one.bigramWord[i] as number;
      if (alone[word] === 0) continue;
      explicit += one.bigram[i] as number;
      lower += one.unigram[word] as number;
    }
    return explicit + (one.unigramBackoff[first] as number) * (anywhere - lower);
  });
}

/** The same after a bigram with index `i` that ends in `second`. */
function loneAfterBigram(
  one: Ngrams,
  alone: Uint8Array,
  aloneAfter: Float64Array,
  second: number,
  i: number,
): number {
  const below = aloneAfter[second] as number;
  if (i < 0) return below;
  let explicit = 0;
  let lower = 0;
  for (let k = one.trigramFirst[i] as number; k < (one.trigramFirst[i + 1] as number); k++) {
    const word = one.trigramWord[k] as number;
    if (alone[word] === 0) continue;
    explicit += one.trigram[k] as number;
    lower += bigramProbability(one, second, word);
  }
  return explicit + (one.bigramBackoff[i] as number) * (below - lower);
}

function weightAfter(one: Ngrams, other: Ngrams, context: number, weight: number): number {
  const known = one.unigramShare[context] as number;
  const otherKnown = other.unigramShare[context] as number;
  if (known === 0) return otherKnown === 0 ? weight : 0;
  return otherKnown === 0 ? 1 : weight;
}

function range(first: Uint32Array, index: number): readonly [number, number] {
  return index < 0 ? [0, 0] : [first[index] as number, first[index + 1] as number];
}

/** Calls `take` for each word of two sorted stretches with its index in both, -1 where it is not there. */
function merge(
  words: Uint16Array,
  [from, to]: readonly [number, number],
  others: Uint16Array,
  [otherFrom, otherTo]: readonly [number, number],
  take: (word: number, index: number, otherIndex: number) => void,
): void {
  let i = from;
  let k = otherFrom;
  while (i < to || k < otherTo) {
    const word = i < to ? (words[i] as number) : 0x10000;
    const other = k < otherTo ? (others[k] as number) : 0x10000;
    if (word === other) take(word, i++, k++);
    else if (word < other) take(word, i++, -1);
    else take(other, -1, k++);
  }
}

/** Words and values, one behind the other, in room enough for all. */
class Growing {
  length = 0;
  readonly words: Uint16Array;
  readonly values: Float32Array;

  constructor(readonly capacity: number) {
    this.words = new Uint16Array(capacity);
    this.values = new Float32Array(capacity);
  }

  push(word: number, value: number): void {
    this.words[this.length] = word;
    this.values[this.length++] = value;
  }
}
