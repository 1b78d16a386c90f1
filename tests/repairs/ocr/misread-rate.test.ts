import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/decoder/decoder.js';
import { Lattice } from '../../../src/decoder/lattice.js';
import { estimateRate, priorRate, rateBias } from '../../../src/repairs/ocr/misread-rate.js';
import type { Proposal } from '../../../src/repairs/ocr/search/proposal.js';
import { OCR_WEIGHTS } from '../../../src/repairs/ocr/weights.js';
import { randomModel } from '../../decoder/readings.js';

/** The estimate for a text of `words` words, of which `evidence` holds log-odds of some being misread before any bias. */
function rateOf(words: number, evidence: readonly number[], misread = true): number {
  const tokens = new Int32Array(words).fill(1);
  const lattice = new Lattice(tokens, evidence.length);
  const bias = misread ? rateBias(OCR_WEIGHTS.priorRate, OCR_WEIGHTS) : 0;
  const proposals = evidence.map((odds, i): Proposal => {
    lattice.add(i, i + 1, Int32Array.of(1), odds - bias);
    return { from: i, to: i, start: i, end: i + 1, ids: [1], text: 'x', cost: 0, misread, rule: 'letters' };
  });
  const decoder = new Decoder(randomModel(1), 0);
  return estimateRate(lattice, decoder.decode(lattice), proposals, words, OCR_WEIGHTS.priorRate, OCR_WEIGHTS);
}

describe('the share of misread words', () => {
  it('is small where nothing speaks for a misreading', () => {
    expect(rateOf(1000, [])).toBeLessThan(0.005);
    expect(rateOf(1000, Array(100).fill(-30))).toBeLessThan(0.005);
  });

  it('is that of the words that are surely misread', () => {
    expect(rateOf(1000, Array(100).fill(30))).toBeGreaterThan(0.08);
    expect(rateOf(1000, Array(100).fill(30))).toBeLessThan(0.12);
    expect(rateOf(1000, Array(300).fill(30))).toBeGreaterThan(0.25);
  });

  it('grows with the evidence', () => {
    const rates = [0, 1, 3, 6].map((odds) => rateOf(200, Array(40).fill(odds)));
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });

  it('does not count breaks of lines', () => {
    expect(rateOf(1000, Array(300).fill(30), false)).toBeLessThan(0.005);
  });

  it('stays a share where hardly a word is right, and where there is none', () => {
    for (const words of [0, 1, 50]) {
      const rate = rateOf(words, Array(words).fill(40));
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThanOrEqual(1);
    }
  });

  it('holds the less against edits the larger it is', () => {
    const biases = [0.001, 0.01, 0.1, 0.4].map((rate) => rateBias(rate, OCR_WEIGHTS));
    expect(biases).toEqual([...biases].sort((a, b) => b - a));
    expect(rateBias(0.9, OCR_WEIGHTS)).toBe(rateBias(0.5, OCR_WEIGHTS));
  });

  it('is expected to be smaller the more of a text is technical', () => {
    const priors = [0, 0.01, 0.1, 1].map((technical) => priorRate(technical, OCR_WEIGHTS));
    expect(priors[0]).toBe(OCR_WEIGHTS.priorRate);
    expect(priors).toEqual([...priors].sort((a, b) => b - a));
    expect(priors.at(-1)).toBeGreaterThan(0);
  });
});
