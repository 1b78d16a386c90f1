import type { Command } from 'commander';
import { readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import type { LoadOptions } from '../load.js';
import { parseConfusions } from '../repairs/ocr/confusions.js';
import { describeFailure } from './failure.js';

/** The flags that name data of the user's own, as commander gives them. */
export interface OwnDataFlags {
  readonly dictionary?: readonly string[];
  readonly protect?: readonly string[];
  readonly confusions?: string;
}

/** Adds --dictionary, --protect and --confusions to a command. */
export function addOwnDataFlags(command: Command): Command {
  return command
    .option(
      '--dictionary <file>',
      'a dictionary of your own (.tsv), which comes before those that ship; repeatable',
      collect,
    )
    .option(
      '--protect <file>',
      'words and phrases that are never changed, one a line, # for comments; repeatable',
      collect,
    )
    .option(
      '--confusions <file>',
      'what OCR reads for what, of your own (.tsv), in place of the table that ships',
    );
}

/** Adds a value of a flag to those of its earlier uses. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/**
 * Reads the files that the flags name.
 *
 * @throws Error that names the file that cannot be read; the line and column where a table is bad
 */
export async function readOwnData({
  dictionary = [],
  protect = [],
  confusions,
}: OwnDataFlags): Promise<LoadOptions> {
  const [dictionaries, phrases, table] = await Promise.all([
    Promise.all(dictionary.map(async (path) => ({ name: path, text: await readText(path) }))),
    Promise.all(protect.map(async (path) => phrasesOf(await readText(path)))),
    confusions === undefined ? undefined : readText(confusions),
  ]);
  const own = { dictionaries, protect: phrases.flat() };
  if (table === undefined) return own;
  // An emender does not know the name of the file.
  parseConfusions(table, confusions);
  return { ...own, data: { ocr: { confusions: table } } };
}

function phrasesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

async function readText(path: string): Promise<string> {
  try {
    return decodeUtf8(await readBytes(path)).text;
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
