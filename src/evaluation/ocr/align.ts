import { sharedEnd, sharedStart } from './pieces.js';

/** How one sequence is turned into another with the fewest items inserted, dropped and replaced. */
export interface Alignment {
  /** Levenshtein distance. */
  readonly distance: number;
  /** For each item of the right sequence, the index of the left item that it equals and is paired with, or -1. */
  readonly partner: Int32Array;
}

/**
 * Aligns two sequences of numbers, none below 0. Of several shortest ways it takes the one that, seen from the end, drops first,
 * then inserts: the one that tools of the field choose, so that counts of right items agree with theirs.
 *
 * Columns of the distance table are held as the bits of their differences (Myers 1999, Hyyrö 2003): time grows with the product of
 * the lengths by 32, memory by 4 bytes for each such step.
 */
export function align(left: Int32Array, right: Int32Array): Alignment {
  const partner = new Int32Array(right.length).fill(-1);
  const start = sharedStart(left, right);
  const end = sharedEnd(left, right, start);
  for (let i = 0; i < start; i++) partner[i] = i;
  for (let i = 1; i <= end; i++) partner[right.length - i] = left.length - i;
  const a = left.subarray(start, left.length - end);
  const b = right.subarray(start, right.length - end);
  if (a.length === 0 || b.length === 0) return { distance: a.length + b.length, partner };
  return { distance: traceBack(a, b, differenceBits(a, b), { partner, start }), partner };
}

/** Bit i of a column: whether the distance grows, or falls, from the first i items of the left sequence to one more. */
interface DifferenceBits {
  /** 32-bit words of a column. */
  readonly blocks: number;
  readonly grows: Int32Array;
  readonly falls: Int32Array;
}

function differenceBits(a: Int32Array, b: Int32Array): DifferenceBits {
  const blocks = (a.length + 31) >> 5;
  const grows = new Int32Array(blocks * b.length);
  const falls = new Int32Array(blocks * b.length);
  const { rowOf, equal } = equalBits(a, b, blocks);
  const up = new Int32Array(blocks).fill(-1);
  const down = new Int32Array(blocks);
  for (let j = 0; j < b.length; j++) {
    const row = (rowOf.get(b[j] as number) as number) * blocks;
    // The top row of the table grows by one with each item inserted.
    let carryUp = 1;
    let carryDown = 0;
    for (let block = 0; block < blocks; block++) {
      const pv = up[block] as number;
      const mv = down[block] as number;
      const xv = (equal[row + block] as number) | mv;
      const eq = (equal[row + block] as number) | carryDown;
      const xh = (((eq & pv) + pv) ^ pv) | eq;
      const ph = mv | ~(xh | pv);
      const mh = pv & xh;
      const shiftedUp = (ph << 1) | carryUp;
      const shiftedDown = (mh << 1) | carryDown;
      carryUp = ph >>> 31;
      carryDown = mh >>> 31;
      up[block] = shiftedDown | ~(xv | shiftedUp);
      down[block] = shiftedUp & xv;
    }
    grows.set(up, j * blocks);
    falls.set(down, j * blocks);
  }
  return { blocks, grows, falls };
}

/** For each item of the right sequence, by row, which items of the left one equal it. */
function equalBits(a: Int32Array, b: Int32Array, blocks: number) {
  const rowOf = new Map<number, number>();
  for (const item of b) if (!rowOf.has(item)) rowOf.set(item, rowOf.size);
  const equal = new Int32Array(rowOf.size * blocks);
  for (const [i, item] of a.entries()) {
    const row = rowOf.get(item);
    if (row === undefined) continue;
    const at = row * blocks + (i >> 5);
    equal[at] = (equal[at] as number) | (1 << (i & 31));
  }
  return { rowOf, equal };
}

/** Walks from the last items to the first; fills in the partners and gives the distance. */
function traceBack(
  a: Int32Array,
  b: Int32Array,
  { blocks, grows, falls }: DifferenceBits,
  { partner, start }: { partner: Int32Array; start: number },
): number {
  const isSet = (bits: Int32Array, j: number, i: number): boolean =>
    (((bits[j * blocks + (i >> 5)] as number) >>> (i & 31)) & 1) === 1;
  let i = a.length;
  let j = b.length;
  let distance = 0;
  while (i > 0 && j > 0) {
    if (isSet(grows, j - 1, i - 1)) {
      i--;
      distance++;
    } else if (j > 1 && isSet(falls, j - 2, i - 1)) {
      j--;
      distance++;
    } else {
      i--;
      j--;
      if (a[i] === b[j]) partner[start + j] = start + i;
      else distance++;
    }
  }
  return distance + i + j;
}
