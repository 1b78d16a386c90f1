import { foldText } from '../../../text/characters.js';
import { type Confusion, confusionKey } from '../channel/confusions.js';

/** Readings in ten thousand: a mark that is lost, one that is taken for another, and one that is made of dirt. */
const LOST = 150;
const TAKEN = 60;
const MADE = 5;

/** Letters whose likes Unicode does not tell, and what they are read as. */
const LIKES: Readonly<Record<string, readonly string[]>> = {
  ß: ['B', 'ss', '8', 'fs'],
  œ: ['oe', 'ce', 'æ'],
  æ: ['ae', 'œ', 'ee'],
  ø: ['o', 'ö', '6'],
  ł: ['l', 't', '1'],
  đ: ['d'],
  ı: ['i', '1'],
};

/**
 * What letters with marks above or below are read as, which a table learnt of English print does not tell: the letter without its mark,
 * or with another. Only letters of the words count.
 */
export function accentConfusions(words: readonly string[]): Confusion[] {
  const byBase = new Map<string, Set<string>>();
  for (const letter of lettersOf(words)) {
    const base = baseOf(letter);
    if (base !== letter) byBase.set(base, (byBase.get(base) ?? new Set()).add(letter));
  }
  const found = new Map<string, Confusion>();
  const add = (truth: string, seen: string, rate: number) => {
    for (const write of [(text: string) => text, (text: string) => text.toUpperCase()]) {
      const row = { truth: write(truth), seen: write(seen), rate };
      if (row.truth.length === truth.length) found.set(confusionKey(row), row);
    }
  };
  for (const [base, accented] of byBase) {
    for (const letter of accented) {
      add(letter, base, LOST);
      add(base, letter, MADE);
      for (const other of accented) if (other !== letter) add(letter, other, TAKEN);
    }
  }
  const letters = lettersOf(words);
  for (const [letter, likes] of Object.entries(LIKES)) {
    if (letters.has(letter)) for (const seen of likes) add(letter, seen, TAKEN);
  }
  return [...found.values()];
}

/** The letters beyond ASCII of some words. */
function lettersOf(words: readonly string[]): Set<string> {
  const letters = new Set<string>();
  for (const word of words) {
    for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) >= 0x80) letters.add(word.charAt(i));
  }
  return letters;
}

/** A letter without its mark. */
function baseOf(letter: string): string {
  const [base = letter] = letter.normalize('NFD');
  return foldText(base);
}
