import { isUpper } from '../../text/characters.js';
import type { Block, BlockRole } from './block.js';
import {
  type BlockPhrase,
  type BlockPhrases,
  isMark,
  type LineWord,
  matchPhrase,
  type PhraseForm,
  phrasesFrom,
  wordsOf,
} from './block-phrases.js';
import { addTail, isBracketedCredit, isTail } from './block-tails.js';
import { isByline } from './byline.js';
import { isCreditText } from './credits.js';
import { datelineLength } from './dateline.js';
import { canBeginDate, dateLine } from './dates.js';
import type { LayoutWords } from './layout-words.js';
import { isEmpty, type Line, linesOf } from './lines.js';
import { type FoundLine, markCaptions, markDates, markHeadlines, markShares, whole } from './lines-beside.js';
import { markNames } from './names-beside.js';
import { shareOf } from './share-buttons.js';

/** Longer lines are paragraphs: only a dateline before and a credit behind them are looked for. */
const LONGEST_BLOCK = 320;
/** Longer ones have no credit either. */
const LONGEST_CAPTION = 700;
/** Lines with text from the beginning among which bylines and dates are believed. */
const HEAD_LINES = 15;
/** And from the end. */
const FOOT_LINES = 3;

/** The first word of a line is within so many code units of its beginning. */
const LONGEST_FIRST_WORD = 40;
/** Lines of more words are no dates. */
const MOST_DATE_WORDS = 24;
/** So much of a paragraph tells whether a dateline begins it. */
const DATELINE_WINDOW = 200;

/** What blocks are looked for in, and with. */
interface Page {
  readonly text: string;
  readonly phrases: BlockPhrases;
  readonly words: LayoutWords;
}

/**
 * Finds what is no running text: captions, credits, bylines, datelines, and what a page says of itself, such as
 * “Advertisement”. Blocks are lines, or their beginnings and ends; sorted and disjoint. One pass over the lines, of which
 * long ones are looked at in part. Takes any string; never throws.
 */
export function findBlocks(text: string, phrases: BlockPhrases, words: LayoutWords): Block[] {
  const lines = linesOf(text).filter((line) => !isEmpty(line));
  const page = { text, phrases, words };
  const found: FoundLine[] = [];
  let expected: BlockRole | undefined;
  for (const [index, line] of lines.entries()) {
    const isOutside = index < HEAD_LINES || index >= lines.length - FOOT_LINES;
    let one: FoundLine = readLine(page, line, isOutside);
    if (expected !== undefined && one.blocks.length === 0 && line.to - line.from <= LONGEST_BLOCK) {
      one = { line, blocks: [whole(line, expected, 'the line before says so')] };
    }
    expected = one.next;
    found.push(one);
  }
  markShares(found);
  markDates(found);
  markHeadlines(text, found);
  markNames(text, found.slice(0, HEAD_LINES), words);
  markCaptions(text, found);
  return found.flatMap(({ blocks }) => blocks);
}

function readLine(page: Page, line: Line, isOutside: boolean): FoundLine {
  const { from, to } = line;
  const found =
    to - from > LONGEST_BLOCK
      ? undefined
      : (byFirstWord(page, line, isOutside) ?? byShape(page, line, isOutside));
  if (found !== undefined) return found;
  const blocks: Block[] = [];
  addDateline(page, line, blocks);
  if (to - from <= LONGEST_CAPTION) addTail(page.text, line, page.phrases, page.words, blocks);
  return { line, blocks };
}

