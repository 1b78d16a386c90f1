import type { Hunk } from './hunks.js';
import { keyOf, type SegmentModel } from './segment-model.js';
import type { Units } from './units.js';

/** Units `[from, from + length)` of a spun text that stand for `[to, to + originalLength)` of its original; one side may be none. */
export interface Segment {
  readonly from: number;
  readonly length: number;
  readonly to: number;
  readonly originalLength: number;
}

/** A hunk as it was cut in one round. */
export interface Cut {
  /** The segments that are at least as sure as was asked for; more than even, so that no two of them overlap. */
  readonly segments: readonly Segment[];
  /** What the hunk gave to the counts: numbers of segments in the order of the lattice, and how much each. */
  readonly counted: readonly number[];
  readonly amounts: readonly number[];
}

/** Units of a hunk on either side at most; products over longer ones would leave a double's range. */
const LONGEST_HUNK = 40;
/** What is less sure is not counted, which keeps the tables small. */
const LEAST_COUNTED = 1e-3;

/** All segments of a hunk with their weights, each after those that lead to it. Offsets count from the hunk's begin. */
interface Lattice {
  readonly segments: Segment[];
  /** Key in the model; 0 where one side is empty. */
  readonly keys: number[];
  readonly weights: number[];
}

/**
 * Cuts a hunk into segments in all ways at once (forward–backward), and counts each segment in the model by its probability.
 *
 * @param before how the hunk was cut in the round before
 * @param sureness how sure a segment must be to be returned, above 0.5 and up to 1
 * @returns undefined for a hunk that is too long to be cut, or has nothing on one side
 */
export function cutHunk(
  spun: Units,
  original: Units,
  hunk: Hunk,
  model: SegmentModel,
  { before, sureness }: { readonly before?: Cut | undefined; readonly sureness: number },
): Cut | undefined {
  const rows = hunk.spunTo - hunk.spunFrom;
  const columns = hunk.originalTo - hunk.originalFrom;
  if (rows === 0 || columns === 0 || rows > LONGEST_HUNK || columns > LONGEST_HUNK) return undefined;
  const { segments, keys, weights } = latticeOf(spun, original, hunk, model, before);
  const width = columns + 1;
  const begin = ({ from, to }: Segment) => from * width + to;
  const end = ({ from, length, to, originalLength }: Segment) =>
    (from + length) * width + to + originalLength;
  const forward = new Float64Array((rows + 1) * width);
  const backward = new Float64Array((rows + 1) * width);
  forward[0] = 1;
  backward[backward.length - 1] = 1;
  for (const [i, segment] of segments.entries())
    forward[end(segment)] = at(forward, end(segment)) + at(forward, begin(segment)) * at(weights, i);
  for (let i = segments.length - 1; i >= 0; i--) {
    const segment = segments[i] as Segment;
    backward[begin(segment)] = at(backward, begin(segment)) + at(backward, end(segment)) * at(weights, i);
  }
  const total = at(backward, 0);
  if (!(total > 0 && total < Number.POSITIVE_INFINITY)) return undefined;
  const cut = { segments: [] as Segment[], counted: [] as number[], amounts: [] as number[] };
  for (const [i, segment] of segments.entries()) {
    const probability = (at(forward, begin(segment)) * at(weights, i) * at(backward, end(segment))) / total;
    if (!(probability >= LEAST_COUNTED)) continue;
    if (at(keys, i) !== 0) {
      model.count(at(keys, i), probability);
      cut.counted.push(i);
      cut.amounts.push(probability);
    }
    if (probability >= sureness) {
      const { from, to } = segment;
      cut.segments.push({ ...segment, from: hunk.spunFrom + from, to: hunk.originalFrom + to });
    }
  }
  return cut;
}

function latticeOf(
  spun: Units,
  original: Units,
  { spunFrom, spunTo, originalFrom, originalTo }: Hunk,
  model: SegmentModel,
  before: Cut | undefined,
): Lattice {
  const lattice: Lattice = { segments: [], keys: [], weights: [] };
  const { segments, keys, weights } = lattice;
  const phrases = Array.from({ length: originalTo - originalFrom }, (_, j) =>
    model.phrasesAt(original, originalFrom + j, originalTo, 'original'),
  );
  let met = 0;
  /** What the hunk itself counted for the segment that is added next. */
  const own = () => (before?.counted[met] === segments.length ? (before.amounts[met++] as number) : 0);
  for (let i = spunFrom; i <= spunTo; i++) {
    const mine = model.phrasesAt(spun, i, spunTo, 'spun');
    for (let j = originalFrom; j <= originalTo; j++) {
      const from = i - spunFrom;
      const to = j - originalFrom;
      const add = (length: number, originalLength: number, key: number, weight: number) => {
        segments.push({ from, length, to, originalLength });
        keys.push(key);
        weights.push(weight);
      };
      for (let length = 1; length <= spunTo - i; length++) add(length, 0, 0, model.weighLost(length));
      for (let length = 1; length <= originalTo - j; length++) add(0, length, 0, model.weighLost(length));
      if (i === spunTo || j === originalTo) continue;
      const word = at(spun.word, i);
      const isKept = word === original.word[j];
      if (isKept) add(1, 1, model.keptKey(word), model.weighKept(word, own()));
      for (const [a, one] of mine.entries()) {
        for (const [b, other] of (phrases[to] ?? []).entries()) {
          // What both sides share at a border is cut off, unless nothing would be left of one.
          const isShared = isKept || spun.word[i + a] === original.word[j + b];
          if (isShared && a > 0 === b > 0) continue;
          add(a + 1, b + 1, keyOf(one, other), model.weighReplaced(one, other, own()));
        }
      }
    }
  }
  return lattice;
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] as number;
}
