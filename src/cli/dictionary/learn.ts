import { type Command, InvalidArgumentError } from 'commander';
import type { GoldArticle } from '../../evaluation/gold.js';
import type { ParallelDocument } from '../../learning/parallel.js';
import { countOf } from '../../report/count.js';
import { type CommandContext, write } from '../context.js';
import { addExamples } from '../flags.js';
import { readGoldFiles } from '../gold-files.js';
import { readDictionaries } from './files.js';

interface Flags {
  readonly dictionary?: readonly string[];
  readonly minCount: number;
}

/** `emend dictionary learn GOLD.jsonl…` */
export function defineLearn(command: Command, context: CommandContext): void {
  command
    .description('propose entries for substitutions that the dictionary lacks, for a person to look through')
    .argument(
      '<gold...>',
      'spun articles with their originals (.jsonl, .jsonl.gz), or texts with marked edits such as {spun=>a|b}',
    )
    .option(
      '--dictionary <file>',
      'propose what this dictionary (.tsv) lacks, not the shipped ones; repeatable',
      collect,
    )
    .option('--min-count <number>', 'leave out pairs seen fewer times', parseCount, 1);
  addExamples(command, [
    ['emend dictionary learn gold.jsonl > proposed.tsv', 'a dictionary; delete the lines that are wrong'],
    ['emend dictionary learn --min-count 3 gold.jsonl', 'only what was seen three times'],
    ['emend dictionary learn --dictionary mine.tsv gold.jsonl', 'what a dictionary of your own lacks'],
  ]);
  command.action((files: string[], flags: Flags) => learn(files, flags, context));
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('Give a whole number from 1 on.');
  return count;
}

async function learn(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const articles = await readGoldFiles(files);
  const { entries } = await readDictionaries(flags.dictionary ?? []);
  // natural is needed here only; other commands need not wait for it.
  const { proposalText, proposeEntries } = await import('../../learning/propose.js');
  const proposals = proposeEntries(articles.map(asParallel), { entries, minCount: flags.minCount });
  await write(context.stdout, proposalText(proposals));
  const pairs = countOf(proposals.length, 'proposal');
  await write(context.stderr, `${pairs} from ${countOf(articles.length, 'article')}\n`);
}

/** Where the gold has several readings, the first is the original. */
function asParallel({ id, text, edits }: GoldArticle): ParallelDocument {
  return {
    id,
    spun: text,
    edits: edits.map(({ start, end, readings }) => ({ start, end, clean: readings[0] as string })),
  };
}
