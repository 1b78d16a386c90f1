import type { Command } from 'commander';
import { readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { openLexicon } from '../lexicon/lexicon.js';
import type { LoadOptions } from '../load.js';
import { parseConfusions } from '../repairs/ocr/channel/confusions.js';
import { describeFailure } from './failure.js';

/** The flags that name data of the user's own, as commander gives them. */
export interface OwnDataFlags {
  readonly dictionary?: readonly string[];
  readonly protect?: readonly string[];
  readonly confusions?: string;
  readonly lexicon?: string;
}

/** Adds --dictionary, --protect, --confusions and --lexicon to a command. */
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
    )
    .option(
      '--lexicon <file>',
      'the words of the language for OCR, made by emend ocr lexicon, in place of English',
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
  lexicon,
}: OwnDataFlags): Promise<LoadOptions> {
  const [dictionaries, phrases, table, words] = await Promise.all([
    Promise.all(dictionary.map(async (path) => ({ name: path, text: await readText(path) }))),
    Promise.all(protect.map(async (path) => phrasesOf(await readText(path)))),
    confusions === undefined ? undefined : readText(confusions),
    lexicon === undefined ? undefined : readLexicon(lexicon),
  ]);
  const own = { dictionaries, protect: phrases.flat() };
  // An emender does not know the name of the file.
  if (table !== undefined) parseConfusions(table, confusions);
  const ocr = { ...(table !== undefined && { confusions: table }), ...(words && { lexicon: words }) };
  return Object.keys(ocr).length === 0 ? own : { ...own, data: { ocr } };
}

async function readLexicon(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
  try {
    openLexicon(bytes);
  } catch {
    throw new Error(`${path}: no lexicon, or of another version; make it with emend ocr lexicon`);
  }
  return bytes;
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
