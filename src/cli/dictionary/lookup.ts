import type { Command } from 'commander';
import { type EntryWeight, weighCandidates } from '../../dictionary/candidate-weights.js';
import { type DictionaryEntry, ruleName } from '../../dictionary/entry.js';
import { describeConditions, lookUpTerm } from '../../dictionary/lookup.js';
import type { Repair } from '../../emender.js';
import { alignColumns } from '../../report/table.js';
import { type CommandContext, write } from '../context.js';
import { didYouMean } from '../did-you-mean.js';
import { addExamples } from '../flags.js';
import { collect, readOwnData } from '../own-data.js';
import { type DictionaryFiles, readDictionaries } from './files.js';

interface Flags {
  readonly dictionary?: readonly string[];
  readonly json?: true;
}

/** What a term becomes as a text of its own: outside spun articles. */
interface Outcome {
  readonly text: string;
  /** That of the least sure edit, 0 to 1. */
  readonly confidence: number;
}

/** An entry with its weight; without one where the term is its standard. */
type Weighed = readonly [entry: DictionaryEntry, weight: number | undefined];

/** `emend dictionary lookup TERM…` */
export function defineLookup(command: Command, context: CommandContext): void {
  command
    .description(
      'tell what a term becomes by itself, and show the entries that it is a side of, in any inflected form; ' +
        'where it is the spun side, with the weight of the candidate before its context is read: 0 to 1, 1 in all',
    )
    .argument('<terms...>', 'words or phrases; phrases in quotes')
    .option(
      '--dictionary <file>',
      'a dictionary of your own (.tsv), which comes before those that ship; repeatable',
      collect,
    )
    .option(
      '--json',
      'print {term, becomes, confidence, rule, path, line, spun, standard, pos, when, note, weight}, ' +
        'one line for each entry',
    );
  addExamples(command, [
    ['emend dictionary lookup "high minister"', 'what it becomes, and what else it could'],
    ['emend dictionary lookup negotiated', 'what becomes it'],
    ['emend dictionary lookup ally --dictionary mine.tsv', 'with entries of your own'],
    ['emend dictionary lookup ally --json', 'the entries as data'],
  ]);
  command.action((terms: string[], flags: Flags) => lookUp(terms, flags, context));
}

async function lookUp(terms: readonly string[], flags: Flags, context: CommandContext): Promise<void> {
  const { dictionaries = [] } = await readOwnData(flags);
  const { entries, paths } = await readOwnAndShipped(flags.dictionary ?? []);
  const emender = await context.loadEmender({ dictionaries });
  const dictionary = await context.loadDictionary({ dictionaries });
  for (const term of terms.map((words) => words.trim().replace(/\s+/g, ' '))) {
    const outcome = outcomeOf(emender.repair(term));
    const found = byWeight(lookUpTerm(term, entries), weighCandidates(term, dictionary));
    if (found.length === 0 && outcome === undefined) {
      const known = new Set(entries.flatMap(({ spun, standard }) => [spun, standard]));
      const hint = didYouMean(term.toLowerCase(), known) ?? 'Look up its base form.';
      context.complain(`no entry for "${term}". ${hint}`);
    } else if (flags.json) {
      const start = { term, becomes: outcome?.text ?? null, confidence: outcome?.confidence ?? null };
      const records = found.map((weighed) => ({ ...start, ...recordOf(weighed, paths) }));
      for (const record of records.length > 0 ? records : [start])
        await write(context.stdout, `${JSON.stringify(record)}\n`);
    } else {
      await write(context.stdout, `${describeOutcome(term, outcome, found)}\n${renderEntries(found, paths)}`);
    }
  }
}

/** The entries of the user's own dictionaries, then those that ship. */
async function readOwnAndShipped(files: readonly string[]): Promise<Omit<DictionaryFiles, 'problems'>> {
  const shipped = await readDictionaries([]);
  if (files.length === 0) return shipped;
  const own = await readDictionaries(files);
  return {
    entries: [...own.entries, ...shipped.entries],
    paths: new Map([...shipped.paths, ...own.paths]),
  };
}

/** What a repair made of a whole text; undefined where it left it as it was. */
function outcomeOf({ text, edits }: Repair): Outcome | undefined {
  if (edits.length === 0) return undefined;
  return { text, confidence: Math.min(...edits.map(({ confidence }) => confidence)) };
}

/** Entries that the term is the spun side of, the weightiest first, then the others. */
function byWeight(entries: readonly DictionaryEntry[], weightOf: EntryWeight): Weighed[] {
  return entries.map((entry): Weighed => [entry, weightOf(entry)]).sort(([, a = -1], [, b = -1]) => b - a);
}

function describeOutcome(term: string, outcome: Outcome | undefined, found: readonly Weighed[]): string {
  if (outcome !== undefined)
    return `"${term}" becomes "${outcome.text}" by itself, confidence ${outcome.confidence.toFixed(2)}`;
  const isSpun = found.some(([, weight]) => weight !== undefined);
  return `"${term}" stays as it is${isSpun ? ' outside spun articles' : ''}`;
}

function recordOf([entry, weight]: Weighed, paths: ReadonlyMap<string, string>) {
  const { domain, line, spun, standard, partOfSpeech: pos, note } = entry;
  const when = describeConditions(entry);
  return { rule: ruleName(entry), path: paths.get(domain), line, spun, standard, pos, when, note, weight };
}

function renderEntries(found: readonly Weighed[], paths: ReadonlyMap<string, string>): string {
  const rows = found.map(([entry, weight]) => [
    weight?.toFixed(3) ?? '',
    `${entry.spun} → ${entry.standard}`,
    entry.partOfSpeech,
    `${paths.get(entry.domain) ?? entry.domain}:${entry.line}`,
    [describeConditions(entry), entry.note].filter((part) => part !== '').join(' | '),
  ]);
  return alignColumns(rows, ['right', 'left', 'left', 'left', 'left']);
}
