import { type Confusion, confusionKey } from '../channel/confusions.js';

/**
 * What the long s is taken for beyond f alone, where other letters of the word are misread too, or it looks like another tall letter. Readings
 * in ten thousand of print set with it for this and read by Tesseract; of f fewer, as most are put right before, and an f that ends a
 * word is none.
 */
const LONG_S_CONFUSIONS: readonly Confusion[] = [
  { truth: 's', seen: 'f', rate: 600 },
  { truth: 's', seen: 'l', rate: 229 },
  { truth: 's', seen: 't', rate: 125 },
  { truth: 'st', seen: 'lt', rate: 810 },
  { truth: 'se', seen: 'le', rate: 388 },
  { truth: 'sh', seen: 'th', rate: 800 },
  { truth: 'ss', seen: 'l', rate: 265 },
];

/** A table for print with the long s. */
export function withLongS(confusions: readonly Confusion[]): Confusion[] {
  const own = new Set(LONG_S_CONFUSIONS.map(confusionKey));
  return [...confusions.filter((row) => !own.has(confusionKey(row))), ...LONG_S_CONFUSIONS];
}
