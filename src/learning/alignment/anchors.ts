import type { Bead } from './sentences.js';
import type { Units } from './units.js';

/** Units of a bead on both sides together that are compared without cutting: most sentences have a tenth. */
const LONG = 600;

/**
 * Cuts a bead that is no sentence but a long text without any, at words that stand once in either text: patience difference, whose
 * work grows with the length times its logarithm. Each piece begins with such a word.
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
  for (const { at, other } of anchorsOf(spun, original, bead))
    if (at - last.at + other - last.other > LONG / 2) cut(at, other);
  cut(spunTo, originalTo);
  return pieces;
}

interface Anchor {
  readonly at: number;
  readonly other: number;
}

/** The longest sequence of words that stand once in either text, in the same order in both. */
function anchorsOf(spun: Units, original: Units, bead: Bead): Anchor[] {
  const inSpun = singles(spun, bead.spunFrom, bead.spunTo);
  const inOriginal = singles(original, bead.originalFrom, bead.originalTo);
  /** The last anchors of the best sequences of each length, shortest first, and what goes before each anchor. */
  const ends: Anchor[] = [];
  const before = new Map<Anchor, Anchor | undefined>();
  for (const [word, at] of inSpun) {
    const other = inOriginal.get(word);
    if (at < 0 || other === undefined || other < 0) continue;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Anchor).other < other) low = middle + 1;
      else high = middle;
    }
    const anchor = { at, other };
    before.set(anchor, ends[low - 1]);
    ends[low] = anchor;
  }
  const sequence: Anchor[] = [];
  for (let anchor = ends.at(-1); anchor !== undefined; anchor = before.get(anchor)) sequence.push(anchor);
  return sequence.reverse();
}

/** By word, in order of its first place: where it stands, or -1 if it stands there more than once. */
function singles({ word, movable }: Units, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    if (movable[i] === 1) places.set(word[i] as number, places.has(word[i] as number) ? -1 : i);
  }
  return places;
}
