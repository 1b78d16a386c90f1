import type { Matches } from '../../dictionary/match.js';
import { indefiniteArticle } from '../../lexicon/inflection.js';
import type { Tokens } from '../../text/tokens.js';
import { determinerBefore } from './surface.js';
import type { SpinWeights } from './weights.js';

/** What one place with an article may count; a mistake of the author's is possible. */
export const MOST_ARTICLES = 2;

/** An indefinite article before an occurrence of a form. */
export interface ArticleBefore {
  readonly article: string;
  /** Whether the form fits it. */
  readonly fits: boolean;
}

/** The indefinite articles before the occurrences of a form. */
export function articlesBefore(
  text: string,
  tokens: Tokens,
  matches: Matches,
  occurrences: readonly number[],
): ArticleBefore[] {
  const articles: ArticleBefore[] = [];
  for (const i of occurrences) {
    const from = matches.from[i] as number;
    const article = determinerBefore(text, tokens, from);
    if (article !== 'a' && article !== 'an') continue;
    articles.push({
      article,
      fits: indefiniteArticle(text.slice(tokens.start[from], tokens.end[from])) === article,
    });
  }
  return articles;
}

/**
 * What the articles say for a standard, which spinners leave as they were.
 *
 * @param own the article that the standard takes
 */
export function articleEvidence(
  articles: readonly ArticleBefore[],
  own: string,
  weights: SpinWeights,
): number {
  let betrays = 0;
  let spoilt = 0;
  for (const { article, fits } of articles) {
    if (own === article && !fits) betrays++;
    else if (own !== article && fits) spoilt++;
  }
  return (
    weights.articleBetrays * Math.min(MOST_ARTICLES, betrays) +
    weights.articleSpoilt * Math.min(MOST_ARTICLES, spoilt)
  );
}
