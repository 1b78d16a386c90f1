import { isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';

/** Letters from which on a known word is joined, and from which on any that can be spoken is. */
const LEAST_KNOWN = 4;
const LEAST_UNKNOWN = 7;
const LONGEST_WORD = 24;

/**
 * Finds words whose letters were set apart by blanks, "e x a m p l e", where the joined word is known; or where it is long and
 * has vowels and consonants as words have. Lists of letters ("a b c d e"), initials and tables stay.
 *
 * @param isWord whether a word in small letters is English; nothing is known by default
 */
export function findSpacedWords(text: string, isWord: (word: string) => boolean = () => false): Finding[] {
  const found: Finding[] = [];
  for (let blank = text.indexOf(' '); blank >= 0; ) {
    const start = blank - 1;
    let end = blank;
    let word = '';
    if (isSingle(text, start)) {
      word = text.charAt(start);
      while (
        text.charCodeAt(end) === 0x20 &&
        isLetter(text.charCodeAt(end + 1)) &&
        !isLetter(text.charCodeAt(end + 2))
      ) {
        // One letter more than a word has tells that it is none.
        if (word.length <= LONGEST_WORD) word += text.charAt(end + 1);
        end += 2;
        if (text.charCodeAt(end) !== 0x20) break;
      }
    }
    let from = start;
    if (beginsWithOwnWord(word, isWord)) {
      from += 2;
      word = word.slice(1);
    }
    if (word.length >= LEAST_KNOWN && word.length <= LONGEST_WORD && isSpacedWord(word, isWord)) {
      const isKnown = isWord(word.toLowerCase());
      found.push({
        start: from,
        end,
        replacement: word,
        rule: 'spaced-word',
        confidence: isKnown ? 0.92 : 0.75,
        because: `the letters of “${word}” were set apart`,
      });
    }
    blank = text.indexOf(' ', Math.max(end, blank + 1));
  }
  return found;
}

/** Whether the first letter is a word of its own: “a s u r p r i s i n g end”. */
function beginsWithOwnWord(word: string, isWord: (word: string) => boolean): boolean {
  if (word.length <= LEAST_KNOWN || !'aAI'.includes(word.charAt(0))) return false;
  const small = word.toLowerCase();
  return !isWord(small) && isWord(small.slice(1));
}

/** Whether a letter stands at a place by itself: nothing but white space before it. */
function isSingle(text: string, i: number): boolean {
  if (i < 0 || !isLetter(text.charCodeAt(i))) return false;
  return i === 0 || text.charCodeAt(i - 1) <= 0x20 || '("“\'‘«'.includes(text.charAt(i - 1));
}

const VOWELS = 'aeiouyäöüáéíóúàèìòùâêîôû';

function isSpacedWord(word: string, isWord: (word: string) => boolean): boolean {
  const small = word.toLowerCase();
  const rest = word.slice(1);
  // All capitals, all small letters, or a capital first: a list of letters may be of any case.
  const isCased = rest === rest.toLowerCase() || word === word.toUpperCase();
  if (!isCased || isAlphabetical(small)) return false;
  if (isWord(small))
    return !isUpper(word.charCodeAt(0)) || word.length > LEAST_KNOWN || rest === rest.toLowerCase();
  return word.length >= LEAST_UNKNOWN && isSpeakable(small);
}

/** Whether each letter stands behind the one before it in the alphabet. */
function isAlphabetical(word: string): boolean {
  for (let i = 1; i < word.length; i++) if (word.charCodeAt(i) <= word.charCodeAt(i - 1)) return false;
  return true;
}

/** Whether vowels and consonants take turns as they do in words: no four of a kind in a row, and both are there. */
function isSpeakable(word: string): boolean {
  let run = 0;
  let last: boolean | undefined;
  let vowels = 0;
  for (const letter of word) {
    const isVowel = VOWELS.includes(letter);
    run = isVowel === last ? run + 1 : 1;
    last = isVowel;
    if (isVowel) vowels++;
    if (run > 3) return false;
  }
  return 4 * vowels >= word.length && vowels < word.length && new Set(word).size * 2 > word.length;
}
