import stemmers from 'natural/lib/natural/stemmers/index.js';
import { foldText } from '../text/characters.js';
import type { ParallelDocument } from './parallel.js';

/** A place in the spun half of a parallel document. */
export interface Occurrence {
  readonly document: ParallelDocument;
  readonly start: number;
  readonly end: number;
}

/** A word must part the readings this often to be believed. */
const LEAST_SUPPORT = 2;
const MOST_WORDS = 6;
/** How far words count as near, in words on either side; as in dictionary/context.ts. */
const WINDOW = 12;
/** How much text on either side holds that many words, in code units. */
const REACH = 120;

/**
 * Clauses of a dictionary's `when` that hold for one reading of a spun form and never for the others: words right before or
 * after it, or, where those do not part them, words near it. Empty where the readings need no parting or none is found.
 */
export function contextClauses(mine: readonly Occurrence[], others: readonly Occurrence[]): string {
  if (others.length === 0) return '';
  for (const [key, wordsOf] of [
    ['after', (occurrence: Occurrence) => wordsBefore(occurrence).slice(-1)],
    ['before', (occurrence: Occurrence) => wordsAfter(occurrence).slice(0, 1)],
    [
      'near',
      (occurrence: Occurrence) => [...wordsBefore(occurrence), ...wordsAfter(occurrence)].filter(isContent),
    ],
  ] as const) {
    const words = partingWords(mine, others, wordsOf);
    if (words.length > 0) return `${key}: ${words.join(', ')}`;
  }
  return '';
}

/** Words that stand with one reading again and again and never with the others, by stem; commonest first. */
function partingWords(
  mine: readonly Occurrence[],
  others: readonly Occurrence[],
  wordsOf: (occurrence: Occurrence) => string[],
): string[] {
  const excluded = new Set(others.flatMap(wordsOf).map((word) => stemmers.PorterStemmer.stem(word)));
  const counts = new Map<string, { word: string; count: number }>();
  for (const occurrence of mine) {
    for (const word of new Set(wordsOf(occurrence))) {
      const stem = stemmers.PorterStemmer.stem(word);
      if (excluded.has(stem)) continue;
      const known = counts.get(stem);
      if (known === undefined) counts.set(stem, { word, count: 1 });
      else known.count++;
    }
  }
  return [...counts.values()]
    .filter(({ count }) => count >= LEAST_SUPPORT)
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

function wordsBefore({ document, start }: Occurrence): string[] {
  return wordsIn(document.spun.slice(Math.max(0, start - REACH), start)).slice(-WINDOW);
}

function wordsAfter({ document, end }: Occurrence): string[] {
  return wordsIn(document.spun.slice(end, end + REACH)).slice(0, WINDOW);
}

function wordsIn(text: string): string[] {
  return foldText(text).match(/[a-z][a-z'-]*/g) ?? [];
}

/** Function words are near everything. */
function isContent(word: string): boolean {
  return (
    word.length > 3 &&
    !/^(?:that|this|with|from|have|will|been|were|they|their|which|would|also|into|more|than)$/.test(word)
  );
}
