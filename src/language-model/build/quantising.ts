/*
 * Numbers as one byte each: an index into a codebook of 256 values, which Lloyd's algorithm places so that the mean square
 * error is small (Lloyd, "Least squares quantization in PCM", 1982; in one dimension, on a fine histogram).
 */

const LEVELS = 256;
const BINS = 1 << 16;
const ROUNDS = 60;

export interface Quantised {
  readonly codebook: Float32Array;
  readonly codes: Uint8Array;
}

/** Quantises the natural logarithms of `values`, all above zero. */
export function quantise(values: ArrayLike<number>): Quantised {
  const count = values.length;
  const logs = new Float64Array(count);
  let least = Infinity;
  let most = -Infinity;
  for (let i = 0; i < count; i++) {
    const log = Math.log(values[i] as number);
    logs[i] = log;
    if (log < least) least = log;
    if (log > most) most = log;
  }
  const width = (most - least) / BINS || 1e-9;
  const binOf = (log: number) => Math.min(BINS - 1, Math.floor((log - least) / width));
  const histogram = new Float64Array(BINS);
  for (const log of logs) histogram[binOf(log)] = (histogram[binOf(log)] as number) + 1;
  const centres = quantiles(histogram, count);
  const borders = new Int32Array(LEVELS + 1);
  for (let round = 0; round < ROUNDS; round++) refine(histogram, centres, borders);
  const ofBin = new Uint8Array(BINS);
  for (let level = 0; level < LEVELS; level++) {
    ofBin.fill(level, borders[level] as number, borders[level + 1] as number);
  }
  const codebook = Float32Array.from(centres, (bin) => least + (bin + 0.5) * width);
  return { codebook, codes: Uint8Array.from(logs, (log) => ofBin[binOf(log)] as number) };
}

/** Starting places of the levels: each takes an equal share of the values, half of the levels spread evenly. */
function quantiles(histogram: Float64Array, count: number): Float64Array {
  const centres = new Float64Array(LEVELS);
  let seen = 0;
  let level = 0;
  histogram.forEach((n, bin) => {
    seen += n / count / 2 + 0.5 / BINS;
    while (level < LEVELS && seen >= (level + 0.5) / LEVELS) centres[level++] = bin;
  });
  return centres.fill(BINS - 1, level);
}

/** One round of Lloyd: borders halfway between the levels, then each level to the mean of what it holds. */
function refine(histogram: Float64Array, centres: Float64Array, borders: Int32Array): void {
  for (let level = 1; level < LEVELS; level++) {
    const middle = ((centres[level - 1] as number) + (centres[level] as number)) / 2;
    borders[level] = Math.floor(middle) + 1;
  }
  borders[LEVELS] = BINS;
  for (let level = 0; level < LEVELS; level++) {
    let sum = 0;
    let weight = 0;
    for (let bin = borders[level] as number; bin < (borders[level + 1] as number); bin++) {
      sum += bin * (histogram[bin] as number);
      weight += histogram[bin] as number;
    }
    if (weight > 0) centres[level] = sum / weight;
  }
}
