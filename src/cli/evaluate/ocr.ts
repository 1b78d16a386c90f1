import { groupDifferences } from '../../evaluation/ocr/differences.js';
import type { OcrPage } from '../../evaluation/ocr/page.js';
import { type PageScore, scorePage } from '../../evaluation/ocr/score.js';
import { recordOcrTotals, totalPages } from '../../evaluation/ocr/totals.js';
import { renderDifferences, renderOcrTotals } from '../../report/ocr.js';
import type { CommandContext } from '../context.js';
import { describeFailure } from '../failure.js';
import type { EvaluateFlags } from './flags.js';
import type { Outcome } from './outcome.js';
import type { Repairer } from './repairer.js';

/** What was measured of pages, with each page's score. */
interface PageOutcome extends Outcome {
  readonly scores: readonly PageScore[];
}

/** Measures the repair of pages that OCR read against what is printed there. */
export function evaluatePages(
  pages: readonly OcrPage[],
  repair: Repairer,
  flags: EvaluateFlags,
  context: CommandContext,
): PageOutcome {
  const judged = flags.onClean ? pages.map((page) => ({ ...page, ocr: page.truth })) : pages;
  const { scores, speed } = scoreAll(judged, repair, flags, context);
  const totals = totalPages(scores);
  const differences = flags.misses ? groupDifferences(scores) : undefined;
  return {
    scores,
    text: () =>
      [
        renderOcrTotals(totals, speed === undefined ? {} : { speed }),
        ...(differences === undefined ? [] : [renderDifferences(differences)]),
      ]
        .filter((text) => text !== '')
        .join('\n'),
    data: () => ({
      ...recordOcrTotals(totals),
      ...(speed !== undefined && { kb_per_second: Math.round(speed) }),
      ...(differences && { differences }),
    }),
  };
}

/** Scores pages, and takes the time of their repair; complains of those that cannot be repaired. */
function scoreAll(
  pages: readonly OcrPage[],
  repair: Repairer,
  { minConfidence, repaired }: EvaluateFlags,
  context: CommandContext,
): { scores: PageScore[]; speed?: number } {
  let milliseconds = 0;
  let bytes = 0;
  const scores = pages.flatMap((page) => {
    try {
      const start = performance.now();
      const { text } = repair({ id: page.id, text: page.ocr }, minConfidence);
      milliseconds += performance.now() - start;
      bytes += Buffer.byteLength(page.ocr);
      return [scorePage(page, text)];
    } catch (cause) {
      context.complain(describeFailure(page.id, cause));
      return [];
    }
  });
  return { scores, ...(repaired === undefined && milliseconds > 0 && { speed: bytes / milliseconds }) };
}
