import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isApostrophe, isDigit, isHyphen, isLetter, isUpper } from '../../../text/characters.js';
import type { Chunks } from '../chunks.js';

/** A word of a chunk, or what was read in its place. */
export interface Part {
  readonly chunk: number;
  /** Offsets into `Chunks.flat`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly setting: 'small' | 'capital' | 'capitals';
  /** Whether the lexicon has it, or it is no word to look up: a number, a letter, an acronym. */
  readonly known: boolean;
  /** Whether it fills its chunk but for marks about it. */
  readonly alone: boolean;
}

/** Longer ones are no words, in UTF-16 units. */
const LONGEST = 40;
/** Capitals among words that are not: an acronym or a Roman number. */
const LONGEST_ACRONYM = 6;

/** Cuts chunks into words: at all that is neither letter nor digit, and behind what the language elides ("l'", "qu'"). */
export function cutParts(chunks: Chunks, lexicon: Lexicon): Part[] {
  const parts: Part[] = [];
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    const before = parts.length;
    cutChunk(chunks, chunk, lexicon, parts);
    if (parts.length === before + 1) parts[before] = { ...(parts[before] as Part), alone: true };
  }
  return parts;
}

function cutChunk(
  { flat, coreStart, coreEnd }: Chunks,
  chunk: number,
  lexicon: Lexicon,
  parts: Part[],
): void {
  const last = coreEnd[chunk] as number;
  const add = (start: number, end: number) => {
    if (end > start) parts.push(partOf(chunk, start, flat.slice(start, end), lexicon));
  };
  for (let at = coreStart[chunk] as number; at < last; ) {
    if (!isWordCode(flat.charCodeAt(at))) {
      at++;
      continue;
    }
    // Apostrophes that letters stand around are looked at once the whole is unknown.
    let end = at;
    let apostrophe = -1;
    while (end < last) {
      const code = flat.charCodeAt(end);
      if (isApostrophe(code) && end + 1 < last && isWordCode(flat.charCodeAt(end + 1))) apostrophe = end;
      else if (!isWordCode(code)) break;
      end++;
    }
    if (apostrophe === -1 || lexicon.accepts(flat.slice(at, end))) add(at, end);
    else cutElisions(flat, at, end, add);
    at = end;
  }
}

function cutElisions(
  flat: string,
  from: number,
  to: number,
  add: (start: number, end: number) => void,
): void {
  let start = from;
  for (let at = from; at < to; at++) {
    if (!isApostrophe(flat.charCodeAt(at))) continue;
    add(start, at + 1);
    start = at + 1;
  }
  add(start, to);
}

function partOf(chunk: number, start: number, text: string, lexicon: Lexicon): Part {
  let digits = 0;
  let letters = 0;
  let upper = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) digits++;
    else if (isLetter(code)) letters++;
    if (isUpper(code)) upper++;
  }
  const capitals = upper > 1 && upper === letters;
  const isWord = letters > 1 && letters > 2 * digits && text.length <= LONGEST;
  const known = !isWord || (capitals && letters < LONGEST_ACRONYM) || isKnown(text, lexicon);
  const setting = capitals ? 'capitals' : isUpper(text.charCodeAt(0)) ? 'capital' : 'small';
  return { chunk, start, end: start + text.length, text, setting, known, alone: false };
}

/** Whether the lexicon has a word, with the apostrophe at its end or without. */
function isKnown(text: string, lexicon: Lexicon): boolean {
  if (lexicon.accepts(text)) return true;
  return isApostrophe(text.charCodeAt(text.length - 1)) && lexicon.accepts(text.slice(0, -1));
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Whether a chunk ends in a hyphen behind its last letter. */
export function endsInHyphen({ flat, coreEnd, end }: Chunks, chunk: number): boolean {
  const at = coreEnd[chunk] as number;
  const code = flat.charCodeAt(at);
  return at + 1 === end[chunk] && (isHyphen(code) || code === 0xac || code === 0xad);
}
