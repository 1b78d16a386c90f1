/** A spun document and what was substituted in it. */
export interface ParallelDocument {
  readonly id: string;
  readonly spun: string;
  /** Sorted and disjoint; offsets into `spun`. */
  readonly edits: readonly Substitution[];
}

export interface Substitution {
  readonly start: number;
  readonly end: number;
  /** What stood there before the spinner. */
  readonly clean: string;
  /** Nothing to learn a pair from: which of the words stood for which is not clear, or a repair knew it before. */
  readonly unpaired?: true;
}

/**
 * What stood at `[start, end)` before the spinner; undefined where a substitution reaches over a border of the
 * stretch, so that no text can be given for it.
 *
 * @param after index of the first edit that ends behind `start`, as {@link firstEditAfter} finds it
 */
export function originalOf(
  document: ParallelDocument,
  start: number,
  end: number,
  after: number,
): string | undefined {
  const { spun, edits } = document;
  let original = '';
  let at = start;
  for (let i = after; i < edits.length; i++) {
    const edit = edits[i] as Substitution;
    if (edit.start >= end) break;
    if (edit.start < start || edit.end > end) return undefined;
    original += spun.slice(at, edit.start) + edit.clean;
    at = edit.end;
  }
  return original + spun.slice(at, end);
}

/** Index of the first edit that ends behind an offset, by bisection. */
export function firstEditAfter(document: ParallelDocument, offset: number): number {
  const { edits } = document;
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as Substitution).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
