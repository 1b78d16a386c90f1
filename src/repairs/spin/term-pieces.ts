import type { TermIndex } from '../../dictionary/terms-index.js';
import { isHyphen } from '../../text/characters.js';
import { stemEnd, TokenFlag, TokenKind, type Tokens } from '../../text/tokens.js';

/**
 * The words of a text as terms count them, in parallel arrays: a token that has hyphens is parted at them, "x-beam" into "x" and
 * "beam". Symbols, protected words and the like are one piece each, without a word.
 */
export interface TermPieces {
  readonly count: number;
  /** Where each piece begins in the text, and where it ends, a possessive's 's left out. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** The token that a piece belongs to. */
  readonly token: Int32Array;
  /** Number of the word in the index, 0 where no term has it. */
  readonly word: Int32Array;
  /** Whether a term may go on from the piece before: 1, or 0. */
  readonly joined: Uint8Array;
  /** By token: its first piece; one more than there are tokens. */
  readonly first: Int32Array;
}

/** Parts tokens into pieces and numbers their words by an index of terms. */
export function readPieces(text: string, tokens: Tokens, terms: TermIndex): TermPieces {
  const first = new Int32Array(tokens.count + 1);
  let count = 0;
  for (let t = 0; t < tokens.count; t++) {
    first[t] = count++;
    if (tokens.kind[t] !== TokenKind.Word || isProtected(tokens, t)) continue;
    for (let i = tokens.start[t] as number; i < (tokens.end[t] as number); i++) {
      if (isHyphen(text.charCodeAt(i))) count++;
    }
  }
  first[tokens.count] = count;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const token = new Int32Array(count);
  const word = new Int32Array(count);
  const joined = new Uint8Array(count);
  let goesOn = false;
  for (let t = 0; t < tokens.count; t++) {
    const begins = first[t] as number;
    const ends = first[t + 1] as number;
    const kind = tokens.kind[t];
    const isWord = (kind === TokenKind.Word || kind === TokenKind.Number) && !isProtected(tokens, t);
    const flags = tokens.flags[t] as number;
    const parted = (flags & (TokenFlag.SentenceStart | TokenFlag.ParagraphBefore)) !== 0;
    if (goesOn && isWord && !parted) joined[begins] = 1;
    goesOn = isWord;
    let at = tokens.start[t] as number;
    for (let piece = begins; piece < ends; piece++) {
      if (piece > begins) joined[piece] = 1;
      start[piece] = at;
      token[piece] = t;
      let stop = tokens.end[t] as number;
      if (piece < ends - 1) for (stop = at; !isHyphen(text.charCodeAt(stop)); ) stop++;
      if (isWord) word[piece] = terms.wordAt(text, at, stop);
      if (isWord && piece === ends - 1 && word[piece] === 0 && stemEnd(tokens, t) < stop) {
        // "Alzheimer's" may be a word of a term; any other possessive ends it.
        stop = stemEnd(tokens, t);
        word[piece] = terms.wordAt(text, at, stop);
        goesOn = false;
      }
      end[piece] = stop;
      at = stop + 1;
    }
  }
  return { count, start, end, token, word, joined, first };
}

function isProtected({ flags }: Tokens, token: number): boolean {
  return ((flags[token] as number) & TokenFlag.Protected) !== 0;
}
