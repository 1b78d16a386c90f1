import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';

/** Signs with which items of lists begin, and nothing else does; a middle dot also parts words. */
const BULLETS = '•‣▪●◦■';
/** Fewer bullets with blanks on both sides part a line, as “12 May • 5 min read” does. */
const FEWEST_BULLETS = 3;
/** Numbered lists are looked through up to so many code units between two items. */
const LONGEST_ITEM = 1000;
/** Nobody numbers more items in one line. */
const MOST_ITEMS = 30;

/**
 * Finds the items of lists that run together on one line: behind bullets that are glued to the item before (“eggs• flour”) or open a
 * line and go on in it, and behind numbers that are (“online.2. Check”). Lists that somebody wrote into a sentence, “1. … 2. …” with blanks
 * throughout, stay.
 */
export function findListItems(text: string): Finding[] {
  const found: Finding[] = [];
  addBullets(text, found);
  addNumbers(text, found);
  return found.sort((a, b) => a.start - b.start);
}

function addBullets(text: string, found: Finding[]): void {
  let bullets: number[] = [];
  const close = () => {
    if (bullets.length > 1 && isList(text, bullets)) {
      for (const at of bullets)
        if (!isLineStart(text, at)) found.push(item(text, at, 'a bullet begins an item'));
    }
    bullets = [];
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) close();
    else if (code > 0x2000 && BULLETS.includes(text.charAt(i))) bullets.push(i);
  }
  close();
}

/** Whether the bullets of one line begin items: one is glued to the item before it, or they open the line or follow a colon. */
function isList(text: string, bullets: readonly number[]): boolean {
  const areItems = bullets.every((at) => isItemStart(text, skipBlanks(text, at + 1)));
  if (!areItems) return false;
  const glued = bullets.filter((at) => isGlued(text, at)).length;
  if (glued > 0) return glued >= bullets.length - 1;
  const [first] = bullets as [number];
  const isOpening = isLineStart(text, first) || text.charAt(blanksBefore(text, first) - 1) === ':';
  return isOpening && bullets.length >= FEWEST_BULLETS && bullets.every((at) => hasWords(text, at + 1));
}

function isItemStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isLetter(code) || isDigit(code) || '“"‘\'($£€'.includes(text.charAt(at) || ' ');
}

/** Whether a bullet stands right behind a word or a mark, and apart from what follows it. */
function isGlued(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before > 0x20 && before !== 0xa0 && text.charCodeAt(at + 1) === 0x20;
}

/** Whether more than one word follows before the next bullet or the end of the line. */
function hasWords(text: string, from: number): boolean {
  const start = skipBlanks(text, from);
  const rest = text.slice(start, start + 60);
  return /^[^\n•‣▪●◦■]+? [^\s•‣▪●◦■]/.test(rest);
}

/** Numbers from 1 on that begin items, of which at least one is glued to the item before it. */
function addNumbers(text: string, found: Finding[]): void {
  for (let at = text.indexOf('1'); at !== -1; at = text.indexOf('1', at + 1)) {
    if (!opensList(text, at)) continue;
    const items = itemsFrom(text, at);
    const glued = items.filter((start, i) => i > 0 && text.charCodeAt(start - 1) > 0x20).length;
    if (items.length >= 3 ? glued > 0 : items.length === 2 && glued === 1 && isLineStart(text, at)) {
      for (const start of items) {
        if (!isLineStart(text, start)) found.push(item(text, start, 'a number begins an item'));
      }
      at = items.at(-1) as number;
    }
  }
}

/** Whether “1. ” begins a line there, or follows a colon or a stop. */
function opensList(text: string, at: number): boolean {
  if (!isNumber(text, at, 1)) return false;
  return isLineStart(text, at) || '.:!?'.includes(text.charAt(blanksBefore(text, at) - 1));
}

/** Offsets of the items of a line that are numbered from 1 on. */
function itemsFrom(text: string, first: number): number[] {
  const items = [first];
  while (items.length < MOST_ITEMS) {
    const number = items.length + 1;
    const mark = `${number}.`;
    const last = items.at(-1) as number;
    const low = last + 3;
    const stretch = text.slice(low, low + LONGEST_ITEM).split('\n', 1)[0] as string;
    let next = -1;
    for (let k = stretch.indexOf(mark); k !== -1 && next === -1; k = stretch.indexOf(mark, k + 1)) {
      if (isNumber(text, low + k, number) && endsItem(text, low + k)) next = low + k;
    }
    if (next === -1) break;
    items.push(next);
  }
  return items;
}

/** Whether an item can end right before: with a stop, or with a letter to which the number is glued. */
function endsItem(text: string, at: number): boolean {
  const before = text.charAt(blanksBefore(text, at) - 1);
  if ('.!?;)”"'.includes(before)) return true;
  return isLetter(text.charCodeAt(at - 1));
}

/** Whether a number, its period and a capitalised word stand there: “2. Check”, “2.Check”. */
function isNumber(text: string, at: number, number: number): boolean {
  const mark = `${number}.`;
  if (!text.startsWith(mark, at) || isDigit(text.charCodeAt(at - 1))) return false;
  const word = at + mark.length + (text.charAt(at + mark.length) === ' ' ? 1 : 0);
  return isUpper(text.charCodeAt(word)) && isLetter(text.charCodeAt(word + 1));
}

function item(text: string, at: number, because: string): Finding {
  return {
    start: blanksBefore(text, at),
    end: at,
    replacement: '\n',
    rule: 'list-item',
    confidence: 0.9,
    because,
  };
}

function blanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && (text.charCodeAt(start - 1) === 0x20 || text.charCodeAt(start - 1) === 0xa0)) start--;
  return start;
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === 0x20 || text.charCodeAt(next) === 0xa0 || text.charCodeAt(next) === 0x09)
    next++;
  return next;
}

function isLineStart(text: string, at: number): boolean {
  const start = blanksBefore(text, at);
  return start === 0 || text.charCodeAt(start - 1) === 0x0a;
}
