import type { TrigramModel } from './lattice.js';

/** Entries, a power of two: half a megabyte, which a processor's second cache holds. */
const SIZE = 1 << 15;

/**
 * Remembers the scores of a trigram model. One article asks for the same words again and again: over its rounds, over the
 * occurrences of a form, and from state to state. Direct-mapped: an entry lasts until another takes its slot.
 */
export class ScoreCache implements TrigramModel {
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** Four numbers an entry, so that one look-up touches one cache line: context, word, score, unused. */
  private readonly entries = new Int32Array(SIZE * 4);
  private readonly scores = new Float32Array(this.entries.buffer);

  constructor(private readonly model: TrigramModel) {
    this.sentenceStart = model.sentenceStart;
    this.sentenceEnd = model.sentenceEnd;
  }

  score(first: number, second: number, word: number): number {
    // Word numbers have sixteen bits.
    const context = (first << 16) | second;
    const hash = Math.imul(Math.imul(context, 0x9e3779b1) ^ word, 0x85ebca6b);
    const at = ((hash ^ (hash >>> 15)) & (SIZE - 1)) << 2;
    // A log-probability is never 0, so a score of 0 marks an empty entry.
    if (this.entries[at] === context && this.entries[at + 1] === word) {
      const known = this.scores[at + 2] as number;
      if (known !== 0) return known;
    }
    const score = this.model.score(first, second, word);
    this.entries[at] = context;
    this.entries[at + 1] = word;
    this.scores[at + 2] = score;
    // As it will be read again: rounded to 32 bits.
    return this.scores[at + 2] as number;
  }
}
