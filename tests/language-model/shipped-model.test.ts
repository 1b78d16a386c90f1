import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LanguageModel } from '../../src/language-model/language-model.js';
import { perplexity } from '../../src/language-model/perplexity.js';

const root = new URL('../../', import.meta.url);
const path = new URL('dictionaries/en/language-model.bin', root);

// A checkout may lack it until `npm run build:language-model` has made it from sources that are not in the repository.
describe.runIf(existsSync(path))('the shipped language model', () => {
  const bytes = new Uint8Array(readFileSync(path));
  const model = new LanguageModel(bytes);
  const id = (word: string) => model.vocabulary.id(word);
  const article = (name: string) => readFileSync(new URL(`tests/corpus/${name}.txt`, root), 'utf8');

  it('keeps its size', () => {
    expect(bytes.length).toBeLessThanOrEqual(19_000_000);
    expect(gzipSync(bytes).length).toBeLessThanOrEqual(13_000_000);
  });

  it('finds spun news much less likely than clean news', () => {
    const clean = perplexity(model, article('guardian-clean'));
    const spun = perplexity(model, article('qatar'));
    expect(clean.perplexity).toBeLessThan(290);
    expect(spun.perplexity).toBeGreaterThan(2.3 * clean.perplexity);
    expect(clean.unknown / clean.events).toBeLessThan(0.01);
  });

  it.each([
    ['the prime minister', 'the high minister'],
    ['at the negotiating table', 'at the negotiating desk'],
    ['the white house', 'the white area'],
    ['new peace talks', 'new peace chats'],
    ['the u.s. military', 'the us military'],
  ])('prefers %s to %s', (standard, spun) => {
    const score = (phrase: string) => {
      const words = phrase.split(' ').map(id);
      return words.reduce(
        (sum, word, i) => sum + model.score(words[i - 2] ?? 0, words[i - 1] ?? model.sentenceStart, word),
        0,
      );
    };
    expect(score(standard)).toBeGreaterThan(score(spun));
  });

  it('shares out one in all after contexts, but for rounding', () => {
    for (const context of [
      '<s> the',
      'the united',
      'of the',
      'prime minister',
      'zyxwv the',
      'the zyxwv',
      '<num> percent',
    ]) {
      const [first, second] = context.split(' ').map(id) as [number, number];
      let sum = 0;
      for (let word = 1; word <= model.vocabulary.size; word++) {
        if (word !== model.sentenceStart) sum += Math.exp(model.score(first, second, word));
      }
      expect(sum, context).toBeGreaterThan(0.98);
      expect(sum, context).toBeLessThan(1.02);
    }
  });

  it('gives every word of its vocabulary a finite score', () => {
    for (let word = 0; word <= model.vocabulary.size; word++) {
      expect(model.score(word, word, word)).toBeLessThan(0);
      expect(model.score(word, word, word)).toBeGreaterThan(-40);
    }
  });
});
