import { type Command, Option } from 'commander';
import { listFindings } from '../evaluation/findings.js';
import type { GoldArticle } from '../evaluation/gold.js';
import { recordTotals } from '../evaluation/record.js';
import { type ArticleScore, type Repaired, scoreArticle } from '../evaluation/score.js';
import { type Grouping, groupEdits, totalScores } from '../evaluation/totals.js';
import { readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { renderFindings, renderGroups, renderTotals } from '../report/evaluation.js';
import { type CommandContext, write } from './context.js';
import { describeFailure } from './failure.js';
import { addExamples, addRepairFlags, type RepairFlags, repairOptions } from './flags.js';
import { readGoldFiles } from './gold-files.js';

interface Flags extends RepairFlags {
  readonly by?: Grouping;
  readonly misses?: true;
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
    .option('--misses', 'list what was missed and what was edited wrongly, in its context')
    .option('--json', 'print the figures as JSON')
    .option('--on-clean', 'repair the clean text of each article instead: every edit is harm')
    .option('--repaired <file>', 'score these texts, {id, text, edits} a line, instead of repairing');
  addRepairFlags(command);
  addExamples(command, [
    ['emend evaluate gold.jsonl article.marked.txt', 'restored, precision, harm, word errors'],
    ['emend evaluate --by rule gold.jsonl', 'which rules are right'],
    ['emend evaluate --misses gold.jsonl', 'what to work on'],
    ['emend evaluate --json gold.jsonl', 'the figures as data'],
    ['emend evaluate --on-clean gold.jsonl', 'harm done to sound text'],
    ['emend evaluate --repaired out.jsonl gold.jsonl', 'what emend repair --jsonl, or another tool, made'],
    ['emend evaluate --min-confidence 0.9 gold.jsonl', 'only sure edits'],
    ['emend evaluate --only spin gold.jsonl', 'only this repair'],
    ['emend evaluate --skip spin/en/sport gold.jsonl', 'without these rules'],
  ]);
  command.action((files: string[], flags: Flags) => evaluate(files, flags, context));
}

async function evaluate(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const articles = await readGoldFiles(files);
  const judged = flags.onClean ? articles.flatMap(asSound) : articles;
  const repair = flags.repaired === undefined ? await repairer(flags, context) : await lookUp(flags.repaired);
  const scores: ArticleScore[] = [];
  for (const article of judged) {
    try {
      scores.push(scoreArticle(article, repair(article)));
    } catch (cause) {
      context.complain(describeFailure(article.id, cause));
    }
  }
  await write(
    context.stdout,
    flags.json ? `${JSON.stringify(asData(scores, flags))}\n` : render(scores, flags),
  );
}

/** The article's clean text, in which nothing is to be repaired. */
function asSound({ id, clean }: GoldArticle): GoldArticle[] {
  return clean === undefined ? [] : [{ id, text: clean, clean, edits: [] }];
}

async function repairer(flags: Flags, context: CommandContext): Promise<(article: GoldArticle) => Repaired> {
  const emender = await context.loadEmender();
  const options = repairOptions(flags);
  return ({ text }) => emender.repair(text, options);
}

async function lookUp(file: string): Promise<(article: GoldArticle) => Repaired> {
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

function render(scores: readonly ArticleScore[], { by, misses }: Flags): string {
  return [
    renderTotals(totalScores(scores)),
    ...(by === undefined ? [] : [renderGroups(groupEdits(scores, by), by)]),
    ...(misses ? [renderFindings(listFindings(scores))] : []),
  ].join('\n');
}

function asData(scores: readonly ArticleScore[], { by, misses }: Flags): Record<string, unknown> {
  return {
    ...recordTotals(totalScores(scores)),
    ...(by !== undefined && { by: groupEdits(scores, by) }),
    ...(misses && { findings: listFindings(scores) }),
  };
}
