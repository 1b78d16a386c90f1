import type { LanguageModel } from '../language-model/language-model.js';
import { breaksBefore, wordIds } from '../language-model/word-ids.js';
import { markSentences } from '../text/sentences.js';
import { type Tokens, tokenize } from '../text/tokens.js';
import { NO_WORD, SENTENCE_BREAK } from './lattice.js';

/** Numbers the words of texts as a lattice wants them. */
export class WordNumbers {
  constructor(private readonly model: LanguageModel) {}

  /** Word number of every token; NO_WORD for tokens the model does not see, SENTENCE_BREAK for ends of sentences. */
  ofTokens(text: string, tokens: Tokens): Int32Array {
    const words = wordIds(text, tokens, this.model);
    const breaks = breaksBefore(text, tokens);
    for (let i = 1; i < tokens.count; i++) {
      // The mark that ends the sentence carries the break; a heading without one is read on into its text.
      if (breaks[i] === 1 && words[i - 1] === NO_WORD) words[i - 1] = SENTENCE_BREAK;
    }
    return words;
  }

  /** Word numbers of a term of the dictionary. */
  ofTerm(term: string): Int32Array {
    const tokens = tokenize(term);
    markSentences(term, tokens);
    return wordIds(term, tokens, this.model).filter((word) => word !== NO_WORD);
  }
}
