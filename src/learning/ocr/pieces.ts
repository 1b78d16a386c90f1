import { findAnchors } from '../../text/anchors.js';

/** A stretch of a true text and what was read in its place. */
interface Piece {
  readonly truth: string;
  readonly seen: string;
}

/** Characters from which on a piece ends at the next word that both texts have once. */
const ENOUGH = 2000;

/**
 * Cuts a true text and what was read of it where both have a word that stands once in either, so that a long page is aligned piece
 * by piece: the work grows with its length. Short pages are one piece, and so is a stretch without such a word.
 */
export function cutPages(truth: string, seen: string): Piece[] {
  if (Math.max(truth.length, seen.length) <= ENOUGH) return [{ truth, seen }];
  const numbers = new Map<string, number>();
  const left = numberWords(truth, numbers);
  const right = numberWords(seen, numbers);
  const pieces: Piece[] = [];
  let truthFrom = 0;
  let seenFrom = 0;
  for (const anchor of findAnchors(left.words, right.words)) {
    const truthTo = left.starts[anchor.left] as number;
    const seenTo = right.starts[anchor.right] as number;
    if (Math.max(truthTo - truthFrom, seenTo - seenFrom) < ENOUGH) continue;
    pieces.push({ truth: truth.slice(truthFrom, truthTo), seen: seen.slice(seenFrom, seenTo) });
    truthFrom = truthTo;
    seenFrom = seenTo;
  }
  pieces.push({ truth: truth.slice(truthFrom), seen: seen.slice(seenFrom) });
  return pieces;
}

/** The words of a text that has one space between them, equal ones by the same number, and where each begins. */
function numberWords(text: string, numbers: Map<string, number>): { words: Int32Array; starts: number[] } {
  const starts: number[] = [];
  let at = 0;
  const words = text.split(' ').map((word) => {
    starts.push(at);
    at += word.length + 1;
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  });
  return { words: Int32Array.from(words), starts };
}
