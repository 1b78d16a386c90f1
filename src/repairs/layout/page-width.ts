import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import { isSmall } from './humps.js';
import { isLineHyphen } from './hyphens.js';
import type { Line } from './lines.js';

/** Widths at which mail, terminals and typewriters break lines. */
const NARROWEST = 40;
const WIDEST = 132;
/** Verse is narrower than this, unless its lines begin with capitals. */
const NARROWEST_PRINT = 50;
/** A paragraph of so many lines shows by itself that its breaks came of their width. */
const ENOUGH_LINES = 4;
/** And so many breaks of shorter ones, all at one width. */
const ENOUGH_BREAKS = 3;
/** Letters of print differ in width: its lines have this share of the most at least. */
const EVEN = 0.75;

/** How the lines of a paragraph end. */
interface Shape {
  readonly lines: readonly Line[];
  /** Code units of the longest line. */
  readonly width: number;
  /** The least width at which no line would have taken the next word; infinite where hyphens fill all lines. */
  readonly fits: number;
  /** Code units of the shortest line but the last. */
  readonly shortest: number;
  /** Breaks over which a sentence goes on: a small letter follows, and no stop stands before. */
  readonly running: number;
}

/**
 * The paragraphs that only the width of a page broke into lines: each line is so full that the next word would not have fitted, or,
 * in print, nearly so. Short paragraphs are judged together, or by the long ones.
 */
export function filledParagraphs(
  text: string,
  paragraphs: readonly (readonly Line[])[],
): ReadonlySet<readonly Line[]> {
  const filled = new Set<readonly Line[]>();
  const short: Shape[] = [];
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const lines of paragraphs) {
    const shape = lines.length < 2 ? undefined : shapeOf(text, lines);
    if (shape === undefined) continue;
    if (lines.length < ENOUGH_LINES) {
      short.push(shape);
    } else if (isFull(shape) || isEven(shape)) {
      filled.add(lines);
      least = Math.min(least, shape.width);
      most = Math.max(most, shape.width);
    }
  }
  if (most === 0) {
    for (const { lines } of pooled(short)) filled.add(lines);
    return filled;
  }
  for (const shape of short) {
    const { lines, width, fits, shortest } = shape;
    const isAlike = width <= 1.05 * most && shortest >= EVEN * least && fits >= 0.9 * least;
    if (isAlike && 2 * shape.running >= lines.length - 1) filled.add(lines);
  }
  return filled;
}

/** Whether each line is so full that, letter by letter, the next word would not have fitted. */
function isFull({ lines, width, fits, running }: Shape): boolean {
  // In verse that is as even as prose most lines begin with capitals.
  return width >= NARROWEST && width <= WIDEST && fits > width && 2 * running >= lines.length - 1;
}

function isEven({ lines, width, shortest, running }: Shape): boolean {
  if (width < NARROWEST_PRINT || width > WIDEST) return false;
  return shortest >= EVEN * width && 3 * running >= 2 * (lines.length - 1);
}

/** Short paragraphs, if one width explains all their breaks. */
function pooled(short: readonly Shape[]): readonly Shape[] {
  let breaks = 0;
  let running = 0;
  let width = 0;
  let fits = Number.POSITIVE_INFINITY;
  for (const shape of short) {
    breaks += shape.lines.length - 1;
    running += shape.running;
    width = Math.max(width, shape.width);
    fits = Math.min(fits, shape.fits);
  }
  const isOne = width >= NARROWEST_PRINT && width <= WIDEST && fits > width;
  return isOne && breaks >= ENOUGH_BREAKS && 3 * running >= 2 * breaks ? short : [];
}

/** How the lines of a paragraph end; undefined where one of them is no running text. */
function shapeOf(text: string, lines: readonly Line[]): Shape | undefined {
  let width = 0;
  let fits = Number.POSITIVE_INFINITY;
  let shortest = Number.POSITIVE_INFINITY;
  let running = 0;
  for (const [i, { start, from, to }] of lines.entries()) {
    // Quoted, indented, listed, in columns.
    if (from !== start || !isProseLine(text, from, to)) return undefined;
    width = Math.max(width, to - from);
    const before = lines[i - 1];
    if (before === undefined) continue;
    const length = before.to - before.from;
    shortest = Math.min(shortest, length);
    if (goesOn(text, before, from)) running++;
    if (isLineHyphen(text, before.to - 1)) continue;
    let end = from;
    while (end < to && text.charCodeAt(end) !== 0x20) end++;
    fits = Math.min(fits, length + 1 + (end - from));
  }
  return { lines, width, fits, shortest, running };
}

/** Whether a sentence goes on over a break: no stop ends the line, and the next begins with a small letter. */
export function goesOn(text: string, before: Line, next: number): boolean {
  return isSmall(text.charCodeAt(next)) && !/[.!?:;][”"’)]?$/.test(text.slice(before.to - 2, before.to));
}

/** Whether a line is running text: no bullet, number or quotation sign before it, no columns in it. */
export function isProseLine(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (!isLetter(first) && !isDigit(first) && !'“"‘\'($£€'.includes(text.charAt(from))) return false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09 || code === 0x7c || (code === 0x20 && text.charCodeAt(i + 1) === 0x20)) return false;
    if (code === 0x3d || code === 0x7b || code === 0x7d || code === 0x5c || code === 0x60) return false;
  }
  return true;
}

/** Whether a line begins as a sentence can: who writes without capitals may end his lines where he likes. */
export function beginsCapital(text: string, { from }: Line): boolean {
  const code = text.charCodeAt(from);
  return isUpper(code) || isDigit(code) || '“"‘\'('.includes(text.charAt(from));
}
