import { isBlank, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { isSmall } from './humps.js';

/** What is known of words. */
export interface KnownWords {
  /** Whether a word in small letters is English. */
  readonly isWord: (word: string) => boolean;
  /** Whether it is one of the ten thousand words or so that are met most. */
  readonly isCommon: (word: string) => boolean;
}

/** Hyphens at the ends of lines: the ordinary ones, and the sign that some OCR writes in their place. */
const HYPHENS = '-‐¬';
/** Halves of words are no longer; runs of letters that are stand in no dictionary. */
const LONGEST_HALF = 24;
/** What may stand right before the first half. */
const BEFORE = '“‘"\'([—–';

/** What becomes of a hyphen where a line ends: it goes with the break, stays without it, or nothing tells. */
export type HyphenFate = 'goes' | 'stays' | undefined;

/** Whether a hyphen, or what stands for one, is there. */
export function isLineHyphen(text: string, at: number): boolean {
  return HYPHENS.includes(text.charAt(at)) && text.charAt(at) !== '';
}

/** Judges the hyphens of one text. */
export class HyphenJudge {
  private compounds: Set<string> | undefined;

  constructor(
    private readonly text: string,
    private readonly words: KnownWords,
  ) {}

  /** What becomes of the hyphen at an offset, behind which a word goes on at `next`. */
  fate(hyphen: number, next: number): HyphenFate {
    const { text, words } = this;
    const start = wordStart(text, hyphen);
    const end = wordEnd(text, next);
    const left = text.slice(start, hyphen);
    const right = text.slice(next, end);
    if (!canBeHalves(left, right) || !isApart(text, start)) return undefined;
    const [small, rest] = [left.toLowerCase(), right.toLowerCase()];
    if (isCapitalised(right)) return isCapitalised(left) && left.length > 2 ? 'stays' : undefined;
    const areWords = words.isWord(small) && words.isWord(rest);
    if (!words.isWord(small + rest)) return areWords ? 'stays' : undefined;
    if (!areWords || text.charAt(hyphen) === '¬') return 'goes';
    // “for-ward”, but “break-in” in a text that writes it so elsewhere.
    if (!words.isCommon(small + rest)) return undefined;
    this.compounds ??= compoundsOf(text);
    return this.compounds.has(`${small}-${rest}`) ? 'stays' : 'goes';
  }

  /** Whether the halves of a word surely stand there, of which one at least is none by itself. */
  isParted(hyphen: number, next: number): boolean {
    const { text, words } = this;
    if (this.fate(hyphen, next) !== 'goes') return false;
    const left = text.slice(wordStart(text, hyphen), hyphen).toLowerCase();
    return !words.isWord(left) || !words.isWord(text.slice(next, wordEnd(text, next)).toLowerCase());
  }
}

/**
 * Finds words that were parted at the ends of lines which then became blanks: “com- pelled”. Not “pre- and post-war”, where the
 * hyphen stands for the rest of a word.
 */
export function findFoldedHyphens(text: string, words: KnownWords): Finding[] {
  const found: Finding[] = [];
  let judge: HyphenJudge | undefined;
  for (let at = text.indexOf('- '); at !== -1; at = text.indexOf('- ', at + 2)) {
    if (!isSmall(text.charCodeAt(at - 1)) || !isSmall(text.charCodeAt(at + 2))) continue;
    judge ??= new HyphenJudge(text, words);
    if (judge.isParted(at, at + 2)) found.push(joining(text, at, at + 2, 0.9));
  }
  return found;
}

/** What takes a hyphen and the break behind it away. */
export function joining(text: string, hyphen: number, next: number, confidence: number): Finding {
  const word = text.slice(wordStart(text, hyphen), hyphen) + text.slice(next, wordEnd(text, next));
  return {
    start: hyphen,
    end: next,
    replacement: '',
    rule: 'hyphen',
    confidence,
    because: `“${word}” was parted`,
  };
}

function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && end - start <= LONGEST_HALF && isLetter(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start <= LONGEST_HALF && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function isApart(text: string, start: number): boolean {
  return start === 0 || isBlank(text.charCodeAt(start - 1)) || BEFORE.includes(text.charAt(start - 1));
}

/** Two letters or more on either side; small ones behind the hyphen, or capitals throughout, or two names. */
function canBeHalves(left: string, right: string): boolean {
  if (left.length < 2 || right.length < 2) return false;
  if (left.length > LONGEST_HALF || right.length > LONGEST_HALF) return false;
  if (areSmall(left, 1) && areSmall(right, 0)) return true;
  if (isCapitalised(left) && isCapitalised(right)) return true;
  return left === left.toUpperCase() && right === right.toUpperCase();
}

function isCapitalised(word: string): boolean {
  return isUpper(word.charCodeAt(0)) && areSmall(word, 1);
}

function areSmall(word: string, from: number): boolean {
  for (let i = from; i < word.length; i++) if (!isSmall(word.charCodeAt(i))) return false;
  return true;
}

/** The words of two parts with a hyphen between them that stand in a text, folded. */
function compoundsOf(text: string): Set<string> {
  const compounds = new Set<string>();
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    if (!isLetter(text.charCodeAt(at - 1)) || !isLetter(text.charCodeAt(at + 1))) continue;
    compounds.add(text.slice(wordStart(text, at), wordEnd(text, at + 1)).toLowerCase());
  }
  return compounds;
}
