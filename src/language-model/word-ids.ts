import { LetterCase, TokenFlag, TokenKind, type Tokens } from '../text/tokens.js';
import type { LanguageModel } from './language-model.js';
import { possessiveStem } from './possessive.js';

/** The number of a token that is no word for the model: punctuation. */
export const NO_WORD = -1;

/** How the model spells the United States, who in capitals would else be taken for the pronoun. */
export const COUNTRY = 'u.s.';

/** Whether token `i` is "US". */
export function isCountry(text: string, { start, end, letterCase }: Tokens, i: number): boolean {
  const at = start[i] as number;
  if (letterCase[i] !== LetterCase.Upper || (end[i] as number) - at !== 2) return false;
  return text.charCodeAt(at) === 0x55 && text.charCodeAt(at + 1) === 0x53;
}

/**
 * For each token, 1 where a word follows the end of a sentence or clause: the first word of a sentence (as
 * `markSentences` set it) and the word behind a colon or semicolon. The first word of the text counts too.
 */
export function breaksBefore(text: string, tokens: Tokens): Uint8Array {
  const { count, start, kind, flags } = tokens;
  const breaks = new Uint8Array(count);
  let pending = true;
  for (let i = 0; i < count; i++) {
    if (((flags[i] as number) & TokenFlag.SentenceStart) !== 0) pending = true;
    if (kind[i] === TokenKind.Symbol) {
      const code = text.charCodeAt(start[i] as number);
      if (code === 0x3a || code === 0x3b) pending = true;
    } else if (pending) {
      breaks[i] = 1;
      pending = false;
    }
  }
  return breaks;
}

/**
 * The numbers of tokens in a model's vocabulary: {@link NO_WORD} for punctuation, `numberWord` for what begins with a
 * digit, 0 for unknown words; a possessive that is not known counts as its noun.
 */
export function wordIds(
  text: string,
  tokens: Tokens,
  { vocabulary, numberWord }: LanguageModel,
  from = 0,
  to = tokens.count,
): Int32Array {
  const { start, end, kind, hash } = tokens;
  const country = vocabulary.id(COUNTRY);
  const ids = new Int32Array(to - from);
  for (let i = from; i < to; i++) {
    let id = 0;
    if (kind[i] === TokenKind.Word) {
      const first = start[i] as number;
      const last = end[i] as number;
      id = isCountry(text, tokens, i) ? country : vocabulary.find(text, first, last, hash[i] as number);
      if (id === 0) {
        const stem = possessiveStem(text, first, last, hash[i] as number);
        if (stem !== undefined) id = vocabulary.find(text, first, last - 2, stem);
      }
    } else if (kind[i] === TokenKind.Symbol) id = NO_WORD;
    else if (kind[i] === TokenKind.Number) id = numberWord;
    ids[i - from] = id;
  }
  return ids;
}
