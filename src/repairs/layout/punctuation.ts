import { isBlank, isDigit, isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import type { LayoutDocument } from './document.js';
import { isSmall } from './humps.js';

/**
 * Finds blanks before punctuation (“their crimes ,” “the end .”) and commas without the blank behind them (“the
 * talks,which”). Only where a word of prose stands on either side: numbers, times, lists of values, code and addresses keep
 * theirs. What French puts before `;:!?` is wrong in English only.
 */
export function findPunctuation(document: LayoutDocument): Finding[] {
  const { text } = document;
  const found: Finding[] = [];
  let isEnglish: boolean | undefined;
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x40 || code < 0x21) continue;
    const mark = text.charAt(i);
    if (!',.;:!?'.includes(mark)) continue;
    if (text.charCodeAt(i - 1) === 0x20) {
      if (!isLooseMark(text, i) || document.isAddress(i)) continue;
      if (mark !== ',' && mark !== '.') {
        isEnglish ??= looksEnglish(text);
        if (!isEnglish) continue;
      }
      const because = `no blank stands before “${mark}”`;
      found.push({
        start: i - 1,
        end: i,
        replacement: '',
        rule: 'blank-before-mark',
        confidence: 0.95,
        because,
      });
    } else if ((mark === ',' || mark === ';') && isTightMark(document, i)) {
      const because = `a blank is missing after “${mark}”`;
      found.push({
        start: i + 1,
        end: i + 1,
        replacement: ' ',
        rule: 'blank-after-mark',
        confidence: 0.9,
        because,
      });
    }
  }
  return found;
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
