import type { Command } from 'commander';
import type { Emender, Repair, RepairOptions } from '../emender.js';
import { readDocument, type TextDocument } from '../formats/document.js';
import { repairJsonl } from '../formats/jsonl.js';
import { OcrSyntaxError } from '../formats/ocr/errors.js';
import { describeUnwritten, repairOcrDocument } from '../formats/ocr/repair.js';
import { isHocr, isHtml, isJsonl } from '../formats/open.js';
import { renderDiff } from '../report/diff.js';
import { explainEdits } from '../report/explain.js';
import { createEditCounter, type EditCounter, renderSummary, summariseEdits } from '../report/summary.js';
import { type CommandContext, limitComplaints, UsageError, wantsColours, write } from './context.js';
import { describeFailure } from './failure.js';
import {
  addDropFlag,
  addExamples,
  addPlainFlag,
  addRepairFlags,
  parseField,
  type RepairFlags,
  repairOptions,
} from './flags.js';
import { type Input, openInputs } from './inputs.js';
import { addOwnDataFlags, type OwnDataFlags, readOwnData } from './own-data.js';

interface Flags extends RepairFlags, OwnDataFlags {
  readonly diff?: true;
  readonly explain?: true;
  readonly json?: true;
  readonly jsonl?: true;
  readonly html?: true;
  readonly field?: string;
  readonly summary?: true;
}

/** `emend repair [FILE…]` */
export function defineCommand(command: Command, context: CommandContext): void {
  command
    .argument(
      '[files...]',
      'texts, web pages (.html, .htm), hOCR, ALTO, or JSON Lines (.jsonl, .jsonl.gz); the standard input without files or for -',
    )
    .option('--diff', 'print the text with its edits marked, [-before-]{+after+}')
    .option('--explain', 'print a list of the edits: place, before → after, confidence, rule, reason')
    .option(
      '--json',
      'print {file, text, edits, diagnosis, version}, one line for each file; of a page title, byline, date, language too',
    )
    .option('--jsonl', 'one JSON document a line in, {id, text}; one out, {id, text, edits, diagnosis}')
    .option('--html', 'read web pages, whatever the names of the files: repair the article in each')
    .option('--field <name>', 'the member of JSON Lines documents that holds the text', parseField, 'text')
    .option('--summary', 'count the edits by repair and rule on stderr');
  addRepairFlags(command);
  addOwnDataFlags(command);
  addPlainFlag(command);
  addDropFlag(command);
  addExamples(command, [
    ['emend repair article.txt > repaired.txt', 'the repaired text'],
    ['emend repair --diff article.txt', 'what went and what came, in place'],
    ['emend repair --explain article.txt', 'each edit with its rule and reason'],
    ['emend repair --json article.txt', 'text, edits and diagnosis as data'],
    ['emend repair --summary article.txt', 'the text, and the edits counted'],
    ['emend repair page.html > article.txt', 'the article of a web page, repaired'],
    [
      'emend repair page.hocr > repaired.hocr',
      'hOCR or ALTO with its words repaired, and nothing else changed',
    ],
    ['emend repair --html --json < page', 'with its title, byline, date and language'],
    ['emend repair --jsonl < in.jsonl > out.jsonl', 'a stream of documents'],
    ['emend repair --field body news.jsonl.gz', 'documents whose text is in "body"'],
    ['emend repair --min-confidence 0.9 article.txt', 'only sure edits'],
    ['emend repair --max-harm 0.01 article.txt', 'leave what may be the author’s own words'],
    ['emend repair --only spin,layout article.txt', 'only these repairs'],
    ['emend repair --skip spin/en/sport article.txt', 'not these rules'],
    ['emend repair --dictionary mine.tsv article.txt', 'with entries of your own'],
    ['emend repair --protect names.txt article.txt', 'but not these words and phrases'],
    ['emend repair --confusions ours.tsv page.txt', 'as your OCR misreads, learnt by emend ocr learn'],
    ['emend repair --lexicon fr.bin page.txt', 'in French, see emend help ocr'],
    ['emend repair --plain quotes,dashes article.txt', 'straight quotes and hyphens'],
    ['emend repair --drop caption,boilerplate article.txt', 'without captions, “Read more” and the like'],
    [
      'emend repair --drop running-head,page-number,junk book.txt',
      'without what stands beside the text of pages',
    ],
  ]);
  command.action((files: string[], flags: Flags) => repair(files, flags, context));
}

