import { findOffers } from '../../dictionary/offers.js';
import { type Calibration, measureCalibration } from '../../evaluation/calibration.js';
import { type Coverage, groupLacks, measureCoverage } from '../../evaluation/coverage.js';
import { type Finding, listFindings } from '../../evaluation/findings.js';
import type { GoldArticle } from '../../evaluation/gold.js';
import { scorePage } from '../../evaluation/ocr/score.js';
import { type OcrTotals, recordOcrTotals, totalPages } from '../../evaluation/ocr/totals.js';
import { recordTotals } from '../../evaluation/record.js';
import { type ArticleScore, scoreArticle } from '../../evaluation/score.js';
import { groupEdits, totalScores } from '../../evaluation/totals.js';
import { renderCalibration, renderGroups, renderMisses, renderTotals } from '../../report/evaluation.js';
import type { CommandContext } from '../context.js';
import { describeFailure } from '../failure.js';
import { readOwnData } from '../own-data.js';
import type { EvaluateFlags } from './flags.js';
import type { Outcome } from './outcome.js';
import type { Repairer } from './repairer.js';

/** What was measured on gold edits, as far as it was asked for. */
interface Results {
  readonly scores: readonly ArticleScore[];
  /** How many words of sound text were broken. */
  readonly sound?: OcrTotals;
  readonly calibration?: Calibration;
  readonly coverage?: Coverage;
  readonly findings?: readonly Finding[];
}

/** Measures repairs against gold edits. */
export async function evaluateArticles(
  articles: readonly GoldArticle[],
  repair: Repairer,
  flags: EvaluateFlags,
  context: CommandContext,
): Promise<Outcome> {
  const judged = flags.onClean ? articles.flatMap(asSound) : articles;
  const repaired = scoreAll(judged, repair, flags.minConfidence, context);
  const scores = repaired.map(({ score }) => score);
  const dictionary = flags.misses ? await context.loadDictionary(await readOwnData(flags)) : undefined;
  const offersOf = dictionary && ((text: string) => findOffers(text, dictionary));
  const results: Results = {
    scores,
    ...(flags.onClean && {
      sound: totalPages(
        repaired.map(({ score: { article }, text }) =>
          scorePage({ id: article.id, ocr: article.text, truth: article.text }, text),
        ),
      ),
    }),
    ...(flags.calibration && {
      calibration: measureCalibration(
        // Edits below the bar that repairs have by default are asked for as well.
        flags.minConfidence === undefined && flags.repaired === undefined
          ? scoreAll(judged, repair, 0, { complain() {} }).map(({ score }) => score)
          : scores,
        { minConfidence: flags.minConfidence ?? 0 },
      ),
    }),
    ...(offersOf && {
      coverage: measureCoverage(scores, offersOf),
      findings: listFindings(scores, { offersOf }),
    }),
  };
  return { text: () => render(results, flags), data: () => asData(results, flags) };
}

/** Scores articles; complains of those that cannot be repaired. */
function scoreAll(
  articles: readonly GoldArticle[],
  repair: Repairer,
  minConfidence: number | undefined,
  context: Pick<CommandContext, 'complain'>,
): { score: ArticleScore; text: string }[] {
  return articles.flatMap((article) => {
    try {
      const { text, edits } = repair(article, minConfidence);
      if (edits === undefined) throw new Error('repaired without edits; gold edits cannot be told from it');
      return [{ score: scoreArticle(article, { text, edits }), text }];
    } catch (cause) {
      context.complain(describeFailure(article.id, cause));
      return [];
    }
  });
}

/** The article's clean text, in which nothing is to be repaired; its own text, where that is sound. */
function asSound({ id, text, clean, edits }: GoldArticle): GoldArticle[] {
  const sound = clean ?? (edits.length === 0 ? text : undefined);
  return sound === undefined ? [] : [{ id, text: sound, clean: sound, edits: [] }];
}

function render({ scores, sound, calibration, coverage, findings }: Results, { by }: EvaluateFlags): string {
  return [
    renderTotals(totalScores(scores), sound),
    ...(by === undefined ? [] : [renderGroups(groupEdits(scores, by), by)]),
    ...(calibration === undefined ? [] : [renderCalibration(calibration)]),
    ...(coverage && findings ? [renderMisses(coverage, findings)] : []),
  ].join('\n');
}

function asData(
  { scores, sound, calibration, coverage, findings }: Results,
  { by }: EvaluateFlags,
): Record<string, unknown> {
  return {
    ...recordTotals(totalScores(scores)),
    ...(sound && { broken_pct: recordOcrTotals(sound).broken_pct }),
    ...(by !== undefined && { by: groupEdits(scores, by) }),
    ...(calibration && { calibration }),
    ...(coverage && findings && { covered: coverage, lacking: groupLacks(findings), findings }),
  };
}
