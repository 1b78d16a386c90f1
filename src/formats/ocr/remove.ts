import type { OcrFormat, SourcePage } from './format.js';
import { spliceRuns } from './runs.js';
import { type Range, removal, type Splice } from './splices.js';
import { lettersOf, type OcrWord } from './words.js';

/**
 * Takes words out: their elements with the space beside each. The first of a line of which no word is left stays with its box, empty,
 * as a line without words is not valid everywhere.
 */
export function removeWords({ source, words, format }: SourcePage, removed: readonly OcrWord[]): Splice[] {
  if (removed.length === 0) return [];
  const left = new Map<number, number>();
  for (const { line } of words) left.set(line, (left.get(line) ?? 0) + 1);
  for (const { line } of removed) left.set(line, (left.get(line) as number) - 1);
  const splices: Splice[] = [];
  const goneSpaces = new Set<Range>();
  for (const word of [...removed].sort((a, b) => a.start - b.start)) {
    const { element, line } = word;
    const isLast = left.get(line) === 0;
    if (element === undefined || isLast) {
      splices.push(...clear(source, word, format));
      if (isLast) left.set(line, 1);
      continue;
    }
    splices.push(removal(source, element));
    const space = [element.spaceBefore, element.spaceAfter].find(
      (space) => space !== undefined && !goneSpaces.has(space),
    );
    if (space === undefined) continue;
    goneSpaces.add(space);
    splices.push(removal(source, space));
  }
  return splices;
}

/** Takes the letters of a word out, with the blanks before it where it shares its element. */
function clear(source: string, word: OcrWord, format: OcrFormat): Splice[] {
  const start = (word.runs[0] as Range).start;
  const end = (word.runs.at(-1) as Range).end;
  if (word.element === undefined && !source.slice(start, end).includes('<'))
    return [removal(source, { start, end })];
  return spliceRuns(word.runs, [{ start: 0, end: lettersOf(word).length, text: '' }], format.escape);
}
