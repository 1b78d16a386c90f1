import { findAnchors } from '../../text/anchors.js';

/** A stretch of two sequences that are compared with each other. */
export interface Piece {
  readonly leftFrom: number;
  readonly leftTo: number;
  readonly rightFrom: number;
  readonly rightTo: number;
}

/**
 * Cuts two long sequences into pieces that can be compared one by one, as the work of a comparison grows with the product of the
 * lengths: where both have an item that stands once in either; and where there is none for long, blindly, in equal shares, so that
 * no input takes more than time in proportion to its length. A distance added up over pieces is never less than that of the whole.
 *
 * @param most largest product of lengths of a piece
 */
export function cutIntoPieces(left: Int32Array, right: Int32Array, most: number): Piece[] {
  const whole = { leftFrom: 0, leftTo: left.length, rightFrom: 0, rightTo: right.length };
  if (left.length * right.length <= most) return [whole];
  // Half as long as may be, since the next anchor may be far.
  const enough = Math.sqrt(most) / 2;
  const pieces: Piece[] = [];
  let leftFrom = 0;
  let rightFrom = 0;
  const cut = (leftTo: number, rightTo: number) => {
    pieces.push(...cutBlindly({ leftFrom, leftTo, rightFrom, rightTo }, most));
    leftFrom = leftTo;
    rightFrom = rightTo;
  };
  // What both begin and end with is no matter of anchors: text that repeats itself has none.
  const start = sharedStart(left, right);
  const end = sharedEnd(left, right, start);
  pieces.push({ leftFrom: 0, leftTo: start, rightFrom: 0, rightTo: start });
  leftFrom = start;
  rightFrom = start;
  for (const anchor of findAnchors(left, right)) {
    if (anchor.left >= left.length - end || anchor.right >= right.length - end) break;
    if (Math.max(anchor.left - leftFrom, anchor.right - rightFrom) >= enough) cut(anchor.left, anchor.right);
  }
  cut(left.length - end, right.length - end);
  pieces.push({ leftFrom, leftTo: left.length, rightFrom, rightTo: right.length });
  return pieces;
}

/** How many items both begin with. */
export function sharedStart(left: ArrayLike<unknown>, right: ArrayLike<unknown>): number {
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && left[start] === right[start]) start++;
  return start;
}

/** How many items both end with, after `start` that they begin with. */
export function sharedEnd(left: ArrayLike<unknown>, right: ArrayLike<unknown>, start: number): number {
  const most = Math.min(left.length, right.length) - start;
  let end = 0;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  return end;
}

/** A piece in equal shares, each small enough. */
export function cutBlindly(piece: Piece, most: number): Piece[] {
  const { leftFrom, leftTo, rightFrom, rightTo } = piece;
  const shares = Math.ceil(Math.sqrt(((leftTo - leftFrom) * (rightTo - rightFrom)) / most));
  if (shares <= 1) return [piece];
  const left = (share: number) => leftFrom + Math.floor(((leftTo - leftFrom) * share) / shares);
  const right = (share: number) => rightFrom + Math.floor(((rightTo - rightFrom) * share) / shares);
  return Array.from({ length: shares }, (_, i) => ({
    leftFrom: left(i),
    leftTo: left(i + 1),
    rightFrom: right(i),
    rightTo: right(i + 1),
  }));
}
