import { isBlank, isDigit, isLetter } from '../../../text/characters.js';

/** Marks that dirt on a page is read as. */
const DIRT = '_.,~\'‘’`^|:;"“”-–—°·•*!\\/«»';
/** Those of them that people hardly ever write between blanks. */
const RARE = "_~'‘’`^|°·,\\";
/** Longer lines are rows of something. */
const LONGEST = 80;
/** Fewest marks of different kinds in a line, of which so many are rare ones; and fewest pieces between blanks. */
const FEWEST_KINDS = 3;
const FEWEST_RARE = 2;
const FEWEST_PIECES = 3;
const LONGEST_PIECE = 2;
const WIDEST_GAP = 2;
/** A line of so many marks is junk where another line surely is. */
const SHORT = 3;

/** How much a line looks like specks that were read as marks: surely, where another line surely does, or not at all. */
export function junkiness(text: string, from: number, to: number): 'sure' | 'likely' | undefined {
  if (to - from > LONGEST) return undefined;
  const kinds = new Set<string>();
  let pieces = 0;
  let letters = 0;
  for (let i = from; i < to; ) {
    const gap = i;
    while (i < to && isBlank(text.charCodeAt(i))) i++;
    // Drawings of letters are set in columns.
    if (i - gap > WIDEST_GAP) return undefined;
    const start = i;
    while (i < to && !isBlank(text.charCodeAt(i))) {
      const code = text.charCodeAt(i);
      if (isLetter(code)) letters++;
      else if (isDigit(code) || !DIRT.includes(text.charAt(i))) return undefined;
      else kinds.add(text.charAt(i));
      i++;
    }
    if (i - start > LONGEST_PIECE) return undefined;
    pieces++;
  }
  const rare = [...kinds].filter((kind) => RARE.includes(kind)).length;
  if (pieces >= FEWEST_PIECES && kinds.size >= FEWEST_KINDS && rare >= FEWEST_RARE && 2 * letters <= pieces)
    return 'sure';
  return letters === 0 && rare > 0 && to - from <= SHORT ? 'likely' : undefined;
}
