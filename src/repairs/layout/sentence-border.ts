import { isApostrophe, isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Border, LayoutDocument } from './document.js';
import { isHumpBorder, LONGEST_WORD } from './humps.js';
import { letterBorder } from './letter-border.js';
import type { QuoteRole } from './straight-quotes.js';
import { isCapitals, isName, isPlain, isSmallWord, type RightWord, rightWord } from './words-beside.js';

/** How what stands before the period looks. */
type LeftKind =
  | 'word' // past
  | 'short' // it
  | 'name' // Gaza
  | 'capitals' // NATO
  | 'initial' // U.S
  | 'meridiem' // p.m
  | 'letter' // x
  | 'number' // 7
  | 'year' // 2012
  | 'percent' // 50%
  | 'title' // Mr
  | 'abbreviation' // Inc
  | 'code'; // this

/** What stands between two sentences: where the separator goes, and what speaks for it. */
interface Joint {
  /** Offset between what closes the first sentence and what opens the second. */
  readonly at: number;
  /** Offset of the period, exclamation or question mark. */
  readonly stop: number;
  /** Offset after the last letter, digit or percent sign of the first sentence. */
  readonly leftEnd: number;
  /** Whether a quotation ends or begins there. */
  readonly quoted: boolean;
  /** Whether the first sentence ends with a round bracket. */
  readonly isBracketed: boolean;
}

/**
 * Judges whether a new sentence begins at the capital at `capital` right after the period of another, or undefined
 * where it does not. `lastQuote` tells what the last straight quotation mark before the capital does; at `wordStart` a
 * word is known to begin.
 */
export function sentenceBorder(
  document: LayoutDocument,
  capital: number,
  lastQuote: QuoteRole | undefined,
  wordStart: number,
): Border | undefined {
  const { text, words } = document;
  const joint = findJoint(text, capital, lastQuote);
  if (joint === undefined) return undefined;
  const left = leftKind(document, joint.leftEnd, wordStart);
  if (left === undefined || document.isAddress(capital)) return undefined;
  const right = rightWord(text, capital, words) ?? gluedRightWord(document, capital);
  if (right === undefined) return undefined;
  const { at } = joint;
  if (left === 'title') {
    if (joint.quoted || text.charAt(joint.stop) !== '.' || !/^(?:plain|weak|initials)$/.test(right.kind))
      return undefined;
    return {
      at,
      kind: 'title',
      confidence: 0.9,
      because: `a blank is missing between a title and ${right.text}`,
    };
  }
  const confidence = confidenceOf(document, joint, left, right, capital);
  if (confidence === undefined) return undefined;
  return {
    at,
    kind: 'sentence',
    confidence,
    because: `a sentence ends right before ${right.text}, without a blank`,
  };
}

function confidenceOf(
  document: LayoutDocument,
  { stop, quoted, isBracketed }: Joint,
  left: LeftKind,
  right: RightWord,
  capital: number,
): number | undefined {
  const { text } = document;
  // Of the blanks beside a straight mark every sixth is put on its wrong side.
  if (quoted) return text.slice(stop, capital).includes('"') ? 0.83 : 0.97;
  if (isBracketed && right.isApart) return 0.9;
  return text.charAt(stop) === '.' ? afterPeriod(document, left, right) : afterOtherStop(left, right);
}

/** The word at `capital` where it is itself glued to the next: "the West.ReutersHamas has". */
function gluedRightWord(document: LayoutDocument, capital: number): RightWord | undefined {
  const { text } = document;
  const { end } = document.letterRun(capital);
  for (let border = capital + 1; border < end && border - capital <= LONGEST_WORD; border++) {
    if (!isHumpBorder(text, border) || letterBorder(document, border, capital) === undefined) continue;
    return { text: text.slice(capital, border), kind: 'plain', isApart: true, runsOn: true };
  }
  return undefined;
}

/** Marks that close what a sentence may end with, and marks that open what one may begin with; `"` does both. */
const CLOSING = '”’)]»';
const OPENING = '“‘([«';

/** The marks between two sentences, read backwards from the capital; undefined where there is no stop among them. */
function findJoint(text: string, capital: number, lastQuote: QuoteRole | undefined): Joint | undefined {
  let at = capital;
  let k = capital - 1;
  let quoted = false;
  let role = lastQuote;
  for (; k > 0 && capital - k < 6; k--) {
    const mark = text.charAt(k);
    const opens = mark === '"' ? role === 'opens' : OPENING.includes(mark);
    // Marks take turns.
    if (mark === '"') role = opens ? 'closes' : 'opens';
    else if (!opens && !CLOSING.includes(mark)) break;
    quoted ||= !'()[]’'.includes(mark);
    // What opens belongs to the second sentence, but only where nothing between it and the capital closes.
    if (opens && at === k + 1) at = k;
  }
  const stop = k;
  const mark = text.charAt(k);
  if (mark === '.') {
    if (text.charAt(k - 1) === '.') return undefined;
    k--;
  } else if (mark === ':' && at < capital && quoted) {
    k--;
  } else {
    while (k > 0 && capital - k < 9 && (text.charAt(k) === '!' || text.charAt(k) === '?')) k--;
    if (k === stop) return undefined;
  }
  const isBracketed = text.charAt(k) === ')';
  for (let i = 0; i < 3 && k > 0 && (CLOSING.includes(text.charAt(k)) || text.charAt(k) === '"'); i++, k--) {
    quoted ||= !')]’'.includes(text.charAt(k));
  }
  return { at, stop, leftEnd: k + 1, quoted, isBracketed };
}

