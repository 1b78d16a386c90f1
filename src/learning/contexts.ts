import stemmers from 'natural/lib/natural/stemmers/index.js';
import { foldText } from '../text/characters.js';
import type { ParallelDocument } from './parallel.js';

/** A place in the spun half of a parallel document. */
export interface Occurrence {
  readonly document: ParallelDocument;
  readonly start: number;
  readonly end: number;
}

/** Share of a form's places from which on a reading needs no parting: a clause would lose more than it keeps out. */
const CLEAR_SHARE = 0.8;
/** Places that a word stands at, at least, to be believed. */
const LEAST_SUPPORT = 3;
/** How likely a word that parts the readings may do so by chance, at most; small, as many words are tried. */
const MOST_CHANCE = 0.01;
/** Share of a word's places that the reading has at least. */
const LEAST_PURITY = 0.8;
/** Share of the reading's places that a clause has to hold at, as the entry is lost at the others. */
const LEAST_COVER = 0.5;
const MOST_WORDS = 6;
/** How far words count as near, in words on either side; as in dictionary/context.ts. */
const WINDOW = 12;
/** How much text on either side holds that many words, in code units. */
const REACH = 120;

/**
 * A clause of a dictionary's `when` that parts one reading of a spun form from the others: words right before or after
 * it, or, where those do not part them, words near it. Empty where the reading is much the commonest, and where
 * no clause is found that holds at half of its places and can hardly be there by chance.
 */
export function contextClauses(mine: readonly Occurrence[], others: readonly Occurrence[]): string {
  if (mine.length >= CLEAR_SHARE * (mine.length + others.length)) return '';
  for (const [key, wordsOf] of [
    ['after', (occurrence: Occurrence) => wordsBefore(occurrence).slice(-1)],
    ['before', (occurrence: Occurrence) => wordsAfter(occurrence).slice(0, 1)],
    [
      'near',
      (occurrence: Occurrence) => [...wordsBefore(occurrence), ...wordsAfter(occurrence)].filter(isContent),
    ],
  ] as const) {
    const words = partingWords(mine.map(wordsOf), others.map(wordsOf));
    if (words.length > 0) return `${key}: ${words.join(', ')}`;
  }
  return '';
}

/** Words that stand with one reading and hardly with the others, by stem; commonest first. */
function partingWords(mine: readonly string[][], others: readonly string[][]): string[] {
  const share = mine.length / (mine.length + others.length);
  const myPlaces = placesByStem(mine);
  const otherPlaces = placesByStem(others);
  const parting = [...myPlaces]
    .map(([stem, { word, places }]) => ({ word, places, other: otherPlaces.get(stem)?.places.length ?? 0 }))
    .filter(({ places: { length: count }, other }) => {
      const all = count + other;
      if (count < LEAST_SUPPORT || count < LEAST_PURITY * all) return false;
      return chanceOf(count, all, share) <= MOST_CHANCE;
    })
    .sort((a, b) => b.places.length - a.places.length || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
  const covered = new Set(parting.flatMap(({ places }) => places));
  return covered.size >= LEAST_COVER * mine.length ? parting.map(({ word }) => word) : [];
}

/** By stem, a word that has it and the numbers of the places where it stands. */
function placesByStem(wordsAt: readonly string[][]): Map<string, { word: string; places: number[] }> {
  const found = new Map<string, { word: string; places: number[] }>();
  for (const [place, words] of wordsAt.entries()) {
    for (const word of words) {
      const stem = stemmers.PorterStemmer.stem(word);
      const known = found.get(stem);
      if (known === undefined) found.set(stem, { word, places: [place] });
      else if (known.places.at(-1) !== place) known.places.push(place);
    }
  }
  return found;
}

/** Probability that `count` or more of `all` places are the reading's if each is with probability `share`: binomial. */
function chanceOf(count: number, all: number, share: number): number {
  let chance = 0;
  for (let k = count, ways = binomial(all, count); k <= all; ways = (ways * (all - k)) / (k + 1), k++)
    chance += ways * share ** k * (1 - share) ** (all - k);
  return chance;
}

function binomial(all: number, count: number): number {
  let ways = 1;
  for (let k = 1; k <= all - count; k++) ways = (ways * (count + k)) / k;
  return ways;
}

/** The words before a place, as far as `near` looks; folded. */
export function wordsBefore({ document, start }: Occurrence): string[] {
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
