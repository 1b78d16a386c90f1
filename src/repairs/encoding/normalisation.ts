import type { Finding } from '../finding.js';

const MARK = /^\p{M}$/u;
/** A letter has so many marks at most: Vietnamese and Lithuanian have two, transcriptions of speech too. */
const MOST_MARKS = 2;

/**
 * Finds letters that are written as a letter and a mark where one character is (Unicode's normal form C), and heaps of marks:
 * one mark twice on a letter, or more than two that no character has.
 */
export function findNormalisation(text: string): Finding[] {
  const isNormal = text.normalize('NFC') === text;
  if (isNormal && !hasHeap(text)) return [];
  const found: Finding[] = [];
  for (let start = 0; start < text.length; ) {
    let end = next(text, start);
    if (text.charCodeAt(start) < 0x300 && (end >= text.length || text.charCodeAt(end) < 0x300)) {
      start = end;
      continue;
    }
    while (end < text.length && goesOn(text, end)) end = next(text, end);
    if (end - start > 1 || text.charCodeAt(start) >= 0x300) {
      const original = text.slice(start, end);
      const finding = end - start > 2 ? unheaped(original) : undefined;
      const replacement = finding ?? original.normalize('NFC');
      if (replacement !== original) {
        const isHeap = finding !== undefined;
        found.push({
          start,
          end,
          replacement,
          rule: isHeap ? 'heaped-marks' : 'normal-form',
          confidence: isHeap ? 0.93 : 0.99,
          because: isHeap ? 'more marks than a letter has' : 'one character in normal form C (NFC)',
        });
      }
    }
    start = end;
  }
  return found;
}

/** Marks of Latin, Greek and Cyrillic letters, and of symbols, which may be heaped on any letter. */
function isHeapable(code: number): boolean {
  if (code < 0x300) return false;
  return (
    code < 0x370 ||
    (code >= 0x483 && code <= 0x489) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe20 && code <= 0xfe2f)
  );
}

/** Whether two such marks stand side by side anywhere. */
function hasHeap(text: string): boolean {
  let before = false;
  for (let i = 0; i < text.length; i++) {
    const is = isHeapable(text.charCodeAt(i));
    if (is && before) return true;
    before = is;
  }
  return false;
}

function next(text: string, i: number): number {
  const code = text.charCodeAt(i);
  return code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? i + 2 : i + 1;
}

/** Whether a character belongs to the one before it: a mark, or a vowel or final of Hangul. */
function goesOn(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 0x300) return false;
  if (code < 0x370 || (code >= 0x1160 && code <= 0x11ff)) return true;
  if (code >= 0x2010 && code < 0x20d0) return false;
  if ((code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xd800)) return false;
  return MARK.test(String.fromCodePoint(text.codePointAt(i) as number));
}

/** A letter without the marks that are heaped on it; undefined where it has no more than it may have. */
function unheaped(cluster: string): string | undefined {
  const [base = '', ...marks] = cluster;
  const kept: string[] = [];
  for (const mark of marks) {
    if (isHeapable(mark.charCodeAt(0)) && kept.at(-1) === mark) continue;
    kept.push(mark);
  }
  const heap = kept.filter((mark) => isHeapable(mark.charCodeAt(0)));
  if (kept.length === marks.length && heap.length <= MOST_MARKS) return undefined;
  if (heap.length <= MOST_MARKS) return (base + kept.join('')).normalize('NFC');
  // What makes a character of its own with the letter stays, up to the first that does not; the rest of the heap goes.
  let letter = base.normalize('NFC');
  let isOpen = letter.length === 1;
  let others = '';
  for (const mark of kept) {
    const composed = (letter + mark).normalize('NFC');
    isOpen &&= composed.length === 1;
    if (isOpen) letter = composed;
    else if (!isHeapable(mark.charCodeAt(0))) others += mark;
  }
  return (letter + others).normalize('NFC');
}
