import { NO_WORD, SENTENCE_BREAK } from '../../decoder/lattice.js';
import { isLetter, isUpper } from '../../text/characters.js';
import type { Chunks } from './chunks.js';
import { isFormula, isNumeric } from './formulas.js';
import type { WordJudge } from './word-judge.js';

/** The chunks of a text as they stand: the words they hold, and what speaks against them. */
export interface ChunkReading {
  readonly chunks: Chunks;
  /** Word numbers for the lattice; a chunk's are `firstPlace[i]` to `lastPlace[i] - 1`. */
  readonly tokenWords: Int32Array;
  readonly firstPlace: Int32Array;
  readonly lastPlace: Int32Array;
  /** What is held against keeping each chunk, nats. */
  readonly penalty: Float64Array;
  /** Bits of `ChunkMark`. */
  readonly marks: Uint8Array;
  /** How often each form stands in the text that something is held against. */
  readonly forms: ReadonlyMap<string, number>;
  /** Share of the chunks that hold what technical texts are full of: brackets, signs of formulas. */
  readonly technical: number;
  /** Share of the chunks that are odd and yet spelled as the language spells. */
  readonly strange: number;
  /** Share of the chunks with letters that are odd. */
  readonly odd: number;
}

export const ChunkMark = {
  /** Nothing speaks for one of its words. */
  Odd: 1,
  /** No letter or digit is in it, or far too many. */
  Blank: 2,
  /** It ends in a hyphen that broke a word. */
  Broken: 4,
  /** It is a number, a formula or a code, or has no letter or digit: never a misread word. */
  NoWord: 8,
} as const;

/** Brackets and signs of formulas; other signs, and digits in words, are often dirt and misread letters. */
const TECHNICAL = /[()[\]{}=<>+]/;
/** What is held against a word that is spelled as the language spells is less than this, nats. */
const PLAUSIBLE = 4;

/** What is longer is no word, in characters; it is left as it is. */
const LONGEST_CORE = 80;

/** Words behind which a hanging hyphen is meant: "pre- and post-war". */
const COORDINATING = /^(?:and|or|to|und|oder|et|ou)$/;

/** The word part of a chunk, without the punctuation about it and a possessive 's. */
export function coreOf({ coreStart, wordEnd }: Chunks, i: number): [number, number] {
  return [coreStart[i] as number, wordEnd[i] as number];
}

/** Whether a chunk may be a word. */
export function isReadable({ marks }: ChunkReading, i: number): boolean {
  return ((marks[i] as number) & ChunkMark.NoWord) === 0;
}

export function readChunks(chunks: Chunks, judge: WordJudge, hyphenKept: number): ChunkReading {
  const { count, flat, breakBefore } = chunks;
  const words: number[] = [];
  const firstPlace = new Int32Array(count + 1);
  const lastPlace = new Int32Array(count);
  const penalty = new Float64Array(count);
  const marks = new Uint8Array(count);
  const forms = new Map<string, number>();
  let technical = 0;
  let strange = 0;
  let odd = 0;
  let read = 0;
  for (let i = 0; i < count; i++) {
    firstPlace[i] = words.length;
    const [start, end] = coreOf(chunks, i);
    if (start === end || end - start > LONGEST_CORE) {
      marks[i] = ChunkMark.Blank | ChunkMark.NoWord;
      words.push(NO_WORD);
    } else {
      const core = flat.slice(start, end);
      const chunk = flat.slice(chunks.start[i], chunks.end[i]);
      if (isNumeric(chunk) || isFormula(chunk)) marks[i] = ChunkMark.NoWord;
      const shouted = isAmongShouted(chunks, i);
      if (TECHNICAL.test(chunk)) technical++;
      for (const word of judge.judge(core, shouted)) {
        words.push(word.id);
        penalty[i] = (penalty[i] as number) + word.penalty;
        if (word.odd) marks[i] = (marks[i] as number) | ChunkMark.Odd;
        if (word.odd && word.penalty < PLAUSIBLE) strange++;
      }
      if (words.length === firstPlace[i]) words.push(NO_WORD);
      if (((marks[i] as number) & ChunkMark.Odd) !== 0) odd++;
      read++;
      if ((penalty[i] as number) > 0) forms.set(core, (forms.get(core) ?? 0) + 1);
    }
    lastPlace[i] = words.length;
    if (i + 1 < count && ((breakBefore[i + 1] as number) === 2 || endsClause(chunks, i))) {
      words.push(SENTENCE_BREAK);
    }
  }
  firstPlace[count] = words.length;
  for (let i = 0; i < count; i++) {
    // What stands several times was meant, unless it is short enough to be a common word misread again and again.
    if ((penalty[i] as number) > 0) {
      const core = flat.slice(...coreOf(chunks, i));
      if (core.length > 3 || core.length === 1)
        penalty[i] = (penalty[i] as number) / (forms.get(core) as number);
    }
    if (isBroken(chunks, i)) {
      marks[i] = (marks[i] as number) | ChunkMark.Broken;
      penalty[i] = (penalty[i] as number) + hyphenKept;
    }
  }
  const tokenWords = Int32Array.from(words);
  return {
    chunks,
    tokenWords,
    firstPlace,
    lastPlace,
    penalty,
    marks,
    forms,
    technical: technical / Math.max(1, count),
    strange: strange / Math.max(1, count),
    odd: odd / Math.max(1, read),
  };
}

function endsClause({ flat, coreStart, coreEnd, end }: Chunks, i: number): boolean {
  const trail = flat.slice(coreEnd[i], end[i]);
  if (!/[.!?;:]["'”’)]*$/.test(trail)) return false;
  return /[;:!?]/.test(trail) || isUpper(flat.charCodeAt(coreStart[i + 1] as number));
}

/** Whether a chunk ends in a hyphen that may have broken a word. */
function isBroken(chunks: Chunks, i: number): boolean {
  const { flat, start, end, coreStart, coreEnd, breakBefore } = chunks;
  if (i + 1 >= chunks.count) return false;
  const hyphen = coreEnd[i] as number;
  if (hyphen + 1 !== end[i] || !/[-\u00ac\u00ad\u2010]/.test(flat.charAt(hyphen))) return false;
  const next = coreStart[i + 1] as number;
  const lead = flat.slice(start[i + 1], next);
  if (lead !== '' && !/^['‘"]$/.test(lead)) return false;
  if (!isLetter(flat.charCodeAt(next)) || !isLetter(flat.charCodeAt(hyphen - 1))) return false;
  if (breakBefore[i + 1] === 2 && isUpper(flat.charCodeAt(next))) return false;
  return !COORDINATING.test(flat.slice(next, coreEnd[i + 1]));
}

/** Whether a chunk stands by two others in capitals: by one, two acronyms do. */
function isAmongShouted(chunks: Chunks, i: number): boolean {
  const before = isShouted(chunks, i - 1);
  const behind = isShouted(chunks, i + 1);
  if (before && behind) return true;
  return (before && isShouted(chunks, i - 2)) || (behind && isShouted(chunks, i + 2));
}

/** Whether a chunk is in capitals, two of them at least. */
function isShouted({ count, flat, coreStart, coreEnd }: Chunks, i: number): boolean {
  if (i < 0 || i >= count) return false;
  let capitals = 0;
  for (let k = coreStart[i] as number; k < (coreEnd[i] as number); k++) {
    const code = flat.charCodeAt(k);
    if (isUpper(code)) capitals++;
    else if (isLetter(code)) return false;
  }
  return capitals >= 2;
}
