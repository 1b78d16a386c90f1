import type { Units } from './badness.js';
import { BLANK, type CodePage, LOST } from './code-pages.js';

const SURE: readonly string[] = [];

/** A run of UTF-8 is seldom longer than this, in code units of what it says; then room is made. */
const ROOM = 64;

/**
 * Reads UTF-8 as another encoding shows it, one character after the other, into room of its own: a text is full of them, and making
 * objects and strings of each would cost more than reading.
 */
export class SequenceReader {
  /** What was read since {@link begin}, `length` units from `start` on, behind the units that stand before it in the text. */
  units: Units = new Uint16Array(ROOM);
  length = 0;
  /** Offset after the last code unit of the sequence that was read last. */
  end = 0;
  /** {@link BLANK} or {@link LOST} where a byte of it had to be guessed, else 0. */
  lost = 0;
  /** What it may be otherwise, where the guess is open. */
  others: readonly string[] = SURE;

  /** Forgets what was read. */
  begin(): void {
    this.length = 0;
  }

  /** Adds a code unit to what was read. */
  push(unit: number): void {
    if (this.length === this.units.length) {
      const larger = new Uint16Array(2 * this.length);
      larger.set(this.units);
      this.units = larger;
    }
    this.units[this.length++] = unit;
  }

  /**
   * Reads the sequence of UTF-8 that begins at `i` of a text of `size` units as a code page shows it, and adds what it says; false where
   * there is none. One of its bytes may have been lost: a no-break space that became a blank, or a byte that became U+FFFD.
   */
  read(text: Units, size: number, i: number, page: CodePage, keepsBlanks: boolean): boolean {
    const { bytes } = page;
    const lead = bytes[text[i] as number] as number;
    if (lead < 0xc2 || lead > 0xf4) return false;
    const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (i + length > size) return false;
    let lost = 0;
    let lostAt = 0;
    let value = lead & (0x7f >> length);
    for (let k = 1; k < length; k++) {
      let byte = bytes[text[i + k] as number] as number;
      if (byte === BLANK || byte === LOST) {
        if (lost !== 0) return false;
        lost = byte;
        lostAt = k;
        byte = 0xa0;
      } else if (byte < 0x80 || byte > 0xbf) return false;
      value = (value << 6) | (byte & 0x3f);
    }
    this.lost = lost;
    this.others = SURE;
    this.end = i + length;
    if (lost === LOST) return this.guess(value, length, lostAt, page);
    if (lead === 0xed && value >= 0xd800 && value < 0xe000)
      return lost === 0 && this.readPair(text, size, i, value, page);
    if (!isValid(value, length)) return false;
    // A no-break space that has become a blank is one.
    this.add(lost === BLANK && value === 0xa0 ? 0x20 : value);
    // A word that ends in à keeps its blank, where runs of blanks became one.
    const isEnd =
      lost === BLANK && lostAt === length - 1 && i + length < size && (text[i + length] as number) > 0x20;
    if (isEnd && value === 0xe0 && !keepsBlanks) this.push(0x20);
    return true;
  }

  private add(value: number): void {
    if (value < 0x10000) this.push(value);
    else {
      this.push(0xd800 | ((value - 0x10000) >> 10));
      this.push(0xdc00 | (value & 0x3ff));
    }
  }

  /** The two halves of a character beyond U+FFFF, each encoded by itself (CESU-8). */
  private readPair(text: Units, size: number, i: number, high: number, { bytes }: CodePage): boolean {
    if (high >= 0xdc00 || i + 6 > size) return false;
    const second = bytes[text[i + 4] as number] as number;
    const third = bytes[text[i + 5] as number] as number;
    const isLow = bytes[text[i + 3] as number] === 0xed && second >= 0xb0 && second <= 0xbf;
    if (!isLow || third < 0x80 || third > 0xbf) return false;
    this.push(high);
    this.push(0xd000 | ((second & 0x3f) << 6) | (third & 0x3f));
    this.end = i + 6;
    return true;
  }

  /** What a sequence says of which one byte is U+FFFD: any of those that the code page cannot show. */
  private guess(value: number, length: number, at: number, page: CodePage): boolean {
    const shift = 6 * (length - 1 - at);
    const rest = value & ~(0x3f << shift);
    const readings: string[] = [];
    for (const byte of page.undefinedBytes) {
      if (byte > 0xbf) continue;
      const reading = rest | ((byte & 0x3f) << shift);
      const isSurrogate = reading >= 0xd800 && reading < 0xe000;
      if (isValid(reading, length) && !isSurrogate) readings.push(String.fromCodePoint(reading));
    }
    if (readings.length === 0) return false;
    const usual = readings.find((reading) => USUAL.includes(reading));
    const only = readings.length === 1 ? readings[0] : usual;
    // One character is lost, not half of one.
    if (only === undefined) this.others = readings;
    this.add(only?.codePointAt(0) ?? 0xfffd);
    return true;
  }
}

/** Characters that are likelier than all others that share their remaining bytes. */
const USUAL = '”’“‘–—…•é';

function isValid(value: number, length: number): boolean {
  return value >= (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000) && value <= 0x10ffff;
}
