import { BLANK, type CodePage, LOST } from './code-pages.js';

/** One character of UTF-8 as another encoding shows it. */
export interface Sequence {
  /** Offset after its last code unit. */
  readonly end: number;
  readonly decoded: string;
  /** {@link BLANK} or {@link LOST} where a byte had to be guessed, else 0. */
  readonly lost: number;
  /** What it may be otherwise, where the guess is open. */
  readonly others: readonly string[];
}

const SURE: readonly string[] = [];

/**
 * Reads the sequence of UTF-8 that begins at `i` as a code page shows it; undefined where there is none. One of its bytes may
 * have been lost: a no-break space that became a blank, or a byte that became U+FFFD.
 */
export function decodeSequence(
  text: string,
  i: number,
  page: CodePage,
  keepsBlanks: boolean,
): Sequence | undefined {
  const { bytes } = page;
  const lead = bytes[text.charCodeAt(i)] as number;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (i + length > text.length) return undefined;
  let lost = 0;
  let lostAt = 0;
  let value = lead & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    let byte = bytes[text.charCodeAt(i + k)] as number;
    if (byte === BLANK || byte === LOST) {
      if (lost !== 0) return undefined;
      lost = byte;
      lostAt = k;
      byte = 0xa0;
    } else if (byte < 0x80 || byte > 0xbf) return undefined;
    value = (value << 6) | (byte & 0x3f);
  }
  if (lost === LOST) return guess(value, length, lostAt, i + length, page);
  if (lead === 0xed && value >= 0xd800 && value < 0xe000)
    return lost === 0 ? decodePair(text, i, value, page) : undefined;
  if (!isValid(value, length)) return undefined;
  let decoded = String.fromCodePoint(value);
  // A no-break space that has become a blank is one.
  if (lost === BLANK && value === 0xa0) decoded = ' ';
  if (lost === BLANK) {
    const next = text.charCodeAt(i + length);
    // A word that ends in à keeps its blank, where runs of blanks became one.
    const isEnd = lostAt === length - 1 && next > 0x20;
    if (isEnd && value === 0xe0 && !keepsBlanks) decoded += ' ';
  }
  return { end: i + length, decoded, lost, others: SURE };
}

function isValid(value: number, length: number): boolean {
  return value >= (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000) && value <= 0x10ffff;
}

/** The two halves of a character beyond U+FFFF, each encoded by itself (CESU-8). */
function decodePair(text: string, i: number, high: number, { bytes }: CodePage): Sequence | undefined {
  if (high >= 0xdc00 || i + 6 > text.length) return undefined;
  const [lead = 0, second = 0, third = 0] = [3, 4, 5].map((k) => bytes[text.charCodeAt(i + k)]);
  if (lead !== 0xed || second < 0xb0 || second > 0xbf || third < 0x80 || third > 0xbf) return undefined;
  const low = 0xd000 | ((second & 0x3f) << 6) | (third & 0x3f);
  return { end: i + 6, decoded: String.fromCharCode(high, low), lost: 0, others: SURE };
}

/** Characters that are likelier than all others that share their remaining bytes. */
const USUAL = '”’“‘–—…•é';

/** What a sequence says of which one byte is U+FFFD: any of those that the code page cannot show. */
function guess(value: number, length: number, at: number, end: number, page: CodePage): Sequence | undefined {
  const shift = 6 * (length - 1 - at);
  const rest = value & ~(0x3f << shift);
  const readings: string[] = [];
  for (const byte of page.undefinedBytes) {
    if (byte > 0xbf) continue;
    const reading = rest | ((byte & 0x3f) << shift);
    const isSurrogate = reading >= 0xd800 && reading < 0xe000;
    if (isValid(reading, length) && !isSurrogate) readings.push(String.fromCodePoint(reading));
  }
  const usual = readings.find((reading) => USUAL.includes(reading));
  const only = readings.length === 1 ? readings[0] : usual;
  if (only !== undefined) return { end, decoded: only, lost: LOST, others: SURE };
  if (readings.length === 0) return undefined;
  // One character is lost, not half of one.
  return { end, decoded: '\ufffd', lost: LOST, others: readings };
}
