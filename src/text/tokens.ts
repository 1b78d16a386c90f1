import { foldCode, isApostrophe, isBlank, isDigit, isHyphen, isLetter, isUpper } from './characters.js';
import { HASH_START, hashStep, type Vocabulary } from './vocabulary.js';

/** What a token is. `Opaque` are URLs, e-mail addresses, handles, hashtags, file names and code: never to be changed. */
export const TokenKind = { Word: 1, Number: 2, Symbol: 3, Opaque: 4 } as const;

/** Letter case of a word. A single capital counts as `Capitalized`. */
export const LetterCase = { None: 0, Lower: 1, Capitalized: 2, Upper: 3, Mixed: 4 } as const;

/** Bits of `Tokens.flags`. */
export const TokenFlag = {
  /** A blank stands before the token. */
  SpaceBefore: 1,
  /** A line break stands before the token. */
  NewlineBefore: 2,
  /** The token begins a sentence; set by `markSentences`. */
  SentenceStart: 4,
  /** The token ends in 's and its `id` is that of the word without it. */
  Possessive: 8,
  /** An empty line stands before the token. */
  ParagraphBefore: 16,
  /** The token must not be changed; set by `ProtectedPhrases.mark`. */
  Protected: 32,
} as const;

/**
 * The tokens of a text as parallel arrays: token i is `text.slice(start[i], end[i])`. Blanks belong to no token.
 * A word keeps its apostrophes and hyphens ("don't", "year-long"), an abbreviation its periods ("U.S.").
 */
export interface Tokens {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number of the folded word in the vocabulary; 0 where it is not there. */
  readonly id: Int32Array;
  /** Hash of the folded token, for `Vocabulary.find` in a second vocabulary; without meaning for `Opaque` tokens. */
  readonly hash: Int32Array;
  /** One of {@link TokenKind}. */
  readonly kind: Uint8Array;
  /** One of {@link LetterCase}. */
  readonly letterCase: Uint8Array;
  /** Bits of {@link TokenFlag}. */
  readonly flags: Uint8Array;
}

/** Where a token ends without the 's that its `id` leaves out. */
export function stemEnd(tokens: Tokens, index: number): number {
  const possessive = ((tokens.flags[index] as number) & TokenFlag.Possessive) !== 0;
  return (tokens.end[index] as number) - (possessive ? 2 : 0);
}

/** Code units that may follow inside a number when a digit comes after: 1,000 2.5 10:30 1/2 3-1. */
function joinsDigits(code: number): boolean {
  return (
    code === 0x2c || code === 0x2e || code === 0x3a || code === 0x2f || isHyphen(code) || code === 0x2013
  );
}

/** Code units that end a URL or the like. */
function endsOpaque(code: number): boolean {
  return (
    isBlank(code) ||
    code === 0x22 || // "
    code === 0x3c || // <
    code === 0x3e || // >
    code === 0x28 || // (
    code === 0x29 || // )
    code === 0x5b || // [
    code === 0x5d || // ]
    (code >= 0x2018 && code <= 0x201f) ||
    code === 0xab ||
    code === 0xbb
  );
}

/** Punctuation that ends a sentence or clause and so is no part of a URL when it stands at its end. */
function trailsOpaque(code: number): boolean {
  return (
    code === 0x2e ||
    code === 0x2c ||
    code === 0x3b ||
    code === 0x3a ||
    code === 0x21 ||
    code === 0x3f ||
    code === 0x27
  );
}

/**
 * Cuts a text into tokens, in one pass forwards and linear time.
 *
 * @param text any string
 * @param vocabulary where given, words are numbered by it
 */
