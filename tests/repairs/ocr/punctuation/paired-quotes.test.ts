import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutChunks } from '../../../../src/repairs/ocr/chunks.js';
import { pairedQuotes } from '../../../../src/repairs/ocr/punctuation/paired-quotes.js';

/** The chunks of a text whose marks have partners. */
function paired(text: string): string[] {
  const chunks = cutChunks(text);
  return text.split(/\s+/).filter((_, i) => pairedQuotes(chunks)[i] === 1);
}

describe('single quotes and brackets', () => {
  it.each([
    ['He said ‘no more’ to it.', ['‘no', 'more’']],
    ["He said 'never' to it.", ["'never'"]],
    ["He said 'no more,' and left.", ["'no", "more,'"]],
    ["He said 'no more’ to it.", ["'no", 'more’']],
    ['It was [sic] and {so on}.', ['[sic]', '{so', 'on}.']],
  ])('have a partner in: %s', (text, expected) => expect(paired(text)).toEqual(expected));

  it.each([
    'He said ‘no more to it.',
    'He said no more’ to it.',
    "It was 'the states' own.",
    'It was ‘here.\n\nAnd there’ it was.',
    'It was {here] and (there).',
  ])('have none in: %s', (text) => expect(paired(text)).toEqual([]));

  it('have none too far away', () => {
    expect(paired(`‘here ${'and '.repeat(20)}there’`)).toHaveLength(2);
    expect(paired(`‘here ${'and '.repeat(60)}there’`)).toEqual([]);
  });

  it('are looked at in any text', () => {
    const text = fc
      .array(fc.constantFrom('‘', '’', "'", '[', ']', '{', '}', 's', 'a', ' ', '\n\n'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (each) => {
        const chunks = cutChunks(each);
        const marks = pairedQuotes(chunks);
        expect(marks).toHaveLength(chunks.count);
        // Nothing has a partner where nothing closes.
        if (!/[’'\]}]/.test(each)) expect(marks.some((mark) => mark === 1)).toBe(false);
      }),
    );
  });
});
