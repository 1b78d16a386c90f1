import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isLetter } from '../../../text/characters.js';

/** The long s. */
const LONG_S = 0x17f;
const F = 0x66;
const S = 0x73;

/** Letters of one word that are looked at; the rest of what is that long stays as it is. */
const LONGEST_WORD = 30;
/** Letters f of one word that may each be an s; of more, all are or none. */
const MOST_OPEN = 3;

/** A run of letters in which a long s may stand. */
export interface LongSWord {
  readonly start: number;
  readonly end: number;
  /** With s for what is a long s without doubt. */
  readonly base: string;
  /** Whether a long s stands in it. */
  readonly marked: boolean;
  /** Whether it is a word as it stands, and which words it is with s for one f or more. */
  readonly known: boolean;
  readonly variants: readonly { readonly text: string; readonly turned: number }[];
}

/** What a text tells of its long s. */
export interface LongSWords {
  readonly words: readonly LongSWord[];
  /** Words that have a short s where a long one would stand. */
  readonly short: number;
}

/** Finds the words of a text in which a long s stands, or may have been read as f. */
export function findLongSWords(text: string, lexicon: Lexicon): LongSWords {
  const words: LongSWord[] = [];
  const remembered = new Map<string, Pick<LongSWord, 'base' | 'marked' | 'known' | 'variants'>>();
  let short = 0;
  for (let at = 0; at < text.length; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = at;
    let open = 0;
    let marked = false;
    let round = false;
    while (at < text.length && isLetter(text.charCodeAt(at))) {
      const code = text.charCodeAt(at);
      const isLast = at + 1 === text.length || !isLetter(text.charCodeAt(at + 1));
      if (code === LONG_S) marked = true;
      else if (code === F && !isLast) open++;
      else if (code === S && !isLast) round = true;
      at++;
    }
    if (!marked && open === 0) {
      if (round) short++;
      continue;
    }
    if (at - start > LONGEST_WORD) continue;
    const word = text.slice(start, at);
    let seen = remembered.get(word);
    if (seen === undefined) {
      seen = readWord(word, lexicon);
      remembered.set(word, seen);
    }
    if (round && seen.known) short++;
    words.push({ start, end: at, ...seen });
  }
  return { words, short };
}

function readWord(word: string, lexicon: Lexicon): Pick<LongSWord, 'base' | 'marked' | 'known' | 'variants'> {
  const base = word.replaceAll('ſ', 's');
  const places: number[] = [];
  for (let i = 0; i + 1 < base.length; i++) if (base.charCodeAt(i) === F) places.push(i);
  const variants: { text: string; turned: number }[] = [];
  for (const chosen of subsetsOf(places)) {
    const text = turnedAt(base, chosen);
    if (lexicon.kind(text) !== 0 && isSetLong(text, chosen)) variants.push({ text, turned: chosen.length });
  }
  return { base, marked: base !== word, known: lexicon.kind(base) !== 0, variants };
}

/** The letters of a word that may be another: each on its own where they are few, all at once where they are many. */
function subsetsOf(places: readonly number[]): number[][] {
  if (places.length > MOST_OPEN) return [[...places]];
  const subsets: number[][] = [];
  for (let bits = 1; bits < 1 << places.length; bits++) {
    subsets.push(places.filter((_, i) => (bits & (1 << i)) !== 0));
  }
  return subsets;
}

/** Whether printers set a long s at all places: not in front of an f. */
function isSetLong(text: string, places: readonly number[]): boolean {
  return places.every((at) => text.charCodeAt(at + 1) !== F);
}

/** A word with s at some places. */
function turnedAt(word: string, places: readonly number[]): string {
  let text = word;
  for (const at of places) text = `${text.slice(0, at)}s${text.slice(at + 1)}`;
  return text;
}
