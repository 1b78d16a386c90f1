import { describe, expect, it } from 'vitest';
import { LetterModel } from '../../src/lexicon/letter-model.js';

const WORDS = 'the them then there these thin thing think this those though thought three through'.split(' ');

describe('the spelling of a language', () => {
  const spelling = new LetterModel(WORDS);

  it('makes words of its letters likelier than the same letters in another order', () => {
    expect(spelling.score('thing')).toBeGreaterThan(spelling.score('gnith'));
    expect(spelling.score('these')).toBeGreaterThan(spelling.score('tsehe'));
  });

  it('makes a word nobody has listed likely where it is spelled alike', () => {
    expect(spelling.score('thinth')).toBeGreaterThan(spelling.score('tqinxh'));
  });

  it('gives every letter a chance, those of other scripts too', () => {
    for (const word of ['', 'zzz', 'größe', 'слово', '漢字', "o'clock", '\0\ud800', 'a1b2']) {
      expect(Number.isFinite(spelling.score(word))).toBe(true);
      expect(spelling.score(word)).toBeLessThan(0);
    }
  });

  it('does not tell letters beyond its alphabet apart', () => {
    expect(spelling.score('thé')).toBe(spelling.score('thж'));
    expect(spelling.score('the')).not.toBe(spelling.score('thж'));
  });

  it('tells letters of its own apart where the language uses them', () => {
    const french = new LetterModel(['été', 'pré', 'né', 'thé', 'clé']);
    expect(french.score('blé')).toBeGreaterThan(french.score('blж'));
    const russian = new LetterModel(['слово', 'слон', 'сон', 'волос']);
    expect(russian.score('слов')).toBeGreaterThan(russian.score('влсо'));
  });

  it('tells apostrophes and hyphens apart', () => {
    const hyphens = new LetterModel(['to-day', 'to-night', 'to-morrow']);
    expect(hyphens.score('to-day')).toBeGreaterThan(hyphens.score("to'day"));
  });

  it('counts every word once, in whatever order', () => {
    const turned = new LetterModel([...WORDS].reverse());
    for (const word of ['the', 'thin', 'xylo'])
      expect(turned.score(word)).toBeCloseTo(spelling.score(word), 5);
  });

  it('is a probability: all words of up to three letters together have less than 1', () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyz'-é"];
    const grown = (words: string[]) => words.flatMap((word) => letters.map((letter) => word + letter));
    const one = grown(['']);
    const two = grown(one);
    const mass = (model: LetterModel, words: string[]) =>
      words.reduce((sum, word) => sum + Math.exp(model.score(word)), 0);
    const all = ['', ...one, ...two, ...grown(two)];
    expect(mass(spelling, all)).toBeLessThan(1);
    // Each of the 29 letters and the end is as likely as another; the word ends at every length with 1/30.
    const none = new LetterModel([]);
    const expected = [0, 1, 2, 3].reduce((sum, n) => sum + (29 / 30) ** n / 30, 0);
    expect(mass(none, all)).toBeCloseTo(expected, 4);
  });

  it('without words knows nothing: all letters are alike', () => {
    const empty = new LetterModel([]);
    expect(empty.score('the')).toBeCloseTo(empty.score('qzx'), 5);
    expect(empty.score('the')).toBeCloseTo(4 * Math.log(1 / 30), 4);
  });
});
