import type { Command } from 'commander';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { Emender } from '../emender.js';
import { readDocument } from '../formats/document.js';
import type { Metadata } from '../formats/html/metadata.js';
import { isHocr, isHtml, isJsonl } from '../formats/open.js';
import { readRecords } from '../formats/records.js';
import { DIAGNOSIS_HEADING, renderDiagnosis, renderSeries } from '../report/diagnosis.js';
import { type CommandContext, limitComplaints, UsageError, write } from './context.js';
import { describeFailure } from './failure.js';
import { addExamples, parseField } from './flags.js';
import { type Input, openInputs } from './inputs.js';
import { addOwnDataFlags, type OwnDataFlags, readOwnData } from './own-data.js';

interface Flags extends OwnDataFlags {
  readonly json?: true;
  readonly jsonl?: true;
  readonly series?: true;
  readonly html?: true;
  readonly field: string;
}

/** `emend diagnose FILE…` */
export function defineCommand(command: Command, context: CommandContext): void {
  command
    .argument(
      '[files...]',
      'texts, web pages (.html, .htm), hOCR, ALTO, or JSON Lines (.jsonl, .jsonl.gz); the standard input without files or for -',
    )
    .option(
      '--json',
      'print {file, id, spun, misread, broken, language, signals, series}, one line for each document; of a page title, byline, date too',
    )
    .option(
      '--series',
      'list what OCR misread more than once in a document, as “truth → reading”, with examples',
    )
    .option('--html', 'read web pages, whatever the names of the files')
    .option('--jsonl', 'read JSON Lines, whatever the names of the files')
    .option('--field <name>', 'the member of JSON Lines documents that holds the text', parseField, 'text');
  addOwnDataFlags(command);
  addExamples(command, [
    ['emend diagnose *.txt', 'how spun, misread and broken each is, from 0 to 1'],
    ['emend diagnose --json article.txt', 'with all signals, as data'],
    ['emend diagnose --series page.txt', 'which letters OCR misread again and again'],
    ['emend diagnose pages/*.html', 'the article in each page'],
    ['emend diagnose *.hocr alto/*.xml', 'the words on pages of OCR'],
    ['emend diagnose --html < page', 'a page from the standard input'],
    ['emend diagnose --jsonl < news', 'each document of a stream'],
    ['emend diagnose --field body news.jsonl', 'documents whose text is in "body"'],
    ['emend diagnose --dictionary mine.tsv article.txt', 'as repair sees it with entries of your own'],
    ['emend diagnose --protect names.txt article.txt', 'these words and phrases are no evidence'],
    ['emend diagnose --confusions ours.tsv page.txt', 'as your OCR misreads, learnt by emend ocr learn'],
    ['emend diagnose --lexicon fr.bin page.txt', 'in French, see emend help ocr'],
  ]);
  command.action((files: string[], flags: Flags) => diagnose(files, flags, context));
}

async function diagnose(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  if (flags.html && flags.jsonl)
    throw new UsageError('--html and --jsonl exclude each other; give one of them');
  const inputs = openInputs(files, context);
  const emender = await context.loadEmender(await readOwnData(flags));
  if (!flags.json) await write(context.stdout, DIAGNOSIS_HEADING);
  const show = (file: string, diagnosis: Diagnosis, id?: string, metadata?: Metadata): Promise<void> => {
    // Of both languages, the diagnosis' own is told.
    const json = JSON.stringify({ file, ...(id !== undefined && { id }), ...metadata, ...diagnosis });
    const name = id === undefined ? file : `${file} ${id}`;
    const lines = renderDiagnosis(name, diagnosis) + renderSeries((flags.series && diagnosis.series) || []);
    return write(context.stdout, flags.json ? `${json}\n` : lines);
  };
  for (const input of inputs) {
    try {
      if (!flags.html && (flags.jsonl || isJsonl(input.name))) {
        await diagnoseRecords(input, flags.field, emender, context, show);
        continue;
      }
      const html = flags.html === true || isHtml(input.name);
      const ocr = flags.html === true ? false : isHocr(input.name) ? 'needed' : true;
      const { text, metadata } = await readDocument(await input.read(), { html, ocr });
      await show(input.name, emender.diagnose(text), undefined, metadata);
    } catch (cause) {
      context.complain(describeFailure(input.name, cause));
    }
  }
}

async function diagnoseRecords(
  input: Input,
  field: string,
  emender: Emender,
  context: CommandContext,
  show: (file: string, diagnosis: Diagnosis, id: string) => Promise<void>,
): Promise<void> {
  const complaints = limitComplaints(context);
  for await (const record of readRecords(input.stream(), field)) {
    if (record.error !== undefined) complaints.add(`${input.name}:${record.line}: ${record.error}`);
    else {
      if (record.reading !== undefined)
        await write(context.stderr, `emend: ${input.name}:${record.line}: ${record.reading}\n`);
      await show(input.name, emender.diagnose(record.text), record.id ?? String(record.line));
    }
  }
  complaints.end();
}
