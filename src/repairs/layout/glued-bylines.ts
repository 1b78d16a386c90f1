import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { isMonth } from './dates.js';
import { isSmall } from './humps.js';
import type { LayoutWords } from './layout-words.js';

/** Words that begin sentences are no longer. */
const LONGEST_STARTER = 16;

/**
 * Finds where a date is glued to a name (“By Jane Roe12 May 2024”), and a byline or a sentence to a year (“since 2012By Jane Roe”, “since
 * 2012The talks”). Other borders of letters and digits belong to names and models: “F16”, “3D”.
 */
export function findGluedBylines(text: string, { byKind }: LayoutWords): Finding[] {
  const found: Finding[] = [];
  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isDigit(code)) {
      if (!isSmall(text.charCodeAt(i - 1)) || !isLetter(text.charCodeAt(i - 2)) || !isDate(text, i)) continue;
      found.push(border(i, 'a date is glued to the word before it'));
    } else if (isDigit(text.charCodeAt(i - 1)) && isUpper(code) && isYear(text, i - 4, i)) {
      const word = text.slice(i, i + LONGEST_STARTER).split(' ', 1)[0] as string;
      const next = text.charCodeAt(i + word.length + 1);
      if (word === 'By' && isUpper(next)) found.push(border(i, 'a byline is glued to the year before it'));
      else if (byKind.starter.has(word) && isSmall(next))
        found.push(border(i, 'a sentence is glued to the year before it'));
    }
  }
  return found;
}

function border(at: number, because: string): Finding {
  return { start: at, end: at, replacement: '\n', rule: 'glued-caption', confidence: 0.93, because };
}

/** Whether “12 May 2024” begins at an offset. */
function isDate(text: string, at: number): boolean {
  const [day = '', month = '', year = ''] = text.slice(at, at + 20).split(' ');
  if (day.length > 2 || !isUpper(month.charCodeAt(0)) || !isMonth(month)) return false;
  return isYear(year, 0, 4) && !isDigit(year.charCodeAt(4)) && isDigit(day.charCodeAt(day.length - 1));
}

/** Whether a year of this century or the last stands there, and no longer number. */
function isYear(text: string, start: number, end: number): boolean {
  return /^(?:19|20)[0-9][0-9]$/.test(text.slice(start, end)) && !isDigit(text.charCodeAt(start - 1));
}
