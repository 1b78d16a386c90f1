import { describe, expect, it } from 'vitest';
import { readSpeck } from '../../../../src/repairs/ocr/search/specks.js';
import { readText, shippedRepairer } from '../shipped.js';

const repairer = shippedRepairer();

/** The chunks of a text that may be dirt. */
function specks(text: string): string[] {
  const reading = readText(text, repairer);
  const found: string[] = [];
  for (let i = 0; i < reading.chunks.count; i++) {
    const speck = readSpeck(reading, i, 5);
    if (speck === undefined) continue;
    expect(speck).toMatchObject({ from: i, to: i, text: undefined, ids: [], rule: 'speck', misread: true });
    found.push(reading.chunks.flat.slice(speck.start, speck.end));
  }
  return found;
}

describe('dirt on the page', () => {
  it.each([
    ['The man . ~ was ■ seen', ['~', '■']],
    ['The man `" was seen', ['`"']],
    ['The j man was seen', ['j']],
    ['The man fj was seen', ['fj']],
  ])('may be what is no word: %s', (text, expected) => expect(specks(text)).toEqual(expected));

  it.each([
    'The man — and the dog – were seen & heard - in § 4',
    'It cost £ 5 * 3 + 2 = 17 % more / less …',
    'I saw a man go to it',
    'On 7 May at 9 15',
    'J. R. Smith and W. H. Jones',
    'The man ~~~~ was seen',
  ])('is never a sign that stands alone in print, a word or a number: %s', (text) =>
    expect(specks(text)).toEqual([]),
  );

  it('is nothing that stands in the text again', () => {
    expect(specks('Let fj be the share of j and fj the rest of j')).toEqual([]);
  });

  it('is the likelier the shorter it is', () => {
    const reading = readText('The ~ man ~` went', repairer);
    const [one, two] = [1, 3].map((i) => readSpeck(reading, i, 5)?.cost as number);
    expect(one).toBe(5);
    expect(two).toBeGreaterThan(5);
  });
});