function leftKind({ text, words }: LayoutDocument, end: number, wordStart: number): LeftKind | undefined {
  if (text.charAt(end - 1) === '%') return 'percent';
  let start = end;
  while (start > 0 && end - start <= LONGEST_WORD && isLetterOrDigit(text.charCodeAt(start - 1))) start--;
  if (start === end || end - start > LONGEST_WORD) return undefined;
  if (start < wordStart && wordStart < end) start = wordStart;
  const word = text.slice(start, end);
  const before = start > 0 && start !== wordStart ? text.charCodeAt(start - 1) : 0x20;
  // Israel’s, don’t
  if (isApostrophe(before) && isLetter(text.charCodeAt(start - 2)))
    return isSmallWord(word) ? 'word' : undefined;
  const isAfterPeriod = before === 0x2e;
  if (word.length === 1 && isUpper(word.charCodeAt(0))) return 'initial';
  if (word.length === 1 && isLetter(word.charCodeAt(0))) {
    if (isAfterPeriod) return word === 'm' ? 'meridiem' : undefined;
    return 'letter';
  }
  if (isDigit(word.charCodeAt(0))) return numberKind(text, start, word);
  // An inner period or a slash: com.example, src/Main
  if (isAfterPeriod || before === 0x2f) return undefined;
  // A word between two glued stops: were the second parted, the first would look different the next time.
  if (start !== wordStart && isUpper(text.charCodeAt(start)) && findJoint(text, start, undefined))
    return undefined;
  const { byKind } = words;
  if (byKind.title.has(word)) return 'title';
  if (byKind.abbreviation.has(word)) return 'abbreviation';
  if (byKind.code.has(word)) return 'code';
  if (isSmallWord(word)) return word.length > 2 ? 'word' : 'short';
  if (isPlain(word) || isName(word, words)) return 'name';
  return isCapitals(word.endsWith('s') ? word.slice(0, -1) : word) ? 'capitals' : undefined;
}

function numberKind(text: string, start: number, word: string): LeftKind | undefined {
  for (let i = 0; i < word.length; i++) if (!isDigit(word.charCodeAt(i))) return undefined;
  // The number of a list item: "1.The government".
  if (word.length < 3 && (start === 0 || text.charAt(start - 1) === '\n')) return undefined;
  return word.length === 4 && /^(?:19|20)/.test(word) && text.charAt(start - 1) !== '.' ? 'year' : 'number';
}

/** Probability that a period between these is the end of a sentence; undefined where nothing speaks for it. */
function afterPeriod(document: LayoutDocument, left: LeftKind, right: RightWord): number | undefined {
  const { kind } = right;
  if (kind === 'starter') return AFTER_PERIOD_STARTER[left];
  const isElsewhere = () => (document.humps().count.get(right.text) ?? 0) > 1;
  switch (left) {
    case 'word':
      if (kind === 'capitals') return isElsewhere() ? 0.9 : right.runsOn ? 0.7 : undefined;
      return { weak: 0.98, plain: 0.97, single: 0.95, initials: 0.85 }[kind];
    case 'short':
    case 'name':
    case 'capitals':
      if (!right.isApart || kind === 'initials') return undefined;
      if (kind === 'weak' || kind === 'single') return right.runsOn ? 0.93 : 0.85;
      if (isElsewhere()) return right.runsOn ? 0.9 : 0.8;
      return kind === 'plain' ? 0.75 : undefined;
    case 'percent':
    case 'year':
      return right.isApart && kind !== 'capitals' && kind !== 'initials' ? 0.9 : undefined;
    case 'meridiem':
    case 'number':
      return right.runsOn && kind === 'weak' ? 0.85 : undefined;
    case 'code':
      return right.runsOn && document.humps().names.has(right.text) ? 0.8 : undefined;
    default:
      return undefined;
  }
}

/** The same before a word that hardly stands anywhere else than at the beginning of a sentence. */
const AFTER_PERIOD_STARTER: Readonly<Record<LeftKind, number | undefined>> = {
  word: 0.99,
  short: 0.98,
  name: 0.98,
  capitals: 0.97,
  percent: 0.97,
  year: 0.97,
  code: 0.95,
  meridiem: 0.93,
  number: 0.93,
  initial: 0.85,
  letter: 0.85,
  abbreviation: 0.85,
  title: undefined,
};

/** The same for an exclamation or question mark, which stands in fewer names and numbers. */
function afterOtherStop(left: LeftKind, { kind, runsOn }: RightWord): number | undefined {
  if (kind === 'starter') return 0.97;
  if (kind === 'capitals' || kind === 'initials') return undefined;
  if (left === 'word') return 0.93;
  return runsOn ? 0.9 : undefined;
}

function isLetterOrDigit(code: number): boolean {
  return isLetter(code) || isDigit(code);
}
