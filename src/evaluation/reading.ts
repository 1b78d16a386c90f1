/*
 * How texts are compared when they are scored. The reference is a Python program, so blanks, letters and digits are what
 * Python's `re` and `str` take them for: U+0085 and U+001C to U+001F are blanks there, U+FEFF is none.
 */

const BLANK = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** The text as far as scoring tells readings apart: lower case, straight quotes, runs of blanks as one space, none at the ends. */
export function normaliseReading(text: string): string {
  const spaced = text
    .replace(/[’‘]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(new RegExp(`[${BLANK}]+`, 'g'), ' ');
  const start = spaced.startsWith(' ') ? 1 : 0;
  const end = spaced.length > start && spaced.endsWith(' ') ? -1 : undefined;
  return spaced.slice(start, end).toLowerCase();
}

/** The words of a text, parted by blanks. */
function wordsOf(text: string): string[] {
  return text.match(new RegExp(`[^${BLANK}]+`, 'g')) ?? [];
}

/** How many words a text has, parted by blanks. */
export function countWords(text: string): number {
  return wordsOf(text).length;
}

/**
 * The words of a text that is to be compared with what was printed: in Unicode NFC, however its lines were broken. A hyphen at the
 * end of a line is closed up to the next line, as nobody can tell from the print alone that it does not belong; the sign ¬ that some
 * OCR writes for it vanishes.
 */
export function printedWords(text: string): string[] {
  const unbroken = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00ac\n', '')
    .replaceAll('-\n', '-');
  return wordsOf(unbroken);
}

/** The tokens that the word error rate compares: words with inner apostrophes, dots and hyphens, and single marks; lower case. */
export function scoringTokens(text: string): string[] {
  const lower = text.toLowerCase();
  // Words are put together by hand from pieces of bounded length: a pattern for whole words overflows the stack on long ones.
  const piece = new RegExp(`([\\p{L}\\p{N}]{1,500})|[^\\p{L}\\p{N}_${BLANK}]`, 'gu');
  const tokens: string[] = [];
  let start = -1;
  let end = -1;
  let joined = false;
  const closeWord = (): void => {
    if (start >= 0) tokens.push(lower.slice(start, end));
    if (joined) tokens.push(lower.charAt(end));
    start = -1;
    joined = false;
  };
  for (const match of lower.matchAll(piece)) {
    const at = match.index;
    const letters = match[1];
    if (letters === undefined) {
      if (start >= 0 && at === end && !joined && "'’.-".includes(match[0])) {
        joined = true;
        continue;
      }
      closeWord();
      tokens.push(match[0]);
    } else {
      if (start < 0 || at !== (joined ? end + 1 : end)) {
        closeWord();
        start = at;
      }
      joined = false;
      end = at + letters.length;
    }
  }
  closeWord();
  return tokens;
}
