import { describe, expect, it } from 'vitest';
import { NO_WORD, SENTENCE_BREAK } from '../../src/decoder/lattice.js';
import { WordNumbers } from '../../src/decoder/words.js';
import type { LanguageModel } from '../../src/language-model/language-model.js';
import { markSentences } from '../../src/text/sentences.js';
import { tokenize } from '../../src/text/tokens.js';
import { buildVocabulary } from '../../src/text/vocabulary.js';

const vocabulary = buildVocabulary(['<num>', 'the', 'state', 'ally', "don't", 'year-long', 'u.s.']);
// Numbering needs nothing of a model but its words.
const numbers = new WordNumbers({ vocabulary, numberWord: 1 } as LanguageModel);

/** The numbers of a text's tokens; `,` for tokens the model does not see and `|` for ends of sentences. */
function read(text: string): string {
  const tokens = tokenize(text);
  markSentences(text, tokens);
  const signs = new Map([
    [NO_WORD, ','],
    [SENTENCE_BREAK, '|'],
  ]);
  return Array.from(numbers.ofTokens(text, tokens), (word) => signs.get(word) ?? `${word}`).join(' ');
}

describe('the word numbers of a text', () => {
  it.each([
    ['The State ally', '2 3 4'],
    ['a foe', '0 0'],
    ['DON’T year-long', '5 6'],
    ['the ally’s ally', '2 4 4'],
    ["the foe's", '2 0'],
    ['1,000 18 2nd', '1 1 1'],
    ['the ally, “the State”', '2 4 , , 2 3 ,'],
    ['The State. The ally', '2 3 | 2 4'],
    ['The State! “The ally” left', '2 3 , | 2 4 , 0'],
    ['The ally: the State; the ally', '2 4 | 2 3 | 2 4'],
    ['the U.S. ally', '2 7 4'],
    ['see http://the.state/ally', '0 0'],
    ['', ''],
  ])('reads %j as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('the word numbers of a term', () => {
  it.each([
    ['the State', [2, 3]],
    ["don't", [5]],
    ['ally, ally', [4, 4]],
    ['the unheard-of', [2, 0]],
    ['18', [1]],
    ['%', []],
  ])('of %j hold words only', (term, expected) => {
    expect([...numbers.ofTerm(term)]).toEqual(expected);
    // Remembered terms are the same.
    expect([...numbers.ofTerm(term)]).toEqual(expected);
  });
});
