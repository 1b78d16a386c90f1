import { roundHalfEven } from '../record.js';
import type { ErrorCounts, PageScore } from './score.js';

/** Errors for each character or word of the truth, before and after the repair; they can exceed 1. */
export interface ErrorRates {
  readonly before: number;
  readonly after: number;
  /** 1 − after ÷ before: 1 where no error is left, below 0 where there are more than before. */
  readonly cut: number;
}

/** The figures of a set of pages: errors are added up before they are divided (micro-averages). */
export interface OcrTotals {
  readonly pages: number;
  /** Characters and words of the truth. */
  readonly characters: number;
  readonly words: number;
  /** Character and word error rates, CER and WER. */
  readonly characterErrors: ErrorRates;
  readonly wordErrors: ErrorRates;
  /** Words that OCR read wrong, and the share, 0 to 1, that the repair put right. */
  readonly wrong: number;
  readonly fixed: number;
  /** Words that OCR read right, and the share, 0 to 1, that the repair broke. */
  readonly right: number;
  readonly broken: number;
  /** Pages with fewer character errors than before, and with more. */
  readonly better: number;
  readonly worse: number;
}

/** Adds the scores of pages up. */
export function totalPages(scores: readonly PageScore[]): OcrTotals {
  const sum = (of: (score: PageScore) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  const rates = (of: (score: PageScore) => ErrorCounts, length: number): ErrorRates => {
    const before = sum((score) => of(score).before);
    const after = sum((score) => of(score).after);
    return { before: share(before, length), after: share(after, length), cut: cutOf(before, after) };
  };
  const characters = sum((score) => score.characters);
  const words = sum((score) => score.words);
  const right = sum((score) => score.right);
  const wrong = sum((score) => score.wrong);
  return {
    pages: scores.length,
    characters,
    words,
    characterErrors: rates((score) => score.characterErrors, characters),
    wordErrors: rates((score) => score.wordErrors, words),
    wrong,
    fixed: share(
      sum((score) => score.fixed),
      wrong,
    ),
    right,
    broken: share(
      sum((score) => score.broken),
      right,
    ),
    better: sum(({ characterErrors: { before, after } }) => (after < before ? 1 : 0)),
    worse: sum(({ characterErrors: { before, after } }) => (after > before ? 1 : 0)),
  };
}

/** The figures under the names, and rounded, as the reference scorer prints them: rates as shares, the shares of words in per cent. */
export function recordOcrTotals(totals: OcrTotals): Record<string, number> {
  const { characterErrors: cer, wordErrors: wer } = totals;
  return {
    items: totals.pages,
    chars: totals.characters,
    words: totals.words,
    cer_before: roundHalfEven(cer.before, 5),
    cer_after: roundHalfEven(cer.after, 5),
    cer_cut: roundHalfEven(cer.cut, 4),
    wer_before: roundHalfEven(wer.before, 5),
    wer_after: roundHalfEven(wer.after, 5),
    wer_cut: roundHalfEven(wer.cut, 4),
    fixed_pct: roundHalfEven(100 * totals.fixed, 2),
    broken_pct: roundHalfEven(100 * totals.broken, 3),
    better: totals.better,
    worse: totals.worse,
  };
}

function cutOf(before: number, after: number): number {
  if (before === 0) return after === 0 ? 0 : -1;
  return 1 - after / before;
}

function share(part: number, whole: number): number {
  return part / Math.max(1, whole);
}
