import { foldCode, isDigit, isLetter, isUpper } from '../../../text/characters.js';
import { isEmpty, type Line, linesOf } from '../lines.js';

/** Longer lines are text. */
const LONGEST_HEAD = 90;
/** Letters of a head without which it is none. */
const SHORTEST_HEAD = 4;
/** Words that a title may have with a small letter are no longer. */
const SMALL_WORD = 3;
/** A page's number with the words before and behind it, and the signs about it. */
const NUMBER =
  /^(?:page|p|pg|seite|s)?\.?\s?([\dlIOoSB]{1,5}|[ivxlc]{1,7}|[IVXLC]{1,7})(?:\s?(?:of|\/)\s?\d{1,5})?$/i;
const DECORATION = ' \t-–—_.·•*~[](){}|';

/** A line with text that may stand on a page beside its text. */
export interface PageLine {
  readonly line: Line;
  /** Number of its page, by form feeds, and its place among those with text from the page's beginning and from its end. */
  readonly page: number;
  fromTop: number;
  fromEnd: number;
  /** What it says but for numbers, folded, where it is short enough for a head; '' elsewhere. */
  readonly key: string;
  /** Whether it is a number and nothing else; -1 where it may be one that was misread. */
  readonly number: number | undefined;
  /** Whether it looks like a head where nothing tells where pages end: its words have capitals, and all letters do or a number stands beside them. */
  readonly isTitle: boolean;
}

/** The lines of a text with text in them, with what tells heads and numbers of pages. */
export function pageLines(text: string): PageLine[] {
  const found: PageLine[] = [];
  let page = 0;
  let first = 0;
  const endPage = () => {
    for (let i = first; i < found.length; i++) {
      const one = found[i] as PageLine;
      one.fromTop = i - first;
      one.fromEnd = found.length - 1 - i;
    }
    first = found.length;
    page++;
  };
  for (const line of linesOf(text)) {
    if (!isEmpty(line)) found.push(pageLine(text, line, page));
    if (text.charCodeAt(line.end) === 0x0c) endPage();
  }
  endPage();
  return found;
}

function pageLine(text: string, line: Line, page: number): PageLine {
  const { from, to } = line;
  const shared = { line, page, fromTop: 0, fromEnd: 0 };
  if (to - from > LONGEST_HEAD) return { ...shared, key: '', number: undefined, isTitle: false };
  const raw = text.slice(from, to);
  let key = '';
  let words = 0;
  let capitals = 0;
  let upper = 0;
  for (let i = 0; i < raw.length; ) {
    const start = i;
    const isCapital = isUpper(raw.charCodeAt(i));
    for (; i < raw.length && isLetter(raw.charCodeAt(i)); i++) {
      const code = raw.charCodeAt(i);
      const folded = foldCode(code);
      key += String.fromCharCode(folded);
      if (folded !== code) upper++;
    }
    if (i === start) i++;
    // Small words have small letters in titles too.
    else if (isCapital || i - start > SMALL_WORD) {
      words++;
      if (isCapital) capitals++;
    }
  }
  const isNumbered = isDigit(raw.charCodeAt(0)) || isDigit(raw.charCodeAt(raw.length - 1));
  const isTitle = words > 0 && capitals >= 0.6 * words && (isNumbered || upper >= 0.8 * key.length);
  return { ...shared, key: key.length < SHORTEST_HEAD ? '' : key, number: numberOf(raw), isTitle };
}

/** The number that a line is; -1 for one that cannot be read. */
function numberOf(raw: string): number | undefined {
  if (raw.length > 24) return undefined;
  let from = 0;
  let to = raw.length;
  while (from < to && DECORATION.includes(raw.charAt(from))) from++;
  while (to > from && DECORATION.includes(raw.charAt(to - 1))) to--;
  const match = NUMBER.exec(raw.slice(from, to));
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  if (/^\d+$/.test(digits)) return Number(digits);
  if (/^[ivxlc]+$/i.test(digits)) return romanValue(digits.toLowerCase());
  return isDigit(digits.charCodeAt(0)) || /\d/.test(digits) ? -1 : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(roman: string): number | undefined {
  let value = 0;
  for (let i = 0; i < roman.length; i++) {
    const here = ROMAN[roman.charAt(i)] as number;
    value += here < (ROMAN[roman.charAt(i + 1)] ?? 0) ? -here : here;
  }
  return value > 0 ? value : undefined;
}
