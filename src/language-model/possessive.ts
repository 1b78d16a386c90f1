import { isApostrophe } from '../text/characters.js';

/** The inverse of FNV's prime modulo 2^32: undoes one step of the hash. */
const INVERSE_PRIME = 0x359c449b;

/**
 * Hash of the word without its 's, where `text[start, end)` ends in 's; else undefined. The running hash of a word is
 * turned back by two steps, so that nobody need remember it.
 */
export function possessiveStem(text: string, start: number, end: number, hash: number): number | undefined {
  if (end - start < 3 || (text.charCodeAt(end - 1) | 0x20) !== 0x73) return undefined;
  if (!isApostrophe(text.charCodeAt(end - 2))) return undefined;
  const before = Math.imul(hash, INVERSE_PRIME) ^ 0x73;
  return Math.imul(before, INVERSE_PRIME) ^ 0x27;
}
