import { analyse } from 'chardet';
import { badness, unitsOf } from './badness.js';
import { codePages } from './code-pages.js';
import { declaredCharset } from './declared-charset.js';
import { decodeMixed } from './mixed-utf8.js';

/** What told the encoding of bytes. */
export type EncodingSource = 'byte-order-mark' | 'valid-utf-8' | 'declared' | 'mostly-utf-8' | 'detected';

/** Bytes read as text. */
export interface DecodedBytes {
  /** The text, without its byte order mark. */
  readonly text: string;
  /** The byte order mark that stood before the text, or nothing. */
  readonly mark: string;
  /** Name of the encoding, as the web has it: `utf-8`, `windows-1251`, `shift_jis`. */
  readonly encoding: string;
  readonly source: EncodingSource;
}

export interface DecodeOptions {
  /** What is said of the encoding elsewhere, such as in the header of an HTTP answer. */
  readonly charset?: string;
}

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Bytes that an encoding is told by; those of a longer text tell no more. */
const SAMPLE = 1 << 16;
/** Candidates of the detector that are tried. */
const MOST_CANDIDATES = 6;
/** Encodings that the detector does not know, with the confidence in per cent that they are given. */
const UNKNOWN_TO_DETECTOR: readonly (readonly [string, number])[] = [
  ['macintosh', 15],
  ['ibm437', 5],
  ['windows-1252', 10],
];

/**
 * Reads bytes as text: by their byte order mark, as UTF-8 where they are valid, by the charset that is declared in them or by
 * the caller, as UTF-8 with some stray bytes, or else by what the detector (chardet) and the badness of the text say. Valid UTF-8
 * beyond ASCII comes before a declaration, as hardly any other text is valid by chance.
 *
 * @returns undefined for bytes that are no text
 */
export function decodeBytes(bytes: Uint8Array, options: DecodeOptions = {}): DecodedBytes | undefined {
  for (const [mark, encoding] of MARKS) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    const text = decodeAs(bytes.subarray(mark.length), encoding);
    if (text !== undefined) return { text, mark: '\ufeff', encoding, source: 'byte-order-mark' };
  }
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return found(decodeAs(bytes, wide), wide, 'detected');
  const declared = declaredCharset(bytes, options.charset);
  const utf8 = decodeAs(bytes, 'utf-8');
  if (utf8 !== undefined && declared !== 'iso-2022-jp')
    return { ...withoutMark(utf8), encoding: 'utf-8', source: 'valid-utf-8' };
  if (isBinary(bytes)) return undefined;
  if (declared !== undefined && declared !== 'utf-8') {
    const text = decodeAs(bytes, declared);
    if (text !== undefined) return { text, mark: '', encoding: declared, source: 'declared' };
  }
  const mixed = decodeMixed(bytes);
  if (mixed !== undefined) return { ...withoutMark(mixed), encoding: 'utf-8', source: 'mostly-utf-8' };
  const detected = detect(bytes);
  return found(decodeAs(bytes, detected), detected, 'detected');
}

function found(text: string | undefined, encoding: string, source: EncodingSource): DecodedBytes | undefined {
  return text === undefined ? undefined : { text, mark: '', encoding, source };
}

function withoutMark(text: string): { text: string; mark: string } {
  return text.startsWith('\ufeff') ? { text: text.slice(1), mark: '\ufeff' } : { text, mark: '' };
}

/** The text in an encoding; undefined where the bytes are not valid in it, or the platform does not know it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  const page = codePages().find(({ label }) => label === encoding);
  if (page !== undefined) return decodeSingleBytes(bytes, page.upper);
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeSingleBytes(bytes: Uint8Array, upper: string): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    units[i] = byte < 0x80 ? byte : upper.charCodeAt(byte - 0x80);
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units);
}

function decodeUtf32(bytes: Uint8Array, isLittle: boolean): string | undefined {
  if (bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 4) {
    const code = view.getUint32(i, isLittle);
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
    parts.push(String.fromCodePoint(code));
  }
  return parts.join('');
}

/** UTF-16 and UTF-32 without a mark, by where their bytes are zero. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length, 4096) & ~3;
  if (size < 4) return undefined;
  const zeros = [0, 0, 0, 0];
  for (let i = 0; i < size; i++) if (bytes[i] === 0) zeros[i & 3] = (zeros[i & 3] as number) + 1;
  const [a, b, c, d] = zeros.map((count) => count / (size / 4)) as [number, number, number, number];
  if (bytes.length % 4 === 0 && c > 0.9 && d > 0.9 && a < 0.1) return 'utf-32le';
  if (bytes.length % 4 === 0 && a > 0.9 && b > 0.9 && d < 0.1) return 'utf-32be';
  if (bytes.length % 2 !== 0) return undefined;
  if (b > 0.3 && d > 0.3 && a < 0.05 && c < 0.05) return 'utf-16le';
  return a > 0.3 && c > 0.3 && b < 0.05 && d < 0.05 ? 'utf-16be' : undefined;
}

/** Bytes with NULs or many controls are no text of one byte a character. */
function isBinary(bytes: Uint8Array): boolean {
  const size = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < size; i++) {
    const byte = bytes[i] as number;
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1b) controls++;
  }
  return controls > size / 20;
}

/** The encoding in which the bytes are least bad as text, beside what the detector believes. */
function detect(bytes: Uint8Array): string {
  const sample = sampleOf(bytes);
  const candidates = analyse(sample)
    .slice(0, MOST_CANDIDATES)
    .map(({ name, confidence }) => [labelOf(name), confidence] as const);
  let best = 'windows-1252';
  let least = Number.POSITIVE_INFINITY;
  for (const [encoding, confidence] of [...candidates, ...UNKNOWN_TO_DETECTOR]) {
    // A sample may end within a character, and a whole text not.
    const text =
      encoding === undefined ? undefined : decodeAs(bytes.length > SAMPLE ? sample : bytes, encoding);
    if (text === undefined || encoding === undefined) continue;
    const score = badness(unitsOf(text), 0, text.length) / countBeyondAscii(text) - confidence / 10;
    if (score >= least) continue;
    best = encoding;
    least = score;
  }
  return best;
}

/** The part of the bytes from the first that is not ASCII, cut at ASCII. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, Math.min(first - 256, bytes.length - SAMPLE));
  let end = start + SAMPLE;
  while (end > start + SAMPLE - 4096 && (bytes[end - 1] as number) >= 0x40) end--;
  return bytes.subarray(start, end);
}

function countBeyondAscii(text: string): number {
  let count = 1;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) count++;
  return count;
}

/** The web's name of an encoding of the detector; undefined where the web has none. */
function labelOf(name: string): string | undefined {
  try {
    const label = new TextDecoder(name).encoding;
    return label.startsWith('utf-') ? undefined : label;
  } catch {
    return undefined;
  }
}
