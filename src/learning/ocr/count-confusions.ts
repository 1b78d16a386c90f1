import { alignLetters, type Hunk } from '../../text/align-letters.js';
import { cutPages } from './pieces.js';

/** A true text and what OCR made of it. */
export interface ReadText {
  readonly truth: string;
  readonly seen: string;
}

/** How often what was read as what. */
export interface ConfusionCounts {
  /** By `truth TAB seen`. */
  readonly confusions: ReadonlyMap<string, number>;
  /** How often each string of one to three characters stands in the true texts; '' counts places between characters. */
  readonly truths: ReadonlyMap<string, number>;
  /** Pieces of texts that were counted, and that were left out as too long to align or too unlike to be the same text. */
  readonly pieces: number;
  readonly unlike: number;
}

/** Longest confusion that is taken as one, in characters of either side; longer ones are damage, not confusion. */
const LONGEST = 3;
/** Share of characters that differ from which on two texts are not the same, misread, but others. */
const MOST_UNLIKE = 0.5;

/** Counts the confusions of true texts and their readings, aligned letter by letter; blanks of any kind count as one space. */
export function countConfusions(texts: Iterable<ReadText>): ConfusionCounts {
  const confusions = new Map<string, number>();
  const truths = new Map<string, number>();
  let pieces = 0;
  let unlike = 0;
  for (const text of texts) {
    for (const { truth, seen } of cutPages(foldBlanks(text.truth), foldBlanks(text.seen))) {
      const hunks = alignLetters(truth, seen);
      if (hunks === undefined || sizeOf(hunks) > MOST_UNLIKE * Math.max(truth.length, seen.length)) {
        unlike++;
        continue;
      }
      pieces++;
      add(truths, '', truth.length + 1);
      for (let n = 1; n <= LONGEST; n++) {
        for (let i = 0; i + n <= truth.length; i++) add(truths, truth.slice(i, i + n), 1);
      }
      for (const hunk of hunks) {
        for (const [from, to] of partsOf(hunk)) add(confusions, `${from}\t${to}`, 1);
      }
    }
  }
  return { confusions, truths, pieces, unlike };
}

/** A short hunk whole; of a long one, letter by letter. */
function partsOf({ truth, seen }: Hunk): [string, string][] {
  const longest = Math.max(truth.length, seen.length);
  if (truth.length + seen.length <= LONGEST + 1 && longest <= LONGEST) return [[truth, seen]];
  return Array.from({ length: longest }, (_, i) => [truth.charAt(i), seen.charAt(i)]);
}

/** Characters that differ. */
function sizeOf(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { truth, seen }) => sum + Math.max(truth.length, seen.length), 0);
}

function foldBlanks(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function add(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
