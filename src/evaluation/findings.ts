import type { Offers } from '../dictionary/offers.js';
import type { ArticleScore, ScoredEdit } from './score.js';

/** One place where tool and gold disagree, with the text around it. */
export interface Finding {
  /** `missed`: not restored; `wrong`: edited to another reading than the gold's; `harm`: edited where the text was sound. */
  readonly kind: 'missed' | 'wrong' | 'harm';
  readonly article: string;
  /** UTF-16 offset into the damaged text. */
  readonly start: number;
  /** The text before and after the place, cut at `context`. */
  readonly before: string;
  readonly original: string;
  readonly after: string;
  /** What the gold accepts there; empty where it has no edit. */
  readonly expected: readonly string[];
  /** The edits of the tool there; empty where it made none. */
  readonly edits: readonly ScoredEdit[];
  /** Where missed, and asked for: whether the dictionary offers a reading of the gold. Absent where only an insertion was missed. */
  readonly offered?: boolean;
}

/**
 * Where tool and gold disagree, in the order of the text: first what was missed, then what was edited wrongly.
 *
 * @param options.context how many UTF-16 units of text to show on each side
 * @param options.offersOf what the dictionary offers in a text; without it, no finding says whether it was offered
 */
export function listFindings(
  scores: readonly ArticleScore[],
  options: { context?: number; offersOf?: (text: string) => Offers } = {},
): Finding[] {
  const { context = 30, offersOf } = options;
  return scores.flatMap((score) => {
    const { id, text } = score.article;
    const offers = offersOf?.(text);
    const around = (start: number, end: number) => ({
      article: id,
      start,
      before: text.slice(Math.max(0, start - context), start),
      original: text.slice(start, end),
      after: text.slice(end, end + context),
    });
    const missed = score.gold
      .filter((judged) => !judged.restored && !judged.gold.optional)
      .map(({ gold, edits }) => ({
        kind: 'missed' as const,
        ...around(gold.start, gold.end),
        expected: gold.readings,
        edits,
        ...(offers &&
          gold.start < gold.end && {
            offered: gold.readings.some((reading) => offers(gold.start, gold.end, reading)),
          }),
      }));
    const wrong = score.edits
      .filter((judged) => !judged.right)
      .map(({ edit, harmful, gold }) => ({
        kind: harmful ? ('harm' as const) : ('wrong' as const),
        ...around(edit.start, edit.end),
        expected: gold.flatMap((near) => near.readings),
        edits: [edit],
      }));
    return [...missed, ...wrong];
  });
}
