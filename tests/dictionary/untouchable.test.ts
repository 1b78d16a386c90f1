import { describe, expect, it } from 'vitest';
import { isUntouchable } from '../../src/dictionary/untouchable.js';
import { dictionaryOf, matchesOf, tokensOf } from './compiled.js';

const dictionary = dictionaryOf(['house | home | noun', 'best friend | ally | noun', 'aid | help | noun']);

/** For each form of the dictionary in a text, whether spinners leave it alone. */
function untouchableIn(text: string): boolean[] {
  const tokens = tokensOf(text, dictionary);
  return matchesOf(text, dictionary).map(({ from, to }) => isUntouchable(tokens, from, to));
}

describe('what spinners leave as it is', () => {
  it.each([
    'the HOUSE',
    'AID',
    'her BEST FRIEND',
    "the house's roof",
    'a house’s roof',
    'my best friend’s car',
  ])('is “%s”', (text) => {
    expect(untouchableIn(text)).toEqual([true]);
  });

  it.each(['the house', 'The House', 'House', 'my best friend', 'My Best Friend', 'two houses'])(
    'is not “%s”',
    (text) => {
      expect(untouchableIn(text)).toEqual([false]);
    },
  );

  it('is told of each form on its own', () => {
    expect(untouchableIn('The HOUSE needs aid, the house’s aid.')).toEqual([true, false, true, false]);
  });
});
