import { type Lattice, NO_WORD, SENTENCE_BREAK } from '../../decoder/lattice.js';

/** A decoded lattice: all that is needed to see which of its candidates write the same. */
export interface DecodedLattice {
  readonly lattice: Lattice;
  /** By edge: probability that the candidate is right. */
  readonly posterior: Float64Array;
  /** By token: probability that it is kept. */
  readonly kept: Float64Array;
  /** Edges of the likeliest reading, ascending. */
  readonly path: readonly number[];
}

/** Edges on either side of an edge that can overlap it: a few candidates at each of a phrase's words. */
const NEIGHBOURS = 48;

/** Candidates less likely than this add nothing to a reading. */
const NEGLIGIBLE = 1e-3;

/**
 * Probability that the text reads as edge `path[position]` makes it read, whichever way: "White Area" becomes "White House" by
 * an entry for both words as well as by one for the second, and what speaks for the one speaks for the reading.
 */
export function readingProbability(decoded: DecodedLattice, position: number): number {
  const { lattice, posterior, path } = decoded;
  const edge = path[position] as number;
  let probability = posterior[edge] as number;
  const from = lattice.from[edge] as number;
  const to = lattice.to[edge] as number;
  const last = Math.min(lattice.count, edge + NEIGHBOURS);
  for (let other = Math.max(0, edge - NEIGHBOURS); other < last; other++) {
    const start = lattice.from[other] as number;
    const end = lattice.to[other] as number;
    if (start > from) break;
    // A longer candidate that writes what the likeliest reading writes in its place.
    const longer = end >= to && end - start > to - from;
    if (!longer || (posterior[other] as number) < NEGLIGIBLE) continue;
    if (writes(lattice, other, pathWords(decoded, position, start, end))) {
      probability += posterior[other] as number;
    }
  }
  if (to - from > 1) probability += shorterWays(decoded, edge, from, to, 0);
  return Math.min(1, probability);
}

/** Whether an edge writes these words. */
function writes(lattice: Lattice, edge: number, words: readonly number[]): boolean {
  const first = lattice.firstWord[edge] as number;
  if ((lattice.firstWord[edge + 1] as number) - first !== words.length) return false;
  for (let i = 0; i < words.length; i++) if (lattice.words[first + i] !== words[i]) return false;
  return true;
}

/** What the likeliest reading writes in place of the tokens `start` to `end - 1`; empty where it parts them otherwise. */
function pathWords(
  { lattice, path }: DecodedLattice,
  position: number,
  start: number,
  end: number,
): number[] {
  let first = position;
  while (first > 0 && (lattice.to[path[first - 1] as number] as number) > start) first--;
  const words: number[] = [];
  let at = start;
  for (let k = first; at < end; ) {
    const edge = path[k];
    const from = edge === undefined ? end : (lattice.from[edge] as number);
    if (edge !== undefined && from < at) return [];
    while (at < Math.min(from, end)) {
      const word = lattice.tokenWords[at++] as number;
      if (word !== NO_WORD && word !== SENTENCE_BREAK) words.push(word);
    }
    if (edge === undefined || from >= end) break;
    if ((lattice.to[edge] as number) > end) return [];
    words.push(...lattice.words.subarray(lattice.firstWord[edge], lattice.firstWord[edge + 1]));
    at = lattice.to[edge] as number;
    k++;
  }
  return words;
}

/**
 * Probability that kept words and shorter candidates together write what a phrase's edge writes from its word `done` on, in
 * place of tokens `at` to `to - 1`: of each way the least likely step, summed over the ways.
 */
function shorterWays(decoded: DecodedLattice, edge: number, at: number, to: number, done: number): number {
  const { lattice, posterior, kept } = decoded;
  const first = lattice.firstWord[edge] as number;
  const length = (lattice.firstWord[edge + 1] as number) - first;
  if (at === to) return done === length ? 1 : 0;
  let sum = 0;
  const word = lattice.tokenWords[at] as number;
  if (done < length && word === lattice.words[first + done]) {
    sum += Math.min(kept[at] as number, shorterWays(decoded, edge, at + 1, to, done + 1));
  }
  const last = Math.min(lattice.count, edge + NEIGHBOURS);
  for (let other = Math.max(0, edge - NEIGHBOURS); other < last; other++) {
    const start = lattice.from[other] as number;
    if (start > at) break;
    if (other === edge || start !== at || (lattice.to[other] as number) > to) continue;
    if ((posterior[other] as number) < NEGLIGIBLE || !writesPart(lattice, other, edge, done)) continue;
    const written = (lattice.firstWord[other + 1] as number) - (lattice.firstWord[other] as number);
    const rest = shorterWays(decoded, edge, lattice.to[other] as number, to, done + written);
    sum += Math.min(posterior[other] as number, rest);
  }
  return sum;
}

/** Whether an edge writes what another one writes from its word `done` on, or the beginning of it. */
function writesPart(lattice: Lattice, edge: number, whole: number, done: number): boolean {
  const first = lattice.firstWord[edge] as number;
  const end = lattice.firstWord[edge + 1] as number;
  const from = (lattice.firstWord[whole] as number) + done;
  if (from + end - first > (lattice.firstWord[whole + 1] as number)) return false;
  for (let k = first; k < end; k++) if (lattice.words[k] !== lattice.words[from + k - first]) return false;
  return true;
}
