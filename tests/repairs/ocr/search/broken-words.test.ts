import { describe, expect, it } from 'vitest';
import { ChunkMark } from '../../../../src/repairs/ocr/chunk-reading.js';
import { readBrokenWord } from '../../../../src/repairs/ocr/search/broken-words.js';
import { readText, shippedRepairer } from '../shipped.js';

const repairer = shippedRepairer();
const { judge, windows, weights } = repairer;

/** The readings of the word that a hyphen broke in a text, cheapest first. */
function readings(text: string): string[] {
  const reading = readText(text, repairer);
  for (let i = 0; i < reading.chunks.count; i++) {
    const found = readBrokenWord(reading, i, judge, windows, weights);
    if (found.length > 0)
      return found.sort((a, b) => a.cost - b.cost).map((proposal) => proposal.text as string);
  }
  return [];
}

describe('a word that a hyphen broke', () => {
  it.each([
    ['the govern-\nment met', 'government'],
    ['the govern- ment met', 'government'],
    ['the Govern-\nment met', 'Government'],
    ['the GOVERN-\nMENT met', 'GOVERNMENT'],
    ['he was re-\nported dead', 'reported'],
    ['the govern¬\nment met', 'government'],
    ['an Anglo-\nSaxon word', 'Anglo-Saxon'],
  ])('is put together: %j', (text, expected) => expect(readings(text)[0]).toBe(expected));

  it.each([
    ['a well-\nknown man', 'well-known'],
    ['a long-\nlost man', 'long-lost'],
    ['the govern-\nment met', 'government'],
  ])('is read both with its hyphen and without: %j', (text, expected) =>
    expect(readings(text)).toContain(expected),
  );

  it('is read as what it may be where it was misread, too', () => {
    expect(readings('the govem-\nment met')).toContain('government');
  });

  it.each([
    'the pre- and post-war years',
    'the two- or three-day trip',
    'the man - ment said',
    'it was 4-\n5 miles',
    'the govern-\n(ment) met',
    'the govern-\n\nThe man met',
    'the govern-',
    'the well-known man',
  ])('is not seen in: %j', (text) => {
    expect(readings(text)).toEqual([]);
    const { marks } = readText(text, repairer);
    expect(marks.some((mark) => (mark & ChunkMark.Broken) !== 0)).toBe(false);
  });
});
