import type { CodePage } from '../../../src/repairs/encoding/code-pages.js';

/** A text whose UTF-8 was read in a code page, so many times over; undefined where a byte was lost by that. */
export function misread(text: string, { upper }: CodePage, times = 1): string | undefined {
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
