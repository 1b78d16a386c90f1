import { isApostrophe, isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Border, LayoutDocument } from './document.js';
import { isHumpBorder, LONGEST_WORD } from './humps.js';
import { letterBorder } from './letter-border.js';
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
}

/**
 * Judges whether a new sentence begins at the capital at `capital` right after the period of another, or undefined
 * where it does not. `openQuotes` tells whether a straight quotation is open before the capital; at `wordStart` a word
 * is known to begin.
 */
export function sentenceBorder(
  document: LayoutDocument,
  capital: number,
  openQuotes: boolean,
  wordStart: number,
): Border | undefined {
  const { text, words } = document;
  const joint = findJoint(text, capital, openQuotes);
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
  const confidence = joint.quoted
    ? 0.97
    : text.charAt(joint.stop) === '.'
      ? afterPeriod(document, left, right)
      : afterOtherStop(left, right);
  if (confidence === undefined) return undefined;
  return {
    at,
    kind: 'sentence',
    confidence,
    because: `a sentence ends right before ${right.text}, without a blank`,
  };
}

/** The word at `capital` where it is itself glued to the next: "the West.ReutersHamas has". */
function gluedRightWord(document: LayoutDocument, capital: number): RightWord | undefined {
  const { text } = document;
  const { end } = document.letterRun(capital);
  for (let border = capital + 1; border < end && border - capital <= LONGEST_WORD; border++) {
    if (!isHumpBorder(text, border) || letterBorder(document, border, capital) === undefined) continue;
    return { text: text.slice(capital, border), kind: 'plain', runsOn: true };
  }
  return undefined;
}

/** The marks between two sentences, read backwards from the capital; undefined where there is no stop among them. */
function findJoint(text: string, capital: number, openQuotes: boolean): Joint | undefined {
  let at = capital;
  let k = capital - 1;
  let quoted = false;
  let isOpen = openQuotes;
  let mayOpen = true;
  for (; k > 0 && capital - k < 6; k--) {
    const mark = text.charAt(k);
    if (mark === '"') isOpen = !isOpen;
    const opens = mark === '"' ? !isOpen : '“‘([«'.includes(mark);
    const closes = mark === '"' ? isOpen : '”’)]»'.includes(mark);
    if (opens && mayOpen) at = k;
    else if (closes) mayOpen = false;
    else break;
    quoted ||= '"“”‘«»'.includes(mark);
  }
  const stop = k;
  const mark = text.charAt(k);
  if (mark === '.') {
    if (text.charAt(k - 1) === '.') return undefined;
    k--;
  } else {
    while (k > 0 && capital - k < 9 && (text.charAt(k) === '!' || text.charAt(k) === '?')) k--;
    if (k === stop) return undefined;
  }
  for (let i = 0; i < 3 && k > 0 && '”’")]»'.includes(text.charAt(k)); i++, k--)
    quoted ||= '”"»'.includes(text.charAt(k));
  return { at, stop, leftEnd: k + 1, quoted };
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
  const isElsewhere = () => (document.humps().count.get(right.text) ?? 0) > 1;
  const { kind } = right;
  switch (left) {
    case 'word':
      if (kind === 'capitals') return isElsewhere() ? 0.9 : right.runsOn ? 0.7 : undefined;
      return { starter: 0.99, weak: 0.98, plain: 0.97, single: 0.95, initials: 0.85 }[kind];
    case 'short':
      if (kind === 'starter') return 0.98;
      if (!right.runsOn || kind === 'capitals' || kind === 'initials') return undefined;
      return kind === 'weak' ? 0.93 : 0.85;
    case 'name':
      if (kind === 'starter') return 0.98;
      if (!right.runsOn || kind === 'initials') return undefined;
      if (kind === 'weak' || kind === 'single') return 0.9;
      return isElsewhere() ? 0.9 : kind === 'plain' ? 0.75 : undefined;
    case 'capitals':
      if (kind === 'starter') return 0.97;
      if (!right.runsOn) return undefined;
      if (kind === 'weak' || kind === 'single') return 0.85;
      return kind === 'plain' && isElsewhere() ? 0.8 : undefined;
    case 'percent':
    case 'year':
      if (kind === 'starter') return 0.97;
      return right.runsOn && kind !== 'capitals' ? 0.9 : undefined;
    case 'meridiem':
    case 'number':
      if (kind === 'starter') return 0.93;
      return right.runsOn && kind === 'weak' ? 0.85 : undefined;
    case 'initial':
    case 'letter':
    case 'abbreviation':
      return kind === 'starter' ? 0.85 : undefined;
    case 'code':
      if (kind === 'starter') return 0.95;
      return right.runsOn && document.humps().names.has(right.text) ? 0.8 : undefined;
    case 'title':
      return undefined;
  }
}

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