export function tokenize(text: string, vocabulary?: Vocabulary): Tokens {
  const length = text.length;
  // One token needs at least one code unit; prose has about five per token, so this rarely grows.
  let capacity = (length >> 2) + 16;
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let id = new Int32Array(capacity);
  let hashes = new Int32Array(capacity);
  let kind = new Uint8Array(capacity);
  let letterCase = new Uint8Array(capacity);
  let flags = new Uint8Array(capacity);
  let count = 0;
  let at = 0;
  while (at < length) {
    let flag = 0;
    let newlines = 0;
    let code = text.charCodeAt(at);
    while (isBlank(code)) {
      flag |= TokenFlag.SpaceBefore;
      if (code === 0x0a || code === 0x2028 || code === 0x2029) newlines++;
      if (++at === length) break;
      code = text.charCodeAt(at);
    }
    if (at === length) break;
    if (newlines > 0)
      flag |= newlines > 1 ? TokenFlag.NewlineBefore | TokenFlag.ParagraphBefore : TokenFlag.NewlineBefore;
    if (count === capacity) {
      capacity *= 2;
      start = grown(start, new Int32Array(capacity));
      end = grown(end, new Int32Array(capacity));
      id = grown(id, new Int32Array(capacity));
      hashes = grown(hashes, new Int32Array(capacity));
      kind = grown(kind, new Uint8Array(capacity));
      letterCase = grown(letterCase, new Uint8Array(capacity));
      flags = grown(flags, new Uint8Array(capacity));
    }
    const from = at;
    let hash = HASH_START;
    let what: number = TokenKind.Symbol;
    let possessiveHash = 0;
    let possessiveEnd = 0;
    let uppers = 0;
    let lowers = 0;
    if (isLetter(code) || isDigit(code)) {
      what = isDigit(code) ? TokenKind.Number : TokenKind.Word;
      let segment = 0; // letters since the last period inside the word
      let dotted = false;
      for (;;) {
        while (at < length) {
          code = text.charCodeAt(at);
          if (isLetter(code)) {
            if (isUpper(code)) uppers++;
            else lowers++;
          } else if (!isDigit(code)) break;
          hash = hashStep(hash, foldCode(code));
          segment++;
          at++;
        }
        if (at >= length) break;
        const next = at + 1 < length ? text.charCodeAt(at + 1) : 0;
        if (isApostrophe(code) && isLetter(next)) {
          if ((next | 0x20) === 0x73 && !(at + 2 < length && isLetter(text.charCodeAt(at + 2)))) {
            possessiveHash = hash;
            possessiveEnd = at;
          }
          segment = 2;
        } else if (isHyphen(code) && (isLetter(next) || isDigit(next))) {
          segment = 0;
        } else if (what === TokenKind.Number && joinsDigits(code) && isDigit(next)) {
          segment = 0;
        } else if (code === 0x2e && isLetter(next)) {
          // U.S. and p.c are abbreviations; bbc.co.uk and Node.js are names of machines.
          const after = at + 2 < length ? text.charCodeAt(at + 2) : 0;
          if (segment === 1 && !isLetter(after) && !isDigit(after)) dotted = true;
          else if (!isUpper(next) && what === TokenKind.Word) what = TokenKind.Opaque;
          else break;
          segment = 0;
        } else if (code === 0x2e && dotted && segment === 1) {
          hash = hashStep(hash, code);
          at++;
          break;
        } else if (
          ((code === 0x40 || code === 0x5f) && (isLetter(next) || isDigit(next))) || // a@b, a_b
          (code === 0x3a && next === 0x2f && text.charCodeAt(at + 2) === 0x2f) // http://
        ) {
          what = TokenKind.Opaque;
        } else break;
        if (what === TokenKind.Opaque) {
          while (at < length && !endsOpaque(text.charCodeAt(at))) at++;
          while (trailsOpaque(text.charCodeAt(at - 1))) at--;
          break;
        }
        hash = hashStep(hash, foldCode(code));
        at++;
      }
    } else if ((code === 0x40 || code === 0x23) && at + 1 < length && isLetter(text.charCodeAt(at + 1))) {
      what = TokenKind.Opaque;
      at++;
      while (at < length) {
        code = text.charCodeAt(at);
        if (!isLetter(code) && !isDigit(code) && code !== 0x5f) break;
        at++;
      }
    } else {
      hash = hashStep(hash, foldCode(code));
      at++;
      const paired =
        code >= 0xd800 && code < 0xdc00 && at < length && (text.charCodeAt(at) & 0xfc00) === 0xdc00;
      if (paired) {
        hash = hashStep(hash, text.charCodeAt(at));
        at++;
      } else if (code === 0x2e) {
        for (; at < length && text.charCodeAt(at) === 0x2e; at++) hash = hashStep(hash, 0x2e);
      }
    }
    start[count] = from;
    end[count] = at;
    hashes[count] = hash;
    kind[count] = what;
    if (uppers + lowers > 0) {
      letterCase[count] =
        uppers === 0
          ? LetterCase.Lower
          : uppers === 1 && isUpper(text.charCodeAt(from))
            ? LetterCase.Capitalized
            : lowers === 0
              ? LetterCase.Upper
              : LetterCase.Mixed;
    }
    if (vocabulary !== undefined && what !== TokenKind.Opaque) {
      let word = vocabulary.find(text, from, at, hash);
      if (word === 0 && possessiveEnd === at - 2 && possessiveEnd > 0) {
        word = vocabulary.find(text, from, possessiveEnd, possessiveHash);
        if (word !== 0) flag |= TokenFlag.Possessive;
      }
      id[count] = word;
    }
    flags[count] = flag;
    count++;
  }
  return { count, start, end, id, hash: hashes, kind, letterCase, flags };
}

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
