import type { DictionaryEntry } from '../../dictionary/entry.js';
import { expandEntry } from '../../dictionary/expand.js';
import { foldText } from '../../text/characters.js';
import type { ParallelDocument } from '../parallel.js';
import { cutLong } from './anchors.js';
import { findHunks, type Hunk } from './hunks.js';
import { SegmentModel } from './segment-model.js';
import { type Cut, cutHunk } from './segments.js';
import { alignSentences } from './sentences.js';
import { substitutionsOf } from './substitutions.js';
import { type Units, unitsOf, WordNumbers } from './units.js';

/** A spun text and its original, without the edits that lie between them. */
export interface DocumentPair {
  readonly id: string;
  readonly spun: string;
  readonly original: string;
}

export interface AlignmentOptions {
  /** Entries whose pairs are likelier than others. None by default. */
  readonly entries?: readonly DictionaryEntry[];
}

/** Times that all hunks are cut; what they are cut into hardly changes after. */
const ROUNDS = 4;
/** How sure a segment must be to be learnt from. */
const SURENESS = 0.8;
/** Share of the shorter text's units that a pair must share, in order. Spun articles share six in ten, unrelated ones two. */
const LEAST_SHARED = 0.35;
/**
 * Code units of text that are aligned together, about a million words: all hunks and what is counted of them are held at once. A pair
 * that has more on its own is left out.
 */
const MOST_TEXT = 5_000_000;

interface Comparison {
  readonly id: string;
  readonly spun: Units;
  readonly original: Units;
  readonly hunks: readonly Hunk[];
}

/**
 * Finds what was substituted in pairs of documents: aligns their sentences, finds the hunks in which these differ, and cuts the
 * hunks into pairs by what is seen most often in all of them (expectation–maximisation).
 *
 * @returns by pair, its substitutions, those marked that are unpaired; undefined for two texts that have too little in
 *   common, or are longer than five million code units together
 */
export function alignDocuments(
  pairs: Iterable<DocumentPair>,
  { entries = [] }: AlignmentOptions = {},
): (ParallelDocument | undefined)[] {
  const aligned: (ParallelDocument | undefined)[] = [];
  let numbers = new WordNumbers();
  let batch: (Comparison | undefined)[] = [];
  let size = 0;
  const finish = () => {
    const compared = batch.filter((comparison) => comparison !== undefined);
    const documents = alignBatch(compared, numbers, entries).values();
    for (const comparison of batch)
      aligned.push(comparison === undefined ? undefined : documents.next().value);
    numbers = new WordNumbers();
    batch = [];
    size = 0;
  };
  for (const pair of pairs) {
    const comparison = compare(pair, numbers);
    batch.push(comparison);
    size += comparison === undefined ? 0 : pair.spun.length + pair.original.length;
    if (size >= MOST_TEXT) finish();
  }
  finish();
  return aligned;
}

/** Finds where two documents differ; undefined where they are too long or have too little in common. */
function compare({ id, ...texts }: DocumentPair, numbers: WordNumbers): Comparison | undefined {
  if (texts.spun.length + texts.original.length > MOST_TEXT) return undefined;
  const spun = unitsOf(texts.spun, numbers);
  const original = unitsOf(texts.original, numbers);
  const hunks: Hunk[] = [];
  let shared = 0;
  for (const bead of alignSentences(spun, original)) {
    for (const piece of cutLong(spun, original, bead)) {
      const difference = findHunks(spun, original, piece);
      hunks.push(...(difference?.hunks ?? [piece]));
      shared += difference?.shared ?? 0;
    }
  }
  return shared < LEAST_SHARED * Math.min(spun.count, original.count)
    ? undefined
    : { id, spun, original, hunks };
}

function alignBatch(
  batch: readonly Comparison[],
  numbers: WordNumbers,
  entries: readonly DictionaryEntry[],
): ParallelDocument[] {
  const model = new SegmentModel(...countWords(batch, numbers));
  for (const entry of entries) {
    for (const { spun, standard } of expandEntry(entry)) {
      const sides = [spun, foldText(standard)].map((side) =>
        side.split(' ').map((word) => numbers.find(word)),
      );
      if (!sides.flat().includes(0)) model.offer(...(sides as [number[], number[]]));
    }
  }
  let cuts: (Cut | undefined)[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    cuts = batch.map(({ spun, original, hunks }, i) => {
      countKept(spun, hunks, model);
      return hunks.map((hunk, k) =>
        cutHunk(spun, original, hunk, model, { before: cuts[i]?.[k], sureness: SURENESS }),
      );
    });
    model.turn();
  }
  return batch.map(({ id, spun, original, hunks }, i) => {
    const segments = (cuts[i] ?? []).flatMap((cut) => cut?.segments ?? []);
    return { id, spun: spun.text, edits: substitutionsOf(spun, original, hunks, segments) };
  });
}

/** By number of a word, how often it stands in the texts, and the word itself. */
function countWords(batch: readonly Comparison[], numbers: WordNumbers): [Float64Array, string[]] {
  const frequencies = new Float64Array(numbers.size);
  const words = new Array<string>(numbers.size).fill('');
  for (const { text, count, word, start, end } of batch.flatMap(({ spun, original }) => [spun, original])) {
    for (let i = 0; i < count; i++) {
      const number = word[i] as number;
      if (frequencies[number] === 0) words[number] = foldText(text.slice(start[i], end[i]));
      frequencies[number] = (frequencies[number] as number) + 1;
    }
  }
  return [frequencies, words];
}

/** Counts the words outside the hunks, all of which were kept. */
function countKept(spun: Units, hunks: readonly Hunk[], model: SegmentModel): void {
  let next = 0;
  for (let i = 0; i < spun.count; i++) {
    while (next < hunks.length && (hunks[next] as Hunk).spunTo <= i) next++;
    if (i < (hunks[next]?.spunFrom ?? spun.count)) model.count(model.keptKey(spun.word[i] as number), 1);
  }
}
