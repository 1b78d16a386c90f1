import { describe, expect, it } from 'vitest';
import { isFormula, isNumeric } from '../../../src/repairs/ocr/formulas.js';

describe('formulas, codes and paths', () => {
  it.each([
    'x=y',
    'p<0.05',
    'a_i',
    'f(x)',
    'x^2',
    'C:\\tmp',
    'src/a',
    'me@b',
    'H2',
    'B12.',
    'user_name',
    'a.name@site',
  ])('are told from words: %s', (chunk) => expect(isFormula(chunk)).toBe(true));

  it.each([
    'the',
    'tbe',
    'govern-',
    '(which',
    'master/servant',
    '“Hm,”',
    "o'clock",
    'Mr.',
    '1815',
    '*note',
    'thing*',
    '—',
    '',
  ])('are not seen in %j', (chunk) => expect(isFormula(chunk)).toBe(false));

  it('takes a misread mark in a word for no formula', () => {
    for (const chunk of ['=there', '*which', 'which_', '^them', '_there.'])
      expect(isFormula(chunk)).toBe(false);
  });
});

describe('numbers', () => {
  it.each(['1815', '£5', '(1,500)', '12.30', '5%', '3-1', '10/6', '$4.50,', '6:45.', '7d.', '½3'])(
    'are told from words with their signs: %s',
    (chunk) => expect(isNumeric(chunk)).toBe(true),
  );

  it.each(['the', 'l815', 'w0rd', '1st-class', '10th', '', '£', 'B12'])('are not seen in %j', (chunk) =>
    expect(isNumeric(chunk)).toBe(false),
  );

  it('are looked for in linear time', () => {
    for (const chunk of [
      'a'.repeat(200_000),
      '(£'.repeat(100_000),
      '1.'.repeat(100_000),
      'aB_'.repeat(70_000),
    ]) {
      isNumeric(chunk);
      isFormula(`${chunk}ab`);
    }
  });

  it('are looked for in linear time where a letter follows many digits', () => {
    expect(isNumeric(`${'1'.repeat(200_000)}ab`)).toBe(false);
  });
});
