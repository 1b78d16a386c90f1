/** An encoding of one byte a character: its name, and what its bytes from 0x80 on mean. */
export interface Decoder {
  readonly name: string;
  readonly upper: string;
}

/** Latin-1 in the sense of ISO: its upper controls are the bytes themselves. */
export const LATIN_1: Decoder = {
  name: 'Latin-1',
  upper: String.fromCharCode(...Array.from({ length: 128 }, (_, i) => 0x80 + i)),
};

/** A text whose UTF-8 was read in a wrong encoding, so many times over; undefined where a byte was lost by that. */
export function misread(text: string, { upper }: Decoder, times = 1): string | undefined {
  let damaged = text;
  for (let time = 0; time < times; time++) {
    let read = '';
    for (const byte of new TextEncoder().encode(damaged)) {
      read += byte < 0x80 ? String.fromCharCode(byte) : upper.charAt(byte - 0x80);
    }
    if (read.includes('\ufffd')) return undefined;
    damaged = read;
  }
  return damaged;
}
