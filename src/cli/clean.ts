import type { Command } from 'commander';
import { type CleanSummary, cleanFolder } from '../batch/clean-folder.js';
import { BatchRefusal } from '../batch/refusal.js';
import { findSources } from '../batch/sources.js';
import { planTargets } from '../batch/targets.js';
import { countOf } from '../report/count.js';
import { renderSummary } from '../report/summary.js';
import { type CommandContext, limitComplaints, UsageError, write } from './context.js';
import {
  addDropFlag,
  addExamples,
  addPlainFlag,
  addRepairFlags,
  parseField,
  type RepairFlags,
  repairOptions,
} from './flags.js';
import { addOwnDataFlags, type OwnDataFlags, readOwnData } from './own-data.js';
import { showProgress } from './progress.js';

interface Flags extends RepairFlags, OwnDataFlags {
  readonly out: string;
  readonly resume?: true;
  readonly field: string;
  readonly json?: true;
}

/** `emend clean IN… --out DIR` */
export function defineCommand(command: Command, context: CommandContext): void {
  command
    .argument(
      '<in...>',
      'files, folders and globs of .txt, .html, .htm, .hocr, .jsonl, .jsonl.gz, and of .xml with ALTO in it',
    )
    .requiredOption('--out <folder>', 'the folder for the results, which mirrors the input')
    .option('--resume', 'skip files whose result is there and not older than they are')
    .option('--field <name>', 'the member of JSON Lines documents that holds the text', parseField, 'text')
    .option('--json', 'print the summary as JSON on stdout');
  addRepairFlags(command);
  addOwnDataFlags(command);
  addPlainFlag(command);
  addDropFlag(command);
  addExamples(command, [
    ['emend clean news --out clean', 'a folder with all its folders'],
    ['emend clean "news/**/*.jsonl.gz" --out clean', 'what a glob finds'],
    ['emend clean "pages/**/*.html" --out clean', 'the article of each page, as page.html.txt'],
    ['emend clean scans --out clean', 'hOCR and ALTO, in which only words change'],
    ['emend clean news --out clean --resume', 'go on after a break'],
    ['emend clean news --out clean --field body', 'documents whose text is in "body"'],
    ['emend clean news --out clean --json', 'the summary as data'],
    ['emend clean news --out clean --min-confidence 0.9', 'only sure edits'],
    ['emend clean news --out clean --max-harm 0.01', 'leave what may be the author’s own words'],
    ['emend clean news --out clean --only layout', 'only this repair'],
    ['emend clean news --out clean --skip ocr', 'not this repair'],
    ['emend clean --dictionary mine.tsv news --out clean', 'with entries of your own'],
    ['emend clean --protect names.txt news --out clean', 'but not these words and phrases'],
    [
      'emend clean --confusions ours.tsv scans --out clean',
      'as your OCR misreads, learnt by emend ocr learn',
    ],
    ['emend clean --lexicon fr.bin scans --out clean', 'in French, see emend help ocr'],
    ['emend clean news --out clean --plain quotes', 'straight quotes'],
    ['emend clean news --out clean --drop boilerplate', 'without “Read more” and the like'],
  ]);
  command.action((inputs: string[], flags: Flags) => clean(inputs, flags, context));
}

async function clean(inputs: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { stdout, stderr } = context;
  const tasks = await planTasks(inputs, flags.out);
  const emender = await context.loadEmender(await readOwnData(flags));
  const controller = new AbortController();
  const ignoreInterrupts = context.onInterrupt(() =>
    controller.abort(new Error('stopped; what is done is whole, go on with --resume')),
  );
  const progress = showProgress(stderr);
  // One run can meet thousands of bad records of one kind: the summary counts them.
  const complaints = limitComplaints({
    ...context,
    complain: (message) => progress.interject(() => context.complain(message)),
  });
  let summary: CleanSummary;
  try {
    summary = await cleanFolder(tasks, emender, {
      ...repairOptions(flags),
      field: flags.field,
      resume: flags.resume === true,
      signal: controller.signal,
      onProgress: progress.update,
      onProblem: ({ path, line, message }) =>
        complaints.add(line === undefined ? `${path}: ${message}` : `${path}:${line}: ${message}`),
      onReading: ({ path, message }) =>
        progress.interject(() => void stderr.write(`emend: ${path}: ${message}\n`)),
    });
    complaints.end();
  } finally {
    progress.end();
    ignoreInterrupts();
  }
  await write(flags.json ? stdout : stderr, flags.json ? `${JSON.stringify(summary)}\n` : render(summary));
}

async function planTasks(inputs: readonly string[], out: string) {
  try {
    return await planTargets(await findSources(inputs), out);
  } catch (cause) {
    if (cause instanceof BatchRefusal) throw new UsageError(cause.message);
    throw cause;
  }
}

function render({ files, skipped, documents, changed, problems, edits }: CleanSummary): string {
  const parts = [
    countOf(files, 'file'),
    ...(skipped > 0 ? [`${skipped} skipped as done`] : []),
    `${countOf(documents, 'document')}, ${changed} with edits`,
    ...(problems > 0 ? [`${problems} passed through unrepaired`] : []),
  ];
  return `${parts.join('; ')}\n${renderSummary(edits)}`;
}
