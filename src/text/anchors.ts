/** A place where two sequences agree: an index into either. */
export interface Anchor {
  readonly left: number;
  readonly right: number;
}

/**
 * The longest chain of items that stand once in either sequence, in the same order in both: patience difference, whose work grows
 * with the length times its logarithm. Long sequences are cut there before they are compared.
 *
 * @param left numbers of items; below 0 is no anchor
 */
export function findAnchors(left: Int32Array, right: Int32Array): Anchor[] {
  const inLeft = singles(left);
  const inRight = singles(right);
  /** The last anchors of the best chains of each length, shortest first, and what goes before each anchor. */
  const ends: Anchor[] = [];
  const before = new Map<Anchor, Anchor | undefined>();
  for (const [item, place] of inLeft) {
    const other = inRight.get(item);
    if (place < 0 || other === undefined || other < 0) continue;
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((ends[middle] as Anchor).right < other) low = middle + 1;
      else high = middle;
    }
    const anchor = { left: place, right: other };
    before.set(anchor, ends[low - 1]);
    ends[low] = anchor;
  }
  const chain: Anchor[] = [];
  for (let anchor = ends.at(-1); anchor !== undefined; anchor = before.get(anchor)) chain.push(anchor);
  return chain.reverse();
}

/** By item, in order of its first place: where it stands, or -1 if it stands there more than once. */
function singles(sequence: Int32Array): Map<number, number> {
  const places = new Map<number, number>();
  for (const [index, item] of sequence.entries()) {
    if (item >= 0) places.set(item, places.has(item) ? -1 : index);
  }
  return places;
}
