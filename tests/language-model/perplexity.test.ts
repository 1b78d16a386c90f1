import { describe, expect, it } from 'vitest';
import { perplexity } from '../../src/language-model/perplexity.js';
import { EXAMPLE, modelOf } from './tiny-model.js';

const model = modelOf(EXAMPLE);

describe('perplexity', () => {
  it('is the inverse geometric mean of the probabilities, sentence ends included', () => {
    // <s> the | <s> the prime | the prime minister | the end, with what "minister" leaves of one
    const end = (0.6 / 0.85) * 0.1;
    const mean = (0.6 * 0.5 * 0.9 * end) ** (1 / 4);
    const found = perplexity(model, 'The prime minister.');
    expect(found.perplexity).toBeCloseTo(1 / mean, 1);
    expect(found).toMatchObject({ events: 4, unknown: 0 });
  });

  it('leaves unknown words out', () => {
    expect(perplexity(model, 'The Xyzzy met.')).toMatchObject({ events: 3, unknown: 1 });
  });

  it('is lower for likely text', () => {
    const likely = perplexity(model, 'The prime minister met the friend.').perplexity;
    expect(likely).toBeLessThan(perplexity(model, 'Minister friend the met prime the.').perplexity);
  });

  it('is not a number for a text without words', () => {
    expect(perplexity(model, ' ... ').perplexity).toBeNaN();
  });
});
