import levenshtein from 'fast-levenshtein';
import type { PageLine } from './page-lines.js';

/** Letters in which readings of one head may differ, as a share of the longer one's. */
const MOST_DIFFERENT = 0.25;
/** Different heads that a line is compared with. */
const MOST_HEADS = 40;
/** Comparisons letter by letter in one text; beyond them only what is the same is one head. */
const MOST_COMPARISONS = 20_000;
const LETTERS = 26;

interface Head {
  readonly key: string;
  readonly letters: Uint8Array;
  readonly lines: PageLine[];
}

/** Lines that say the same but for their numbers and what was misread, each group in the order of the text. */
export function clusterLines(lines: readonly PageLine[]): PageLine[][] {
  const heads: Head[] = [];
  const byKey = new Map<string, Head>();
  const counts = new Map<string, number>();
  for (const { key } of lines) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
  // What is read alike most often is what is printed, so it is what others are compared with.
  const keys = [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number));
  let comparisons = 0;
  for (const key of keys) {
    const letters = lettersOf(key);
    let found: Head | undefined;
    for (let i = 0; i < heads.length && i < MOST_HEADS && comparisons < MOST_COMPARISONS; i++) {
      const head = heads[i] as Head;
      const most = Math.floor(MOST_DIFFERENT * Math.max(key.length, head.key.length));
      if (leastDistance(letters, head.letters) > most) continue;
      comparisons++;
      if (levenshtein.get(key, head.key) > most) continue;
      found = head;
      break;
    }
    if (found === undefined) {
      found = { key, letters, lines: [] };
      heads.push(found);
    }
    byKey.set(key, found);
  }
  for (const line of lines) byKey.get(line.key)?.lines.push(line);
  return heads.filter(({ lines }) => lines.length > 1).map(({ lines }) => lines);
}

/** How often a text has each letter. */
function lettersOf(key: string): Uint8Array {
  const letters = new Uint8Array(LETTERS);
  for (let i = 0; i < key.length; i++) {
    const letter = (key.charCodeAt(i) - 0x61) % LETTERS;
    if (letter >= 0) letters[letter] = Math.min(255, (letters[letter] as number) + 1);
  }
  return letters;
}

/** Fewest letters that must be changed to come from one to the other; quick to tell. */
function leastDistance(a: Uint8Array, b: Uint8Array): number {
  let more = 0;
  let less = 0;
  for (let i = 0; i < LETTERS; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference > 0) more += difference;
    else less -= difference;
  }
  return Math.max(more, less);
}
