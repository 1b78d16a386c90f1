import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOffers } from '../../src/dictionary/offers.js';
import { dictionaryOf } from './compiled.js';

const dictionary = dictionaryOf([
  'high minister | prime minister | noun',
  'best friend | ally | noun',
  'best friend | partner | noun',
  'contemporary | new | adjective',
  'big | large | adjective',
]);

/** Whether what stands between brackets in a text can be written so. */
function offered(marked: string, reading: string): boolean {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  return findOffers(text, dictionary)(start, marked.indexOf(']') - 1, reading);
}

describe('a dictionary offers', () => {
  it.each([
    ['the standard of a form', 'a [best friend] of', 'ally'],
    ['each of its standards', 'a [best friend] of', 'partner'],
    ['it in any letter case and over any blank', 'a [BEST\n friend] of', 'Ally'],
    ['inflected forms', 'two [best friends]', 'allies'],
    ['a possessive', 'a [best friend’s] car', "ally's"],
    ['forms side by side', 'a [contemporary best friend] of', 'new ally'],
    ['forms with words and marks between them', 'a [big, very contemporary] one', 'large, very new'],
    ['a form beside a word that stays', 'a [big friend] of', 'large friend'],
    ['a form that reaches out, where the rest stays', 'the [High] Minister', 'Prime'],
    ['the article that goes with the standard', 'he was [a best friend]', 'an ally'],
  ])('%s', (_, marked, reading) => {
    expect(offered(marked, reading)).toBe(true);
  });

  it.each([
    ['a word that no form has', 'a [car] of', 'ally'],
    ['another reading than the standards', 'a [best friend] of', 'colleague'],
    ['a part of the reading', 'a [best friend] of', 'ally of'],
    ['what would change the text outside', 'my best [friend] came', 'ally'],
    ['the text as it is', 'a [tall car] of', 'tall car'],
    ['a standard, which is no damage', 'the [prime minister]', 'high minister'],
    ['an insertion', 'the end[]', '. '],
    ['a stretch of blanks', 'the[  ]end', ' '],
    ['a phrase over the end of a sentence', 'He was best[. Friend]s met', 'ally'],
  ])('nothing for %s', (_, marked, reading) => {
    expect(offered(marked, reading)).toBe(false);
  });

  it('changes no other text by its forms than the stretch', () => {
    // "big" beside the stretch is a form too, but the stretch itself stays as it is.
    expect(offered('big [car] big', 'car')).toBe(false);
  });

  it('answers for any stretch of any string', () => {
    const words = ['best', 'friend', "friend's", 'big', 'a', '.', ',', '\n\n', '\0', '\ud800'];
    const text = fc.array(fc.constantFrom(...words), { maxLength: 20 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), fc.string(), (any, start, length, reading) => {
        const offers = findOffers(any, dictionary);
        const from = Math.min(start, any.length);
        expect(typeof offers(from, Math.min(from + length, any.length), reading)).toBe('boolean');
      }),
    );
  });

  it('follows a long stretch without writing its combinations down', () => {
    const times = 2000;
    const text = 'best friend '.repeat(times).trim();
    const reading = 'ally partner '.repeat(times / 2).trim();
    expect(findOffers(text, dictionary)(0, text.length, reading)).toBe(true);
    expect(findOffers(text, dictionary)(0, text.length, `${reading} ally`)).toBe(false);
  });
});
