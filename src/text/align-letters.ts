/** A stretch where two texts differ: what stands in the true text, and what was read. Either may be empty. */
export interface Hunk {
  readonly truth: string;
  readonly seen: string;
  /** Where the stretch begins in the true text. */
  readonly at: number;
}

/** Least breadth of the band of the table that is looked at, in characters to either side. */
const BAND = 160;
/** Most entries of the table that is kept, one byte each: 40,000 characters of texts that are equally long. */
const MOST_ENTRIES = 2 ** 24;
const [SAME, SWAPPED, LOST, ADDED] = [0, 1, 2, 3] as const;

/**
 * The shortest way from the true text to what was read (Levenshtein), as the stretches where they differ, in order. Only a band
 * about the diagonal is searched, so cost is linear in length for a fixed difference of lengths; undefined where that needs more
 * than 16 MB of memory.
 */
export function alignLetters(truth: string, seen: string): Hunk[] | undefined {
  const rows = truth.length;
  const columns = seen.length;
  const band = Math.min(BAND, Math.max(rows, columns)) + Math.abs(rows - columns);
  const width = 2 * band + 1;
  if ((rows + 1) * width > MOST_ENTRIES) return undefined;
  const steps = new Uint8Array((rows + 1) * width);
  const far = rows + columns + 1;
  let above = new Int32Array(width + 2).fill(far);
  let row = new Int32Array(width + 2).fill(far);
  // Column j of row i stands at j - i + band + 1.
  for (let i = 0; i <= rows; i++) {
    row.fill(far);
    const first = Math.max(0, i - band);
    const last = Math.min(columns, i + band);
    for (let j = first; j <= last; j++) {
      const k = j - i + band + 1;
      let best = far;
      let step: number = SAME;
      if (i === 0 && j === 0) best = 0;
      if (i > 0 && j > 0) {
        const same = truth.charCodeAt(i - 1) === seen.charCodeAt(j - 1);
        best = (above[k] as number) + (same ? 0 : 1);
        step = same ? SAME : SWAPPED;
      }
      if (i > 0 && (above[k + 1] as number) + 1 < best) {
        best = (above[k + 1] as number) + 1;
        step = LOST;
      }
      if (j > 0 && (row[k - 1] as number) + 1 < best) {
        best = (row[k - 1] as number) + 1;
        step = ADDED;
      }
      row[k] = best;
      steps[i * width + k - 1] = step;
    }
    [above, row] = [row, above];
  }
  return traceHunks(truth, seen, (i, j) => steps[i * width + j - i + band] as number);
}

function traceHunks(truth: string, seen: string, stepAt: (i: number, j: number) => number): Hunk[] {
  const hunks: Hunk[] = [];
  let i = truth.length;
  let j = seen.length;
  let end: [number, number] | undefined;
  const close = () => {
    if (end) hunks.push({ truth: truth.slice(i, end[0]), seen: seen.slice(j, end[1]), at: i });
    end = undefined;
  };
  while (i > 0 || j > 0) {
    const step = stepAt(i, j);
    if (step === SAME) close();
    else end ??= [i, j];
    if (step !== ADDED) i--;
    if (step !== LOST) j--;
  }
  close();
  return hunks.reverse();
}
