import { hexDigit } from './entities.js';

/** Bytes that were written out one by one, each behind a prefix: `%E2%80%99`, `=E2=80=99`, `\xe2\x80\x99`. */
export interface EscapedBytes {
  readonly end: number;
  readonly bytes: readonly number[];
}

/** No more bytes are read at a time; a longer run is read in pieces. */
const MOST_BYTES = 4096;

/**
 * Reads the run of escaped bytes that begins at `at`.
 *
 * @param again what may stand behind a prefix because it was escaped once more, as 25 behind %
 */
export function readEscapedBytes(
  text: string,
  at: number,
  prefix: string,
  again = '',
): EscapedBytes | undefined {
  const bytes: number[] = [];
  let end = at;
  while (bytes.length < MOST_BYTES && text.startsWith(prefix, end)) {
    let from = end + prefix.length;
    while (
      again !== '' &&
      text.startsWith(again, from) &&
      hexDigit(text.charCodeAt(from + 2)) >= 0 &&
      hexDigit(text.charCodeAt(from + 3)) >= 0
    ) {
      from += again.length;
    }
    const high = hexDigit(text.charCodeAt(from));
    const low = hexDigit(text.charCodeAt(from + 1));
    if (high < 0 || low < 0) break;
    bytes.push(high * 16 + low);
    end = from + 2;
  }
  return bytes.length === 0 ? undefined : { end, bytes };
}

/** What bytes are as UTF-8; undefined where they are none, or hold control characters. */
export function decodeEscaped(bytes: readonly number[]): string | undefined {
  if (bytes.some((byte) => (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) || byte === 0x7f))
    return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
