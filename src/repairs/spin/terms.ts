import type { TrigramModel } from '../../decoder/lattice.js';
import type { WordNumbers } from '../../decoder/words.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { indefiniteArticle } from '../../lexicon/inflection.js';

/** A standard term as the decoder and the writer want it. */
export interface Term {
  /** The language model's words of the term. */
  readonly words: Int32Array;
  /** The same without a leading article, for places that have a determiner already. */
  readonly bareWords: Int32Array;
  /** Logarithm of its probability where nothing is known of its place. */
  readonly commonness: number;
  /** Number of words as a person counts them. */
  readonly length: number;
}

/** The standard terms of a dictionary, each prepared when it is first asked for. */
export class Terms {
  /** By number of the standard; of full length from the start, see `ReversalDictionary`. */
  private readonly terms: (Term | undefined)[];
  private readonly articles: ('a' | 'an' | undefined)[];

  constructor(
    private readonly dictionary: ReversalDictionary,
    private readonly words: WordNumbers,
    private readonly model: TrigramModel,
  ) {
    this.terms = new Array(dictionary.standardTexts);
    this.articles = new Array(dictionary.standardTexts);
  }

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
      commonness: this.commonness(words),
      length: text.split(' ').length,
    };
    this.terms[number] = term;
    return term;
  }

  /** The indefinite article that a standard takes, by its number. */
  articleOf(standard: number): 'a' | 'an' {
    const known = this.articles[standard];
    if (known !== undefined) return known;
    const article = indefiniteArticle(this.dictionary.standardText(standard));
    this.articles[standard] = article;
    return article;
  }

  private commonness(words: Int32Array): number {
    let [first, second] = [0, 0];
    let score = 0;
    for (const word of words) {
      score += this.model.score(first, second, word);
      [first, second] = [second, word];
    }
    return score;
  }
}

/** A term without its leading article. */
export function withoutArticle(term: string): string {
  return term.replace(/^(?:the|an?) /, '');
}
