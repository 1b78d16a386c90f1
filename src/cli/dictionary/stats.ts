import type { Command } from 'commander';
import { type DictionaryCensus, takeCensus } from '../../dictionary/census.js';
import { coverFrequentWords, type WordCoverage } from '../../dictionary/coverage.js';
import { frequentWords } from '../../language-model/frequent-words.js';
import { countOf } from '../../report/count.js';
import { alignColumns } from '../../report/table.js';
import { type CommandContext, write } from '../context.js';
import { addExamples } from '../flags.js';
import { readDictionaries } from './files.js';

interface Flags {
  readonly json?: true;
}

/** Of how many frequent words the coverage is told. */
const FREQUENT = [1000, 4000];

/** Numbers of standards that forms are told apart by: the least and the most. */
const AMBIGUITY = [
  [1, 1],
  [2, 2],
  [3, 5],
  [6, Number.POSITIVE_INFINITY],
] as const;

/** `emend dictionary stats [FILE…]` */
export function defineStats(command: Command, context: CommandContext): void {
  command
    .description('count entries, spun forms and standard terms, and the frequent words that can be restored')
    .argument('[files...]', 'dictionaries (.tsv); those that emend ships without files')
    .option('--json', 'print the counts as JSON');
  addExamples(command, [
    ['emend dictionary stats', 'the dictionaries that emend ships'],
    ['emend dictionary stats --json mine.tsv', 'the counts as data'],
  ]);
  command.action((files: string[], flags: Flags) => stats(files, flags, context));
}

async function stats(files: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { entries } = await readDictionaries(files);
  const census = takeCensus(entries);
  const coverage = coverFrequentWords(entries, frequentWords(await context.loadLanguageModel()), FREQUENT);
  const { byDomain, byPartOfSpeech, ...numbers } = census;
  const data = {
    ...numbers,
    byDomain: Object.fromEntries(byDomain),
    byPartOfSpeech: Object.fromEntries(byPartOfSpeech),
    coverage,
  };
  await write(context.stdout, flags.json ? `${JSON.stringify(data)}\n` : render(census, coverage));
}

function render(census: DictionaryCensus, coverage: readonly WordCoverage[]): string {
  const { entries, spunForms, standards, ambiguity, byDomain, byPartOfSpeech } = census;
  const { onlySpun, onlyInTerms, grouped, withContext } = census;
  const rows: [number, string][] = [
    [entries, 'entries'],
    ...[...byDomain].map(([domain, count]): [number, string] => [count, `  in ${domain}`]),
    ...[...byPartOfSpeech].map(([pos, count]): [number, string] => [count, `  ${pos}`]),
    [onlySpun, '  only in spun documents'],
    [onlyInTerms, '  only for words of terms'],
    [grouped, '  of synonym groups'],
    [withContext, '  with a context'],
    [spunForms, 'spun forms, inflected ones made'],
    ...AMBIGUITY.map(([least, most]): [number, string] => {
      const count = ambiguity.slice(least, most + 1).reduce((sum, forms) => sum + forms, 0);
      const standardsOfEach = most === Number.POSITIVE_INFINITY ? `${least}+` : `${least}–${most}`;
      return [
        count,
        least === most ? `  with ${countOf(least, 'standard')}` : `  with ${standardsOfEach} standards`,
      ];
    }),
    [standards, 'standard terms'],
    ...coverage.flatMap(({ words, written, withGroups }): [number, string][] => [
      [words, 'most frequent words of news, without names'],
      [written, `  standards of entries, ${shareOf(written, words)}`],
      [withGroups, `  standards of entries or groups, ${shareOf(withGroups, words)}`],
    ]),
  ];
  return alignColumns(
    rows.map(([count, what]) => [String(count), what]),
    ['right', 'left'],
  );
}

function shareOf(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(1, whole))} %`;
}
