const BYTE_ORDER_MARK = '\ufeff';

/** Thrown for bytes that are no UTF-8. */
export class EncodingError extends Error {
  override readonly name = 'EncodingError';
}

/**
 * Reads bytes as UTF-8. A byte order mark at the start is kept apart, so that offsets count from the first character.
 *
 * @throws EncodingError that names the first byte that is no UTF-8
 */
export function decodeUtf8(bytes: Uint8Array): { readonly text: string; readonly mark: string } {
  let decoded: string;
  try {
    decoded = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const offset = firstInvalidByte(bytes);
    throw new EncodingError(
      offset === undefined
        ? `a text of ${bytes.length} bytes is too long to be read in one piece`
        : `byte ${offset} is no UTF-8; convert the text to UTF-8 first`,
    );
  }
  const mark = decoded.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return { text: decoded.slice(mark.length), mark };
}

/** Offset of the first byte that begins no valid sequence; undefined if all is valid. */
function firstInvalidByte(bytes: Uint8Array): number | undefined {
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return undefined;
}

/** How many bytes the well-formed sequence at an offset has (Unicode, table 3-7); 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] as number;
  const second = bytes[at + 1] ?? 0;
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return isTrail(second) ? 2 : 0;
  if ((lead & 0xf0) === 0xe0) {
    const overlong = lead === 0xe0 && second < 0xa0;
    const surrogate = lead === 0xed && second > 0x9f;
    return isTrail(second) && isTrail(bytes[at + 2]) && !overlong && !surrogate ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const overlong = lead === 0xf0 && second < 0x90;
    const beyond = lead === 0xf4 && second > 0x8f;
    const trails = isTrail(second) && isTrail(bytes[at + 2]) && isTrail(bytes[at + 3]);
    return trails && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

function isTrail(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
