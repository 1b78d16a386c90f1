import { isBlank } from '../../text/characters.js';

/** A line of a text, with the offsets of what stands in it. */
export interface Line {
  /** First offset of the line. */
  readonly start: number;
  /** Offset after its last character, before its break. */
  readonly end: number;
  /** Offset of its first character that is no blank; `end` where there is none. */
  readonly from: number;
  /** Offset after its last character that is no blank; `from` where there is none. */
  readonly to: number;
}

/** The lines of a text in order. `\n` ends a line; a `\r` before it counts as a blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let from = start;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    lines.push({ start, end, from, to });
    start = end + 1;
  }
  return lines;
}

/** Whether nothing but blanks stands in a line. */
export function isEmpty({ from, to }: Line): boolean {
  return from === to;
}
