import { isDigit } from '../../text/characters.js';
import type { LineWord } from './block-phrases.js';

const MONTHS = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
const WEEKDAYS = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday ' +
    'mon tue tues wed weds thu thur thurs fri sat sun'
  ).split(' '),
);
/** What stands in a line of a date beside it. */
const BESIDE = new Set(
  (
    'published updated modified posted created last first on at and am pm a m p gmt bst utc est edt cst cdt mst mdt pst ' +
    'pdt cet cest ist aest et ct pt time date today'
  ).split(' '),
);
/** Those of them with which a line of a date begins; most lines that begin with “At” or “On” are sentences. */
const OPENINGS = new Set('published updated modified posted created last first time date today'.split(' '));
const UNITS = new Set(
  'minute minutes min mins hour hours hr hrs day days week weeks month months year years'.split(' '),
);

/** Whether a word names a month, in full or short. */
export function isMonth(word: string): boolean {
  return MONTHS.has(word.toLowerCase().replace('.', ''));
}

/** Whether a word names a day of the week, in full or short. */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(word.toLowerCase().replace('.', ''));
}

/** Whether a line that is a date can begin with a folded word. */
export function canBeginDate(word: string): boolean {
  return isDigit(word.charCodeAt(0)) || MONTHS.has(word) || WEEKDAYS.has(word) || OPENINGS.has(word);
}

/** What a line of a date says of it: when the text was published, or a date alone. */
export type DateLine = 'published' | 'date';

/** Whether the words of a line are a date and nothing else: “Published 12 May 2024, 10:30 GMT”, “3 hours ago”. */
export function dateLine(words: readonly LineWord[]): DateLine | undefined {
  let hasMonth = false;
  let hasDay = false;
  let years = 0;
  let isPublished = false;
  const { length } = words;
  const ago = words[length - 1]?.text === 'ago' && UNITS.has(words[length - 2]?.text ?? '') ? length - 3 : -1;
  if (ago >= 0 && /^\d{1,3}$/.test(words[ago]?.text ?? '')) {
    if (words.slice(0, ago).every(({ text }) => BESIDE.has(text) || text === ':')) return 'published';
    return undefined;
  }
  for (const { text } of words) {
    if (text === ':' || text === ',' || text === '|') continue;
    if (isDigit(text.charCodeAt(0))) {
      if (/^(?:19|20)\d\d$/.test(text)) years++;
      else if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(text)) hasDay = true;
      else if (!/^\d{1,4}(?:am|pm|z)?$|^\d{2}t\d{2}$/.test(text)) return undefined;
    } else if (MONTHS.has(text)) hasMonth = true;
    else if (!WEEKDAYS.has(text) && !BESIDE.has(text)) return undefined;
    isPublished ||= /^(?:published|updated|modified|posted)$/.test(text);
  }
  // A month and a year alone head a chapter, “May 2024”; three numbers are an ISO date.
  if (!hasDay || !(hasMonth || years > 0)) return undefined;
  if (isPublished) return 'published';
  // Two years are those of a life.
  return years === 1 ? 'date' : undefined;
}
