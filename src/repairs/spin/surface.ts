import { indefiniteArticle } from '../../lexicon/inflection.js';
import { isDigit, isLetter } from '../../text/characters.js';
import { LetterCase, stemEnd, TokenFlag, TokenKind, type Tokens } from '../../text/tokens.js';
import { inStyle, type TextStyle } from './style.js';
import { withoutArticle } from './terms.js';

/** A replacement ready to be written: where, and what. */
export interface SurfaceEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Words that stay small in a name or heading. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an the of in on at to for and or but by with from as than that is are was were be'.split(' '),
);

/** Words after which no other determiner can stand. */
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an this these those my your his her its our their every each'.split(' '),
);

const LONGEST_DETERMINER = 5;
const DETERMINER_INITIALS = 'taimyhoeTAIMYHOE';

/**
 * Writes a standard term in place of tokens `from` to `to - 1`: capitals as found there, no second determiner, and a
 * preceding `a` or `an` put right, in which case the edit begins with it.
 *
 * @param free offset from which on the text is not taken by an earlier edit
 * @param style how the text is written
 */
export function writeSurface(
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
  standard: string,
  { free, style }: { readonly free: number; readonly style: TextStyle },
): SurfaceEdit {
  const start = tokens.start[from] as number;
  const end = stemEnd(tokens, to - 1);
  let replacement = inStyle(standard, style);
  const before = determinerBefore(text, tokens, from);
  if (before !== undefined) replacement = withoutArticle(replacement);
  replacement = withCase(replacement, tokens, from, to);
  if (start > 0 && tokens.kind[from] === TokenKind.Symbol && joins(text.charCodeAt(start - 1), replacement)) {
    replacement = ` ${replacement}`;
  }
  const articleStart = from > 0 ? (tokens.start[from - 1] as number) : 0;
  const isProtected = from > 0 && ((tokens.flags[from - 1] as number) & TokenFlag.Protected) !== 0;
  if ((before === 'a' || before === 'an') && articleStart >= free && !isProtected) {
    const article = indefiniteArticle(replacement);
    if (article !== before) {
      const capital = text.charCodeAt(articleStart) === 0x41;
      const shouted = replacement === replacement.toUpperCase() && standard !== standard.toUpperCase();
      const written = !capital ? article : shouted ? article.toUpperCase() : `A${article.slice(1)}`;
      const between = text.slice(tokens.end[from - 1], start);
      return { start: articleStart, end, replacement: written + between + replacement };
    }
  }
  return { start, end, replacement };
}

/**
 * The determiner right before a phrase, folded; undefined where there is none, or where the phrase brings its own ("that
 * the present").
 */
export function determinerBefore(text: string, tokens: Tokens, from: number): string | undefined {
  if (((tokens.flags[from] as number) & TokenFlag.SentenceStart) !== 0) return undefined;
  return determinerAt(text, tokens, from) === undefined ? determinerAt(text, tokens, from - 1) : undefined;
}

function determinerAt(text: string, tokens: Tokens, index: number): string | undefined {
  if (index < 0 || tokens.kind[index] !== TokenKind.Word) return undefined;
  const start = tokens.start[index] as number;
  const end = tokens.end[index] as number;
  // Asked at every match: most words are ruled out by their length and first letter, before a string is made.
  if (end - start > LONGEST_DETERMINER || !DETERMINER_INITIALS.includes(text.charAt(start))) return undefined;
  const word = text.slice(start, end).toLowerCase();
  return DETERMINERS.has(word) ? word : undefined;
}

/** The standard in the letter case of the tokens it replaces. Capitals of the standard itself are kept. */
function withCase(standard: string, tokens: Tokens, from: number, to: number): string {
  let first: number = LetterCase.None;
  let letters = 0;
  let words = 0;
  let capitals = 0;
  let uppers = 0;
  for (let i = from; i < to; i++) {
    const letterCase = tokens.letterCase[i] as number;
    if (letterCase === LetterCase.None) continue;
    if (first === LetterCase.None) first = letterCase;
    const length = (tokens.end[i] as number) - (tokens.start[i] as number);
    letters += length;
    if (letterCase === LetterCase.Upper || (length === 1 && letterCase === LetterCase.Capitalized))
      uppers += length;
    if (length < 4 && i > from) continue;
    words++;
    if (letterCase !== LetterCase.Lower) capitals++;
  }
  if (letters > 1 && uppers === letters) {
    // "US" alone is an acronym; in a run of capitals it is a heading.
    const single = to - from === 1;
    const shout = !single || shouts(tokens, from - 1) || shouts(tokens, to) || letters > 4;
    if (shout) return standard.toUpperCase();
  }
  if (first === LetterCase.None || first === LetterCase.Lower) return standard;
  const atStart = ((tokens.flags[from] as number) & TokenFlag.SentenceStart) !== 0;
  // Spinners capitalise what they put in for a capitalised word only as it stands in their table: most capitals suffice.
  const title = words > 1 ? capitals > 1 && capitals * 2 > words : !atStart;
  // Within a sentence an article stays small even before a name: "in the US" for "in States".
  const article = atStart ? '' : (/^(?:the|an?) /.exec(standard)?.[0] ?? '');
  const rest = standard.slice(article.length);
  return article + (title ? capitalizeWords(rest) : capitalize(rest));
}

/** Whether token `index` is a word in capitals. */
function shouts(tokens: Tokens, index: number): boolean {
  return index >= 0 && index < tokens.count && tokens.letterCase[index] === LetterCase.Upper;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function capitalizeWords(text: string): string {
  return text
    .split(' ')
    .map((word, i) => (i > 0 && SMALL_WORDS.has(word) ? word : capitalize(word)))
    .join(' ');
}

/** Whether a word would grow together with the character before it. */
function joins(code: number, replacement: string): boolean {
  const next = replacement.charCodeAt(0);
  return (isLetter(code) || isDigit(code)) && (isLetter(next) || isDigit(next));
}
