import levenshtein from 'fast-levenshtein';
import { cutBlindly, cutIntoPieces, sharedEnd, sharedStart } from './pieces.js';
import type { WordNumbers } from './words.js';

/**
 * Largest product of lengths, in characters, compared at once: 16,000 with 16,000, which takes a twentieth of a second.
 * fast-levenshtein holds its table as bits, a column at a time, so memory is no matter.
 */
const MOST_CHARACTERS = 2 ** 28;
/** Characters to a word and its space, roughly, by which a limit in characters is one in words. */
const WORD_LENGTH = 8;
const SURROGATE = /[\ud800-\udfff]/;

/** How many characters (code points) a text has. */
export function countCharacters(text: string): number {
  if (!SURROGATE.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * The fewest characters (code points) to insert, drop and replace that turn one text into the other, both given as words with one
 * space between. Exact up to 16,000 characters or so; longer texts are cut at words that stand once in either.
 */
export function characterDistance(
  left: readonly string[],
  right: readonly string[],
  numbers: WordNumbers,
): number {
  const pieces = cutIntoPieces(
    numbers.numbersOf(left),
    numbers.numbersOf(right),
    MOST_CHARACTERS / WORD_LENGTH ** 2,
  );
  let distance = 0;
  for (const { leftFrom, leftTo, rightFrom, rightTo } of pieces) {
    distance += distanceOf(spaced(left, leftFrom, leftTo), spaced(right, rightFrom, rightTo));
  }
  return distance;
}

/** Words with the spaces between them, and the one that follows where a piece ends there. */
function spaced(words: readonly string[], from: number, to: number): string {
  const text = words.slice(from, to).join(' ');
  return from < to && to < words.length ? `${text} ` : text;
}

function distanceOf(left: string, right: string): number {
  if (left === right) return 0;
  const [a, b] = SURROGATE.test(left + right) ? oneUnitEach(left, right) : [left, right];
  const start = sharedStart(a, b);
  const end = sharedEnd(a, b, start);
  const middle = {
    leftFrom: start,
    leftTo: a.length - end,
    rightFrom: start,
    rightTo: b.length - end,
  };
  // Only words longer than any a person wrote make a piece too large here.
  return cutBlindly(middle, MOST_CHARACTERS).reduce(
    (sum, { leftFrom, leftTo, rightFrom, rightTo }) =>
      sum + levenshtein.get(a.slice(leftFrom, leftTo), b.slice(rightFrom, rightTo)),
    0,
  );
}

/** Two texts with each code point as one UTF-16 unit, as fast-levenshtein compares units. */
function oneUnitEach(left: string, right: string): [string, string] {
  const units = new Map<string, number>();
  const renamed = (text: string): string => {
    const renamedParts: string[] = [];
    for (const character of text) {
      const unit = units.get(character) ?? units.size;
      units.set(character, unit);
      // More than 65,536 different characters begin anew: no writing has so many, and a piece hardly more.
      renamedParts.push(String.fromCharCode(unit));
    }
    return renamedParts.join('');
  };
  return [renamed(left), renamed(right)];
}
