import { wordsOf } from './block-phrases.js';
import { dateLine } from './dates.js';
import type { LayoutWords } from './layout-words.js';
import { areNames } from './names.js';

const LONGEST_BYLINE = 140;

/** What a byline begins with; the rest of it are names, and what follows these. */
const OPENINGS = ['By ', 'BY ', 'Written by ', 'Story by ', 'Words by ', 'Text by ', 'From our '];

/**
 * Whether a line names the author of the article: “By Jane Roe and John Doe, Associated Press”, “By Jane Roe in Doha”.
 * The line must be names, jobs, places and dates to its end.
 */
export function isByline(line: string, words: LayoutWords): boolean {
  if (line.length > LONGEST_BYLINE) return false;
  const opening = OPENINGS.find((each) => line.startsWith(each));
  if (opening === undefined || !endsByline(line)) return false;
  const [first = '', ...tail] = partsOfByline(line.slice(opening.length));
  return areNames(first) && tail.every((part) => followsNames(part, words));
}

/** Whether a line ends as bylines do: without a stop, but for that of an abbreviation. */
export function endsByline(line: string): boolean {
  return !/[.?!:…]$/.test(line.replace(/ (?:Jr|Sr|Inc)\.$/, ''));
}

/** What a byline consists of: names first, then what follows them. */
export function partsOfByline(line: string): string[] {
  return line.split(/ [|–—-] | in | at | for |,/).map((part) => part.trim());
}

/** Whether a part of a byline is an office, a place, an agency or a date. */
export function followsNames(part: string, { byKind }: LayoutWords): boolean {
  if (part === '') return false;
  if (areNames(part.replace(/^and /, ''))) return true;
  const words = wordsOf(part, 0, part.length);
  if (dateLine(words) !== undefined) return true;
  return words.every(
    ({ text, start }) =>
      byKind.job.has(text) ||
      text === 'of' ||
      text === 'the' ||
      text === 'and' ||
      /[A-Z\d]/.test(part.charAt(start)),
  );
}
