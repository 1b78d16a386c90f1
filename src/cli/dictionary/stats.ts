import type { Command } from 'commander';
import { type DictionaryCensus, takeCensus } from '../../dictionary/census.js';
import { alignColumns } from '../../report/table.js';
import { type CommandContext, write } from '../context.js';
import { addExamples } from '../flags.js';
import { readDictionaries } from './files.js';

interface Flags {
  readonly json?: true;
}

/** `emend dictionary stats [FILE…]` */
export function defineStats(command: Command, context: CommandContext): void {
  command
    .description('count entries, spun forms and standard terms')
    .argument('[files...]', 'dictionaries (.tsv); those that emend ships without files')
    .option('--json', 'print the counts as JSON');
  addExamples(command, [
    ['emend dictionary stats', 'the dictionaries that emend ships'],
    ['emend dictionary stats --json mine.tsv', 'the counts as data'],
  ]);
  command.action((files: string[], flags: Flags) => stats(files, flags, context));
}

async function stats(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const census = takeCensus((await readDictionaries(files)).entries);
  const { byDomain, byPartOfSpeech, ...numbers } = census;
  const data = {
    ...numbers,
    byDomain: Object.fromEntries(byDomain),
    byPartOfSpeech: Object.fromEntries(byPartOfSpeech),
  };
  await write(context.stdout, flags.json ? `${JSON.stringify(data)}\n` : render(census));
}

function render(census: DictionaryCensus): string {
  const { entries, spunForms, standards, ambiguity, byDomain, byPartOfSpeech } = census;
  const { onlySpun, onlyInTerms, grouped, withContext } = census;
  const single = ambiguity[1] ?? 0;
  const rows: [number, string][] = [
    [entries, 'entries'],
    ...[...byDomain].map(([domain, count]): [number, string] => [count, `  in ${domain}`]),
    ...[...byPartOfSpeech].map(([pos, count]): [number, string] => [count, `  ${pos}`]),
    [onlySpun, '  only in spun documents'],
    [onlyInTerms, '  only for words of terms'],
    [grouped, '  of synonym groups'],
    [withContext, '  with a context'],
    [spunForms, 'spun forms, inflected ones made'],
    [single, '  with one standard'],
    [spunForms - single, '  with several'],
    [standards, 'standard terms'],
  ];
  return alignColumns(
    rows.map(([count, what]) => [String(count), what]),
    ['right', 'left'],
  );
}
