import { isLetter, isUpper } from '../../text/characters.js';

/** Words longer than this are no words of English: hashes, base64, text without any blanks. */
export const LONGEST_WORD = 48;

/** What the document knows of its words. Humps are the parts of a word that begin with a capital: `You` and `Tube`. */
export interface Humps {
  /** How often each hump stands in the document, exactly as written. */
  readonly count: ReadonlyMap<string, number>;
  /** How often each word of several humps does. */
  readonly joined: ReadonlyMap<string, number>;
  /** Capitalised first humps that stand inside a sentence: names. */
  readonly names: ReadonlySet<string>;
}

/** Whether a hump begins at `i`, inside a word: after a small letter, or as the last of several capitals (US|The). */
export function isHumpBorder(text: string, i: number): boolean {
  if (!isUpper(text.charCodeAt(i)) || i === 0) return false;
  const before = text.charCodeAt(i - 1);
  if (!isLetter(before)) return false;
  return !isUpper(before) || isSmall(text.charCodeAt(i + 1));
}

/** Whether the code unit is a small letter of an alphabet that has capitals. */
export function isSmall(code: number): boolean {
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  return code < 0x530 && isLetter(code) && !isUpper(code);
}

/**
 * Counts the humps of a document. Parting a word at a hump changes neither counts nor names, and so a second repair
 * finds the same evidence as the first.
 */
export function countHumps(text: string): Humps {
  const count = new Map<string, number>();
  const joined = new Map<string, number>();
  const names = new Set<string>();
  for (let i = 0; i < text.length; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    while (i < text.length && isLetter(text.charCodeAt(i))) i++;
    if (i - start > LONGEST_WORD) continue;
    let from = start;
    for (let k = start + 1; k <= i; k++) {
      if (k < i && !isHumpBorder(text, k)) continue;
      const hump = text.slice(from, k);
      add(count, hump);
      if (from === start && isUpper(text.charCodeAt(start)) && isInsideSentence(text, start)) names.add(hump);
      if (k === i && from > start) add(joined, text.slice(start, i));
      from = k;
    }
  }
  return { count, joined, names };
}

function add(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Whether a small letter and one blank stand before `start`; a comma may stand between. */
function isInsideSentence(text: string, start: number): boolean {
  if (start < 2 || text.charCodeAt(start - 1) !== 0x20) return false;
  const before = text.charCodeAt(start - 2);
  return isSmall(before) || (before === 0x2c && isSmall(text.charCodeAt(start - 3)));
}
