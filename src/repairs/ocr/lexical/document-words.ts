import type { Lexicon } from '../../../lexicon/lexicon.js';
import type { Part } from './parts.js';

/** Share of the words of a text that stand elsewhere in it: a little less than in running text, as the rest of it is misread. */
const REPEATED = 0.6;

/**
 * How likely words are, where nothing tells how often a language uses them: those that stand in the text, by how often they do; all
 * others of the lexicon alike.
 */
export class DocumentWords {
  private readonly counts = new Map<number, number>();
  private readonly rest: number;

  constructor(
    lexicon: Lexicon,
    parts: readonly Part[],
    /** Number of words of the text. */
    readonly total = Math.max(1, parts.length),
  ) {
    for (const { text, known } of parts) {
      const number = known ? lexicon.vocabulary.id(text) : 0;
      if (number !== 0) this.counts.set(number, this.count(number) + 1);
    }
    this.rest = (1 - REPEATED) / Math.max(1, lexicon.vocabulary.size);
  }

  count(number: number): number {
    return this.counts.get(number) ?? 0;
  }

  /** log P(word), in nats. */
  score(number: number): number {
    return Math.log((REPEATED * this.count(number)) / this.total + this.rest);
  }

  /** log P(one more of a word that stands so often in the text already), in nats. */
  again(count: number): number {
    return Math.log((REPEATED * Math.min(count, this.total)) / this.total);
  }
}
