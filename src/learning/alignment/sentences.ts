import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Units } from './units.js';

/** Units `[spunFrom, spunTo)` of the one text that stand for `[originalFrom, originalTo)` of the other; either may be none. */
export interface Bead {
  readonly spunFrom: number;
  readonly spunTo: number;
  readonly originalFrom: number;
  readonly originalTo: number;
}

/** How many sentences of each text a bead holds, and how likely that is, after Gale and Church (1993), table 5. */
const BEADS = [
  { spun: 1, original: 1, cost: -Math.log(0.89) },
  { spun: 1, original: 0, cost: -Math.log(0.0099) },
  { spun: 0, original: 1, cost: -Math.log(0.0099) },
  { spun: 2, original: 1, cost: -Math.log(0.089) },
  { spun: 1, original: 2, cost: -Math.log(0.089) },
] as const;
/** Variance of a sentence's length, in characters for each character of the other (the same paper). */
const LENGTH_VARIANCE = 6.8;
/** What a word costs that only one side has. */
const UNSHARED = 1;
/** No difference in length costs more: in spun text a long sentence may have lost its end. */
const MOST_LENGTH_COST = 20;
/** How far from the diagonal sentences are compared, in sentences of the original, at least and at most. */
const NARROWEST = 10;
const WIDEST = 200;
/** Cells of the table at most; the band is narrowed for texts that would need more. */
const MOST_CELLS = 1 << 23;

/**
 * Aligns the sentences of two texts: 1-1, 1-2, 2-1, 1-0 and 0-1, in order. Dynamic programming over lengths, after Gale and Church,
 * “A program for aligning sentences in bilingual corpora” (1993); both texts are English, so shared words count as well. Only a
 * band along the diagonal is searched, so that the work is linear in the length of the texts. Where no band is wide enough, as
 * many sentences stand in the place of one, the texts are one bead.
 */
export function alignSentences(spun: Units, original: Units): Bead[] {
  const from = sentenceStarts(spun);
  const to = sentenceStarts(original);
  const rows = from.length - 1;
  const columns = to.length - 1;
  const found = rows > 0 && columns > 0 ? bandOf(spun, original, from, to) : undefined;
  if (found === undefined) {
    const all = { spunFrom: 0, spunTo: spun.count, originalFrom: 0, originalTo: original.count };
    return rows + columns > 0 ? [all] : [];
  }
  const band = found;
  const width = 2 * band.reach + 1;
  const choice = new Uint8Array((rows + 1) * width);
  let costs: Float64Array[] = [];
  // One for one sentence of the spun text, one for two.
  const overlaps = [new Overlap(spun, original), new Overlap(spun, original)] as const;
  for (let i = 0; i <= rows; i++) {
    const here = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    if (i === 0) here[band.slot(0, 0)] = 0;
    const first = band.first(i);
    for (let j = first; j <= Math.min(columns, first + width - 1); j++) {
      for (const [type, bead] of BEADS.entries()) {
        const row = i - bead.spun;
        const column = j - bead.original;
        if (row < 0 || column < 0) continue;
        const slot = band.slot(row, column);
        if (slot < 0 || slot >= width) continue;
        const before = bead.spun === 0 ? here[slot] : costs[costs.length - bead.spun]?.[slot];
        if (before === undefined || before === Number.POSITIVE_INFINITY) continue;
        const pair = boundsOf(from, to, i, j, type);
        const cost = before + bead.cost + costOf(pair, overlaps[bead.spun - 1]);
        if (cost >= (here[j - first] as number)) continue;
        here[j - first] = cost;
        choice[i * width + j - first] = type;
      }
    }
    costs = [...costs.slice(-1), here];
  }
  return walkBack();

  /** What a bead costs but for its type. */
  function costOf(bead: Bead, overlap: Overlap | undefined): number {
    const { spunFrom, spunTo, originalFrom, originalTo } = bead;
    const words = spunTo - spunFrom + originalTo - originalFrom;
    if (overlap === undefined || originalFrom === originalTo) return UNSHARED * words;
    const shared = overlap.of(bead);
    const length = (spun.end[spunTo - 1] as number) - (spun.start[spunFrom] as number);
    const other = (original.end[originalTo - 1] as number) - (original.start[originalFrom] as number);
    const deviation = (other - length) ** 2 / (length * LENGTH_VARIANCE);
    return UNSHARED * (words - 2 * shared) + Math.min(deviation / 2, MOST_LENGTH_COST);
  }

  function walkBack(): Bead[] {
    const beads: Bead[] = [];
    for (let i = rows, j = columns; i > 0 || j > 0; ) {
      const type = choice[i * width + band.slot(i, j)] as number;
      beads.push(boundsOf(from, to, i, j, type));
      const bead = BEADS[type] as (typeof BEADS)[number];
      i -= bead.spun;
      j -= bead.original;
    }
    return beads.reverse();
  }
}

