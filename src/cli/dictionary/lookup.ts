import type { Command } from 'commander';
import { ruleName } from '../../dictionary/entry.js';
import { describeConditions, lookUpTerm } from '../../dictionary/lookup.js';
import { alignColumns } from '../../report/table.js';
import { type CommandContext, write } from '../context.js';
import { didYouMean } from '../did-you-mean.js';
import { addExamples } from '../flags.js';
import { collect } from '../own-data.js';
import { readDictionaries } from './files.js';

interface Flags {
  readonly dictionary?: readonly string[];
  readonly json?: true;
}

/** `emend dictionary lookup TERM…` */
export function defineLookup(command: Command, context: CommandContext): void {
  command
    .description('show the entries that a term is a side of, in any inflected form')
    .argument('<terms...>', 'words or phrases; phrases in quotes')
    .option('--dictionary <file>', 'look into this dictionary (.tsv) instead; repeatable', collect)
    .option('--json', 'print {rule, path, line, spun, standard, pos, when, note}, one line for each entry');
  addExamples(command, [
    ['emend dictionary lookup "high minister"', 'what it becomes'],
    ['emend dictionary lookup negotiated', 'what becomes it'],
    ['emend dictionary lookup ally --dictionary mine.tsv', 'in a dictionary of your own'],
    ['emend dictionary lookup ally --json', 'the entries as data'],
  ]);
  command.action((terms: string[], flags: Flags) => lookUp(terms, flags, context));
}

async function lookUp(terms: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { entries, paths } = await readDictionaries(flags.dictionary ?? []);
  for (const term of terms) {
    const found = lookUpTerm(term, entries);
    if (found.length === 0) {
      const hint = didYouMean(
        term.toLowerCase(),
        new Set(entries.flatMap(({ spun, standard }) => [spun, standard])),
      );
      context.complain(`no entry for "${term}". ${hint ?? 'Look up its base form.'}`);
      continue;
    }
    if (flags.json) {
      for (const entry of found) {
        const { domain, line, spun, standard, partOfSpeech: pos, note } = entry;
        const record = { rule: ruleName(entry), path: paths.get(domain), line, spun, standard, pos };
        const json = JSON.stringify({ ...record, when: describeConditions(entry), note });
        await write(context.stdout, `${json}\n`);
      }
      continue;
    }
    const rows = found.map((entry) => [
      `${entry.spun} → ${entry.standard}`,
      entry.partOfSpeech,
      `${paths.get(entry.domain) ?? entry.domain}:${entry.line}`,
      [describeConditions(entry), entry.note].filter((part) => part !== '').join(' | '),
    ]);
    await write(context.stdout, alignColumns(rows, ['left', 'left', 'left', 'left']));
  }
}
