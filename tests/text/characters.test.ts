import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  foldCode,
  foldText,
  isApostrophe,
  isBlank,
  isDigit,
  isHyphen,
  isLetter,
  isUpper,
} from '../../src/text/characters.js';

const codeUnit = fc.integer({ min: 0, max: 0xffff });
const code = (character: string) => character.charCodeAt(0);

/** Every code unit for which the class holds and the other one too. */
function inBoth(one: (code: number) => boolean, other: (code: number) => boolean): string[] {
  const both: string[] = [];
  for (let i = 0; i < 0x10000; i++) if (one(i) && other(i)) both.push(i.toString(16));
  return both;
}

describe('character classes', () => {
  it('share no code unit', () => {
    const classes = [isBlank, isDigit, isLetter, isApostrophe, isHyphen];
    classes.forEach((one, i) => {
      for (const other of classes.slice(i + 1)) expect(inBoth(one, other)).toEqual([]);
    });
  });

  it('take every ASCII letter as a letter and only the capitals as upper case', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
      expect([isLetter(code(letter)), isUpper(code(letter))]).toEqual([true, false]);
      const capital = letter.toUpperCase();
      expect([isLetter(code(capital)), isUpper(code(capital))]).toEqual([true, true]);
    }
    for (const other of '@[`{/:') expect(isLetter(code(other))).toBe(false);
  });

  it.each([...'éßñŁłΩπЖж中한日ا'])('take %s as a letter', (letter) => {
    expect(isLetter(code(letter))).toBe(true);
  });

  it.each([...'ÉŁΩЖŸĐ'])('take %s as upper case', (letter) => {
    expect(isUpper(code(letter))).toBe(true);
  });

  it.each([...'éßłπжÿ×÷中\u02bc'])('do not take %s as upper case', (letter) => {
    expect(isUpper(code(letter))).toBe(false);
  });

  it.each([...'×÷–—“”…€✓\ufffd\ufe0f', '\ud83d', '\udc00'])('do not take %s as a letter', (character) => {
    expect(isLetter(code(character))).toBe(false);
  });

  it.each([...' \t\n\r\0\u00a0\u2009\u200b\u2028\u202f\u3000\ufeff'])(
    'take U+%# of the blanks as a blank',
    (blank) => {
      expect(isBlank(code(blank))).toBe(true);
    },
  );
});

describe('foldCode', () => {
  it('makes capitals small and apostrophes and hyphens straight', () => {
    expect(foldText('ÀÉÐÞ Łódź ŽIŽEK ΣΩ ЁЖ Qatar’s ‘n’ 18‑year‐old ʼ')).toBe(
      "àéðþ łódź žižek σω ёж qatar's 'n' 18-year-old '",
    );
  });

  it('leaves what has no single small letter as it is', () => {
    expect(foldText('ßİıĸŉ×÷')).toBe('ßİıĸŉ×÷');
  });

  it('agrees with toLowerCase on Latin letters', () => {
    for (let i = 0; i < 0x180; i++) {
      const lower = String.fromCharCode(i).toLowerCase();
      if (lower.length === 1 && i !== 0x130) expect(foldText(String.fromCharCode(i))).toBe(lower);
    }
  });

  it('changes nothing the second time', () => {
    fc.assert(fc.property(codeUnit, (unit) => foldCode(foldCode(unit)) === foldCode(unit)));
  });

  it('never changes the length of a text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text) => foldText(text).length === text.length,
      ),
    );
  });

  it('never takes a letter out of the letters', () => {
    fc.assert(fc.property(codeUnit, (unit) => isLetter(foldCode(unit)) === isLetter(unit)));
  });
});
