import { describe, expect, it } from 'vitest';
import { cutChunks } from '../../../../src/repairs/ocr/chunks.js';
import { findNumbers } from '../../../../src/repairs/ocr/numbers/numbers.js';

/** A text with one space between its chunks, with its numbers put right. */
function repaired(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, replacement } of findNumbers(cutChunks(text))) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

describe('misread numbers', () => {
  it.each([
    ['on the l4th of June', 'on the 14th of June'],
    ['the Ist and the 2lst inst.', 'the 1st and the 21st inst.'],
    ['the I2th, llth, and 3Ist', 'the 12th, 11th, and 31st'],
    ['paid 2s. Gd. for it', 'paid 2s. 6d. for it'],
    ['from lOs. to 15s. a ton', 'from 10s. to 15s. a ton'],
    ['price Is. 6d.', 'price 1s. 6d.'],
    ['butter, Is 3d a pound', 'butter, 1s 3d a pound'],
    ['bacon, 7s lid per stone', 'bacon, 7s 11d per stone'],
    ['he received 501. and his board', 'he received 50l. and his board'],
    ['a cheque for 1,2001., which was forged', 'a cheque for 1,200l., which was forged'],
    ['stole 11. 10s. from the till', 'stole 1l. 10s. from the till'],
  ])('are put right: %s', (text, right) => {
    expect(repaired(text)).toBe(right);
  });

  it.each([
    'the 1st, 2nd, 11th and 21st',
    'It is said that he did.',
    'What it is. Id est, that is.',
    'His lid was off; Is he there?',
    'As It Is. The end',
    'see No. 21. for the rest',
    'Fig. 11. shows it',
    'in 1861, the war began',
    'He was 41. He died.',
    'the total was £78,711. in all',
    'God. Good. Gods. Gds',
    'list, lust, lth, 1rd, Ith',
    'paid 2s. 6d. and 1l.',
    '',
  ])('leaves alone: %s', (text) => {
    expect(repaired(text)).toBe(text);
  });
});
