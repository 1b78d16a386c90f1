import { join } from 'node:path';
import type { Command } from 'commander';
import type { DictionaryEntry } from '../../dictionary/entry.js';
import { readBytes } from '../../formats/open.js';
import { decodeUtf8 } from '../../formats/utf8.js';
import type { ParallelDocument } from '../../learning/parallel.js';
import { countOf } from '../../report/count.js';
import { type CommandContext, limitComplaints, UsageError, write } from '../context.js';
import { describeFailure } from '../failure.js';
import { addExamples, parseCount, parseField } from '../flags.js';
import { collect } from '../own-data.js';
import { writeFile } from '../write-file.js';
import { readDictionaries } from './files.js';
import { readLearningFiles, readSideBySide } from './learning-files.js';

interface Flags {
  readonly original?: string;
  readonly field?: string;
  readonly originalField?: string;
  readonly dictionary?: readonly string[];
  readonly minCount: number;
  readonly limit: number;
  readonly out?: string;
  readonly counts?: string;
  readonly sound?: readonly string[];
}

const RECORDS = `
Records of JSON Lines:
  {id, spun, clean}            a pair; which word stands for which is found by aligning
  {id, text, edits, corrected} what emend repair --jsonl printed, with the text as a person left it
  {id, spun, edits}            gold, each edit {start, end, clean}`;

/** `emend dictionary learn SPUN…` */
export function defineLearn(command: Command, context: CommandContext): void {
  command
    .description('propose entries for substitutions that the dictionary lacks, for a person to look through')
    .argument(
      '<spun...>',
      'spun articles with their originals, or repaired ones with what a person made of them (.jsonl, .jsonl.gz); texts with marked ' +
        'edits such as {spun=>a|b}; with --original, spun texts and folders of them',
    )
    .option('--original <path>', 'the original of the spun file, or a folder of originals of the same names')
    .option('--field <name>', 'the member of JSON Lines documents that holds the spun text', parseField)
    .option('--original-field <name>', 'the member that holds the original or corrected text', parseField)
    .option(
      '--dictionary <file>',
      'propose what this dictionary (.tsv) lacks, not the shipped ones; repeatable',
      collect,
    )
    .option('--min-count <number>', 'leave out pairs seen fewer times', parseCount, 1)
    .option('--limit <number>', 'propose only that many, the commonest', parseCount)
    .option('--out <file>', 'write the proposals into this file instead of stdout')
    .option(
      '--counts <folder>',
      'also count what weights are learnt from: tables of the dictionary in this folder',
    )
    .option(
      '--sound <file>',
      'with --counts: a large text without damage to count forms in; repeatable',
      collect,
    );
  command.addHelpText('after', RECORDS);
  addExamples(command, [
    ['emend dictionary learn gold.jsonl > new.tsv', 'a dictionary; delete the lines that are wrong'],
    ['emend dictionary learn gold.jsonl --out new.tsv', 'the same; nothing is left half written'],
    ['emend dictionary learn spun.txt --original original.txt', 'two texts, aligned'],
    ['emend dictionary learn spun --original originals', 'two folders of texts with the same names'],
    ['emend dictionary learn --field body --original-field source pairs.jsonl', 'records with other members'],
    ['emend dictionary learn corrected.jsonl', 'what repairs missed or got wrong'],
    ['emend dictionary learn --min-count 3 gold.jsonl', 'only what was seen three times'],
    ['emend dictionary learn --limit 50 gold.jsonl', 'only the fifty commonest'],
    ['emend dictionary learn --dictionary mine.tsv gold.jsonl', 'what a dictionary of your own lacks'],
    ['emend dictionary learn --dictionary mine.tsv gold.jsonl --counts . --sound news.txt', 'and its counts'],
  ]);
  command.action((files: string[], flags: Flags) => learn(files, flags, context));
}

async function learn(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { minCount, limit, out, counts, sound } = flags;
  if (sound !== undefined && counts === undefined)
    throw new UsageError('--sound is counted for --counts; name its folder, or leave --sound out');
  const fields = { field: flags.field, originalField: flags.originalField };
  const read =
    flags.original === undefined
      ? await readLearningFiles(files, fields)
      : await readSideBySide(files, flags.original, fields, context);
  const { entries } = await readDictionaries(flags.dictionary ?? []);
  // natural is needed here only; other commands need not wait for it.
  const [{ proposalText, proposeEntries }, { findSubstitutions }] = await Promise.all([
    import('../../learning/propose.js'),
    import('../../learning/documents.js'),
  ]);
  const { documents, aligned, unclear, unlike } = findSubstitutions(read, { entries });
  const complaints = limitComplaints(context);
  for (const id of unlike)
    complaints.add(`${id}: too long, or has too little in common with its original; left out`);
  complaints.end();
  const proposals = proposeEntries(documents, { entries, minCount }).slice(0, limit);
  if (out === undefined) await write(context.stdout, proposalText(proposals));
  else await writeFile(out, proposalText(proposals));
  if (counts !== undefined) await writeCounts(counts, documents, entries, sound ?? []);

  const substitutions = documents.flatMap(({ edits }) => edits.filter(({ unpaired }) => !unpaired));
  const places = proposals.reduce((sum, { replaced }) => sum + replaced, 0);
  const parts = [
    `${countOf(documents.length, 'article')} with ${countOf(substitutions.length, 'substitution')}`,
    ...(aligned > 0 ? [`${aligned} aligned, ${countOf(unclear, 'place')} left out as unclear`] : []),
    `${countOf(proposals.length, 'entry', 'entries')} proposed for ${places} of them${out === undefined ? '' : ` in ${out}`}`,
  ];
  await write(context.stderr, `${parts.join('; ')}\n`);
}

/** Counts the forms of the entries in the articles and in sound texts. */
async function writeCounts(
  folder: string,
  documents: readonly ParallelDocument[],
  entries: readonly DictionaryEntry[],
  sound: readonly string[],
): Promise<void> {
  const [{ compileDictionary }, { ReversalDictionary }, { NO_STATISTICS }, { FormCounter }] =
    await Promise.all([
      import('../../dictionary/compile.js'),
      import('../../dictionary/reversal-dictionary.js'),
      import('../../dictionary/statistics.js'),
      import('../../learning/count.js'),
    ]);
  const counter = new FormCounter(new ReversalDictionary(compileDictionary(entries, NO_STATISTICS, [])));
  for (const document of documents) counter.addParallel(document);
  for (const path of sound) {
    try {
      for (const line of decodeUtf8(await readBytes(path)).text.split('\n')) counter.addBackground(line);
    } catch (cause) {
      throw new Error(describeFailure(path, cause));
    }
  }
  await writeFile(join(folder, 'pairs.tsv'), counter.pairsText());
  await writeFile(join(folder, 'forms.tsv'), counter.formsText());
  await writeFile(join(folder, 'background.tsv'), counter.backgroundText());
}
