import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decoded, Decoder } from '../../src/decoder/decoder.js';
import { Lattice, NO_WORD, SENTENCE_BREAK, type TrigramModel } from '../../src/decoder/lattice.js';
import { allReadings, randomModel, WORDS } from './readings.js';

function decode(lattice: Lattice, model: TrigramModel, weight: number, margin = Infinity): Decoded {
  return new Decoder(model, weight, margin).decode(lattice);
}

interface Candidate {
  readonly from: number;
  readonly length: number;
  readonly words: readonly number[];
  readonly unary: number;
}

function latticeOf(tokens: readonly number[], candidates: readonly Candidate[]): Lattice {
  const lattice = new Lattice(Int32Array.from(tokens), 2);
  for (const { from, length, words, unary } of [...candidates].sort((a, b) => a.from - b.from)) {
    if (from >= tokens.length) continue;
    lattice.add(from, Math.min(tokens.length, from + length), Int32Array.from(words), unary);
  }
  return lattice;
}

/** Small enough that no place has more states than the beam: its words make at most 21 contexts. */
const smallLattice = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.nat(WORDS) },
        { weight: 1, arbitrary: fc.constantFrom(NO_WORD, SENTENCE_BREAK) },
      ),
      { minLength: 1, maxLength: 14 },
    ),
    fc.array(
      fc.record({
        from: fc.nat(13),
        length: fc.integer({ min: 1, max: 4 }),
        words: fc.array(fc.nat(WORDS), { maxLength: 3 }),
        unary: fc.double({ min: -6, max: 6, noNaN: true }),
      }),
      { maxLength: 7 },
    ),
  )
  .map(([tokens, candidates]) => latticeOf(tokens, candidates));
const model = fc.integer().map((seed) => randomModel(seed));
const weight = fc.constantFrom(0, 0.3, 1, 2);

/** Checks a decoded lattice against all its readings. */
function expectExact(decoded: Decoded, lattice: Lattice, model: TrigramModel, weight: number): void {
  const readings = allReadings(lattice, model, weight);
  const best = Math.max(...readings.map(({ score }) => score));
  const mass = readings.map(({ score }) => Math.exp(score - best));
  const total = mass.reduce((sum, each) => sum + each, 0);
  const taken = new Float64Array(lattice.count);
  const kept = new Float64Array(lattice.tokenWords.length).fill(1);
  readings.forEach(({ edges }, i) => {
    const probability = (mass[i] as number) / total;
    for (const e of edges) {
      taken[e] = (taken[e] as number) + probability;
      for (let k = lattice.from[e] as number; k < (lattice.to[e] as number); k++) {
        kept[k] = (kept[k] as number) - probability;
      }
    }
  });
  taken.forEach((probability, e) => {
    expect(decoded.posterior[e]).toBeCloseTo(probability, 9);
  });
  kept.forEach((probability, token) => {
    expect(decoded.kept[token]).toBeCloseTo(probability, 9);
  });
  const path = decoded.path();
  const found = readings.find(({ edges }) => edges.join() === path.join());
  // Several readings may be equally likely.
  expect(found?.score).toBeCloseTo(best, 9);
}

