import { HunspellError } from './error.js';
import { splitFlags } from './flags.js';
import { linesOf } from './lines.js';

/** A stem with its flags as they are written. */
export interface Stem {
  readonly word: string;
  readonly flags: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Reads the text of a word file: a count, then a stem a line. Lines that begin with `#` or a tabulator are comments.
 * @throws {HunspellError} when the count is missing.
 */
export function* parseWordFile(text: string): Generator<Stem> {
  let line = 0;
  for (const content of linesOf(text)) {
    line++;
    if (line === 1) {
      // The count is a hint that dictionaries get wrong; that it is there tells a word file from another one.
      if (!/^\d+/.test(content)) throw new HunspellError('words', 1, 'the number of words is missing');
      continue;
    }
    if (content === '' || content[0] === '#' || content[0] === '\t') continue;
    yield { ...splitFlags(content.slice(0, morphologyAt(content))), line };
  }
}

/** Where the word and its flags end: before a tabulator, or blanks and a field such as `po:noun`. */
function morphologyAt(line: string): number {
  const tab = line.indexOf('\t');
  let end = tab < 0 ? line.length : tab;
  for (let colon = line.indexOf(':', 4); colon >= 0 && colon < end; colon = line.indexOf(':', colon + 1)) {
    if (line[colon - 3] === ' ') end = colon - 3;
  }
  while (end > 1 && line[end - 1] === ' ') end--;
  return end;
}