/** The bead of a type whose last sentences are `i - 1` and `j - 1`. */
function boundsOf(from: Int32Array, to: Int32Array, i: number, j: number, type: number): Bead {
  const { spun, original } = BEADS[type] as (typeof BEADS)[number];
  return {
    spunFrom: from[i - spun] as number,
    spunTo: from[i] as number,
    originalFrom: to[j - original] as number,
    originalTo: to[j] as number,
  };
}

/** Where the search is done: `reach` sentences on either side of where a sentence is expected by the length before it. */
function bandOf(spun: Units, original: Units, from: Int32Array, to: Int32Array) {
  const rows = from.length - 1;
  const columns = to.length - 1;
  const wanted = Math.min(WIDEST, Math.abs(rows - columns) + NARROWEST);
  const expected = new Int32Array(rows + 1);
  const scale = original.count / Math.max(1, spun.count);
  for (let i = 0, j = 0; i <= rows; i++) {
    while (j < columns && (to[j + 1] as number) <= (from[i] as number) * scale) j++;
    expected[i] = j;
  }
  expected[0] = 0;
  expected[rows] = columns;
  // Every step must be within reach: from row to row the diagonal may jump over many short sentences.
  let jump = 0;
  for (let i = 1; i <= rows; i++)
    jump = Math.max(jump, (expected[i] as number) - (expected[i - 1] as number));
  const affordable = Math.floor(MOST_CELLS / (rows + 1) / 2) - 1;
  if (jump > affordable) return undefined;
  const reach = Math.min(Math.max(Math.min(wanted, affordable), jump), columns);
  const first = (i: number) => Math.max(0, (expected[i] as number) - reach);
  return { reach, first, slot: (i: number, j: number) => j - first(i) };
}

/** The units at which sentences begin, and their number at the end. A border needs no blank: scrapers lose them. */
function sentenceStarts({ text, count, start }: Units): Int32Array {
  const starts = count > 0 ? [0] : [];
  let ended = false;
  for (let i = 0; i < count; i++) {
    const code = text.charCodeAt(start[i] as number);
    if (isLetter(code) || isDigit(code)) {
      if (ended && (isDigit(code) || isUpper(code))) starts.push(i);
      ended = false;
    } else if (code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026) ended = true;
  }
  return Int32Array.from([...starts, count]);
}

/** Counts the words that stretches share. */
class Overlap {
  /** By word: how often it stands in the stretch of the spun text, of those that were not met in the original. */
  private readonly left = new Map<number, number>();
  private from = -1;
  private to = -1;

  constructor(
    private readonly spun: Units,
    private readonly original: Units,
  ) {}

  of({ spunFrom, spunTo, originalFrom, originalTo }: Bead): number {
    const { left, spun, original } = this;
    if (spunFrom !== this.from || spunTo !== this.to) {
      left.clear();
      for (let i = spunFrom; i < spunTo; i++) {
        const word = spun.word[i] as number;
        left.set(word, (left.get(word) ?? 0) + 1);
      }
      this.from = spunFrom;
      this.to = spunTo;
    }
    const met: number[] = [];
    for (let j = originalFrom; j < originalTo; j++) {
      const word = original.word[j] as number;
      const count = left.get(word) ?? 0;
      if (count === 0) continue;
      left.set(word, count - 1);
      met.push(word);
    }
    for (const word of met) left.set(word, (left.get(word) as number) + 1);
    return met.length;
  }
}
