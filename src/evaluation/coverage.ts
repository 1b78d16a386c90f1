import type { Offers } from '../dictionary/offers.js';
import type { Finding } from './findings.js';
import { normaliseReading } from './reading.js';
import type { ArticleScore } from './score.js';

/** How much of the damage a dictionary knows: over the gold edits that must be restored and change text, not only insert some. */
export interface Coverage {
  /** Distinct pairs of damaged text and gold readings, and the share, 0 to 1, that the dictionary offers at one place at least. */
  readonly pairs: number;
  readonly pairsCovered: number;
  /** Gold edits, and the share, 0 to 1, where the dictionary offers one of the readings. */
  readonly edits: number;
  readonly editsCovered: number;
}

/** A pair that was missed because the dictionary has nothing for it. */
export interface Lack {
  readonly original: string;
  readonly expected: readonly string[];
  /** How often it was missed. */
  readonly times: number;
}

/**
 * Measures what share of the gold a dictionary could restore if every choice among its candidates were right.
 *
 * @param offersOf what the dictionary offers in a text
 */
export function measureCoverage(
  scores: readonly ArticleScore[],
  offersOf: (text: string) => Offers,
): Coverage {
  const pairs = new Map<string, boolean>();
  let edits = 0;
  let covered = 0;
  for (const { article } of scores) {
    const offers = offersOf(article.text);
    for (const { start, end, readings, optional } of article.edits) {
      if (optional || start === end) continue;
      const offered = readings.some((reading) => offers(start, end, reading));
      const key = pairKey(article.text.slice(start, end), readings);
      pairs.set(key, offered || pairs.get(key) === true);
      edits++;
      if (offered) covered++;
    }
  }
  const coveredPairs = [...pairs.values()].filter(Boolean).length;
  return {
    pairs: pairs.size,
    pairsCovered: coveredPairs / Math.max(1, pairs.size),
    edits,
    editsCovered: covered / Math.max(1, edits),
  };
}

/** The missed findings for which the dictionary offers nothing, by pair: the most frequent first, then as they come. */
export function groupLacks(findings: readonly Finding[]): Lack[] {
  const lacks = new Map<string, Lack>();
  for (const { original, expected, offered } of findings) {
    if (offered !== false) continue;
    const key = pairKey(original, expected);
    const known = lacks.get(key) ?? { original, expected, times: 0 };
    lacks.set(key, { ...known, times: known.times + 1 });
  }
  return [...lacks.values()].sort((a, b) => b.times - a.times);
}

function pairKey(original: string, readings: readonly string[]): string {
  return JSON.stringify([original, ...readings].map(normaliseReading));
}