describe('decode', () => {
  it('agrees with writing down all readings: best path, candidates, kept tokens', () => {
    fc.assert(
      fc.property(smallLattice, model, weight, (lattice, trigrams, lambda) => {
        expectExact(decode(lattice, trigrams, lambda), lattice, trigrams, lambda);
      }),
    );
  });

  it('agrees after the unary scores have changed, as often as they do', () => {
    const scores = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(smallLattice, model, fc.tuple(scores, scores), (lattice, trigrams, changes) => {
        const decoded = decode(lattice, trigrams, 1);
        for (const change of changes) {
          lattice.unary.set(change.slice(0, lattice.count));
          decoded.rescore();
          expectExact(decoded, lattice, trigrams, 1);
        }
      }),
    );
  });

  it('does not ask the model again when it rescores', () => {
    let asked = 0;
    const trigrams = randomModel(1);
    const counting: TrigramModel = {
      ...trigrams,
      score: (...words) => {
        asked++;
        return trigrams.score(...words);
      },
    };
    const decoded = decode(latticeOf([1, 2, 3], [{ from: 1, length: 1, words: [1], unary: 0 }]), counting, 1);
    const before = asked;
    decoded.rescore();
    expect([before > 0, asked]).toEqual([true, before]);
  });

  it('lets the words around a candidate decide', () => {
    const [, ally, friend, key] = [0, 1, 2, 3];
    const trigrams: TrigramModel = {
      sentenceStart: 4,
      sentenceEnd: 5,
      score: (_, second, word) => (second === key && word === ally ? -1 : -5),
    };
    const read = (before: number) =>
      decode(
        latticeOf([before, friend], [{ from: 1, length: 1, words: [ally], unary: -2 }]),
        trigrams,
        1,
      ).path();
    expect([read(key), read(ally)]).toEqual([[0], []]);
  });

  it('keeps everything where there are no candidates', () => {
    const decoded = decode(latticeOf([1, 2, NO_WORD], []), randomModel(7), 1);
    expect([[...decoded.kept], decoded.posterior.length, decoded.path()]).toEqual([[1, 1, 1], 0, []]);
    expect(decode(latticeOf([], []), randomModel(7), 1).path()).toEqual([]);
  });

  it('does not overflow on scores that no probability has', () => {
    const decoded = decode(
      latticeOf(
        [1, 2, 1],
        [
          { from: 0, length: 1, words: [2], unary: 5000 },
          { from: 2, length: 1, words: [2], unary: -5000 },
        ],
      ),
      randomModel(3),
      1,
    );
    expect([...decoded.posterior]).toEqual([1, 0]);
    expect([...decoded.kept]).toEqual([0, 1, 1]);
    expect(decoded.path()).toEqual([0]);
  });
});

describe('decode with a margin', () => {
  const flat: TrigramModel = { sentenceStart: 4, sentenceEnd: 5, score: () => -1 };
  const read = (margin: number) =>
    decode(
      latticeOf(
        [1, 1],
        [
          { from: 0, length: 1, words: [2], unary: 0 },
          { from: 0, length: 1, words: [3], unary: -9 },
        ],
      ),
      flat,
      1,
      margin,
    );

  it('gives up what is so much less likely than something else', () => {
    expect(read(8).posterior[1]).toBe(0);
    expect(read(10).posterior[1]).toBeGreaterThan(0);
    expect(read(8).posterior[0]).toBeCloseTo(0.5, 9);
  });
});

describe('decode with a beam that binds', () => {
  const manyWords = 40;
  const crowded = fc
    .tuple(
      fc.array(fc.integer({ min: -2, max: manyWords }), { minLength: 20, maxLength: 60 }),
      fc.array(
        fc.record({
          from: fc.nat(59),
          length: fc.integer({ min: 1, max: 4 }),
          words: fc.array(fc.nat(manyWords), { minLength: 1, maxLength: 3 }),
          unary: fc.double({ min: -6, max: 6, noNaN: true }),
        }),
        { minLength: 60, maxLength: 300 },
      ),
      fc.integer(),
    )
    .map(([tokens, candidates, seed]) => ({
      lattice: latticeOf(tokens, candidates),
      trigrams: randomModel(seed, manyWords),
    }));

  it('gives every token probabilities that add up to 1', () => {
    fc.assert(
      fc.property(crowded, ({ lattice, trigrams }) => {
        const { posterior, kept } = decode(lattice, trigrams, 1, 8);
        const sums = Float64Array.from(kept);
        posterior.forEach((probability, e) => {
          for (let k = lattice.from[e] as number; k < (lattice.to[e] as number); k++) {
            sums[k] = (sums[k] as number) + probability;
          }
        });
        sums.forEach((sum) => {
          expect(sum).toBeCloseTo(1, 6);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('finds a path of candidates that do not overlap', () => {
    fc.assert(
      fc.property(crowded, ({ lattice, trigrams }) => {
        let reached = 0;
        for (const e of decode(lattice, trigrams, 1).path()) {
          expect(lattice.from[e]).toBeGreaterThanOrEqual(reached);
          reached = lattice.to[e] as number;
        }
      }),
      { numRuns: 30 },
    );
  });
});
