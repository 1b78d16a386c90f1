import { WINDOWS_1252 } from './code-pages.js';

/** So many characters of UTF-8 must stand for each stray byte: in other encodings hardly any does by chance. */
const LEAST_VALID = 1;

/**
 * Reads bytes that are UTF-8 but for a few: files that were put together of several, or cut off. A stray byte is read in
 * Windows-1252, a character that was cut off at the end becomes U+FFFD. Undefined where the bytes are rather no UTF-8.
 */
export function decodeMixed(bytes: Uint8Array): string | undefined {
  const stray: number[] = [];
  let valid = 0;
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] as number;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length > 0) {
      valid++;
      i += length;
    } else {
      stray.push(i);
      if (stray.length > 64 && valid < stray.length * LEAST_VALID) return undefined;
      i++;
    }
  }
  const isCutOff = valid > 0 && isCut(bytes, stray);
  if (!isCutOff && valid < stray.length * LEAST_VALID) return undefined;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parts: string[] = [];
  let at = 0;
  for (const i of stray) {
    const byte = bytes[i] as number;
    parts.push(decoder.decode(bytes.subarray(at, i)));
    if (!isCutOff) parts.push(byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte));
    at = i + 1;
  }
  if (isCutOff) parts.push('\ufffd');
  parts.push(decoder.decode(bytes.subarray(at)));
  return parts.join('');
}

/** Whether the stray bytes are the beginning of one character, with which the bytes end. */
function isCut(bytes: Uint8Array, stray: readonly number[]): boolean {
  const first = stray[0];
  if (first === undefined || stray.length > 3 || first !== bytes.length - stray.length) return false;
  const rest = bytes.subarray(first + 1);
  return (bytes[first] as number) >= 0xc2 && rest.every((byte) => (byte & 0xc0) === 0x80);
}

/** How many bytes the well-formed character at an offset has (Unicode, table 3-7); 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  for (let k = 1; k < length; k++) if (((bytes[at + k] as number) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] as number;
  const isOverlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
  const isBeyond = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
  return isOverlong || isBeyond ? 0 : length;
}
