import { describe, expect, it } from 'vitest';
import { measureCalibration } from '../../src/evaluation/calibration.js';
import type { GoldArticle } from '../../src/evaluation/gold.js';
import { scoreArticle } from '../../src/evaluation/score.js';

/** An article whose edits have these confidences; each is right or harms. */
function scored(edits: readonly (readonly [confidence: number | undefined, right: boolean])[]) {
  const text = edits.map(() => 'bad').join(' ');
  const places = edits.map((_, i) => ({ start: i * 4, end: i * 4 + 3 }));
  const article: GoldArticle = {
    id: 'a',
    text,
    edits: places
      .filter((_, i) => edits[i]?.[1])
      .map((place) => ({ ...place, readings: ['good'], optional: false })),
  };
  return scoreArticle(article, {
    text: edits.map(() => 'good').join(' '),
    edits: places.map((place, i) => {
      const confidence = edits[i]?.[0];
      return { ...place, replacement: 'good', ...(confidence !== undefined && { confidence }) };
    }),
  });
}

describe('calibration', () => {
  it('compares mean confidence and share right by tenths, and weighs the gaps by edits', () => {
    const scores = [
      scored([
        [0.05, false],
        [0.5, true],
        [0.5, false],
      ]),
      scored([
        [0.9, true],
        [1, true],
        [0.95, true],
        [0.95, false],
        [undefined, false],
      ]),
    ];
    const { edits, error, bins } = measureCalibration(scores);
    expect(edits).toBe(7);
    // By hand: 1/7 · |0 − 0.05| + 2/7 · |0.5 − 0.5| + 4/7 · |0.75 − 0.95| = (0.05 + 0 + 0.8) / 7.
    expect(error).toBeCloseTo(0.85 / 7, 12);
    expect(bins.map((bin) => bin.edits)).toEqual([1, 0, 0, 0, 0, 2, 0, 0, 0, 4]);
    expect(bins[0]).toEqual({ name: '0.0–0.1', edits: 1, confidence: 0.05, right: 0 });
    expect(bins[1]).toEqual({ name: '0.1–0.2', edits: 0, confidence: null, right: null });
    expect(bins[5]).toEqual({ name: '0.5–0.6', edits: 2, confidence: 0.5, right: 0.5 });
    expect(bins[9]).toMatchObject({ name: '0.9–1.0', right: 0.75 });
    expect(bins[9]?.confidence).toBeCloseTo(0.95, 12);
  });

  it('leaves out edits that are less sure than asked for', () => {
    const scores = [
      scored([
        [0.4, false],
        [0.5, true],
        [0.8, true],
      ]),
    ];
    // By hand: (|1 − 0.5| + |1 − 0.8|) / 2.
    const { edits, error } = measureCalibration(scores, { minConfidence: 0.5 });
    expect(edits).toBe(2);
    expect(error).toBeCloseTo(0.35, 12);
  });

  it('of no edits has no error', () => {
    expect(measureCalibration([scored([])])).toMatchObject({ edits: 0, error: 0 });
  });
});
