import type { Lexicon } from '../../lexicon/lexicon.js';
import { foldCode, isBlank, isUpper } from '../../text/characters.js';
import { stemEnd, TokenFlag, TokenKind, type Tokens } from '../../text/tokens.js';
import { HASH_START, hashStep } from '../../text/vocabulary.js';

/** Share of strange words, in all words, below which a text is taken for sound; of sound news 0.1 to 0.6 % are strange. */
const LEAST_SHARE = 0.008;
/** Among so few words one that is strange is enough. */
const TOO_FEW = 60;
/** What a small letter counts that stands alone and is no word. */
const LONE_LETTER = 0.5;
/** What a mark counts that stands alone: some people write so. */
const APART = 0.5;
/** What an unknown word with a capital counts: mostly it is a name. */
const CAPITAL = 0.3;
/** Opening single quotes before small letters or alone, from which on a text is looked at: Tesseract's dirt at the edge of a line. */
const LEAST_STRAYS = 2;

/**
 * Whether it is worth while to look for misread words: one pass over the tokens, without a search. Cheap, as most texts of a batch
 * are sound.
 */
export function mayBeMisread(text: string, tokens: Tokens, lexicon: Lexicon): boolean {
  const { count, kind, start, end, hash, id } = tokens;
  const { vocabulary } = lexicon;
  let words = 0;
  let strange = 0;
  let strays = 0;
  for (let i = 0; i < count; i++) {
    const from = start[i] as number;
    const to = end[i] as number;
    if (kind[i] === TokenKind.Symbol) {
      const code = text.charCodeAt(from);
      if (isDirt(code)) strange++;
      else if (code === 0x2018) strays++;
      else strange += oddMark(text, code, from, ((tokens.flags[i] as number) & TokenFlag.SpaceBefore) !== 0);
      continue;
    }
    if (kind[i] !== TokenKind.Word) continue;
    if (to - from < 2) {
      if (isLoneLetter(text.charCodeAt(from))) strange += LONE_LETTER;
      continue;
    }
    words++;
    if (isLower(text.charCodeAt(from + 1)) && isUpper(text.charCodeAt(to - 1))) strange++;
    // Words of the reversal dictionary are known too.
    if (id[i] !== 0 || vocabulary.find(text, from, to, hash[i] as number) !== 0) continue;
    const stem = stemEnd(tokens, i);
    if (isKnown(text, from, stem, lexicon)) continue;
    strange += isUpper(text.charCodeAt(from)) ? CAPITAL : 1;
  }
  if (words < TOO_FEW) return strange > 0 || strays > 0;
  return strays >= LEAST_STRAYS || (strange > 0 && strange >= LEAST_SHARE * words);
}

/** What a mark counts that stands where print has none: behind a blank, beside another, as a hyphen that broke a word. */
function oddMark(text: string, code: number, at: number, isApart: boolean): number {
  const next = text.charCodeAt(at + 1);
  if (code === 0x2d) {
    const broken = next === 0x20 && isLower(text.charCodeAt(at - 1)) && isLower(text.charCodeAt(at + 2));
    return broken ? 1 : 0;
  }
  if (isApart) return isPoint(code) && code !== 0x2e && isBlank(next) ? APART : 0;
  return code !== 0x2e && isPoint(code) && isPoint(next) && code !== next ? 1 : 0;
}

function isPoint(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f;
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isLoneLetter(code: number): boolean {
  return code > 0x61 && code <= 0x7a;
}

/** Marks that no sentence has. */
function isDirt(code: number): boolean {
  return (
    code === 0x7e || code === 0x5e || code === 0x7c || code === 0x25a0 || code === 0xfffd || code === 0x60
  );
}

/** Whether a word is known without its possessive, or part by part at its hyphens. */
function isKnown(text: string, from: number, to: number, { vocabulary }: Lexicon): boolean {
  let end = to;
  if (
    end - from > 3 &&
    (text.charCodeAt(end - 1) | 0x20) === 0x73 &&
    foldCode(text.charCodeAt(end - 2)) === 0x27
  )
    end -= 2;
  else if (foldCode(text.charCodeAt(end - 1)) === 0x27) end--;
  let begin = from;
  let hash = HASH_START;
  for (let i = from; i <= end; i++) {
    const folded = i < end ? foldCode(text.charCodeAt(i)) : 0x2d;
    if (folded !== 0x2d) {
      hash = hashStep(hash, folded);
      continue;
    }
    if (i - begin > 1 && vocabulary.find(text, begin, i, hash) === 0) return false;
    begin = i + 1;
    hash = HASH_START;
  }
  return true;
}
