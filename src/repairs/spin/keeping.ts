import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { isUntouchable } from '../../dictionary/untouchable.js';
import type { Tokens } from '../../text/tokens.js';
import type { SpunPrior } from './forms.js';

/** No word is lost for sure: an editor may have put it back. */
const LEAST_KEPT = 0.01;

/**
 * What it costs to keep the author's words in a spun article, in nats. A word that the spinner's table replaces can hardly be
 * the author's own, so whatever covers it is worth the more.
 */
export class Keeping {
  /** By token, from the part's first on: cost of all tokens of the part before it. */
  private readonly sums: Float64Array;
  private readonly firstToken: number;
  private readonly isSpun: boolean;

  /**
   * @param part the matches that are the article's
   * @param weight what a nat of log P(kept) counts
   * @param isSpun whether the article is taken to be spun; nothing costs anything in one that is not
   */
  constructor(
    private readonly tokens: Tokens,
    private readonly matches: Matches,
    [first, end]: readonly [first: number, end: number],
    private readonly dictionary: ReversalDictionary,
    private readonly prior: SpunPrior,
    private readonly weight: number,
    isSpun: boolean,
  ) {
    this.isSpun = isSpun;
    this.firstToken = isSpun && first < end ? (matches.from[first] as number) : 0;
    let lastToken = this.firstToken;
    if (isSpun) for (let i = first; i < end; i++) lastToken = Math.max(lastToken, matches.to[i] as number);
    this.sums = new Float64Array(lastToken - this.firstToken + 1);
    if (!isSpun) return;
    for (let i = first; i < end; i++) {
      const at = (matches.from[i] as number) - this.firstToken;
      if (matches.to[i] === (matches.from[i] as number) + 1) this.sums[at + 1] = this.costOf(i);
    }
    for (let i = 1; i < this.sums.length; i++)
      this.sums[i] = (this.sums[i] as number) + (this.sums[i - 1] as number);
  }

  /** Cost of keeping the words of a match. */
  cost(match: number): number {
    if (!this.isSpun) return 0;
    const from = this.matches.from[match] as number;
    const to = this.matches.to[match] as number;
    const single = this.costOfAll(from, to);
    // One word that is hardly the author's explains why a phrase stands that the table would have replaced.
    return to - from === 1 ? single : Math.max(single, this.costOf(match));
  }

  /** Cost of keeping the tokens `from` to `to - 1`, one by one. */
  costOfAll(from: number, to: number): number {
    return this.isSpun ? this.costBefore(to) - this.costBefore(from) : 0;
  }

  private costBefore(token: number): number {
    return this.sums[Math.min(Math.max(0, token - this.firstToken), this.sums.length - 1)] as number;
  }

  private costOf(match: number): number {
    const { dictionary, tokens, matches, prior, weight } = this;
    if (isUntouchable(tokens, matches.from[match] as number, matches.to[match] as number)) return 0;
    const loss = prior.intensity * dictionary.loss(matches.form[match] as number, prior.setting);
    return -weight * Math.log(Math.max(LEAST_KEPT, 1 - loss));
  }
}
