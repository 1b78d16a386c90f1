import { WordKind } from '../../lexicon/format.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { foldCode, isLetter, isUpper } from '../../text/characters.js';

/** Letters that a narrow small letter is read as. */
const NARROW = /[IJ]/;

/** A word of the lexicon in the letter case of what was read in its place. */
export function writeWord(
  lexicon: Lexicon,
  number: number,
  seen: string,
  { capitals, sentenceStart }: { readonly capitals: boolean; readonly sentenceStart: boolean },
): string {
  const word = lexicon.words[number - 1] as string;
  const kind = lexicon.kindOf(number);
  const first = seen.charCodeAt(0);
  if (capitals) return word.toUpperCase();
  if (word === 'i' || word.startsWith("i'")) return capitalised(word);
  // The first letter may stand behind a speck: "bMaster".
  const second = seen.charCodeAt(1);
  if (!isUpper(first) && isUpper(second) && foldCode(second) === word.charCodeAt(0)) return capitalised(word);
  const isName = (kind & (WordKind.Common | WordKind.Seen)) === 0;
  if (isUpper(first)) {
    const isNarrow = NARROW.test(seen.charAt(0)) && foldCode(first) !== word.charCodeAt(0);
    return isNarrow && !sentenceStart && !isName ? word : capitalised(word);
  }
  return isName || (sentenceStart && !isLetter(first)) ? capitalised(word) : word;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether a word is set in capitals: two thirds of its letters and more, two at least. */
export function isInCapitals(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isLetter(code)) continue;
    if (isUpper(code)) upper++;
    else lower++;
  }
  return upper >= 2 && upper > 2 * lower;
}
