import { wordsOf } from './block-phrases.js';
import { endsByline, followsNames, partsOfByline } from './byline.js';
import type { LayoutWords } from './layout-words.js';
import { type FoundLine, whole } from './lines-beside.js';
import { areNames } from './names.js';

/** Bylines are no longer, in code units. */
const LONGEST_BYLINE = 110;
/** A longer line is a paragraph: no byline follows; of shorter ones that end with a stop, one may stand before, which sums up. */
const LONGEST_SUMMARY = 250;
/** Headlines have so many words at least; “Hurricane Milton” may be one itself. */
const FEWEST_HEADLINE_WORDS = 4;

/**
 * Marks bylines without “By” at the head of a page: names with an office (“Jane Roe, Middle East correspondent”), names between the
 * headline and a date, and the office or agency under a byline.
 */
export function markNames(text: string, head: readonly FoundLine[], words: LayoutWords): void {
  let summaries = 0;
  for (const [index, { line, blocks, date, share }] of head.entries()) {
    const { from, to } = line;
    const above = head[index - 1];
    const isFree = date === undefined && share === undefined;
    const isUnder = above?.blocks[0]?.role === 'byline' && above.blocks[0].end === above.line.to;
    const raw = text.slice(from, Math.min(to, from + LONGEST_BYLINE + 1));
    if (isUnder && isFree && isOffice(raw, words)) {
      blocks.splice(0, blocks.length, whole(line, 'byline', 'the office of the authors'));
    }
    if (blocks.length > 0 || !isFree) continue;
    if (to - from > LONGEST_SUMMARY) break;
    if (/[.!?”"]/.test(text.charAt(to - 1)) && ++summaries > 1) break;
    const because = bylineReason(text, head, index, raw, words);
    if (because !== undefined) blocks.push(whole(line, 'byline', because));
  }
}

/** What shows that a line is a byline. */
function bylineReason(
  text: string,
  head: readonly FoundLine[],
  index: number,
  raw: string,
  words: LayoutWords,
): string | undefined {
  if (raw.length > LONGEST_BYLINE || !endsByline(raw)) return undefined;
  const [first = '', ...tail] = partsOfByline(raw);
  if (!areNames(first) || !tail.every((part) => followsNames(part, words))) return undefined;
  const above = head[index - 1];
  // Who is quoted stands below the quotation.
  if (above !== undefined && /[”"]/.test(text.charAt(above.line.to - 1))) return undefined;
  if (tail.some((part) => namesAuthor(part, words))) return 'names the authors and their office';
  if (above === undefined || !isHeadline(text, above)) return undefined;
  return head[index + 1]?.date !== undefined ? 'names between the headline and its date' : undefined;
}

function isHeadline(text: string, { line: { from, to }, date, share, blocks }: FoundLine): boolean {
  if (date !== undefined || share !== undefined || blocks.length > 0) return false;
  return text.slice(from, to).split(' ').length >= FEWEST_HEADLINE_WORDS;
}

/** “Middle East correspondent”, “BBC News, Jerusalem”, “Reporting from Doha”: what stands under a byline. */
function isOffice(raw: string, words: LayoutWords): boolean {
  if (raw.length > LONGEST_BYLINE || !endsByline(raw)) return false;
  if (raw.startsWith('Reporting from ')) return true;
  const parts = partsOfByline(raw);
  if (!parts.every((part) => followsNames(part, words))) return false;
  return parts.some((part) => namesAuthor(part, words) || words.byKind.credit.has(part));
}

/** Whether a part of a line says that somebody writes for a paper: “political editor”. */
function namesAuthor(part: string, { byKind }: LayoutWords): boolean {
  return wordsOf(part, 0, part.length).some(({ text }) => byKind.author.has(text));
}
