import { alignLetters } from '../../../text/align-letters.js';
import { type Confusion, confusionKey } from '../channel/confusions.js';
import type { Estimate } from './estimate.js';
import type { Part } from './parts.js';

/** Occurrences that the table's rate counts as. */
const PRIOR_LETTERS = 150;
/** Rate of what the table does not list, in ten thousand. */
const UNLISTED = 2.5;
/** Times that a confusion is seen before it makes a series. */
const LEAST = 2.5;
const LONGEST = 2;

/**
 * The table of confusions for one text: what was misread in it again and again gets likelier. Undefined where there is no such series.
 */
export function learnSeries(
  confusions: readonly Confusion[],
  { judged }: Estimate,
  parts: readonly Part[],
): Confusion[] | undefined {
  const counts = new Map<string, { truth: string; seen: string; count: number }>();
  const letters = new Map<string, number>();
  const countLetters = (text: string, times: number) => {
    for (let i = 0; i < text.length; i++) {
      for (let length = 1; length <= LONGEST && i + length <= text.length; length++) {
        const key = text.slice(i, i + length);
        letters.set(key, (letters.get(key) ?? 0) + times);
      }
    }
  };
  for (const { text, known } of parts) if (known) countLetters(text, 1);
  for (const { odd, candidates, posterior } of judged) {
    candidates.forEach(({ text }, i) => {
      const times = (posterior[i] as number) * odd.parts.length;
      if (times < 0.5) return;
      countLetters(text, times);
      for (const { truth, seen } of alignLetters(text, odd.text) ?? []) {
        if (truth === '' || truth.length > LONGEST || seen.length > LONGEST || /[\s'’]/.test(truth)) continue;
        const key = confusionKey({ truth, seen });
        const known = counts.get(key);
        if (known === undefined) counts.set(key, { truth, seen, count: times });
        else known.count += times;
      }
    });
  }
  const rows = new Map(confusions.map((row) => [confusionKey(row), row]));
  let isChanged = false;
  for (const [key, { truth, seen, count }] of counts) {
    if (count < LEAST) continue;
    const prior = rows.get(key)?.rate ?? UNLISTED;
    const occurrences = letters.get(truth) ?? count;
    const rate = (prior * PRIOR_LETTERS + 10_000 * count) / (PRIOR_LETTERS + occurrences);
    if (rate <= prior) continue;
    rows.set(key, { truth, seen, rate: Math.min(10_000, rate) });
    isChanged = true;
  }
  return isChanged ? [...rows.values()] : undefined;
}
