import type { Command } from 'commander';
import { readOcrPages } from '../../evaluation/ocr/page.js';
import { readBytes } from '../../formats/open.js';
import { decodeUtf8 } from '../../formats/utf8.js';
import { confusionTable, listConfusions } from '../../learning/ocr/confusion-table.js';
import { countConfusions, type ReadText } from '../../learning/ocr/count-confusions.js';
import { countOf } from '../../report/count.js';
import { type CommandContext, write } from '../context.js';
import { describeFailure } from '../failure.js';
import { addExamples, parseCount } from '../flags.js';
import { writeFile } from '../write-file.js';

interface Flags {
  readonly minCount: number;
  readonly out?: string;
}

/** `emend ocr learn PAIRS.jsonl…` */
export function defineLearn(command: Command, context: CommandContext): void {
  command
    .description('learn what OCR reads for what, and how often, from pages with their truth')
    .argument(
      '<pairs...>',
      'what OCR read and what is printed there, {id, ocr, gt} a line (.jsonl, .jsonl.gz)',
    )
    .option('--min-count <number>', 'leave out what was read fewer times', parseCount, 3)
    .option('--out <file>', 'write the table into this file instead of stdout');
  addExamples(command, [
    ['emend ocr learn pages.jsonl > confusions.tsv', 'a table for --confusions'],
    ['emend ocr learn pages.jsonl --out confusions.tsv', 'the same; nothing is left half written'],
    ['emend ocr learn --min-count 10 old/*.jsonl.gz', 'of many pages, what is surely no accident'],
  ]);
  command.action((files: string[], flags: Flags) => learn(files, flags, context));
}

async function learn(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const texts = (await Promise.all(files.map(readTexts))).flat();
  const counts = countConfusions(texts);
  const listed = listConfusions(counts, flags);
  const table = confusionTable(listed);
  if (flags.out === undefined) await write(context.stdout, table);
  else await writeFile(flags.out, table);

  const { confusions, pieces, unlike } = counts;
  const all = [...confusions.values()].reduce((sum, count) => sum + count, 0);
  const kept = listed.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    `${countOf(texts.length, 'text')} with ${countOf(all, 'confusion')} of ${countOf(confusions.size, 'kind')}`,
    `${countOf(listed.length, 'kind')} listed, with ${kept} of them${flags.out === undefined ? '' : `, in ${flags.out}`}`,
    ...(unlike > 0
      ? [
          `${unlike} of ${countOf(pieces + unlike, 'stretch', 'stretches')} left out as too long or too unlike`,
        ]
      : []),
  ];
  await write(context.stderr, `${parts.join('; ')}\n`);
}

/** Reads the pages of a file; what is learnt of a part would be taken for that of the whole, so a bad line is an error. */
async function readTexts(file: string): Promise<ReadText[]> {
  try {
    const pages = readOcrPages(decodeUtf8(await readBytes(file)).text);
    return pages.map(({ truth, ocr }) => ({ truth, seen: ocr }));
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
}
