/** The n-gram model that a decoder asks. Word numbers are those of the model's vocabulary, 0 for unknown words. */
export interface TrigramModel {
  /** Natural logarithm of P(word | first second). */
  score(first: number, second: number, word: number): number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

export { NO_WORD } from '../language-model/word-ids.js';

/** In `Lattice.tokenWords`: a token that ends a sentence. */
export const SENTENCE_BREAK = -2;

/**
 * Candidates over token spans. "Nothing happened here" is implied: every token may also be kept as it is, at score 0.
 * Edges are added in ascending order of `from`.
 */
export class Lattice {
  /** Number of edges. */
  count = 0;
  from: Int32Array;
  to: Int32Array;
  /** Log of P(damage | candidate) over P(no damage | kept), and all other evidence but the language model's; in nats. */
  unary: Float64Array;
  /** Words of edge e: `words[firstWord[e]]` to `words[firstWord[e + 1] - 1]`. */
  firstWord: Int32Array;
  words: Int32Array;
  private wordCount = 0;

  constructor(
    /** Word number of each token, or NO_WORD or SENTENCE_BREAK. */
    readonly tokenWords: Int32Array,
    capacity: number,
  ) {
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.unary = new Float64Array(capacity);
    this.firstWord = new Int32Array(capacity + 1);
    this.words = new Int32Array(capacity * 2);
  }

  /** Adds a candidate that puts `words` in place of tokens `from` to `to - 1`; returns its number. */
  add(from: number, to: number, words: Int32Array, unary: number): number {
    const edge = this.count;
    if (edge === this.from.length) {
      this.from = grown(this.from);
      this.to = grown(this.to);
      this.firstWord = grown(this.firstWord);
      const unaries = new Float64Array(this.from.length);
      unaries.set(this.unary);
      this.unary = unaries;
    }
    while (this.wordCount + words.length > this.words.length) this.words = grown(this.words);
    this.from[edge] = from;
    this.to[edge] = to;
    this.unary[edge] = unary;
    this.words.set(words, this.wordCount);
    this.wordCount += words.length;
    this.count++;
    this.firstWord[this.count] = this.wordCount;
    return edge;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2 + 1);
  larger.set(array);
  return larger;
}
