import type { WordNumbers } from '../../decoder/words.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';

/** A standard term as the decoder and the writer want it. */
export interface Term {
  /** The language model's words of the term. */
  readonly words: Int32Array;
  /** The same without a leading article, for places that have a determiner already. */
  readonly bareWords: Int32Array;
  /** Number of words as a person counts them. */
  readonly length: number;
}

/** The standard terms of a dictionary, each prepared when it is first asked for. */
export class Terms {
  private readonly terms: Term[] = [];

  constructor(
    private readonly dictionary: ReversalDictionary,
    private readonly words: WordNumbers,
  ) {}

  of(candidate: number): Term {
    const number = this.dictionary.standardNumber(candidate);
    const known = this.terms[number];
    if (known !== undefined) return known;
    const text = this.dictionary.standardText(number);
    const words = this.words.ofTerm(text);
    const bare = withoutArticle(text);
    const term = {
      words,
      bareWords: bare === text ? words : this.words.ofTerm(bare),
      length: text.split(' ').length,
    };
    this.terms[number] = term;
    return term;
  }
}

/** A term without its leading article. */
export function withoutArticle(term: string): string {
  return term.replace(/^(?:the|an?) /, '');
}