async function repair(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const shown = (['diff', 'explain', 'json', 'jsonl'] as const).filter((flag) => flags[flag]);
  if (shown.length > 1)
    throw new UsageError(`--${shown[0]} and --${shown[1]} exclude each other; give one of them`);
  if (flags.html && flags.jsonl)
    throw new UsageError('--html and --jsonl exclude each other; give one of them');
  const inputs = openInputs(files, context).map((input) => ({
    ...input,
    records: !flags.html && (flags.jsonl === true || isJsonl(input.name)),
  }));
  const records = inputs.find((input) => input.records);
  if (records && shown.length > 0 && !flags.jsonl) {
    throw new UsageError(
      `--${shown[0]} shows plain texts, but ${records.name} is JSON Lines; leave the flag out`,
    );
  }
  const emender = await context.loadEmender(await readOwnData(flags));
  const counter = createEditCounter();
  const job: Job = {
    emender,
    flags,
    options: repairOptions(flags),
    several: inputs.length > 1,
    endsLine: true,
    counter,
    context,
  };
  for (const input of inputs) {
    try {
      await (input.records ? repairRecords(input, job) : repairText(input, job));
    } catch (cause) {
      context.complain(describeFailure(input.name, cause));
    }
  }
  if (flags.summary) {
    // Where both streams end up on one screen, the summary must not go on in the last line of a text without a break.
    const gap = job.endsLine ? '' : '\n';
    await write(context.stderr, gap + renderSummary(counter.summary()));
  }
}

interface Job {
  readonly emender: Emender;
  readonly flags: Flags;
  readonly options: RepairOptions;
  /** More than one input: results that are lists name theirs. */
  readonly several: boolean;
  /** Whether what was printed last ends with a line break. */
  endsLine: boolean;
  readonly counter: EditCounter;
  readonly context: CommandContext;
}

async function repairRecords(input: Input, job: Job): Promise<void> {
  const { emender, flags, options, counter, context } = job;
  const complaints = limitComplaints(context);
  const field = flags.field ?? 'text';
  for await (const record of repairJsonl(input.stream(), emender, { ...options, field })) {
    if (record.error !== undefined) complaints.add(`${input.name}:${record.line}: ${record.error}`);
    if (record.reading !== undefined)
      await write(context.stderr, `emend: ${input.name}:${record.line}: ${record.reading}\n`);
    counter.add(record.edits);
    await write(context.stdout, `${record.json}\n`);
  }
  complaints.end();
}

async function repairText(input: Input, job: Job): Promise<void> {
  const { emender, flags, options, counter, context } = job;
  const html = flags.html === true || isHtml(input.name);
  let isArticle = html;
  const bytes = await input.read();
  try {
    // Who says that pages are web pages wants the articles.
    const ocr = flags.html === true ? false : isHocr(input.name) ? 'needed' : true;
    const document = await readDocument(bytes, { html, ocr });
    const { text, reading } = document;
    isArticle = html && document.ocr === undefined;
    if (reading !== undefined) await write(context.stderr, `emend: ${input.name}: ${reading}\n`);
    const pages = document.ocr && repairOcrDocument(document.ocr, emender, options);
    const repair = pages ?? emender.repair(text, options);
    const unwritten = pages && describeUnwritten(pages);
    if (unwritten !== undefined) await write(context.stderr, `emend: ${input.name}: ${unwritten}\n`);
    counter.add(repair.edits);
    const output = present(repair, pages?.source ?? repair.text, document, input.name, job);
    job.endsLine = output.endsWith('\n');
    await write(context.stdout, output);
  } catch (cause) {
    if (cause instanceof OcrSyntaxError) isArticle = false;
    // As a filter, what could not be repaired goes on as it came; but who asks for an article has no use for tags.
    if (!isArticle && !flags.diff && !flags.explain && !flags.json) await write(context.stdout, bytes);
    throw cause;
  }
}

function present(repair: Repair, output: string, document: TextDocument, name: string, job: Job): string {
  const { text, mark, metadata } = document;
  const { flags, several, emender, context } = job;
  if (flags.json)
    return `${JSON.stringify({ file: name, ...metadata, ...asData(repair), version: emender.version })}\n`;
  const colours = wantsColours(context);
  if (flags.diff) return renderDiff(text, repair.edits, { colours });
  if (flags.explain) {
    const heading = several ? `${name}\n` : '';
    return (
      heading + explainEdits(text, repair.edits, { colours }) + renderSummary(summariseEdits(repair.edits))
    );
  }
  return mark + output;
}

/** What of a repair is shown as data. */
function asData({ text, edits, diagnosis }: Repair): Repair {
  return { text, edits, diagnosis };
}
