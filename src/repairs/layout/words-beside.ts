import { isApostrophe, isBlank, isDigit, isLetter, isUpper } from '../../text/characters.js';
import { isHumpBorder, isSmall, LONGEST_WORD } from './humps.js';
import type { LayoutWords } from './layout-words.js';

/** How the word after a border looks. */
type RightKind = 'starter' | 'weak' | 'plain' | 'capitals' | 'single' | 'initials';

/** The word after a border. */
export interface RightWord {
  readonly text: string;
  readonly kind: RightKind;
  /** Whether a blank or comma follows. */
  readonly isApart: boolean;
  /** Whether a blank and then a small letter, a digit or a sign of currency follow: text that runs on. */
  readonly runsOn: boolean;
}

/** The word that begins at `start`, or undefined where it is no word that can begin a sentence. */
export function rightWord(text: string, start: number, words: LayoutWords): RightWord | undefined {
  let end = start + 1;
  while (end < text.length && end - start <= LONGEST_WORD && isLetter(text.charCodeAt(end))) end++;
  if (end - start > LONGEST_WORD) return undefined;
  const word = text.slice(start, end);
  const make = (kind: RightKind) => ({
    text: word,
    kind,
    isApart: isApart(text, end),
    runsOn: runsOn(text, end),
  });
  if (word.length === 1) {
    if (isWordOfOneLetter(text, start, words)) return make('single');
    return beginsInitials(text, start) ? make('initials') : undefined;
  }
  const isTitle =
    words.byKind.title.has(word) && text.charAt(end) === '.' && isUpper(text.charCodeAt(end + 1));
  if (!isTitle && !canFollowWord(text, end)) return undefined;
  if (words.byKind.starter.has(word)) return make('starter');
  if (words.byKind.weak.has(word)) return make('weak');
  if (words.byKind.ending.has(word)) return undefined;
  if (isPlain(word) || isName(word, words)) return make('plain');
  return isCapitals(word.endsWith('s') ? word.slice(0, -1) : word) ? make('capitals') : undefined;
}

/** Whether a word has small letters only. */
export function isSmallWord(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (!isSmall(word.charCodeAt(i))) return false;
  return true;
}

/** Whether a word is a capital and small letters. */
export function isPlain(word: string): boolean {
  return word.length > 1 && isUpper(word.charCodeAt(0)) && isSmallWord(word.slice(1));
}

/** Whether a word has capitals only, as abbreviations of up to six letters do. */
export function isCapitals(word: string): boolean {
  if (word.length < 2 || word.length > 6) return false;
  for (let i = 0; i < word.length; i++) if (!isUpper(word.charCodeAt(i))) return false;
  return true;
}

/** Whether a word with a capital inside is a known name (YouTube) or looks like one (McDonald). */
export function isName(word: string, { byKind }: LayoutWords): boolean {
  if (byKind.name.has(word) || (word.endsWith('s') && byKind.name.has(word.slice(0, -1)))) return true;
  let border = 1;
  while (border < word.length && !isHumpBorder(word, border)) border++;
  return byKind.prefix.has(word.slice(0, border)) && isPlain(word.slice(border));
}

/** Whether what stands at `end` can follow a word of a text, as a blank can, but not a bracket, digit or inner period. */
function canFollowWord(text: string, end: number): boolean {
  if (end >= text.length) return true;
  const code = text.charCodeAt(end);
  if (isBlank(code)) return true;
  // A period or colon only before something else than a letter or digit: no inner period, no time, no scheme.
  if (code === 0x2e || code === 0x3a) {
    const next = text.charCodeAt(end + 1);
    return !isLetter(next) && !isDigit(next) && next !== 0x2f;
  }
  return ',;!?-–—…\'’”")]'.includes(text.charAt(end));
}

function isApart(text: string, end: number): boolean {
  const code = text.charCodeAt(end);
  return isBlank(code) || (code === 0x2c && isBlank(text.charCodeAt(end + 1)));
}

function runsOn(text: string, end: number): boolean {
  if (!isBlank(text.charCodeAt(end))) return false;
  const next = text.charCodeAt(end + 1);
  return isSmall(next) || isDigit(next) || next === 0x24 || next === 0xa3 || next === 0x20ac;
}

/** "A much", "A “senior"; "I was", "I’m". */
function isWordOfOneLetter(text: string, at: number, { byKind }: LayoutWords): boolean {
  const next = text.charCodeAt(at + 1);
  const after = text.charCodeAt(at + 2);
  if (text.charCodeAt(at) === 0x41) {
    // No article stands before “by” or “of”.
    const word = /^[a-z]*/.exec(text.slice(at + 2, at + 10));
    if (word !== null && byKind.once.has(word[0])) return false;
    return isBlank(next) && (isLetter(after) || isDigit(after) || after === 0x201c || after === 0x22);
  }
  return text.charCodeAt(at) === 0x49 && (isBlank(next) || isApostrophe(next)) && isSmall(after);
}

/** Whether the "I" at `at` is the pronoun, neither a numeral nor a misread letter: a verb follows. */
export function isPronounI(text: string, at: number): boolean {
  return isApostrophe(text.charCodeAt(at + 1)) || VERB_AFTER_I.test(text.slice(at + 1, at + 14));
}

const VERB_AFTER_I =
  /^ (?:am|was|have|had|will|would|think|thought|do|don|did|didn|can|could|know|knew|want|wanted|feel|felt|believe|hope|love|never|just|said|say|saw|went|got|get|mean|guess|suppose|understand|must|should|may|might|also|still|always|really)(?![a-z])/;

/** "U.S. ", "J.K. ", "J. Smith", "H A Hellyer" */
function beginsInitials(text: string, at: number): boolean {
  let next = at + 1;
  if (text.charAt(next) === '.') next++;
  if (text.charAt(next) === ' ') next++;
  if (next === at + 1 || !isUpper(text.charCodeAt(next))) return false;
  const after = text.charCodeAt(next + 1);
  return isSmall(after) || after === 0x2e || after === 0x20;
}
