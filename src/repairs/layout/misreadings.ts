import { isLetter } from '../../text/characters.js';
import type { LayoutDocument } from './document.js';
import { isSmall, LONGEST_WORD } from './humps.js';

/** Words in small letters that are looked at: the first of a text. */
const MOST_WORDS = 2000;
/** Shorter ones say little: most pairs of letters are some abbreviation. */
const SHORTEST = 3;
/** A text in which a larger share of them is unknown was misread, if there are some; sound news has one in a hundred. */
const SOUND_SHARE = 0.05;
const FEWEST_UNKNOWN = 2;

/**
 * Whether a text shows the misreadings of OCR: words in small letters that are no English, among many that are. In such a text a blank
 * before a comma is rather a letter that was lost: “Shield ,” is “Shields,”.
 */
export function looksMisread(document: LayoutDocument): boolean {
  const { text } = document;
  let known = 0;
  let unknown = 0;
  for (let i = 0; i < text.length && known + unknown < MOST_WORDS; ) {
    if (!isLetter(text.charCodeAt(i))) {
      i++;
      continue;
    }
    const start = i;
    let isSmallWord = true;
    for (; i < text.length && isLetter(text.charCodeAt(i)); i++) isSmallWord &&= isSmall(text.charCodeAt(i));
    if (!isSmallWord || i - start < SHORTEST || i - start > LONGEST_WORD) continue;
    if (document.isEnglish(text.slice(start, i))) known++;
    else unknown++;
  }
  return unknown >= FEWEST_UNKNOWN && unknown < known && unknown > SOUND_SHARE * (known + unknown);
}
