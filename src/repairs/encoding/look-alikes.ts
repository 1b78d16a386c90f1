import { isDigit, isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { cyrillicLike, latinAtAGlance, latinLike, styledLetter } from './look-alike-letters.js';

/** Styled letters in a row from which on they are writing, not symbols of a formula. */
const LEAST_STYLED = 3;
/** No word is longer than this: more letters in a row are looked at in pieces. */
const LONGEST_WORD = 64;

/**
 * Finds letters that pass for others: Cyrillic and Greek ones in Latin words and Latin ones in Cyrillic words, and words in
 * fullwidth, mathematical or circled letters. Only words that mix scripts are touched, only where every foreign letter of them
 * has a look-alike, and no foreign ending ("iPhoneа" in Russian).
 */
export function findLookAlikes(text: string): Finding[] {
  const found: Finding[] = [];
  const documentIsCyrillic = isMostlyCyrillic(text);
  const known = new Map<string, Verdict | undefined>();
  const judge = (word: string, scripts: number): Verdict | undefined => {
    if (known.has(word)) return known.get(word);
    const verdict = mixedWord(word, scripts, documentIsCyrillic);
    known.set(word, verdict);
    return verdict;
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (isStyledUnit(text, i)) {
      const end = styledEnd(text, i);
      const plain = plainOf(text, i, end);
      if (plain !== undefined && isWriting(text, i, end)) {
        found.push(finding(i, end, plain, 'styled-letters', 0.93, 'styled letters in place of plain ones'));
      }
      i = end;
    } else if (isLetter(code)) {
      let end = i;
      let scripts = 0;
      while (
        end < text.length &&
        end - i < LONGEST_WORD &&
        isLetter(text.charCodeAt(end)) &&
        !isStyledUnit(text, end)
      ) {
        scripts |= scriptOf(text.charCodeAt(end));
        end++;
      }
      // A word of one script, which nearly all are.
      if ((scripts & (scripts - 1)) !== 0) {
        const verdict = judge(text.slice(i, end), scripts);
        if (verdict !== undefined) found.push({ start: i, end, rule: 'look-alike', ...verdict });
      }
      i = end;
    } else i++;
  }
  return found;
}

const LATIN = 1;
const CYRILLIC = 2;
const GREEK = 4;
const OTHER = 8;

function scriptOf(code: number): number {
  if (code < 0x250) return LATIN;
  if (code >= 0x300 && code < 0x370) return 0;
  if (code >= 0x370 && code < 0x400) return GREEK;
  if (code >= 0x400 && code < 0x530) return CYRILLIC;
  return code >= 0x1e00 && code < 0x1f00 ? LATIN : OTHER;
}

function finding(
  start: number,
  end: number,
  replacement: string,
  rule: string,
  confidence: number,
  because: string,
): Finding {
  return { start, end, replacement, rule, confidence, because };
}

/** What is to become of a word of two scripts. */
type Verdict = Pick<Finding, 'replacement' | 'confidence' | 'because'>;

function mixedWord(word: string, scripts: number, documentIsCyrillic: boolean): Verdict | undefined {
  const verdict = (replacement: string, script: number, confidence: number, name: string, other: string) => ({
    replacement,
    confidence,
    because: `the letters ${foreign(word, script)} are ${name} and pass for ${other} ones`,
  });
  if (scripts === (LATIN | CYRILLIC)) {
    const latin = replaceAll(word, CYRILLIC, latinLike);
    const cyrillic = replaceAll(word, LATIN, cyrillicLike);
    const count = countOf(word, LATIN);
    const isLatin =
      latin !== undefined && (cyrillic === undefined || isMoreLatin(word, count, documentIsCyrillic));
    if (isLatin) {
      const isSound = isInflected(word, documentIsCyrillic);
      return isSound ? undefined : verdict(latin, CYRILLIC, 0.95, 'Cyrillic', 'Latin');
    }
    return cyrillic === undefined ? undefined : verdict(cyrillic, LATIN, 0.93, 'Latin', 'Cyrillic');
  }
  if (scripts !== (LATIN | GREEK) || countOf(word, LATIN) < 2) return undefined;
  // Greek letters at either end of a word are symbols: αv, ΔE.
  const like = (letter: string, at: number) =>
    latinLike(letter) ??
    (at > 0 && at < word.length - 1 && word.length >= 4 ? latinAtAGlance(letter) : undefined);
  const latin = replaceAll(word, GREEK, like);
  return latin === undefined ? undefined : verdict(latin, GREEK, 0.9, 'Greek', 'Latin');
}

/** The word with all letters of a script replaced; undefined where one has no look-alike. */
function replaceAll(
  word: string,
  script: number,
  like: (letter: string, at: number) => string | undefined,
): string | undefined {
  const letters = [...word];
  for (let i = 0; i < letters.length; i++) {
    const letter = letters[i] as string;
    if (scriptOf(letter.charCodeAt(0)) !== script) continue;
    const other = like(letter, i);
    if (other === undefined) return undefined;
    letters[i] = other;
  }
  // Joined, not added one by one: a long text would be full of strings made of strings.
  return letters.join('');
}

function countOf(word: string, script: number): number {
  let count = 0;
  for (let i = 0; i < word.length; i++) if (scriptOf(word.charCodeAt(i)) === script) count++;
  return count;
}

function foreign(word: string, script: number): string {
  const letters = [...new Set([...word].filter((letter) => scriptOf(letter.charCodeAt(0)) === script))];
  return letters.join(', ');
}

/** Where a word can be read in both scripts, its majority decides, then the text around it. */
function isMoreLatin(word: string, latin: number, documentIsCyrillic: boolean): boolean {
  return 2 * latin === word.length ? !documentIsCyrillic : 2 * latin > word.length;
}

/** Whether a word is a Latin name with a Cyrillic ending, as Russian inflects it. */
function isInflected(word: string, documentIsCyrillic: boolean): boolean {
  if (!documentIsCyrillic) return false;
  let changes = 0;
  for (let i = 1; i < word.length; i++) {
    if (scriptOf(word.charCodeAt(i)) !== scriptOf(word.charCodeAt(i - 1))) changes++;
  }
  return changes === 1 && scriptOf(word.charCodeAt(0)) === LATIN;
}

function isMostlyCyrillic(text: string): boolean {
  let latin = 0;
  let cyrillic = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x400 && code < 0x530) cyrillic++;
    else if (code < 0x250 && isLetter(code)) latin++;
  }
  return cyrillic > latin;
}

