import { breakWord } from './broken-word.js';
import { distance } from './distance.js';

/** How many words that stand on the page became how many words. */
export interface Move {
  readonly from: number;
  readonly to: number;
}

/** A word and its line. */
interface LineWord {
  readonly text: string;
  readonly line: number;
}

/** Words on either side, and code units of them, beyond which no alignment is looked for: it takes their product. */
const MOST_WORDS = 60;
const MOST_LENGTH = 1500;
/** Words that one word is parted into, or that are joined into one. */
const MOST_PARTS = 8;
/** What each word more or less costs, in letters. */
const PART_COST = 0.5;
/** What a word costs that goes, beside its letters: words that were replaced together are rather joined, for the box around all. */
const REMOVAL_COST = 1;
/** Letters in which a word joined over a line end may differ from its parts, of each letter of it. */
const MOST_BROKEN = 0.5;

/**
 * Which words of a page became which: word by word, one parted, some joined, or one that went. Words are joined over one line end at
 * most, and only where the new word is made of their letters. Undefined where there are too many to tell.
 */
export function alignWords(before: readonly LineWord[], after: readonly string[]): Move[] | undefined {
  if (before.length > MOST_WORDS || after.length > MOST_WORDS || lengthOf(before, after) > MOST_LENGTH)
    return before.length === after.length ? before.map(() => ({ from: 1, to: 1 })) : undefined;
  const width = after.length + 1;
  const costs = new Float64Array((before.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const moves: (Move | undefined)[] = [];
  costs[0] = 0;
  for (let i = 0; i <= before.length; i++) {
    for (let j = 0; j <= after.length; j++) {
      const cost = costs[i * width + j] as number;
      if (cost === Number.POSITIVE_INFINITY) continue;
      const reach = (from: number, to: number, more: number): void => {
        const place = (i + from) * width + j + to;
        if (cost + more >= (costs[place] as number)) return;
        costs[place] = cost + more;
        moves[place] = { from, to };
      };
      const word = before[i];
      if (word === undefined) continue;
      reach(1, 0, word.text.length + REMOVAL_COST);
      for (let to = 1; to <= MOST_PARTS && j + to <= after.length; to++)
        reach(1, to, distance(word.text, after.slice(j, j + to).join('')) + PART_COST * (to - 1));
      const target = after[j];
      if (target === undefined) continue;
      for (let from = 2; from <= MOST_PARTS && i + from <= before.length; from++)
        reach(from, 1, joinCost(before.slice(i, i + from), target) + PART_COST * (from - 1));
    }
  }
  return traceBack(moves, before.length, after.length, width);
}

function traceBack(
  moves: readonly (Move | undefined)[],
  rows: number,
  columns: number,
  width: number,
): Move[] | undefined {
  const path: Move[] = [];
  let [i, j] = [rows, columns];
  while (i > 0 || j > 0) {
    const move = moves[i * width + j];
    if (move === undefined) return undefined;
    path.push(move);
    i -= move.from;
    j -= move.to;
  }
  return path.reverse();
}

function joinCost(words: readonly LineWord[], target: string): number {
  // A word that stands there already stays as it is, and those beside it are deleted.
  if (words.some(({ text }) => text === target)) return Number.POSITIVE_INFINITY;
  const border = words.findIndex(({ line }) => line !== words[0]?.line);
  if (border < 0) return distance(joined(words), target);
  const first = words.slice(0, border);
  const second = words.slice(border);
  if (second.at(-1)?.line !== second[0]?.line) return Number.POSITIVE_INFINITY;
  const broken = breakWord(joined(first), joined(second), target);
  if (broken === undefined || broken.distance > target.length * MOST_BROKEN) return Number.POSITIVE_INFINITY;
  return broken.distance;
}

function joined(words: readonly LineWord[]): string {
  return words.map(({ text }) => text).join('');
}

function lengthOf(before: readonly LineWord[], after: readonly string[]): number {
  let length = 0;
  for (const { text } of before) length += text.length;
  for (const text of after) length += text.length;
  return length;
}
