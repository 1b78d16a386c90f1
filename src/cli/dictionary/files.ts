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
  const named = files.map((path): [string, string] => [path, basename(path, '.tsv')]);
  for (const [path, domain] of files.length > 0 ? named : await shippedFiles()) {
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
  const read = (name: string) => readText(join(SHIPPED, 'statistics', name));
  const [pairs, forms, background] = await Promise.all([
    read('pairs.tsv'),
    read('forms.tsv'),
    read('background.tsv'),
  ]);
  return parseStatistics({ pairs, forms, background });
}

/** The path from here where it leads down, else as it is. */
function shortest(path: string): string {
  const way = relative('', path);
  return way.startsWith('..') ? path : way;
}

/** Paths and names of the dictionaries that emend ships. */
async function shippedFiles(): Promise<[path: string, domain: string][]> {
  const folders = [
    ['spin', 'en'],
    ['groups', 'en/groups'],
  ] as const;
  const files = await Promise.all(
    folders.map(async ([folder, prefix]) => {
      const names = (await readdir(join(SHIPPED, folder))).filter((name) => name.endsWith('.tsv'));
      return names
        .sort()
        .map((name): [string, string] => [
          join(SHIPPED, folder, name),
          `${prefix}/${basename(name, '.tsv')}`,
        ]);
    }),
  );
  return files.flat();
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
