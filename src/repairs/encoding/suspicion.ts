import { isDigit } from '../../text/characters.js';
import { sequencePages } from './code-pages.js';

/** What a text may hold that has to be looked into; one bit each. */
export const Suspicion = {
  Entity: 1,
  Percent: 2,
  Backslash: 4,
  Equals: 8,
  Tag: 16,
  /** Controls and characters that are not seen. */
  Invisible: 32,
  Blank: 64,
  /** Code units that may be UTF-8 in another encoding, or single bytes of Windows-1252. */
  Mojibake: 128,
  /** Combining marks, and characters that NFC replaces. */
  Normalisation: 256,
  /** Letters beside such of another script, and styled letters. */
  LookAlike: 512,
  /** Single letters with blanks between them. */
  Spaced: 1024,
} as const;

/** Suspicions of which a code unit is enough by itself, and classes that its neighbours decide on. */
const SURROGATE = 1 << 13;
const FOREIGN = 1 << 14;
const PLAIN = 0;

/** ASCII that needs a second look; everything else of it is sound. */
const ASCII: readonly (readonly [sign: string, suspicion: number])[] = [
  [' ', Suspicion.Spaced],
  ['%', Suspicion.Percent],
  ['&', Suspicion.Entity],
  ['<', Suspicion.Tag],
  ['=', Suspicion.Equals],
  ['[', Suspicion.Invisible],
  ['\\', Suspicion.Backslash],
];

/** Ranges of code units: from, to, what they are suspected of. */
const RANGES: readonly (readonly [from: number, to: number, suspicion: number])[] = [
  [0x00, 0x08, Suspicion.Invisible],
  [0x0b, 0x0c, Suspicion.Invisible],
  [0x0e, 0x1f, Suspicion.Invisible],
  [0x7f, 0x7f, Suspicion.Invisible],
  [0x80, 0x9f, Suspicion.Invisible | Suspicion.Mojibake],
  [0xa0, 0xa0, Suspicion.Blank],
  [0xad, 0xad, Suspicion.Invisible],
  [0x0300, 0x036f, Suspicion.Normalisation],
  [0x034f, 0x034f, Suspicion.Invisible],
  [0x0370, 0x03ff, FOREIGN],
  [0x0374, 0x0374, Suspicion.Normalisation],
  [0x037e, 0x037e, Suspicion.Normalisation],
  [0x0387, 0x0387, Suspicion.Normalisation],
  [0x0400, 0x052f, FOREIGN],
  [0x0483, 0x0489, Suspicion.Normalisation],
  [0x0591, 0x05c7, Suspicion.Normalisation],
  [0x0610, 0x061a, Suspicion.Normalisation],
  [0x061c, 0x061c, Suspicion.Invisible],
  [0x064b, 0x0670, Suspicion.Normalisation],
  [0x06d6, 0x06ed, Suspicion.Normalisation],
  [0x0711, 0x0dff, Suspicion.Normalisation],
  [0x0e38, 0x0e4b, Suspicion.Normalisation],
  [0x0eb8, 0x0fff, Suspicion.Normalisation],
  [0x102b, 0x109f, Suspicion.Normalisation],
  [0x1100, 0x11ff, Suspicion.Normalisation | Suspicion.Invisible],
  [0x1680, 0x1680, Suspicion.Blank],
  [0x1700, 0x1dff, Suspicion.Normalisation],
  [0x17b4, 0x17b5, Suspicion.Invisible],
  [0x180b, 0x180f, Suspicion.Invisible],
  [0x1f00, 0x1fff, Suspicion.Normalisation],
  [0x2000, 0x200a, Suspicion.Blank | Suspicion.Normalisation],
  [0x200b, 0x200f, Suspicion.Invisible],
  [0x2028, 0x2029, Suspicion.Blank],
  [0x202a, 0x202e, Suspicion.Invisible],
  [0x202f, 0x202f, Suspicion.Blank],
  [0x205f, 0x205f, Suspicion.Blank],
  [0x2060, 0x206f, Suspicion.Invisible],
  [0x20d0, 0x20ff, Suspicion.Normalisation],
  [0x2126, 0x212b, Suspicion.Normalisation],
  [0x2329, 0x232a, Suspicion.Normalisation],
  [0x24b6, 0x24e9, Suspicion.LookAlike],
  [0x2adc, 0x2adc, Suspicion.Normalisation],
  [0x2ce0, 0x2dff, Suspicion.Normalisation],
  [0x3000, 0x3000, Suspicion.Blank],
  [0x302a, 0x302f, Suspicion.Normalisation],
  [0x3099, 0x309a, Suspicion.Normalisation],
  [0x3164, 0x3164, Suspicion.Invisible],
  [0xa66f, 0xa69f, Suspicion.Normalisation],
  [0xa6f0, 0xabff, Suspicion.Normalisation],
  [0xd800, 0xdfff, SURROGATE],
  [0xf900, 0xfaff, Suspicion.Normalisation],
  [0xfb1d, 0xfb4e, Suspicion.Normalisation],
  [0xfdd0, 0xfdef, Suspicion.Invisible],
  [0xfe00, 0xfe0f, Suspicion.Invisible],
  [0xfe20, 0xfe2f, Suspicion.Normalisation],
  [0xfeff, 0xfeff, Suspicion.Invisible],
  [0xff01, 0xff5e, Suspicion.LookAlike],
  [0xffa0, 0xffa0, Suspicion.Invisible],
  [0xfff0, 0xfffc, Suspicion.Invisible],
  [0xfffd, 0xfffd, Suspicion.Mojibake],
  [0xfffe, 0xffff, Suspicion.Invisible],
];

