import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContainer, type SectionArray, writeContainer } from '../../src/text/container.js';

const MAGIC = 'EMENDTST';

const section: fc.Arbitrary<SectionArray> = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.int32Array(),
  fc.float32Array(),
);

function twoSections(): Uint8Array {
  return writeContainer(MAGIC, 3, [Uint16Array.of(1, 2, 3), Float32Array.of(0.5, -7)]);
}

describe('a container', () => {
  it('gives back arrays of the same types and values', () => {
    fc.assert(
      fc.property(fc.array(section, { maxLength: 6 }), (sections) => {
        expect(readContainer(MAGIC, 1, writeContainer(MAGIC, 1, sections))).toEqual(sections);
      }),
    );
  });

  it('is read from any place in a larger buffer', () => {
    const bytes = twoSections();
    for (let shift = 0; shift < 9; shift++) {
      const plain = new Uint8Array(bytes.length + 20);
      plain.set(bytes, shift);
      // A Buffer's slice is a view where a Uint8Array's is a copy.
      const buffer = Buffer.from(plain.buffer);
      for (const larger of [plain, buffer]) {
        const [first, second] = readContainer(MAGIC, 3, larger.subarray(shift, shift + bytes.length));
        expect([...(first as SectionArray)]).toEqual([1, 2, 3]);
        expect([...(second as SectionArray)]).toEqual([0.5, -7]);
      }
    }
  });

  it('copies nothing when it is aligned', () => {
    const bytes = twoSections();
    expect(readContainer(MAGIC, 3, bytes)[0]?.buffer).toBe(bytes.buffer);
  });

  it('is the same bytes for the same arrays', () => {
    expect(twoSections()).toEqual(twoSections());
  });

  it.each([
    [
      'another kind of file',
      (bytes: Uint8Array) => bytes.fill(0x41, 0, 8),
      /not a file of the kind EMENDTST/,
    ],
    ['another byte order', (bytes: Uint8Array) => bytes.subarray(8, 12).reverse(), /another byte order/],
    [
      'another version',
      (bytes: Uint8Array) => bytes.fill(9, 12, 13),
      /version 9, this library reads 3; build/,
    ],
    ['a changed byte', (bytes: Uint8Array) => bytes.fill(9, 50, 51), /damaged \(wrong checksum\)/],
    ['an absurd number of sections', (bytes: Uint8Array) => bytes.fill(255, 16, 20), /damaged/],
  ])('refuses %s and says so', (_, damage, message) => {
    const bytes = twoSections();
    damage(bytes);
    expect(() => readContainer(MAGIC, 3, bytes)).toThrow(message);
  });

  it('refuses a file that is cut short anywhere', () => {
    const bytes = twoSections();
    for (let length = 0; length < bytes.length; length++) {
      expect(() => readContainer(MAGIC, 3, bytes.slice(0, length))).toThrow(/EMENDTST/);
    }
  });

  it('refuses every single flipped bit', () => {
    const bytes = twoSections();
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => readContainer(MAGIC, 3, flipped)).toThrow(/EMENDTST/);
    }
  });
});