/** What the words of a line say of it. Most lines begin with a word that says nothing, and are not read any further. */
function byFirstWord(page: Page, line: Line, isOutside: boolean): FoundLine | undefined {
  const { text, phrases } = page;
  const { from, to } = line;
  const [first] = wordsOf(text, from, Math.min(to, from + LONGEST_FIRST_WORD), 1);
  const isOpening =
    first !== undefined &&
    (phrasesFrom(phrases, first).length > 0 ||
      canBeginDate(first.text) ||
      /^(?:©|copyright)$/.test(first.text));
  if (!isOpening && !phrases.inside.some((word) => text.slice(from, to).includes(word))) return undefined;
  const words = wordsOf(text, from, to);
  const is = (role: BlockRole, because: string, next?: BlockRole): FoundLine => ({
    line,
    blocks: [{ start: from, end: to, role, because }],
    ...(next && { next }),
  });
  const match = /["“”«]/.test(text.charAt(from)) ? undefined : findPhrase(text, words, phrases);
  if (match !== undefined) {
    const { phrase, end } = match;
    const because = `says “${phrase.phrase}”`;
    if (phrase.form === 'heading') return { ...is(phrase.role, because), isHeading: true };
    const isAlone = words.slice(end).every(isMark);
    if (phrase.form === 'label') return is(phrase.role, because, isAlone ? phrase.role : undefined);
    if (phrase.form !== 'tail') return is(phrase.role, because);
    // “Photo:” alone can head anything; “Image source,” cannot.
    if (isAlone && words.filter((word) => !isMark(word)).length > 1)
      return is(phrase.role, because, phrase.role);
    if (isTail(text, words, end, to, phrase, page.words)) return is(phrase.role, because);
  }
  const share = shareOf(words, phrases);
  if (share !== undefined) return { line, blocks: [], share };
  if (isCopyright(words, text)) {
    const claim = text.slice(from, to).replace(/^(?:©|Copyright) ?/, '');
    const isPicture = isCreditText(claim, page.words) && !/\d{4}/.test(claim);
    return is(isPicture ? 'credit' : 'boilerplate', 'claims copyright');
  }
  const date = words.length <= MOST_DATE_WORDS ? dateLine(words) : undefined;
  if (date !== undefined && (isOutside || date === 'published')) return { line, blocks: [], date };
  return undefined;
}

/** What a line is by the shape of its words: names, and agencies. */
function byShape(
  { text, words }: Page,
  { from, to, ...rest }: Line,
  isOutside: boolean,
): FoundLine | undefined {
  const raw = text.slice(from, to);
  const line = { from, to, ...rest };
  if (isBareCredit(raw, words)) {
    return { line, blocks: [whole(line, 'credit', 'names a source of pictures')] };
  }
  if (!isOutside || !isByline(raw, words)) return undefined;
  return { line, blocks: [whole(line, 'byline', 'names the authors')] };
}

/** The phrase that shows the role of a line, if there is one, and the index after its last word. */
function findPhrase(
  text: string,
  words: readonly LineWord[],
  phrases: BlockPhrases,
): { phrase: BlockPhrase; end: number } | undefined {
  const plain = words.filter((word) => !isMark(word));
  const starts: readonly PhraseForm[] = ['start', 'label', 'tail'];
  for (const phrase of phrasesFrom(phrases, words[0])) {
    if (phrase.form === 'line' || phrase.form === 'heading') {
      const end = matchPhrase(plain, 0, phrase);
      if (end !== -1 && end === plain.length) return { phrase, end };
    } else if (starts.includes(phrase.form) && fitsCase(text, words[0], phrase)) {
      const end = matchPhrase(words, 0, phrase);
      if (end !== -1 && (phrase.form !== 'label' || endsLabel(words, end))) return { phrase, end };
    }
  }
  for (let at = 0; at < words.length; at++) {
    for (const phrase of phrasesFrom(phrases, words[at])) {
      if (phrase.form !== 'within' || !fitsCase(text, words[at], phrase)) continue;
      const end = matchPhrase(words, at, phrase);
      if (end !== -1) return { phrase, end };
    }
  }
  return undefined;
}

function fitsCase(text: string, word: LineWord | undefined, { isCapitalised }: BlockPhrase): boolean {
  return !isCapitalised || (word !== undefined && isUpper(text.charCodeAt(word.start)));
}

/** A label ends with a colon or comma, with the line, or before a capital of its own. */
function endsLabel(words: readonly LineWord[], end: number): boolean {
  const last = words[end - 1];
  const next = words[end];
  return next === undefined || isMark(next) || (last !== undefined && isMark(last));
}

/** A line that is a credit without any label. */
function isBareCredit(line: string, words: LayoutWords): boolean {
  if (line.length > 90) return false;
  const inner = /^[[(].*[\])]$/.test(line) ? line.slice(1, -1) : line;
  return words.byKind.credit.has(inner) || isBracketedCredit(inner, words);
}

/** “© 2024 BBC”, “Copyright 2024 The Associated Press”, “Copyright © …”. */
function isCopyright(words: readonly LineWord[], text: string): boolean {
  const [first, second, third] = words;
  if (first === undefined || second === undefined) return false;
  if (first.text === '©') return true;
  if (first.text !== 'copyright' || !/[A-Z©]/.test(text.charAt(first.start))) return false;
  if (second.text === '©' || (second.text === 'c' && third !== undefined)) return true;
  return /^(?:19|20)\d\d$/.test(second.text) && /[A-Z]/.test(text.charAt(third?.start ?? -1));
}

function addDateline({ text, words }: Page, { from, to }: Line, blocks: Block[]): void {
  const length = datelineLength(text.slice(from, Math.min(to, from + DATELINE_WINDOW)), words);
  if (length === 0) return;
  const end = from + text.slice(from, from + length).trimEnd().length;
  blocks.push({ start: from, end, role: 'dateline', because: 'a place, a dash, and the report' });
}
