import { isUpper } from '../../text/characters.js';
import { wordsOf } from './block-phrases.js';
import { isMonth } from './dates.js';
import { isSmall } from './humps.js';
import type { LayoutWords } from './layout-words.js';

/** Datelines end within so many code units. */
const LONGEST_DATELINE = 70;
/** And a paragraph follows, of so many at least. */
const SHORTEST_PARAGRAPH = 60;

/**
 * The length of the dateline with which a paragraph begins, its dash included, or 0: “DOHA, Nov 9 (Reuters) – ”,
 * “WASHINGTON, D.C. -- ”, “LONDON — ”. A place in capitals, or one with its state, a date or an agency.
 */
export function datelineLength(paragraph: string, { byKind }: LayoutWords): number {
  if (paragraph.length < SHORTEST_PARAGRAPH || !isUpper(paragraph.charCodeAt(0))) return 0;
  const dash = dashIn(paragraph);
  if (dash === undefined) return 0;
  const place = paragraph.slice(0, dash.start).trimEnd();
  const rest = paragraph.slice(dash.end);
  if (!beginsSentence(rest)) return 0;
  const comma = place.indexOf(',');
  const bracket = place.indexOf('(');
  const name = place.slice(0, comma !== -1 ? comma : bracket !== -1 ? bracket : place.length).trim();
  if (byKind.label.has(name.toLowerCase()) || byKind.noPlace.has(name)) return 0;
  const inner = place.slice(name.length).trim();
  if (!isPlace(name)) return 0;
  if (isCapitalised(name) && name.length > 3 && /^[^a-z]*$/.test(name)) {
    return inner === '' || isDetail(inner) ? dash.end : 0;
  }
  return inner !== '' && isSureDetail(inner, byKind.credit) ? dash.end : 0;
}

/** The first dash with which a dateline can end. */
function dashIn(paragraph: string): { start: number; end: number } | undefined {
  const head = paragraph.slice(0, LONGEST_DATELINE);
  const found = / ?(?:--|[–—]) ?| - /.exec(head);
  if (found === null || found.index < 3) return undefined;
  return { start: found.index, end: found.index + found[0].length };
}

/** Whether text runs on as a sentence, with small words, and not as a heading in capitals. */
function beginsSentence(text: string): boolean {
  const words = text.slice(0, 80).split(' ');
  const first = words[0] ?? '';
  if (!/^[“"‘']?[A-Z\d$£€]/.test(first)) return false;
  return words.filter((word) => isSmall(word.charCodeAt(0))).length >= 3;
}

function isPlace(name: string): boolean {
  const words = name.split(' ');
  return words.length <= 4 && words.every((word) => isCapitalised(word) || word === 'de');
}

function isCapitalised(word: string): boolean {
  return isUpper(word.charCodeAt(0)) && !/[\d:;!?"“”@#/]/.test(word);
}

/** What stands between the place and the dash, with capitals or digits throughout. */
function isDetail(text: string): boolean {
  return wordsOf(text, 0, text.length).every(({ start }) => /[A-Z\d:,|]/.test(text.charAt(start)));
}

/** A state in short, a date, or an agency in brackets. */
function isSureDetail(text: string, agencies: ReadonlySet<string>): boolean {
  if (!isDetail(text)) return false;
  const [, agency] = /\(([A-Z][\w ]{1,24})\)$/.exec(text) ?? [];
  if (agency !== undefined && agencies.has(agency)) return true;
  if (/^, ?(?:[A-Z]{2}|[A-Z]\.[A-Z]\.?|[A-Z][a-z]{1,4}\.)(?:$|[ ,(])/.test(text)) return true;
  return wordsOf(text, 0, text.length).some((word) => isMonth(word.text)) && /\d/.test(text);
}
