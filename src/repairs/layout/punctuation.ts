import { isBlank, isDigit, isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import type { LayoutDocument } from './document.js';
import { isSmall } from './humps.js';
import { looksMisread } from './misreadings.js';

/**
 * Finds blanks before punctuation (“their crimes ,” “the end .”), commas and closing quotation marks without the blank behind them
 * (“the talks,which”), opening ones without that before, and doubled commas. Only where a word of prose stands on either side: numbers,
 * times, lists of values, code and addresses keep theirs. What French puts before `;:!?` is wrong in English only, and where a text
 * does so throughout, it is the habit of its printer. In misread
 * texts blanks before commas and stops stay too: they show what was lost.
 */
export function findPunctuation(document: LayoutDocument): Finding[] {
  const { text } = document;
  const found: Finding[] = [];
  let isEnglish: boolean | undefined;
  const inEnglish = () => {
    isEnglish ??= looksEnglish(text);
    return isEnglish;
  };
  let set = 0;
  let apart = 0;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === OPENING || code === CLOSING) {
      const at = code === OPENING ? i : i + 1;
      if (isTightQuote(document, i) && inEnglish()) found.push(missingBlank(at, beside(code)));
      continue;
    }
    if (code >= 0x40 || code < 0x21) continue;
    const mark = text.charAt(i);
    if (!',.;:!?'.includes(mark)) continue;
    const isHigh = mark !== ',' && mark !== '.';
    if (text.charCodeAt(i - 1) !== 0x20) {
      if (isHigh && isLetter(text.charCodeAt(i - 1))) set++;
      if ((mark === ',' || mark === ';') && isTightMark(document, i))
        found.push(missingBlank(i + 1, `after “${mark}”`));
      else if (mark === ',' && isDoubled(text, i))
        found.push(superfluous(i, i + 1, 'doubled-mark', 'the comma is doubled'));
      continue;
    }
    if (isHigh && isLetter(text.charCodeAt(i - 2)) && !(text.charCodeAt(i + 1) > 0x20)) apart++;
    if (!isLooseMark(text, i) || document.isAddress(i) || (isHigh && !inEnglish())) continue;
    found.push(superfluous(i - 1, i, BEFORE_MARK, `no blank stands before “${mark}”`));
  }
  const loose = found.filter(({ rule }) => rule === BEFORE_MARK);
  if (loose.length === 0) return found;
  const isHigh = ({ end }: Finding) => !',.'.includes(text.charAt(end));
  const isHabit = apart >= HABIT && apart > set;
  const isMisread = !loose.every(isHigh) && looksMisread(document);
  return found.filter((each) => each.rule !== BEFORE_MARK || !(isHigh(each) ? isHabit : isMisread));
}

/** So many marks set apart, and more than are not, are a habit. */
const HABIT = 4;
const BEFORE_MARK = 'blank-before-mark';
const OPENING = 0x201c;
const CLOSING = 0x201d;

function beside(quote: number): string {
  return quote === OPENING ? 'before “' : 'after ”';
}

function superfluous(start: number, end: number, rule: string, because: string): Finding {
  return { start, end, replacement: '', rule, confidence: 0.95, because };
}

function missingBlank(at: number, where: string): Finding {
  const because = `a blank is missing ${where}`;
  return { start: at, end: at, replacement: ' ', rule: 'blank-after-mark', confidence: 0.9, because };
}

/** Whether a comma between words of prose stands twice: “failed,, and”. */
function isDoubled(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== 0x2c || text.charCodeAt(at + 2) !== 0x20) return false;
  return isWordBefore(text, at) && isSmall(text.charCodeAt(at + 3)) && isProse(text, at + 1);
}

