import { type Command, Option } from 'commander';
import { writeAtomically } from '../batch/atomic-write.js';
import type { PageScore } from '../evaluation/ocr/score.js';
import { renderOcrHtml } from '../report/ocr-html.js';
import { type CommandContext, UsageError, write } from './context.js';
import type { EvaluateFlags } from './evaluate/flags.js';
import { evaluateArticles } from './evaluate/gold-edits.js';
import { evaluatePages } from './evaluate/ocr.js';
import type { Outcome } from './evaluate/outcome.js';
import { openRepairer } from './evaluate/repairer.js';
import { describeFailure } from './failure.js';
import { addExamples, addRepairFlags } from './flags.js';
import { readGoldFile } from './gold-files.js';
import { addOwnDataFlags } from './own-data.js';

/** `emend evaluate GOLD.jsonl|MARKED.txt…` */
export function defineCommand(command: Command, context: CommandContext): void {
  command
    .argument(
      '<gold...>',
      'gold articles or OCR pages with their truth (.jsonl, .jsonl.gz), or texts with marked edits such as {spun=>a|b}',
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
    .option(
      '--misses',
      'list what was missed, first what the dictionary lacks, and what was edited wrongly; of OCR, the errors left and made',
    )
    .option('--each', 'print the figures of each file on their own')
    .option('--json', 'print the figures as JSON; with --each, a line for each file')
    .option('--html <file>', 'write a web page with OCR, repair and truth side by side, differences coloured')
    .option('--on-clean', 'repair the clean text of each article instead: every edit is harm')
    .option('--repaired <file>', 'score these texts, {id, text, edits} a line, instead of repairing');
  addRepairFlags(command);
  addOwnDataFlags(command);
  addExamples(command, [
    ['emend evaluate gold.jsonl article.marked.txt', 'restored, precision, harm, word errors'],
    ['emend evaluate --by rule gold.jsonl', 'which rules are right'],
    ['emend evaluate --calibration gold.jsonl', 'whether an edit that is 0.9 sure is right 9 times in 10'],
    ['emend evaluate --misses gold.jsonl', 'what to work on'],
    ['emend evaluate pages.jsonl', 'of {id, ocr, gt} lines: character and word errors cut, words broken'],
    ['emend evaluate --html report.html pages.jsonl', 'the same to look at, in a browser'],
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
    ['emend evaluate --confusions ours.tsv pages.jsonl', 'as your OCR misreads, learnt by emend ocr learn'],
    ['emend evaluate --lexicon fr.bin pages.jsonl', 'in French, see emend help ocr'],
  ]);
  command.action((files: string[], flags: EvaluateFlags) => evaluate(files, flags, context));
}

async function evaluate(
  files: readonly string[],
  flags: EvaluateFlags,
  context: CommandContext,
): Promise<void> {
  const gold = await Promise.all(files.map(async (file) => ({ file, ...(await readGoldFile(file)) })));
  const pageFile = gold.find(({ pages }) => pages.length > 0)?.file;
  if (pageFile !== undefined && (flags.by !== undefined || flags.calibration)) {
    throw new UsageError(`--by and --calibration need gold edits; ${pageFile} has OCR with its truth`);
  }
  if (pageFile === undefined && flags.html !== undefined) {
    throw new UsageError('--html needs OCR with its truth, {id, ocr, gt} a line');
  }
  const repair = await openRepairer(flags, context);
  const all = {
    articles: gold.flatMap(({ articles }) => articles),
    pages: gold.flatMap(({ pages }) => pages),
  };
  const scores: PageScore[] = [];
  let first = true;
  for (const { articles, pages, ...name } of flags.each ? gold : [all]) {
    const outcomes: Outcome[] = [];
    // Without any gold there are figures too, all of them 0.
    if (articles.length > 0 || pages.length === 0)
      outcomes.push(await evaluateArticles(articles, repair, flags, context));
    if (pages.length > 0) {
      const outcome = evaluatePages(pages, repair, flags, context);
      outcomes.push(outcome);
      for (const score of outcome.scores) scores.push(score);
    }
    for (const outcome of outcomes) {
      await write(context.stdout, print(outcome, name, { first, json: flags.json === true }));
      first = false;
    }
  }
  if (flags.html !== undefined) await writePage(flags.html, scores);
}

/** An outcome as a line of JSON, or as text under the file's name, if it has one. */
function print(
  { text, data }: Outcome,
  name: { readonly file?: string },
  { first, json }: { readonly first: boolean; readonly json: boolean },
): string {
  if (json) return `${JSON.stringify({ ...name, ...data() })}\n`;
  return `${first ? '' : '\n'}${name.file === undefined ? '' : `${name.file}:\n`}${text()}`;
}

async function writePage(file: string, scores: readonly PageScore[]): Promise<void> {
  try {
    await writeAtomically(file, renderOcrHtml(scores));
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
}
