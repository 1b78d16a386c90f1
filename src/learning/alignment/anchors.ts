import { findAnchors } from '../../text/anchors.js';
import type { Bead } from './sentences.js';
import type { Units } from './units.js';

/** Units of a bead on both sides together that are compared without cutting: most sentences have a tenth. */
const LONG = 600;

/**
 * Cuts a bead that is no sentence but a long text without any, at words that stand once in either text. Each piece begins with such
 * a word.
 */
export function cutLong(spun: Units, original: Units, bead: Bead): Bead[] {
  const { spunFrom, spunTo, originalFrom, originalTo } = bead;
  if (spunTo - spunFrom + originalTo - originalFrom <= LONG) return [bead];
  const pieces: Bead[] = [];
  let last = { at: spunFrom, other: originalFrom };
  const cut = (at: number, other: number) => {
    pieces.push({ spunFrom: last.at, spunTo: at, originalFrom: last.other, originalTo: other });
    last = { at, other };
  };
  const anchors = findAnchors(
    movableWords(spun, spunFrom, spunTo),
    movableWords(original, originalFrom, originalTo),
  );
  for (const { left, right } of anchors) {
    const at = spunFrom + left;
    const other = originalFrom + right;
    if (at - last.at + other - last.other > LONG / 2) cut(at, other);
  }
  cut(spunTo, originalTo);
  return pieces;
}

/** The numbers of the words, -1 for a unit that never stands for another. */
function movableWords({ word, movable }: Units, from: number, to: number): Int32Array {
  return word.slice(from, to).map((number, i) => (movable[from + i] === 1 ? number : -1));
}