/** Single letters in a row, with blanks between them, from which on a word may have been spaced out. */
const LEAST_SPACED = 4;

let table: Uint16Array | undefined;

/**
 * Looks over a text once, and tells what has to be looked into; 0 for a text in which nothing can be wrong. This is all
 * that most texts cost.
 */
export function suspect(text: string): number {
  table ??= buildTable();
  const classes = table;
  const length = text.length;
  let suspicion = 0;
  let blank = -1;
  let single = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const found = classes[code] as number;
    if (found === PLAIN && code < 0x80) continue;
    if (code === 0x20) {
      single = i - blank === 2 ? single + 1 : 0;
      if (single >= LEAST_SPACED - 2) suspicion |= Suspicion.Spaced;
      blank = i;
    } else if (code < 0x80) {
      if ((suspicion & found) === 0 && isMarkup(text, i, code)) suspicion |= found;
    } else {
      suspicion |= found & (SURROGATE - 1);
      if ((found & FOREIGN) !== 0 && (isAscii(text, i - 1) || isAscii(text, i + 1)))
        suspicion |= Suspicion.LookAlike;
      if ((found & SURROGATE) !== 0) {
        suspicion |= surrogate(text, i);
        if (code < 0xdc00) i++;
      } else if (code < 0x2600 || code >= 0xf000) {
        // Whatever a code page shows is below, but for two ligatures.
        const pages = sequencePages(code, text.charCodeAt(i + 1), text.charCodeAt(i + 2));
        if (code === 0xe2 || pages !== 0) suspicion |= Suspicion.Mojibake;
      }
    }
  }
  return suspicion;
}

/** Whether a code unit alone may be, or begin, what cannot be seen. */
export function mayBeInvisible(code: number): boolean {
  table ??= buildTable();
  return ((table[code] as number) & (Suspicion.Invisible | SURROGATE)) !== 0;
}

/** Whether an ASCII sign begins something that is no running text. */
function isMarkup(text: string, i: number, code: number): boolean {
  const next = text.charCodeAt(i + 1);
  switch (code) {
    case 0x26: // &
      return next === 0x23 || isLetter(next);
    case 0x25: // %
      return isHex(next) && isHex(text.charCodeAt(i + 2));
    case 0x3d: // =
      return next <= 0x20 || (isHex(next) && isHex(text.charCodeAt(i + 2)));
    case 0x3c: // <
      return next === 0x2f || next === 0x21 || isLetter(next);
    case 0x5b: // [31m
      return next === 0x6d || (isDigit(next) && /^\d?(;\d\d?)*m/.test(text.slice(i + 2, i + 14)));
    default:
      return true;
  }
}

/** What a surrogate is suspected of: a half without the other, a styled letter, a tag. */
function surrogate(text: string, i: number): number {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  if (high >= 0xdc00 || !(low >= 0xdc00 && low < 0xe000)) return Suspicion.Invisible;
  if (high >= 0xdb40 && high < 0xdb44) return Suspicion.Invisible;
  if (high === 0xd835) return Suspicion.LookAlike;
  // Musical signs, CJK compatibility ideographs and scripts of the higher planes with marks.
  return high === 0xd834 || high === 0xd87e || (high >= 0xd804 && high < 0xd810)
    ? Suspicion.Normalisation
    : 0;
}

function isLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function isHex(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}

/** Whether an ASCII letter stands at a place, or one of Latin's with an accent. */
function isAscii(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code < 0x80 ? isLetter(code) : code >= 0xc0 && code < 0x250;
}

function buildTable(): Uint16Array {
  const built = new Uint16Array(0x10000);
  for (const [sign, suspicion] of ASCII) built[sign.charCodeAt(0)] = suspicion;
  for (const [from, to, suspicion] of RANGES) {
    for (let code = from; code <= to; code++) built[code] = (built[code] as number) | suspicion;
  }
  return built;
}
