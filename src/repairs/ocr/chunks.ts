import { isApostrophe, isBlank, isDigit, isLetter } from '../../text/characters.js';

/**
 * What stands between blanks, as parallel arrays. OCR breaks words at any place, so its text is cut where nothing but blanks
 * cut it; what is punctuation and what a misread letter is decided later.
 */
export interface Chunks {
  readonly count: number;
  /** The chunks with one space between them; all offsets but `start` are into it. */
  readonly flat: string;
  /** Where each chunk begins in the text it was cut from. */
  readonly source: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** From the first letter or digit to the last; empty where there is none. */
  readonly coreStart: Int32Array;
  readonly coreEnd: Int32Array;
  /** Where the core ends without a possessive 's. */
  readonly wordEnd: Int32Array;
  /** 1 where a line break stands before the chunk, 2 for an empty line. */
  readonly breakBefore: Uint8Array;
}

/** Cuts a text into its chunks. */
export function cutChunks(text: string): Chunks {
  const source: number[] = [];
  const lengths: number[] = [];
  const breaks: number[] = [];
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    let lines = 0;
    while (at < text.length && isBlank(text.charCodeAt(at))) if (text.charCodeAt(at++) === 0x0a) lines++;
    if (at === text.length) break;
    const begin = at;
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
    source.push(begin);
    lengths.push(at - begin);
    breaks.push(Math.min(lines, 2));
    parts.push(text.slice(begin, at));
  }
  const sources = Int32Array.from(source);
  const breakBefore = Uint8Array.from(breaks);
  return placed(parts.join(' '), Int32Array.from(lengths), sources, breakBefore);
}

/** The chunks in pieces of so many, cut where a line ends if one does in the last quarter. */
export function* piecesOf(chunks: Chunks, size: number): Generator<Chunks> {
  const { count, flat, source, start, end, breakBefore } = chunks;
  if (count <= size) {
    yield chunks;
    return;
  }
  for (let from = 0; from < count; ) {
    let to = Math.min(count, from + size);
    for (let k = to; k < count && k > from + size * 0.75; k--) {
      if (breakBefore[k] !== 0) {
        to = k;
        break;
      }
    }
    const lengths = start.slice(from, to).map((offset, i) => (end[from + i] as number) - offset);
    const text = flat.slice(start[from], end[to - 1]);
    yield placed(text, lengths, source.slice(from, to), breakBefore.slice(from, to));
    from = to;
  }
}

/** Chunks of known lengths that stand in `flat` with one space between them. */
function placed(flat: string, lengths: Int32Array, source: Int32Array, breakBefore: Uint8Array): Chunks {
  const count = lengths.length;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const coreStart = new Int32Array(count);
  const coreEnd = new Int32Array(count);
  const wordEnd = new Int32Array(count);
  let offset = 0;
  for (let i = 0; i < count; i++) {
    start[i] = offset;
    offset += lengths[i] as number;
    end[i] = offset;
    const [a, b] = coreIn(flat, start[i] as number, offset);
    coreStart[i] = a;
    coreEnd[i] = b;
    wordEnd[i] = b - a > 3 && isPossessive(flat, b - 2) ? b - 2 : b;
    offset++;
  }
  return { count, flat, source, start, end, coreStart, coreEnd, wordEnd, breakBefore };
}

/** Whether 's stands at an offset, in either case. */
function isPossessive(flat: string, at: number): boolean {
  return isApostrophe(flat.charCodeAt(at)) && (flat.charCodeAt(at + 1) | 0x20) === 0x73;
}

/** From the first letter or digit of a stretch to after the last; empty where there is none. */
export function coreIn(text: string, from: number, to: number): [start: number, end: number] {
  let start = from;
  let end = to;
  while (start < end && !isCore(text.charCodeAt(start))) start++;
  while (end > start && !isCore(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

function isCore(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

/** Length of a chunk from its first letter or digit to its last. */
export function coreLength({ coreStart, coreEnd }: Chunks, i: number): number {
  return (coreEnd[i] as number) - (coreStart[i] as number);
}

/** Where an offset into the flat text lies in the text that the chunks were cut from. */
export function sourceOffset({ count, source, start }: Chunks, offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((start[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return (source[low] as number) + offset - (start[low] as number);
}
