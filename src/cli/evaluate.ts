import { type Command, Option } from 'commander';
import { findOffers } from '../dictionary/offers.js';
import { type Calibration, measureCalibration } from '../evaluation/calibration.js';
import { type Coverage, groupLacks, measureCoverage } from '../evaluation/coverage.js';
import { type Finding, listFindings } from '../evaluation/findings.js';
import type { GoldArticle } from '../evaluation/gold.js';
import { recordTotals } from '../evaluation/record.js';
import { type ArticleScore, type Repaired, scoreArticle } from '../evaluation/score.js';
import { type Grouping, groupEdits, totalScores } from '../evaluation/totals.js';
import { readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { renderCalibration, renderGroups, renderMisses, renderTotals } from '../report/evaluation.js';
import { type CommandContext, write } from './context.js';
import { describeFailure } from './failure.js';
import { addExamples, addRepairFlags, type RepairFlags, repairOptions } from './flags.js';
import { readGoldFile } from './gold-files.js';
import { addOwnDataFlags, type OwnDataFlags, readOwnData } from './own-data.js';

interface Flags extends RepairFlags, OwnDataFlags {
  readonly by?: Grouping;
  readonly calibration?: true;
  readonly misses?: true;
  readonly each?: true;
  readonly json?: true;
  readonly onClean?: true;
  readonly repaired?: string;
}

/** `emend evaluate GOLD.jsonl|MARKED.txt…` */
export function defineCommand(command: Command, context: CommandContext): void {
  command
    .argument(
      '<gold...>',
      'gold articles (.jsonl, .jsonl.gz), or texts with marked edits such as {spun=>a|b}',
    )
    .addOption(
      new Option('--by <what>', 'list the edits by what made them or how sure they are').choices([
        'repair',
        'rule',
        'confidence',
      ]),
    )
    .option(
      '--calibration',
      'tell how often edits are right by how sure they are; of all edits, unless limited',
    )
    .option('--misses', 'list what was missed, first what the dictionary lacks, and what was edited wrongly')
    .option('--each', 'print the figures of each file on their own')
    .option('--json', 'print the figures as JSON; with --each, a line for each file')
    .option('--on-clean', 'repair the clean text of each article instead: every edit is harm')
    .option('--repaired <file>', 'score these texts, {id, text, edits} a line, instead of repairing');
  addRepairFlags(command);
  addOwnDataFlags(command);
  addExamples(command, [
    ['emend evaluate gold.jsonl article.marked.txt', 'restored, precision, harm, word errors'],
    ['emend evaluate --by rule gold.jsonl', 'which rules are right'],
    ['emend evaluate --calibration gold.jsonl', 'whether an edit that is 0.9 sure is right 9 times in 10'],
    ['emend evaluate --misses gold.jsonl', 'what to work on'],
    ['emend evaluate --each old.jsonl new.jsonl', 'two files side by side'],
    ['emend evaluate --json gold.jsonl', 'the figures as data'],
    ['emend evaluate --on-clean gold.jsonl', 'harm done to sound text'],
    ['emend evaluate --repaired out.jsonl gold.jsonl', 'what emend repair --jsonl, or another tool, made'],
    ['emend evaluate --min-confidence 0.9 gold.jsonl', 'only sure edits'],
    ['emend evaluate --max-harm 1 gold.jsonl', 'whatever may be the author’s own words'],
    ['emend evaluate --only spin gold.jsonl', 'only this repair'],
    ['emend evaluate --skip spin/en/sport gold.jsonl', 'without these rules'],
    ['emend evaluate --dictionary mine.tsv gold.jsonl', 'with entries of your own'],
    ['emend evaluate --protect names.txt gold.jsonl', 'but not these words and phrases'],
  ]);
  command.action((files: string[], flags: Flags) => evaluate(files, flags, context));
}

async function evaluate(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const gold = await Promise.all(files.map(async (file) => ({ file, articles: await readGoldFile(file) })));
  const repair = flags.repaired === undefined ? await repairer(flags, context) : await lookUp(flags.repaired);
  const dictionary = flags.misses ? await context.loadDictionary(await readOwnData(flags)) : undefined;
  const offersOf = dictionary && ((text: string) => findOffers(text, dictionary));
  const evaluateArticles = (articles: readonly GoldArticle[]): Results => {
    const judged = flags.onClean ? articles.flatMap(asSound) : articles;
    const scores = scoreAll(judged, (article) => repair(article, flags.minConfidence), context);
    return {
      scores,
      ...(flags.calibration && {
        calibration: measureCalibration(
          // Edits below the bar that repairs have by default are asked for as well.
          flags.minConfidence === undefined && flags.repaired === undefined
            ? scoreAll(judged, (article) => repair(article, 0), { complain() {} })
            : scores,
          { minConfidence: flags.minConfidence ?? 0 },
        ),
      }),
      ...(offersOf && {
        coverage: measureCoverage(scores, offersOf),
        findings: listFindings(scores, { offersOf }),
      }),
    };
  };
  if (!flags.each) {
    const results = evaluateArticles(gold.flatMap(({ articles }) => articles));
    await write(
      context.stdout,
      flags.json ? `${JSON.stringify(asData(results, flags))}\n` : render(results, flags),
    );
    return;
  }
  for (const [index, { file, articles }] of gold.entries()) {
    const results = evaluateArticles(articles);
    const text = `${index === 0 ? '' : '\n'}${file}:\n${render(results, flags)}`;
    await write(
      context.stdout,
      flags.json ? `${JSON.stringify({ file, ...asData(results, flags) })}\n` : text,
    );
  }
}

/** What was measured, as far as it was asked for. */
interface Results {
  readonly scores: readonly ArticleScore[];
  readonly calibration?: Calibration;
  readonly coverage?: Coverage;
  readonly findings?: readonly Finding[];
}

/** Scores articles; complains of those that cannot be repaired. */
function scoreAll(
  articles: readonly GoldArticle[],
  repair: (article: GoldArticle) => Repaired,
  context: Pick<CommandContext, 'complain'>,
): ArticleScore[] {
  return articles.flatMap((article) => {
    try {
      return [scoreArticle(article, repair(article))];
    } catch (cause) {
      context.complain(describeFailure(article.id, cause));
      return [];
    }
  });
}

/** The article's clean text, in which nothing is to be repaired. */
function asSound({ id, clean }: GoldArticle): GoldArticle[] {
  return clean === undefined ? [] : [{ id, text: clean, clean, edits: [] }];
}

/** How an article is repaired; edits less sure than `minConfidence` are not made. */
type Repairer = (article: GoldArticle, minConfidence: number | undefined) => Repaired;

async function repairer(flags: Flags, context: CommandContext): Promise<Repairer> {
  const emender = await context.loadEmender(await readOwnData(flags));
  const options = repairOptions(flags);
  return ({ text }, minConfidence) =>
    emender.repair(text, { ...options, ...(minConfidence !== undefined && { minConfidence }) });
}

/** Articles that were repaired before, whatever their confidence. */
async function lookUp(file: string): Promise<Repairer> {
  const repaired = new Map<string, Repaired>();
  try {
    for (const [index, line] of decodeUtf8(await readBytes(file))
      .text.split('\n')
      .entries()) {
      if (line.trim() === '') continue;
      const record = JSON.parse(line);
      if (typeof record?.text !== 'string' || !Array.isArray(record.edits)) {
        throw new Error(`line ${index + 1}: no {id, text, edits}`);
      }
      repaired.set(String(record.id), record);
    }
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
  return ({ id }) => {
    const found = repaired.get(id);
    if (found === undefined) throw new Error(`not in ${file}; repair it too`);
    return found;
  };
}

function render({ scores, calibration, coverage, findings }: Results, { by }: Flags): string {
  return [
    renderTotals(totalScores(scores)),
    ...(by === undefined ? [] : [renderGroups(groupEdits(scores, by), by)]),
    ...(calibration === undefined ? [] : [renderCalibration(calibration)]),
    ...(coverage && findings ? [renderMisses(coverage, findings)] : []),
  ].join('\n');
}

function asData(
  { scores, calibration, coverage, findings }: Results,
  { by }: Flags,
): Record<string, unknown> {
  return {
    ...recordTotals(totalScores(scores)),
    ...(by !== undefined && { by: groupEdits(scores, by) }),
    ...(calibration && { calibration }),
    ...(coverage && findings && { covered: coverage, lacking: groupLacks(findings), findings }),
  };
}
