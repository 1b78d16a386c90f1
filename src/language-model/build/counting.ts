import { BREAK, GAP } from './corpus.js';
import { SENTENCE_END, SENTENCE_START } from './vocabulary.js';

/** Stands before the first word of a sentence or segment, like one more word. */
export const NOTHING = 0xffff;

/** Distinct n-grams in order, and how often each stands in the texts. */
export interface Counted<Keys> {
  readonly keys: Keys;
  readonly counts: Uint32Array;
}

/**
 * Calls `visit` for every known word and sentence end of a stream with the two words before it, which may also be
 * {@link NOTHING}, or 0 where they are unknown.
 *
 * @param numbers number in the vocabulary of each word of the stream
 */
export function walkTrigrams(
  stream: Int32Array,
  numbers: Uint16Array,
  visit: (first: number, second: number, word: number) => void,
): void {
  let first = NOTHING;
  let second = NOTHING;
  for (const entry of stream) {
    if (entry === GAP) {
      first = NOTHING;
      second = NOTHING;
    } else if (entry === BREAK) {
      // Two breaks in a row are one.
      if (second !== SENTENCE_START && second !== NOTHING) visit(first, second, SENTENCE_END);
      first = NOTHING;
      second = SENTENCE_START;
    } else {
      const word = numbers[entry] as number;
      if (word !== 0) visit(first, second, word);
      first = second;
      second = word;
    }
  }
}

/**
 * All trigrams of a stream, first word * 2^32 + second * 2^16 + third: 48 bits, which a double holds exactly, so that
 * counting is filling, sorting, measuring runs.
 */
export function countTrigrams(stream: Int32Array, numbers: Uint16Array): Counted<Float64Array> {
  let count = 0;
  // Every entry of the stream gives one trigram at most.
  const keys = new Float64Array(stream.length);
  walkTrigrams(stream, numbers, (first, second, word) => {
    keys[count++] = first * 0x100000000 + second * 0x10000 + word;
  });
  return runs(keys.subarray(0, count).sort());
}

/** The bigrams that end the trigrams: how often each stands there, and after how many different words. */
export function countBigrams(trigrams: Counted<Float64Array>): {
  readonly keys: Uint32Array;
  readonly counts: Uint32Array;
  readonly types: Uint32Array;
} {
  const { keys, counts } = trigrams;
  // Sorted once by bigram, with the index of the trigram beneath, to sum over its first words.
  const endings = new Uint32Array(keys.length);
  let distinct = 0;
  for (let i = 0; i < keys.length; i++) endings[i] = (keys[i] as number) % 0x100000000;
  endings.sort();
  for (let i = 0; i < endings.length; i++) if (i === 0 || endings[i] !== endings[i - 1]) distinct++;
  const bigrams = new Uint32Array(distinct);
  const types = new Uint32Array(distinct);
  let at = -1;
  for (let i = 0; i < endings.length; i++) {
    if (i === 0 || endings[i] !== endings[i - 1]) bigrams[++at] = endings[i] as number;
    types[at] = (types[at] as number) + 1;
  }
  const sums = new Uint32Array(distinct);
  const starts = new Uint32Array(0x10002);
  for (const key of bigrams) {
    const next = (key >>> 16) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let i = 1; i < starts.length; i++) {
    starts[i] = (starts[i] as number) + (starts[i - 1] as number);
  }
  for (let i = 0; i < keys.length; i++) {
    const key = (keys[i] as number) % 0x100000000;
    const second = Math.floor(key / 0x10000);
    let low = starts[second] as number;
    let high = starts[second + 1] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((bigrams[middle] as number) < key) low = middle + 1;
      else high = middle;
    }
    sums[low] = (sums[low] as number) + (counts[i] as number);
  }
  return { keys: bigrams, counts: sums, types };
}

function runs(sorted: Float64Array): Counted<Float64Array> {
  let distinct = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) distinct++;
  const keys = new Float64Array(distinct);
  const counts = new Uint32Array(distinct);
  let at = -1;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) keys[++at] = sorted[i] as number;
    counts[at] = (counts[at] as number) + 1;
  }
  return { keys, counts };
}
