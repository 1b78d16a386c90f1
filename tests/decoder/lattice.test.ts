import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lattice } from '../../src/decoder/lattice.js';

const edge = fc.record({
  from: fc.nat(5),
  to: fc.nat(9),
  words: fc.array(fc.nat(99), { maxLength: 5 }),
  unary: fc.double({ noNaN: true }),
});

it('a lattice holds every candidate that was added, however many', () => {
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 40 }), fc.nat(3), (edges, capacity) => {
      const lattice = new Lattice(new Int32Array(9), capacity);
      edges.forEach(({ from, to, words, unary }, i) => {
        expect(lattice.add(from, to, Int32Array.from(words), unary)).toBe(i);
      });
      expect(lattice.count).toBe(edges.length);
      const held = edges.map((_, i) => ({
        from: lattice.from[i],
        to: lattice.to[i],
        words: [...lattice.words.subarray(lattice.firstWord[i], lattice.firstWord[i + 1])],
        unary: lattice.unary[i],
      }));
      expect(held).toEqual(edges);
    }),
  );
});
