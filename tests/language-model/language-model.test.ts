import { describe, expect, it } from 'vitest';
import { compileModel } from '../../src/language-model/build/compile.js';
import { LanguageModel } from '../../src/language-model/language-model.js';
import { EXAMPLE, modelOf, ngramsOf, wordsOf } from './tiny-model.js';

const model = modelOf(EXAMPLE);
const id = (word: string) => model.vocabulary.id(word);
const p = (first: string, second: string, word: string) =>
  Math.exp(model.score(id(first), id(second), id(word)));

describe('a language model', () => {
  it('gives an n-gram that it holds its own probability', () => {
    expect(p('the', 'prime', 'minister')).toBeCloseTo(0.9, 3);
    expect(p('<s>', 'the', 'prime')).toBeCloseTo(0.5, 3);
  });

  it('knows reserved words', () => {
    expect(model.vocabulary.word(model.sentenceStart)).toBe('<s>');
    expect(model.vocabulary.word(model.sentenceEnd)).toBe('</s>');
    expect(model.vocabulary.word(model.numberWord)).toBe('<num>');
  });

  it('backs off to the shorter context with the weight that remains', () => {
    // After "the prime" 0.1 is left, for words that have 0.3 after "prime".
    const afterPrime = (0.3 / 0.9) * 0.15;
    expect(p('met', 'prime', 'friend')).toBeCloseTo(afterPrime, 4);
    expect(p('the', 'prime', 'friend')).toBeCloseTo((0.1 / 0.3) * afterPrime, 4);
  });

  it('scores bigrams alone', () => {
    expect(Math.exp(model.bigram(id('prime'), id('minister')))).toBeCloseTo(0.7, 3);
    expect(Math.exp(model.bigram(id('friend'), id('minister')))).toBeCloseTo(0.1, 3);
  });

  it('shares out one in all after every context', () => {
    for (let first = 0; first <= model.vocabulary.size; first++) {
      for (let second = 0; second <= model.vocabulary.size; second++) {
        let sum = 0;
        for (let word = 1; word <= model.vocabulary.size; word++) {
          if (word !== model.sentenceStart) sum += Math.exp(model.score(first, second, word));
        }
        expect(sum, `${first} ${second}`).toBeCloseTo(1, 2);
      }
    }
  });

  it('falls back to what it knows of a context with an unknown word', () => {
    expect(p('unheard-of', 'prime', 'minister')).toBeCloseTo(0.7, 3);
    expect(p('prime', 'unheard-of', 'minister')).toBeCloseTo(0.1, 3);
  });

  it('gives an unknown word the probability of the rarest word', () => {
    expect(p('the', 'friend', 'unheard-of')).toBeCloseTo(0.05, 3);
    expect(p('unheard-of', 'unheard-of', 'unheard-of')).toBeCloseTo(0.05, 3);
  });

  it('answers the same whatever was asked before', () => {
    const bytes = compileModel(wordsOf(EXAMPLE), ngramsOf(EXAMPLE));
    const fresh = () => new LanguageModel(bytes);
    const ids = Array.from({ length: model.vocabulary.size + 1 }, (_, i) => i);
    for (const first of ids)
      for (const second of ids) expect(model.score(first, second, 4)).toBe(fresh().score(first, second, 4));
  });

  it('refuses a damaged file', () => {
    const whole = compileModel(wordsOf(EXAMPLE), ngramsOf(EXAMPLE));
    const bytes = whole.slice();
    bytes[bytes.length - 9] = (bytes[bytes.length - 9] as number) ^ 1;
    expect(() => new LanguageModel(bytes)).toThrow(/damaged/);
    expect(() => new LanguageModel(whole.subarray(0, 100))).toThrow(/EMENDLM3/);
    expect(() => new LanguageModel(new Uint8Array(0))).toThrow(/EMENDLM3/);
  });
});
