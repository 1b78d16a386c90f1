import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breaksBefore, NO_WORD, wordIds } from '../../src/language-model/word-ids.js';
import { markSentences } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokens.js';
import { EXAMPLE, modelOf } from './tiny-model.js';

const model = modelOf(EXAMPLE);

/** Each token's word in the vocabulary, "?" for an unknown one, "-" for punctuation. */
function named(text: string): string {
  const ids = wordIds(text, tokenize(text), model);
  return Array.from(ids, (id) => (id === NO_WORD ? '-' : id === 0 ? '?' : model.vocabulary.word(id))).join(
    ' ',
  );
}

/** The words, with "|" before each that follows a break. */
function broken(text: string): string {
  const tokens = tokenize(text);
  markSentences(text, tokens);
  const breaks = breaksBefore(text, tokens);
  let words = '';
  for (let i = 0; i < tokens.count; i++) {
    if (breaks[i] === 1) words += '|';
    words += `${text.slice(tokens.start[i], tokens.end[i])} `;
  }
  return words.trim();
}

describe('the words of a text, numbered for the model', () => {
  it.each([
    ['The PRIME minister', 'the prime minister'],
    ['the friend, met', 'the friend - met'],
    ['1,000 9/11 1990s', '<num> <num> <num>'],
    ['Zelensky met', '? met'],
    ['user@example.org met', '? met'],
  ])('%s: %s', (text, expected) => expect(named(text)).toBe(expected));

  it('takes a possessive that is not known for its noun', () => {
    expect(named("the friend's friend’s FRIEND'S")).toBe('the friend friend friend');
    expect(named("ally's ally Smith's")).toBe("ally's ? ?");
  });

  it('tells the country from the pronoun', () => {
    expect(named('US U.S. us')).toBe('u.s. u.s. ?');
  });

  it('numbers a part of the tokens', () => {
    const text = 'The prime minister met';
    const all = wordIds(text, tokenize(text), model);
    expect([...wordIds(text, tokenize(text), model, 1, 3)]).toEqual([...all.slice(1, 3)]);
  });

  it('holds every number of any text within the vocabulary', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const id of wordIds(text, tokenize(text), model)) {
          expect(id).toBeGreaterThanOrEqual(NO_WORD);
          expect(id).toBeLessThanOrEqual(model.vocabulary.size);
        }
      }),
    );
  });
});

describe('breaks', () => {
  it.each([
    ['He met her. She left.', '|He met her . |She left .'],
    ['He said: go; now', '|He said : |go ; |now'],
    ['Mr. Smith met her, too', '|Mr . Smith met her , too'],
    ['A headline\n\nthe text', '|A headline |the text'],
    ['"He met her." She', '" |He met her . " |She'],
  ])('%s', (text, expected) => expect(broken(text)).toBe(expected));
});
