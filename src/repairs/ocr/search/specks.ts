import { isDigit, isLetter } from '../../../text/characters.js';
import { ChunkMark, type ChunkReading, coreOf } from '../chunk-reading.js';
import { isFormula } from '../formulas.js';
import type { Proposal } from './proposal.js';

/** Longest chunk that may be a speck, in characters. */
const LONGEST = 3;
/** Signs that stand alone in print. */
const PRINTED = /^[-–—&§£$%*+=/.…]+$/;

/** The reading of a chunk as dirt on the page, where it may be that. */
export function readSpeck(
  { chunks, marks, forms }: ChunkReading,
  i: number,
  cost: number,
): Proposal | undefined {
  const { flat, start, end } = chunks;
  const chunk = flat.slice(start[i], end[i]);
  if (chunk.length > LONGEST || PRINTED.test(chunk) || isFormula(chunk)) return undefined;
  let letters = 0;
  for (let k = 0; k < chunk.length; k++) {
    if (isDigit(chunk.charCodeAt(k))) return undefined;
    if (isLetter(chunk.charCodeAt(k))) letters++;
  }
  if (letters > 0) {
    if (((marks[i] as number) & ChunkMark.Odd) === 0 || letters > 2) return undefined;
    // What stands twice is a variable or a mark of the author's.
    if ((forms.get(flat.slice(...coreOf(chunks, i))) ?? 0) > 1) return undefined;
  }
  return {
    from: i,
    to: i,
    start: start[i] as number,
    end: end[i] as number,
    ids: [],
    text: undefined,
    cost: cost + (chunk.length > 1 ? 2 : 0),
    misread: true,
    rule: 'speck',
  };
}
