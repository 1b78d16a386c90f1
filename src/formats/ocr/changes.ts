import type { Edit } from '../../text/edit.js';
import { applyEdits } from '../../text/edits.js';
import { alignWords } from './align.js';
import { breakWord } from './broken-word.js';
import { type Piece, pieceBetween } from './runs.js';
import type { OcrWord } from './words.js';

/** Why an edit is not written into a page. */
export type UnwrittenReason =
  /** It changes nothing but blanks and line breaks; the page keeps its lines. */
  | 'structure'
  /** There is no word where it inserts one. */
  | 'no word'
  /** It changes so many words into others that which became which cannot be told. */
  | 'too much'
  /** It holds characters that no XML can: controls, lone surrogates. */
  | 'characters'
  /** It joins words over a line end that have no elements of their own to say so. */
  | 'no element';

/** An edit that is not written into a page. */
export interface UnwrittenEdit {
  readonly edit: Edit;
  readonly reason: UnwrittenReason;
}

/** What becomes of words of a page. */
export type Change =
  | { readonly kind: 'replace'; readonly word: OcrWord; readonly pieces: readonly Piece[] }
  | { readonly kind: 'split'; readonly word: OcrWord; readonly texts: readonly string[] }
  | { readonly kind: 'join'; readonly words: readonly OcrWord[]; readonly text: string }
  | { readonly kind: 'remove'; readonly word: OcrWord }
  | JoinOverLines;

/** Words at the end of one line and at the beginning of the next that are one. */
export interface JoinOverLines {
  readonly kind: 'join over lines';
  readonly first: readonly OcrWord[];
  readonly second: readonly OcrWord[];
  /** What stands on the lines, without hyphen. */
  readonly firstText: string;
  readonly secondText: string;
  /** Whether the word has a hyphen of its own at the break. */
  readonly hyphenated: boolean;
  readonly text: string;
}

/** Changes that edits make together. */
export interface ChangeGroup {
  readonly edits: readonly Edit[];
  readonly changes: readonly Change[];
}

/** Which words of a page edits of its text change, and how. Takes time linear in the words and edits. */
export function planChanges(
  text: string,
  words: readonly OcrWord[],
  edits: readonly Edit[],
): { readonly groups: readonly ChangeGroup[]; readonly unwritten: readonly UnwrittenEdit[] } {
  const groups: ChangeGroup[] = [];
  const unwritten: UnwrittenEdit[] = [];
  for (const { edits: together, from, to } of groupEdits(words, edits)) {
    const plan = planGroup(text, words.slice(from, to), together);
    if (typeof plan === 'string') unwritten.push(...together.map((edit) => ({ edit, reason: plan })));
    else groups.push({ edits: together, changes: plan });
  }
  return { groups, unwritten };
}

interface Group {
  readonly edits: Edit[];
  /** Numbers of the words that they touch. */
  readonly from: number;
  to: number;
}

/** Edits that touch a word together; a word is touched where an edit begins or ends right beside it, too. */
function groupEdits(words: readonly OcrWord[], edits: readonly Edit[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (const edit of edits) {
    while (from < words.length && (words[from] as OcrWord).end < edit.start) from++;
    let to = from;
    while (to < words.length && (words[to] as OcrWord).start <= edit.end) to++;
    const last = groups.at(-1);
    if (last !== undefined && from < last.to) {
      last.edits.push(edit);
      last.to = Math.max(last.to, to);
    } else groups.push({ edits: [edit], from, to });
    // The next edit may touch the last word of this one.
    from = Math.max(from, to - 1);
  }
  return groups;
}

function planGroup(
  text: string,
  words: readonly OcrWord[],
  edits: readonly Edit[],
): Change[] | UnwrittenReason {
  if (edits.some(({ replacement }) => !isWritable(replacement))) return 'characters';
  const after = repairedWords(text, words, edits);
  const [only] = words;
  if (only === undefined) return after.length === 0 ? 'structure' : 'no word';
  if (words.length === after.length && words.every((word, i) => word.text === after[i])) return 'structure';
  if (words.length === 1 && after.length === 1) {
    return [
      { kind: 'replace', word: only, pieces: piecesOf(only, edits) ?? piecesTo(only, after[0] as string) },
    ];
  }
  const moves = alignWords(words, after);
  if (moves === undefined) return 'too much';
  const changes: Change[] = [];
  let i = 0;
  let j = 0;
  for (const { from, to } of moves) {
    const change = changeOf(words.slice(i, i + from), after.slice(j, j + to));
    if (change !== undefined) changes.push(change);
    i += from;
    j += to;
  }
  return changes;
}

/** The words that stand after edits where some words stood. */
function repairedWords(text: string, words: readonly OcrWord[], edits: readonly Edit[]): string[] {
  const start = Math.min(words[0]?.start ?? text.length, (edits[0] as Edit).start);
  const end = Math.max(words.at(-1)?.end ?? 0, (edits.at(-1) as Edit).end);
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(text.slice(start, end), moved)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function changeOf(words: readonly OcrWord[], texts: readonly string[]): Change | undefined {
  const word = words[0] as OcrWord;
  const text = texts[0];
  if (text === undefined) return { kind: 'remove', word };
  if (texts.length > 1) return { kind: 'split', word, texts };
  if (words.length === 1)
    return word.text === text ? undefined : { kind: 'replace', word, pieces: piecesTo(word, text) };
  const first = words.filter(({ line }) => line === word.line);
  if (first.length === words.length) return { kind: 'join', words, text };
  const second = words.slice(first.length);
  const broken = breakWord(joined(first), joined(second), text);
  if (broken === undefined) return { kind: 'join', words, text };
  const { first: firstText, second: secondText, hyphenated } = broken;
  return { kind: 'join over lines', first, second, firstText, secondText, hyphenated, text };
}

function joined(words: readonly OcrWord[]): string {
  return words.map(({ text }) => text).join('');
}

/** The edits as pieces of the one word that they are in; undefined where one of them reaches beyond it or parts it. */
function piecesOf(word: OcrWord, edits: readonly Edit[]): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const { start, end, original, replacement } of edits) {
    if (start < word.start || end > word.end || /\s/.test(replacement)) return undefined;
    const piece = pieceBetween(original, replacement);
    const from = start - word.start;
    if (piece !== undefined)
      pieces.push({ start: from + piece.start, end: from + piece.end, text: piece.text });
  }
  return pieces;
}

function piecesTo(word: OcrWord, text: string): Piece[] {
  const piece = pieceBetween(word.text, text);
  return piece === undefined ? [] : [piece];
}

/** Whether XML 1.0 can hold a text. */
function isWritable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return !/\p{Surrogate}/u.test(text) && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text);
}
