import { describeEndless, findEndless } from './endless.js';
import type { DictionaryEntry } from './entry.js';
import { extendDictionary } from './extend.js';
import { parseDictionary } from './parse.js';
import { ReversalDictionary } from './reversal-dictionary.js';
import { readSections } from './sections.js';

/** A reversal dictionary of the user's own, in the format of dictionaries/README.md. */
export interface UserDictionary {
  /**
   * What errors call it, a path for instance. Its rules carry the last part without `.tsv`: those of `terms/house.tsv` are
   * named `spin/house:FORM`.
   */
  readonly name: string;
  /** The whole text of the file, its header included. */
  readonly text: string;
}

/**
 * Opens a compiled dictionary, extended by dictionaries of the user's own.
 *
 * @throws Error when the bytes are no dictionary or damaged, and when a line of a user's dictionary is bad: with its name, line and
 *   column, and what to do
 */
export function openDictionary(
  bytes: Uint8Array,
  dictionaries: readonly UserDictionary[] = [],
): ReversalDictionary {
  const nameOf = new Map<DictionaryEntry, string>();
  for (const dictionary of dictionaries)
    for (const entry of readEntries(dictionary)) nameOf.set(entry, dictionary.name);
  const entries = [...nameOf.keys()];
  const endless = findEndless(entries);
  if (endless !== undefined) {
    const place = (entry: DictionaryEntry) => `${nameOf.get(entry)}:${entry.line}`;
    throw new Error(`${place(endless[0])}:1: ${describeEndless(endless, place).join('; ')}`);
  }
  return new ReversalDictionary(
    entries.length === 0 ? bytes : extendDictionary(readSections(bytes), entries),
  );
}

function readEntries(dictionary: UserDictionary): DictionaryEntry[] {
  const { name, text } = dictionary;
  if (typeof name !== 'string' || typeof text !== 'string')
    throw new TypeError('a dictionary is { name, text }: give the text of the file, and a name for messages');
  const { entries, problems } = parseDictionary(text, domainOf(dictionary));
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return entries;
  const more = errors.length === 1 ? '' : ` (${errors.length} bad lines in all)`;
  throw new Error(`${name}:${first.line}:${first.column}: ${first.message}; ${first.advice}${more}`);
}

function domainOf({ name }: UserDictionary): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  return file.endsWith('.tsv') ? file.slice(0, -'.tsv'.length) : file;
}
