/*
 * Escapes of terminals (ECMA-48): colours and movements that a program wrote for a screen.
 */

const ESCAPE = 0x1b;
/** The longest string that an escape may carry; a title or a link is shorter. */
const LONGEST_STRING = 2000;

/** End of the escape that begins at ESC or CSI; 0 if none does. */
export function ansiEscapeEnd(text: string, i: number): number {
  const isShort = text.charCodeAt(i) === 0x9b;
  const kind = isShort ? 0x5b : text.charCodeAt(i + 1);
  const from = isShort ? i + 1 : i + 2;
  if (kind === 0x5b) return controlSequenceEnd(text, from);
  // Operating system commands and the like, up to BEL or ESC \.
  if (kind === 0x5d || kind === 0x50 || kind === 0x5e || kind === 0x5f) {
    const limit = Math.min(text.length, from + LONGEST_STRING);
    for (let at = from; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (code === 0x07) return at + 1;
      if (code === ESCAPE) return text.charCodeAt(at + 1) === 0x5c ? at + 2 : 0;
      if (code === 0x0a) return 0;
    }
    return 0;
  }
  // Choice of a character set, and escapes of one letter.
  if (kind === 0x28 || kind === 0x29) return i + 3 <= text.length ? i + 3 : 0;
  return kind === 0x3d || kind === 0x3e || kind === 0x37 || kind === 0x38 || kind === 0x4d || kind === 0x63
    ? i + 2
    : 0;
}

/** Parameters, intermediates, and one final byte. */
function controlSequenceEnd(text: string, from: number): number {
  let at = from;
  while (at - from < 64 && isBetween(text.charCodeAt(at), 0x30, 0x3f)) at++;
  while (at - from < 72 && isBetween(text.charCodeAt(at), 0x20, 0x2f)) at++;
  return isBetween(text.charCodeAt(at), 0x40, 0x7e) ? at + 1 : 0;
}

function isBetween(code: number, from: number, to: number): boolean {
  return code >= from && code <= to;
}

/**
 * Whether a text holds colours of terminals of which the ESC was lost: "[31mred[0m". Only a text that also switches them off
 * has them for sure.
 */
export function hasLostEscapes(text: string): boolean {
  return text.includes('[0m') || (text.includes('[m') && text.includes('[1m'));
}

/** End of the rest of a colour that begins with `[`; 0 if none does. */
export function lostEscapeEnd(text: string, i: number): number {
  let at = i + 1;
  while (at - i < 24 && (isBetween(text.charCodeAt(at), 0x30, 0x39) || text.charCodeAt(at) === 0x3b)) at++;
  return text.charCodeAt(at) === 0x6d ? at + 1 : 0;
}
