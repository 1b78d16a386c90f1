import type { Chunks } from '../chunks.js';
import type { EngineWord } from './engine-word.js';

/**
 * How misread words lie among all, ranked from the one that the engine was least sure of (0) to the surest (1): the share of them
 * up to rank r is `1 - (1 - r) ** STEEPNESS`, but for those that lie anywhere. Fitted to Tesseract; see {@link engineOpinion}.
 */
const STEEPNESS = 2.5;
const ANYWHERE = 0.1;
/** The ranks of so many words are half believed. */
const FEW_WORDS = 20;

/** What an engine said of the chunks of a text. */
export interface EngineOpinion {
  /** By chunk: log-odds, in nats, that what the engine said of its certainty speaks for a misreading; 0 where it said nothing. */
  readonly doubt: Float64Array;
  /** By chunk: what else the engine took it for, likeliest first. */
  readonly alternatives: ReadonlyMap<number, readonly string[]>;
}

/** What an engine said of a text. Its certainty is only compared with itself: engines, and pages, differ in what a number means. */
export class EngineWords {
  private readonly doubts: Float64Array;

  /** @param words in the order of the text */
  constructor(private readonly words: readonly EngineWord[]) {
    this.doubts = doubtsOf(words);
  }

  /** What it said of some of the text's chunks. */
  of({ count, source, start, end }: Chunks): EngineOpinion {
    const doubt = new Float64Array(count);
    const alternatives = new Map<number, readonly string[]>();
    const { words, doubts } = this;
    let w = firstFrom(words, source[0] ?? 0);
    for (let i = 0; i < count; i++) {
      const from = source[i] as number;
      const to = from + (end[i] as number) - (start[i] as number);
      let most = Number.NEGATIVE_INFINITY;
      for (; w < words.length && (words[w] as EngineWord).start < to; w++) {
        const word = words[w] as EngineWord;
        if (word.end > to) continue;
        most = Math.max(most, doubts[w] as number);
        // Of a part of what stands between blanks an alternative says too little.
        if (word.start === from && word.end === to && word.alternatives?.length)
          alternatives.set(i, word.alternatives);
      }
      if (Number.isFinite(most)) doubt[i] = most;
    }
    return { doubt, alternatives };
  }
}

/** By word: the log-odds that its rank speaks for a misreading, nats. Words of one confidence share their ranks: where all have the same, it says nothing. */
function doubtsOf(words: readonly EngineWord[]): Float64Array {
  const doubts = new Float64Array(words.length);
  const ranked: number[] = [];
  words.forEach(({ confidence }, w) => {
    if (Number.isFinite(confidence)) ranked.push(w);
  });
  const confidenceOf = (rank: number) => words[ranked[rank] as number]?.confidence as number;
  ranked.sort((a, b) => (words[a]?.confidence as number) - (words[b]?.confidence as number));
  const total = ranked.length;
  const believed = total / (total + FEW_WORDS);
  for (let from = 0; from < total; ) {
    let to = from + 1;
    while (to < total && confidenceOf(to) === confidenceOf(from)) to++;
    const share = (1 - from / total) ** STEEPNESS - (1 - to / total) ** STEEPNESS;
    const doubt = believed * Math.log(ANYWHERE + ((1 - ANYWHERE) * share * total) / (to - from));
    for (; from < to; from++) doubts[ranked[from] as number] = doubt;
  }
  return doubts;
}

/** Index of the first word that begins at an offset or after it. */
function firstFrom(words: readonly EngineWord[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as EngineWord).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
