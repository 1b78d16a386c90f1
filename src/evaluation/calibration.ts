import type { ArticleScore } from './score.js';

/** The edits whose confidence lies in one tenth from 0 to 1. */
export interface CalibrationBin {
  /** The tenth, `0.9–1.0`; its lower end belongs to it, and 1 to the highest. */
  readonly name: string;
  readonly edits: number;
  /** Mean confidence of the edits, and the share of them that is right, 0 to 1; null where there are none. */
  readonly confidence: number | null;
  readonly right: number | null;
}

/** How far the confidence of edits can be believed. */
export interface Calibration {
  /** Edits that say how sure they are. */
  readonly edits: number;
  /** Expected calibration error, 0 to 1: mean over the edits of |share right − mean confidence| of their bin. */
  readonly error: number;
  /** Ten, the least sure first. */
  readonly bins: readonly CalibrationBin[];
}

/**
 * Compares how sure edits are with how often they are right, in ten bins of equal width (Naeini et al. 2015, Guo et al. 2017).
 * Edits without a confidence do not count.
 *
 * @param options.minConfidence edits less sure than this do not count either, 0 to 1; default 0
 */
export function measureCalibration(
  scores: readonly ArticleScore[],
  options: { minConfidence?: number } = {},
): Calibration {
  const { minConfidence = 0 } = options;
  const sums = Array.from({ length: 10 }, () => ({ edits: 0, confidence: 0, right: 0 }));
  for (const { edit, right } of scores.flatMap((score) => score.edits)) {
    if (edit.confidence === undefined || !(edit.confidence >= minConfidence)) continue;
    const sum = sums[tenthOf(edit.confidence)];
    if (sum === undefined) continue;
    sum.edits++;
    sum.confidence += edit.confidence;
    if (right) sum.right++;
  }
  const edits = sums.reduce((total, bin) => total + bin.edits, 0);
  const gap = sums.reduce((total, bin) => total + Math.abs(bin.right - bin.confidence), 0);
  return {
    edits,
    // n_b / n · |right_b / n_b − confidence_b / n_b|, with n_b cut out.
    error: gap / Math.max(1, edits),
    bins: sums.map((bin, tenth) => ({
      name: nameTenth(tenth),
      edits: bin.edits,
      confidence: bin.edits === 0 ? null : bin.confidence / bin.edits,
      right: bin.edits === 0 ? null : bin.right / bin.edits,
    })),
  };
}

/** Which tenth a confidence from 0 to 1 lies in, counted from 0; a confidence of 1 belongs to the highest. */
export function tenthOf(confidence: number): number {
  return Math.min(9, Math.floor(confidence * 10));
}

/** A tenth as its ends: `0.9–1.0`. */
export function nameTenth(tenth: number): string {
  return `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`;
}
