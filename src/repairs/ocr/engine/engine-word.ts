import type { Edit } from '../../../text/edit.js';

/** What an OCR engine said of a word that it read. */
export interface EngineWord {
  /** First UTF-16 offset of the word in the text. */
  readonly start: number;
  /** Offset after its last one; a hyphen at the end of a line belongs to the word before it. */
  readonly end: number;
  /** How sure the engine was of the word, 0 to 1; engines differ in what they call sure. */
  readonly confidence?: number;
  /** What else the engine took it for, likeliest first. */
  readonly alternatives?: readonly string[];
}

/**
 * The words where they stand after edits of their text. Of a word that an edit has changed the engine has said nothing: it is
 * left out.
 *
 * @param words in any order, some perhaps with offsets that are none: those are left out too
 * @param edits sorted and disjoint
 */
export function wordsAfter(words: readonly EngineWord[], edits: readonly Edit[]): EngineWord[] {
  const after: EngineWord[] = [];
  let shift = 0;
  let next = 0;
  for (const word of words.filter(hasPlace).sort((a, b) => a.start - b.start)) {
    const { start, end } = word;
    for (; next < edits.length && (edits[next] as Edit).end <= start; next++) {
      const { original, replacement } = edits[next] as Edit;
      shift += replacement.length - original.length;
    }
    const edit = edits[next];
    if (edit === undefined || edit.start >= end)
      after.push(shift === 0 ? word : { ...word, start: start + shift, end: end + shift });
  }
  return after;
}

function hasPlace({ start, end }: EngineWord): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end;
}
