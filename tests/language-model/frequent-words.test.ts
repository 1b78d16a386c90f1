import { expect, it } from 'vitest';
import { frequentWords } from '../../src/language-model/frequent-words.js';
import { EXAMPLE, modelOf } from './tiny-model.js';

it('the frequent words of a model are those of letters alone, the likeliest first, then by the alphabet', () => {
  expect(frequentWords(modelOf(EXAMPLE))).toEqual(['the', 'friend', 'met', 'minister', 'prime']);
});
