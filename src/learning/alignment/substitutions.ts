import type { Substitution } from '../parallel.js';
import type { Hunk } from './hunks.js';
import type { Segment } from './segments.js';
import type { Units } from './units.js';

/**
 * The substitutions that lead from a spun text to its original, but for letter case, kinds of quotes, blanks, and forms of the
 * article. Where no segment tells which word stands for which they are unpaired.
 *
 * @param hunks where the texts differ; all else is the same in both
 * @param segments what stands for what in the hunks, sorted and disjoint
 */
export function substitutionsOf(
  spun: Units,
  original: Units,
  hunks: readonly Hunk[],
  segments: readonly Segment[],
): Substitution[] {
  const found: Substitution[] = [];
  let at = 0;
  let other = 0;
  /** Where it began that nothing is known of which word stands for which. */
  let from = 0;
  let to = 0;
  let next = 0;
  for (const { spunFrom, spunTo, originalTo } of hunks) {
    keepUntil(spunFrom);
    for (
      let segment = segments[next];
      segment && segment.from + segment.length <= spunTo && segment.to + segment.originalLength <= originalTo;
      segment = segments[++next]
    ) {
      // What stands for nothing goes with what is unpaired beside it.
      if (segment.length === 0 || segment.originalLength === 0) continue;
      at = segment.from;
      other = segment.to;
      take(segment);
    }
    at = spunTo;
    other = originalTo;
  }
  keepUntil(spun.count);
  close();
  return found;

  /** Goes on over units that are the same in both texts. */
  function keepUntil(end: number): void {
    for (; at < end; at++, other++) keep();
  }

  function take({ length, originalLength }: Segment): void {
    if (length === 1 && originalLength === 1 && spun.word[at] === original.word[other]) {
      keep();
      at++;
      other++;
    } else {
      close();
      found.push(substitution(at, at + length, other, other + originalLength));
      at += length;
      other += originalLength;
    }
    from = at;
    to = other;
  }

  /** Leaves a unit as it is. */
  function keep(): void {
    close();
    from = at + 1;
    to = other + 1;
  }

  /** Ends what is unpaired before the current units. */
  function close(): void {
    if (from === at && to === other) return;
    found.push({ ...substitution(from, at, to, other), unpaired: true });
    from = at;
    to = other;
  }

  function substitution(start: number, end: number, cleanStart: number, cleanEnd: number): Substitution {
    const clean =
      cleanStart < cleanEnd
        ? original.text.slice(original.start[cleanStart], original.end[cleanEnd - 1])
        : '';
    if (start < end) return { start: spun.start[start] as number, end: spun.end[end - 1] as number, clean };
    const place = spun.start[start] ?? spun.text.length;
    return { start: place, end: place, clean: ` ${clean} ` };
  }
}
