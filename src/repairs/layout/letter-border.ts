import { isBlank } from '../../text/characters.js';
import type { Border, LayoutDocument } from './document.js';
import { isHumpBorder, LONGEST_WORD } from './humps.js';
import {
  isCapitals,
  isName,
  isPlain,
  isPronounI,
  isSmallWord,
  type RightWord,
  rightWord,
} from './words-beside.js';

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
  const { start, end } = document.letterRun(border);
  if (end - start > LONGEST_WORD || !(start === wordStart || canPrecedeWord(text, start))) return undefined;
  const right = rightWord(text, border, words);
  if (right === undefined || right.kind === 'initials') return undefined;
  if (right.text === 'I' && !isPronounI(text, border)) return undefined;
  const left = text.slice(start, border);
  const joined = left + right.text;
  if (isName(joined, words) || document.isAddress(border)) return undefined;
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
  const verdict = isSmallWord(left)
    ? afterSmallWord(document, left, joined, right)
    : afterName(document, left, right);
  return verdict && { at: border, ...verdict, because: `“${left}” and “${right.text}” are two words` };
}

type Verdict = Pick<Border, 'kind' | 'confidence'>;

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
): Verdict | undefined {
  const { label, code, joiner, open } = document.words.byKind;
  if (code.has(left)) return undefined;
  const isRare = !isRepeated(document, joined);
  const isNamed = document.humps().names.has(right.text);
  if (open.has(left)) {
    const isSentence = right.kind === 'starter' || right.kind === 'single';
    return isSentence || (isRare && isNamed) ? { kind: 'words', confidence: 0.9 } : undefined;
  }
  if (left.length < 4) return undefined;
  const isWord = document.isWord(left);
  const verdict = (kind: Border['kind'], sure: number, unsure: number | undefined): Verdict | undefined => {
    const confidence = isWord ? sure : unsure;
    return confidence === undefined ? undefined : { kind, confidence };
  };
  if (right.kind === 'starter') return verdict('caption', 0.97, 0.93);
  if (!isRare) return undefined;
  if (right.kind === 'single')
    return label.has(left) ? undefined : verdict('caption', 0.9, left.length > 6 ? 0.8 : undefined);
  if (joiner.has(left)) return undefined;
  // Two letters can be the misread end of a word: "co-operatiOn".
  if (right.kind === 'weak' && right.runsOn) {
    return verdict('caption', 0.9, left.length > 6 && right.text.length > 2 ? 0.75 : undefined);
  }
  return isNamed ? verdict('name', 0.9, left.length > 4 ? 0.75 : undefined) : undefined;
}

/** A name or an abbreviation and a sentence: "GazaThe", "the USThe". */
function afterName(document: LayoutDocument, left: string, right: RightWord): Verdict | undefined {
  const { words } = document;
  if (right.kind !== 'starter' || words.byKind.label.has(left)) return undefined;
  const isKnown = isName(left, words) || ((isPlain(left) || isCapitals(left)) && document.isWord(left));
  if (isKnown) return { kind: 'caption', confidence: 0.9 };
  return isPlain(left) && left.length > 2 && right.runsOn ? { kind: 'caption', confidence: 0.8 } : undefined;
}

/** A joined word that stands in the text twice is a name. */
function isRepeated(document: LayoutDocument, joined: string): boolean {
  return (document.humps().joined.get(joined) ?? 0) > 1;
}
