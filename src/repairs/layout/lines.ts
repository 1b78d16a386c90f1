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

/** The lines of a text in order. `\n` ends a line, and a form feed a page and its last line; a `\r` before it counts as a blank. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  // Each is looked for once, and again only where it was passed.
  let newline = -1;
  let feed = -1;
  for (let start = 0; start <= text.length; ) {
    if (newline < start) newline = placeOf('\n', text, start);
    if (feed < start) feed = placeOf('\f', text, start);
    const end = Math.min(newline, feed);
    let from = start;
    while (from < end && isBlank(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    lines.push({ start, end, from, to });
    start = end + 1;
  }
  return lines;
}

/** Where a character stands next, or the end of the text. */
function placeOf(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at === -1 ? text.length : at;
}

/** Whether nothing but blanks stands in a line. */
export function isEmpty({ from, to }: Line): boolean {
  return from === to;
}
