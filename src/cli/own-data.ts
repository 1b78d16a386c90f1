import type { Command } from 'commander';
import type { EmenderOptions } from '../emender.js';
import { readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { describeFailure } from './failure.js';

/** The flags that name data of the user's own, as commander gives them. */
export interface OwnDataFlags {
  readonly dictionary?: readonly string[];
  readonly protect?: readonly string[];
}

/** Adds --dictionary and --protect to a command. */
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
    );
}

/** Adds a value of a flag to those of its earlier uses. */
export function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/**
 * Reads the files that the flags name.
 *
 * @throws Error that names the file that cannot be read
 */
export async function readOwnData({ dictionary = [], protect = [] }: OwnDataFlags): Promise<EmenderOptions> {
  const [dictionaries, phrases] = await Promise.all([
    Promise.all(dictionary.map(async (path) => ({ name: path, text: await readText(path) }))),
    Promise.all(protect.map(async (path) => phrasesOf(await readText(path)))),
  ]);
  return { dictionaries, protect: phrases.flat() };
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
