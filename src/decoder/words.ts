import { isApostrophe } from '../text/characters.js';
import { TokenKind, type Tokens, tokenize } from '../text/tokens.js';
import type { Vocabulary } from '../text/vocabulary.js';
import { NO_WORD, SENTENCE_BREAK } from './lattice.js';

/** The words of an n-gram model. */
export interface ModelWords {
  readonly vocabulary: Vocabulary;
  /** The word that stands for every number. */
  readonly numberWord: number;
}

/** Numbers the words of texts as the language model knows them. */
export class ModelWordNumbers {
  private readonly terms = new Map<string, Int32Array>();

  constructor(private readonly model: ModelWords) {}

  /** Word number of every token; NO_WORD for tokens the model does not see, SENTENCE_BREAK for ends of sentences. */
  ofTokens(text: string, tokens: Tokens): Int32Array {
    const words = new Int32Array(tokens.count);
    for (let i = 0; i < tokens.count; i++) {
      const start = tokens.start[i] as number;
      const kind = tokens.kind[i] as number;
      if (kind === TokenKind.Word) words[i] = this.wordOf(text, tokens, i);
      else if (kind === TokenKind.Number) words[i] = this.model.numberWord;
      else if (kind === TokenKind.Symbol)
        words[i] = endsClause(text.charCodeAt(start)) ? SENTENCE_BREAK : NO_WORD;
    }
    return words;
  }

  /** Word numbers of a term, which holds no end of a sentence. Terms are few and remembered. */
  ofTerm(term: string): Int32Array {
    const known = this.terms.get(term);
    if (known !== undefined) return known;
    const words = this.ofTokens(term, tokenize(term)).filter((word) => word >= 0);
    this.terms.set(term, words);
    return words;
  }

  private wordOf(text: string, tokens: Tokens, i: number): number {
    const { vocabulary } = this.model;
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    const word = vocabulary.find(text, start, end, tokens.hash[i] as number);
    const possessive = word === 0 && end - start > 2 && isApostrophe(text.charCodeAt(end - 2));
    return possessive ? vocabulary.id(text.slice(start, end - 2)) : word;
  }
}

/** Whether the model was trained with a sentence end at this punctuation: . ! ? ; : */
function endsClause(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f || code === 0x3b || code === 0x3a || code === 0x2026;
}
