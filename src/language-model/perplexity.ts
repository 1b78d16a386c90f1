import { markSentences } from '../text/sentences.js';
import { tokenize } from '../text/tokens.js';
import type { LanguageModel } from './language-model.js';
import { breaksBefore, NO_WORD, wordIds } from './word-ids.js';

/** How well a model foretells a text. */
export interface Perplexity {
  /** exp of the mean negative log-probability of the known words and sentence ends; NaN where there is none. */
  readonly perplexity: number;
  /** Events that count: known words and sentence ends. */
  readonly events: number;
  /** Words that the model does not know; they are skipped. */
  readonly unknown: number;
}

/** The perplexity of a model on a text, unknown words left out (but not their place in the context). */
export function perplexity(model: LanguageModel, text: string): Perplexity {
  const tokens = tokenize(text);
  markSentences(text, tokens);
  const ids = wordIds(text, tokens, model);
  const breaks = breaksBefore(text, tokens);
  let sum = 0;
  let events = 0;
  let unknown = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i <= tokens.count; i++) {
    if (i === tokens.count || breaks[i] === 1) {
      if (events + unknown > 0) {
        sum += model.score(first, second, model.sentenceEnd);
        events++;
      }
      first = 0;
      second = model.sentenceStart;
    }
    const id = ids[i] ?? NO_WORD;
    if (id === NO_WORD) continue;
    if (id === 0) unknown++;
    else {
      sum += model.score(first, second, id);
      events++;
    }
    first = second;
    second = id;
  }
  return { perplexity: Math.exp(-sum / events), events, unknown };
}
