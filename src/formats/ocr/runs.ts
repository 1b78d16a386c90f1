import type { Splice } from './splices.js';

/** A stretch of text and where it stands in a source: as it is, or written as an entity. */
export interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether the source has the text itself, code unit by code unit. */
  readonly plain: boolean;
}

/** A stretch of a word and what takes its place. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parts runs at white space into those of each word. */
export function splitRuns(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [];
  let word: Run[] = [];
  const endWord = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const run of runs) {
    if (!run.plain) {
      if (run.text.trim() === '') endWord();
      else word.push(run);
      continue;
    }
    let at = 0;
    for (const part of run.text.split(/(\s+)/)) {
      const start = run.start + at;
      at += part.length;
      if (part.trim() !== '') word.push({ text: part, start, end: start + part.length, plain: true });
      else if (part !== '') endWord();
    }
  }
  endWord();
  return words;
}

/** What is left to change once the beginning and the end that two words share are taken off; undefined for equal ones. */
export function pieceBetween(before: string, after: string): Piece | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < most && before[prefix] === after[prefix]) prefix++;
  if (isInsidePair(before, prefix) || isInsidePair(after, prefix)) prefix--;
  let suffix = 0;
  while (suffix < most - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  if (isInsidePair(before, before.length - suffix) || isInsidePair(after, after.length - suffix)) suffix--;
  return {
    start: prefix,
    end: before.length - suffix,
    text: after.slice(prefix, after.length - suffix),
  };
}

/**
 * Changes pieces of a word where they stand in the source, so that markup inside of the word, and entities that no piece touches,
 * stay as they are.
 *
 * @param pieces sorted and disjoint, in offsets of the runs' text
 * @param encode writes text as the source has to have it
 */
export function spliceRuns(
  runs: readonly Run[],
  pieces: readonly Piece[],
  encode: (text: string) => string,
): Splice[] {
  const whole = pieces.map((piece) => widen(runs, piece));
  const overlap = whole.some((piece, i) => i > 0 && piece.start < (whole[i - 1] as Piece).end);
  if (overlap) {
    // Two pieces in one entity.
    const text = runs.map((run) => run.text).join('');
    const { start } = pieces[0] as Piece;
    const { end } = pieces.at(-1) as Piece;
    return spliceRuns(runs, [{ start, end, text: applyPieces(text, pieces, start, end) }], encode);
  }
  return whole.flatMap((piece) => splicePiece(runs, piece, encode));
}

/** A stretch of text after the pieces in it. */
export function applyPieces(text: string, pieces: readonly Piece[], from = 0, to = text.length): string {
  let output = '';
  let at = from;
  for (const { start, end, text: replacement } of pieces) {
    output += text.slice(at, start) + replacement;
    at = end;
  }
  return output + text.slice(at, to);
}

/** A piece that begins or ends within an entity takes in the whole of it. */
function widen(runs: readonly Run[], piece: Piece): Piece {
  let { start, end, text } = piece;
  let at = 0;
  for (const run of runs) {
    const to = at + run.text.length;
    if (!run.plain && at < start && start < to) {
      text = run.text.slice(0, start - at) + text;
      start = at;
    }
    if (!run.plain && at < end && end < to) {
      text += run.text.slice(end - at);
      end = to;
    }
    at = to;
  }
  return { start, end, text };
}

function splicePiece(runs: readonly Run[], piece: Piece, encode: (text: string) => string): Splice[] {
  const { start, end, text } = piece;
  const sameLength = text.length === end - start;
  const splices: Splice[] = [];
  let at = 0;
  for (const run of runs) {
    const to = at + run.text.length;
    const from = Math.max(start, at);
    const until = Math.min(end, to);
    // What is inserted follows the character before it, in whatever markup that stands.
    const isInsertion = start === end && splices.length === 0 && (start <= to || run === runs.at(-1));
    if (from < until || isInsertion) {
      // Letters that are exchanged one for one stay each in its own markup; else the first stretch takes all.
      const share = sameLength ? text.slice(from - start, until - start) : splices.length === 0 ? text : '';
      splices.push({
        start: sourceOffset(run, from - at),
        end: sourceOffset(run, Math.max(from, until) - at),
        text: encode(share),
      });
    }
    at = to;
  }
  return splices;
}

/** Where a code unit of a run stands in the source; pieces neither begin nor end within an entity. */
function sourceOffset(run: Run, unit: number): number {
  if (run.plain) return run.start + unit;
  return unit === 0 ? run.start : run.end;
}

function isInsidePair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
}