function isStyledUnit(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 0x24b6) return false;
  return code === 0xd835 || (code >= 0xff10 && code <= 0xff5a) || (code >= 0x24b6 && code <= 0x24e9);
}

function styledEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < 1024 && isStyledUnit(text, end))
    end += text.charCodeAt(end) === 0xd835 ? 2 : 1;
  return Math.min(end, text.length);
}

function plainOf(text: string, start: number, end: number): string | undefined {
  let plain = '';
  for (const character of text.slice(start, end)) {
    const letter = styledLetter(character.codePointAt(0) as number);
    if (letter === undefined) return undefined;
    plain += letter;
  }
  return plain;
}

/** Whether styled letters are writing: beside plain letters, or a word of them; fullwidth ones not among ideographs. */
function isWriting(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (code >= 0xff00) return !isNearIdeograph(text, start, end);
  const count = code === 0xd835 ? (end - start) / 2 : end - start;
  const isBesideLetter = isAsciiLetter(before) || isAsciiLetter(after);
  const isDigits =
    code === 0xd835 &&
    [...text.slice(start, end)].every((each) => isDigit(each.normalize('NFKC').charCodeAt(0)));
  return !isDigits && (count >= LEAST_STYLED || (isBesideLetter && count > 1));
}

function isAsciiLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

/** How far from fullwidth letters the ideographs may stand that ask for them. */
const FAR = 100;

function isNearIdeograph(text: string, start: number, end: number): boolean {
  const isEastAsian = (code: number) =>
    (code >= 0x2e80 && code <= 0xd7a3) || (code >= 0xff61 && code <= 0xffef);
  for (let k = 1; k <= FAR; k++) {
    if (isEastAsian(text.charCodeAt(start - k)) || isEastAsian(text.charCodeAt(end + k - 1))) return true;
  }
  return false;
}
