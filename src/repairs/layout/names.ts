import { isUpper } from '../../text/characters.js';
import { isMonth, isWeekday } from './dates.js';

/** Small words inside names, as in “Vincent van Gogh”. */
const PARTICLES = new Set(
  'de del della di da du der den van von ter ten bin ibn al el la le y dos'.split(' '),
);

/** Names have two words to five; a single one can be any word of a heading. */
const MOST_NAME_WORDS = 5;

/** Whether the words are the name of a person: capitalised, with particles inside, and no date. */
export function isPersonName(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > MOST_NAME_WORDS) return false;
  const first = words[0] as string;
  const last = words.at(-1) as string;
  if (!isNameWord(first) || !isNameWord(last)) return false;
  return words.every((word) => isNameWord(word) || PARTICLES.has(word));
}

function isNameWord(word: string): boolean {
  if (!isUpper(word.charCodeAt(0)) || isMonth(word) || isWeekday(word)) return false;
  // One period ends an initial ("J.", "J.K.") or “Jr.”; it ends no longer word inside a name.
  return !/[\d:;!?"“”()[\]/&@#]/.test(word) && (!word.includes('.') || word.length <= 5);
}

/** Names joined by commas and “and”, or undefined where the words are something else. Takes the words without commas apart. */
export function areNames(text: string): boolean {
  let name: string[] = [];
  let count = 0;
  const end = (): boolean => {
    const isName = isPersonName(name);
    name = [];
    count++;
    return isName;
  };
  for (const raw of text.split(' ')) {
    if (raw === '') continue;
    if (raw === 'and' || raw === 'And' || raw === 'AND' || raw === '&') {
      // “A, B, and C”
      if (name.length > 0 && !end()) return false;
      continue;
    }
    const hasComma = raw.endsWith(',') || raw.endsWith(';');
    name.push(hasComma ? raw.slice(0, -1) : raw);
    if (hasComma && !end()) return false;
  }
  return (name.length === 0 || end()) && count > 0;
}
