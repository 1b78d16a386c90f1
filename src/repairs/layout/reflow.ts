import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { isSmall } from './humps.js';
import type { LayoutWords } from './layout-words.js';
import { isEmpty, type Line, linesOf } from './lines.js';

/** Widths at which mail, terminals and typewriters break lines. */
const NARROWEST = 40;
const WIDEST = 132;
/** Paragraphs of fewer lines do not show that their breaks came of their width. */
const FEWEST_LINES = 4;
/** A line as long as this was not broken by its width, but in the middle of a sentence. */
const LONG_LINE = 100;

/** What joining the lines needs to know of words. */
export interface ReflowOptions {
  readonly isWord: (word: string) => boolean;
  readonly words: LayoutWords;
}

/**
 * Finds line breaks inside paragraphs that only the width of a page made, and joins the lines: each of its lines is so full that
 * the next word would not have fitted. Verse, lists, tables, addresses, code and mail break where they want, and stay.
 */
export function findLineBreaks(text: string, { isWord, words }: ReflowOptions): Finding[] {
  if (!text.includes('\n')) return [];
  const paragraphs = paragraphsOf(linesOf(text));
  const found: Finding[] = [];
  let isMail: boolean | undefined;
  for (const lines of paragraphs) {
    if (lines.length < 2) continue;
    const isFull = isFilled(text, lines);
    for (let i = 1; i < lines.length; i++) {
      const before = lines[i - 1] as Line;
      const after = lines[i] as Line;
      if (!isFull && !isCut(text, before, after, words)) continue;
      isMail ??= hasMailHeaders(text);
      if (isMail) return [];
      const joint = jointOf(text, before, after, isWord);
      if (joint !== undefined) found.push(joint);
    }
  }
  return found;
}

/** Runs of lines with text, parted by empty lines. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    if (isEmpty(line)) {
      if (current.length > 0) paragraphs.push(current);
      current = [];
    } else current.push(line);
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

/** Whether the lines of a paragraph were broken by their width. */
function isFilled(text: string, lines: readonly Line[]): boolean {
  if (lines.length < FEWEST_LINES) return false;
  let width = 0;
  for (const { start, from, to } of lines) {
    // Quoted, indented, listed, in columns.
    if (from !== start || !isProseLine(text, from, to)) return false;
    width = Math.max(width, to - from);
  }
  if (width < NARROWEST || width > WIDEST) return false;
  let running = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1] as Line;
    const { from, to } = lines[i] as Line;
    let end = from;
    while (end < to && text.charCodeAt(end) !== 0x20) end++;
    if (before.to - before.from + 1 + (end - from) <= width) return false;
    if (isSmall(text.charCodeAt(from)) && !/[.!?:;]/.test(text.charAt(before.to - 1))) running++;
  }
  // In verse that is as even as prose most lines begin with capitals.
  return running >= (lines.length - 1) / 2;
}

/** Whether a line is running text: no bullet, number or quotation sign before it, no columns in it. */
function isProseLine(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (!isLetter(first) && !isDigit(first) && !'“"‘\'($£€'.includes(text.charAt(from))) return false;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x09 || code === 0x7c || (code === 0x20 && text.charCodeAt(i + 1) === 0x20)) return false;
    if (code === 0x3d || code === 0x7b || code === 0x7d || code === 0x5c) return false;
  }
  return true;
}

/** Whether a sentence goes on over a break: a long line ends with a word that ends nothing, and a sentence ends the next. */
function isCut(text: string, before: Line, after: Line, { byKind }: LayoutWords): boolean {
  if (before.to - before.from < LONG_LINE || text.charCodeAt(before.from) === 0x3e) return false;
  let start = before.to;
  while (start > before.from && before.to - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
  if (text.charCodeAt(start - 1) !== 0x20 || !byKind.open.has(text.slice(start, before.to))) return false;
  const first = text.charCodeAt(after.from);
  if (!isSmall(first) && !isUpper(first) && !isDigit(first)) return false;
  return (
    after.from === after.start &&
    isProseLine(text, after.from, after.to) &&
    /[.!?][”"’)]?$/.test(text.slice(after.to - 2, after.to))
  );
}

/** How two lines are joined; undefined where a hyphen parts them of which nothing tells whether it belongs to the word. */
function jointOf(
  text: string,
  before: Line,
  after: Line,
  isWord: (word: string) => boolean,
): Finding | undefined {
  const joint = { start: before.to, end: after.from, replacement: ' ', rule: 'line-break', confidence: 0.93 };
  const because = 'the line is full, and its sentence goes on';
  if (!/[-‐]/.test(text.charAt(before.to - 1))) return { ...joint, because };
  let start = before.to - 1;
  while (start > before.from && isSmall(text.charCodeAt(start - 1))) start--;
  let end = after.from;
  while (end < after.to && isSmall(text.charCodeAt(end))) end++;
  const left = text.slice(start, before.to - 1);
  const right = text.slice(after.from, end);
  if (left.length < 2 || right.length < 2 || text.charCodeAt(start - 1) !== 0x20) return undefined;
  if (!isWord(left + right) || (isWord(left) && isWord(right))) return undefined;
  return {
    ...joint,
    start: before.to - 1,
    replacement: '',
    rule: 'hyphen',
    because: `“${left}${right}” was parted`,
  };
}

/** Whether a text is mail: it begins with its headers, or quotes with `>`. */
function hasMailHeaders(text: string): boolean {
  const head = text.slice(0, 2000);
  return (
    /^(?:From|To|Subject|Date|Message-ID): ./m.test(head) || head.startsWith('>') || head.includes('\n>')
  );
}
