import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DictionaryEntry, DictionaryProblem } from '../../dictionary/entry.js';
import { parseDictionary } from '../../dictionary/parse.js';
import { type DictionaryStatistics, parseStatistics } from '../../dictionary/statistics.js';
import { describeFailure } from '../failure.js';

const SHIPPED = fileURLToPath(new URL('../../../dictionaries/en/', import.meta.url));

/** Dictionary files, read. */
export interface DictionaryFiles {
  readonly entries: readonly DictionaryEntry[];
  /** What is wrong with single lines. */
  readonly problems: readonly DictionaryProblem[];
  /** Where the file of a domain lies. */
  readonly paths: ReadonlyMap<string, string>;
}

/**
 * Reads dictionary files; without names, those that emend ships.
 *
 * @throws Error that names the file that cannot be read
 */
export async function readDictionaries(files: readonly string[]): Promise<DictionaryFiles> {
  const paths = new Map<string, string>();
  const read: ReturnType<typeof parseDictionary>[] = [];
  for (const path of files.length > 0 ? files : await shippedFiles()) {
    const domain = files.length > 0 ? basename(path, '.tsv') : `en/${basename(path, '.tsv')}`;
    paths.set(domain, shortest(path));
    read.push(parseDictionary(await readText(path), domain));
  }
  return {
    entries: read.flatMap(({ entries }) => entries),
    problems: read.flatMap(({ problems }) => problems),
    paths,
  };
}

/** The counts that emend ships with its dictionaries. */
export async function readStatistics(): Promise<DictionaryStatistics> {
  const [pairs, forms] = await Promise.all(
    ['pairs.tsv', 'forms.tsv'].map((name) => readText(join(SHIPPED, 'statistics', name))),
  );
  return parseStatistics(pairs as string, forms as string);
}

/** The path from here where it leads down, else as it is. */
function shortest(path: string): string {
  const way = relative('', path);
  return way.startsWith('..') ? path : way;
}

async function shippedFiles(): Promise<string[]> {
  const folder = join(SHIPPED, 'spin');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.tsv'));
  return names.sort().map((name) => join(folder, name));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