/** Whether a word of the sentence meets a quotation mark: “see,”he said; she said“No. */
function isTightQuote(document: LayoutDocument, at: number): boolean {
  const { text } = document;
  if (text.charCodeAt(at) === CLOSING) {
    if (!',.!?'.includes(text.charAt(at - 1)) || !isSmall(text.charCodeAt(at + 1))) return false;
    const { start, end } = document.letterRun(at + 1);
    return end - start > 1 && text.charCodeAt(end) === 0x20 && document.isWord(text.slice(start, end));
  }
  if (!isSmall(text.charCodeAt(at - 1)) || !isLetter(text.charCodeAt(at + 1))) return false;
  const { start, end } = document.letterRun(at - 1);
  return end - start > 1 && text.charCodeAt(start - 1) === 0x20 && document.isWord(text.slice(start, end));
}

/** Whether a mark with one blank before it belongs to the word before the blank. */
function isLooseMark(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const next = text.charCodeAt(at + 1);
  const isEnd = at + 1 >= text.length || next === 0x0a || next === 0x0d;
  const isApart = isEnd || next === 0x20 || next === 0x201d || next === 0x22;
  if (!isApart || !isWordBefore(text, at - 1)) return false;
  if (isEnd) return mark !== ':' && isProse(text, at);
  const after = text.charCodeAt(next === 0x20 ? at + 2 : at + 1);
  // Marks in a row, set apart: ". . .", ": -".
  if (next === 0x20 && !isLetter(after) && !isDigit(after) && !'“"‘(£$€'.includes(text.charAt(at + 2)))
    return false;
  if (mark === '.' || mark === '!' || mark === '?') return !isSmall(after) && isProse(text, at);
  return mark !== ':' && isProse(text, at);
}

/** Whether two small letters or more, or a letter and a closing mark, end at `end`. */
function isWordBefore(text: string, end: number): boolean {
  let at = end - 1;
  if (')”’"'.includes(text.charAt(at))) at--;
  return isSmall(text.charCodeAt(at)) && isLetter(text.charCodeAt(at - 1));
}

/** Whether the two words before a mark are written as in a sentence, with one blank between them. */
function isProse(text: string, at: number): boolean {
  let i = at - 2;
  if (')”’"'.includes(text.charAt(i))) i--;
  const low = i - 40;
  while (i > low && (isLetter(text.charCodeAt(i)) || "'’-".includes(text.charAt(i)))) i--;
  return (
    text.charCodeAt(i) === 0x20 && (isLetter(text.charCodeAt(i - 1)) || ',.'.includes(text.charAt(i - 1)))
  );
}

/** Whether two words of a sentence meet at a comma or semicolon, and nothing else does: no list of values. */
function isTightMark(document: LayoutDocument, at: number): boolean {
  const { text } = document;
  if (!isSmall(text.charCodeAt(at - 1)) || !isSmall(text.charCodeAt(at + 1))) return false;
  const left = document.letterRun(at - 1);
  const { start } = left;
  const { end } = document.letterRun(at + 1);
  if (at - start < 2 || end - at < 3 || at - start > 24 || end - at > 24) return false;
  // "one, two,three and": a blank on either side, and words of the sentence beyond.
  if (text.charCodeAt(start - 1) !== 0x20 || text.charCodeAt(end) !== 0x20) return false;
  if (!isLetter(text.charCodeAt(start - 2)) && text.charAt(start - 2) !== ',') return false;
  if (!isLetter(text.charCodeAt(end + 1)) || isBlank(text.charCodeAt(end + 1))) return false;
  // The rest of a misread word: “char;ed”.
  if (end - at === 3 && !document.words.byKind.open.has(text.slice(at + 1, end))) return false;
  return document.isWord(text.slice(start, at)) && document.isWord(text.slice(at + 1, end));
}

const ENGLISH = [' the ', ' and ', ' you ', ' is ', ' of ', ' have '];
const NEEDED = 2;

/** Whether a text has words that only English has. */
function looksEnglish(text: string): boolean {
  let seen = 0;
  for (const word of ENGLISH) if (text.includes(word)) seen++;
  return seen >= NEEDED;
}
