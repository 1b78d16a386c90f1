import { isBlank, isLetter } from '../../text/characters.js';
import type { Border, LayoutDocument } from './document.js';
import { isHumpBorder, LONGEST_WORD } from './humps.js';
import { isCapitals, isName, isPlain, isSmallWord, type RightWord, rightWord } from './words-beside.js';

/**
 * Judges whether a caption, a credit or a heading without a period ends right before the capital at `border`, inside a
 * run of letters: "air baseQatar has". Undefined where the capital belongs to the word: "YouTube", "McDonald".
 * `wordStart` is an offset where a word is known to begin although no blank stands before it.
 */
export function letterBorder(
  document: LayoutDocument,
  border: number,
  wordStart: number,
): Border | undefined {
  const { text, words } = document;
  if (!isHumpBorder(text, border)) return undefined;
  let start = border;
  while (start > 0 && border - start <= LONGEST_WORD && isLetter(text.charCodeAt(start - 1))) start--;
  if (border - start > LONGEST_WORD || !(start === wordStart || canPrecedeWord(text, start)))
    return undefined;
  const right = rightWord(text, border, words);
  if (right === undefined || right.kind === 'initials') return undefined;
  const left = text.slice(start, border);
  const joined = left + right.text;
  if (joined.length > LONGEST_WORD || isName(joined, words) || document.isAddress(border)) return undefined;
  const credit = creditBefore(document, left, border, wordStart);
  if (credit !== undefined) {
    const confidence = afterCredit(document, credit, joined, right);
    if (confidence === undefined) return undefined;
    return {
      at: border,
      kind: 'caption',
      confidence,
      because: `the credit “${credit}” runs into ${right.text}`,
    };
  }
  const confidence = isSmallWord(left)
    ? afterSmallWord(document, left, joined, right)
    : afterName(document, left, right);
  if (confidence === undefined) return undefined;
  return { at: border, kind: 'caption', confidence, because: `“${left}” and “${right.text}” are two words` };
}

/** Whether what stands before `start` can precede a word of a text. */
function canPrecedeWord(text: string, start: number): boolean {
  return (
    start === 0 || isBlank(text.charCodeAt(start - 1)) || '“‘([\'"’-–—/'.includes(text.charAt(start - 1))
  );
}

/** The longest credit that ends right before `end`. */
function creditBefore(
  { text, words }: LayoutDocument,
  last: string,
  end: number,
  wordStart: number,
): string | undefined {
  let longest: string | undefined;
  for (const credit of words.creditsByLastWord.get(last) ?? []) {
    const start = end - credit.length;
    if (start < 0 || !text.startsWith(credit, start) || !(start === wordStart || canPrecedeWord(text, start)))
      continue;
    if (longest === undefined || credit.length > longest.length) longest = credit;
  }
  return longest;
}

function afterCredit(
  document: LayoutDocument,
  credit: string,
  joined: string,
  right: RightWord,
): number | undefined {
  if (right.kind === 'starter') return 0.97;
  const { names } = document.humps();
  if (names.has(right.text)) return 0.93;
  // In capitals it can be the beginning of a word: APIs, PAYE, BBCOne.
  if (isCapitals(credit))
    return right.kind === 'weak' && right.runsOn && credit.length > 2 ? 0.85 : undefined;
  if (right.kind === 'capitals' || isRepeated(document, joined)) return undefined;
  return right.runsOn ? 0.93 : 0.8;
}

function afterSmallWord(
  document: LayoutDocument,
  left: string,
  joined: string,
  right: RightWord,
): number | undefined {
  const { label, code, joiner } = document.words.byKind;
  if (left.length < 4 || code.has(left)) return undefined;
  const { count, names } = document.humps();
  // The border counts its own left half once.
  const isWord = (count.get(left) ?? 0) > 1;
  switch (right.kind) {
    case 'starter':
      return isWord ? 0.97 : 0.93;
    case 'single':
      if (label.has(left) || isRepeated(document, joined)) return undefined;
      return isWord ? 0.9 : left.length > 6 ? 0.8 : undefined;
    case 'weak':
      if (joiner.has(left) || !right.runsOn || isRepeated(document, joined)) return undefined;
      return isWord ? 0.9 : left.length > 6 ? 0.75 : undefined;
    default:
      if (joiner.has(left) || isRepeated(document, joined) || !names.has(right.text)) return undefined;
      return isWord ? 0.9 : left.length > 4 ? 0.75 : undefined;
  }
}

/** A name or an abbreviation and a sentence: "GazaThe", "the USThe". */
function afterName(document: LayoutDocument, left: string, right: RightWord): number | undefined {
  const { words } = document;
  const isWhole = (isPlain(left) && left.length > 2) || isCapitals(left) || isName(left, words);
  if (!isWhole || words.byKind.label.has(left)) return undefined;
  const isElsewhere = (document.humps().count.get(left) ?? 0) > 1;
  if (right.kind === 'starter')
    return isElsewhere || isName(left, words) ? 0.9 : isPlain(left) && right.runsOn ? 0.7 : undefined;
  return undefined;
}

/** A joined word that stands in the text twice is a name. */
function isRepeated(document: LayoutDocument, joined: string): boolean {
  return (document.humps().joined.get(joined) ?? 0) > 1;
}
