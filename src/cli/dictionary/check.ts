import type { Command } from 'commander';
import { checkEntries, firesOnSound, isUnconditional } from '../../dictionary/check.js';
import { countForms } from '../../dictionary/count-forms.js';
import type { DictionaryEntry, DictionaryProblem } from '../../dictionary/entry.js';
import { countOf } from '../../report/count.js';
import { type CommandContext, write } from '../context.js';
import { addExamples } from '../flags.js';
import { collect } from '../own-data.js';
import { readDictionaries, readStatistics } from './files.js';
import { readSound } from './sound.js';

interface Flags {
  readonly sound?: readonly string[];
  readonly json?: true;
}

/**
 * Times in a million words of sound text that an unconditional form may stand: even sound news has misprints and
 * headlines.
 */
const MOST_PER_MILLION = 0.3;

/** `emend dictionary check [FILE…]` */
export function defineCheck(command: Command, context: CommandContext): void {
  command
    .description(
      'find bad lines, entries that contradict each other, and entries that would break sound text',
    )
    .argument('[files...]', 'dictionaries (.tsv); those that emend ships without files')
    .option(
      '--sound <file>',
      'texts without damage (.txt, or .jsonl with "clean" or "text"): the entries that would change them, and where; repeatable',
      collect,
    )
    .option(
      '--json',
      'print {path, line, column, severity, message, advice, places}, one line for each problem',
    );
  addExamples(command, [
    ['emend dictionary check', 'the dictionaries that emend ships'],
    ['emend dictionary check mine.tsv', 'a dictionary of your own'],
    ['emend dictionary check mine.tsv --sound news.txt', 'against a text without damage'],
    ['emend dictionary check --sound news.jsonl.gz', 'the shipped ones against many texts'],
    ['emend dictionary check --json mine.tsv', 'the problems as data'],
  ]);
  command.action((files: string[], flags: Flags) => check(files, flags, context));
}

async function check(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { entries, problems: badLines, paths } = await readDictionaries(files);
  const { background, backgroundWords } = await readStatistics();
  const problems = [
    ...badLines,
    ...checkEntries(entries),
    ...firesOnSound(entries, (form) => background.get(form) ?? 0, (backgroundWords / 1e6) * MOST_PER_MILLION),
    ...(await breaksOf(entries, flags.sound ?? [], context)),
  ];
  const rank = new Map([...paths.keys()].map((domain, i) => [domain, i]));
  problems.sort((a, b) => (rank.get(a.domain) ?? 0) - (rank.get(b.domain) ?? 0) || a.line - b.line);
  for (const { domain, ...problem } of problems) {
    const path = paths.get(domain) ?? domain;
    const { line, column, severity, message, advice, places = [] } = problem;
    const where = places.length === 0 ? '' : ` (${places.join(', ')})`;
    const text = `${path}:${line}:${column}: ${severity}: ${message}${where}; ${advice}\n`;
    await write(context.stdout, flags.json ? `${JSON.stringify({ path, ...problem })}\n` : text);
  }
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = `${entries.length} entries, ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`;
  if (errors > 0) context.complain(`${counts}; mend the errors`);
  else if (!flags.json) await write(context.stdout, `${counts}\n`);
}

/** Entries that would change the texts of these files, which have no damage. */
async function breaksOf(
  entries: readonly DictionaryEntry[],
  files: readonly string[],
  context: CommandContext,
): Promise<DictionaryProblem[]> {
  if (files.length === 0) return [];
  const counts = countForms(entries.filter(isUnconditional));
  for (const file of files)
    for await (const { text, placeOf } of readSound(file, context)) counts.add(text, placeOf);
  return firesOnSound(entries, counts.seen, 0, counts.places);
}
