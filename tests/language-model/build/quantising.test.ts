import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantise } from '../../../src/language-model/build/quantising.js';

const decoded = (values: readonly number[]) => {
  const { codebook, codes } = quantise(values);
  return Array.from(codes, (code) => codebook[code] as number);
};

describe('quantising', () => {
  it('keeps up to 256 well parted values as they are', () => {
    const values = Array.from({ length: 200 }, (_, i) => 10 ** (-i / 30));
    decoded(values).forEach((log, i) => {
      expect(log).toBeCloseTo(Math.log(values[i] as number), 1);
    });
  });

  it('errs by a hundredth at most over a range as wide as probabilities have', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => Math.exp(-16 * (i / 20_000) ** 1.5));
    const errors = decoded(values).map((log, i) => (log - Math.log(values[i] as number)) ** 2);
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error) / errors.length)).toBeLessThan(0.025);
  });

  it('keeps the order of values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
        const sorted = values.sort((a, b) => a - b);
        const logs = decoded(sorted);
        for (let i = 1; i < logs.length; i++) {
          expect(logs[i] as number).toBeGreaterThanOrEqual(logs[i - 1] as number);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('takes values that are all the same', () => {
    for (const log of decoded([0.5, 0.5])) expect(log).toBeCloseTo(Math.log(0.5), 5);
  });
});
