import { isDigit, isUpper } from '../../text/characters.js';
import type { Block, BlockRole } from './block.js';
import type { DateLine } from './dates.js';
import type { Line } from './lines.js';
import type { Share } from './share-buttons.js';

/** What is known of a line with text on its own. */
export interface FoundLine {
  readonly line: Line;
  readonly blocks: Block[];
  readonly share?: Share;
  readonly date?: DateLine;
  /** The role that the next line takes: “Image caption,” stands alone. */
  readonly next?: BlockRole;
  /** Links follow: “Related stories”. */
  readonly isHeading?: true;
}

/** Dates alone on their lines, more often than this, are the headings of a diary. */
const MOST_DATES = 2;
/** Lists of links are no longer. */
const MOST_LINKS = 12;
/** Headlines, in code units. */
const LONGEST_HEADLINE = 140;
/** Captions that only a credit beside them shows, in code units and words: shorter ones may be headings. */
const SHORTEST_CAPTION = 20;
const LONGEST_CAPTION = 200;
const FEWEST_CAPTION_WORDS = 6;

/** A block that fills its line. */
export function whole({ from, to }: Line, role: BlockRole, because: string): Block {
  return { start: from, end: to, role, because };
}

/** Marks runs of share buttons: networks only where a button stands among them. */
export function markShares(found: readonly FoundLine[]): void {
  for (let i = 0; i < found.length; i++) {
    if (found[i]?.share === undefined) continue;
    const start = i;
    let hasButton = false;
    for (; found[i]?.share !== undefined; i++) hasButton ||= found[i]?.share === 'button';
    if (!hasButton) continue;
    for (const { line, blocks } of found.slice(start, i))
      blocks.push(whole(line, 'boilerplate', 'a button that shares the page'));
  }
}

/** Marks lines of dates, unless they head the parts of a text. */
export function markDates(found: readonly FoundLine[]): void {
  const areHeadings = found.filter(({ date }) => date === 'date').length > MOST_DATES;
  for (const { line, blocks, date } of found) {
    if (date === undefined || (date === 'date' && areHeadings)) continue;
    blocks.push(
      whole(line, 'dateline', date === 'date' ? 'a date on its own' : 'tells when it was published'),
    );
  }
}

/**
 * Marks the headlines under “Related stories”: short lines without a stop, all of them with an empty line between or none. One right
 * before a paragraph may be the heading of that, unless it stands apart from it.
 */
export function markHeadlines(text: string, found: readonly FoundLine[]): void {
  for (const [index, { isHeading }] of found.entries()) {
    if (!isHeading) continue;
    const first = index + 1;
    const isWide = !areAdjacent(found[first], found[first + 1]);
    let end = first;
    while (end < found.length && end - first < MOST_LINKS && isHeadline(text, found[end], isWide)) {
      if (end > first && areAdjacent(found[end - 1], found[end]) === isWide) break;
      end++;
    }
    const behind = found[end];
    const isParagraph = behind !== undefined && behind.blocks.length === 0;
    if (isParagraph && end - first > 1 && areAdjacent(found[end - 1], behind) !== isWide) end--;
    for (const { line, blocks } of found.slice(first, end))
      blocks.push(whole(line, 'boilerplate', 'a link, as the heading above says'));
  }
}

/** Whether no empty line stands between two lines. */
function areAdjacent(one: FoundLine | undefined, other: FoundLine | undefined): boolean {
  return one !== undefined && other !== undefined && other.line.start === one.line.end + 1;
}

function isHeadline(text: string, found: FoundLine | undefined, isWide: boolean): boolean {
  if (found === undefined || found.blocks.length > 0 || found.share || found.date) return false;
  const { from, to } = found.line;
  if (to - from > LONGEST_HEADLINE || '.,;:'.includes(text.charAt(to - 1))) return false;
  const first = text.charCodeAt(from);
  const opens = isUpper(first) || isDigit(first) || '“‘"\''.includes(text.charAt(from));
  return opens && (!isWide || text.slice(from, to).split(' ').length > 2);
}

/** Marks captions that stand beside a caption or credit. */
export function markCaptions(text: string, found: readonly FoundLine[]): void {
  for (const [index, { line, blocks }] of found.entries()) {
    if (blocks.length > 0) continue;
    const next = found[index + 1]?.blocks[0];
    if (next?.role === 'caption' && saysTheSame(text, line, next)) {
      blocks.push(whole(line, 'caption', 'the caption after it says the same'));
    } else if (isCreditLine(found[index - 1]) && isCaption(text, line)) {
      blocks.push(whole(line, 'caption', 'a credit stands before it'));
    }
  }
}

/** A line that the caption after it says again is the picture's alternative text. */
function saysTheSame(text: string, { from, to }: Line, next: Block): boolean {
  if (to - from < SHORTEST_CAPTION || to - from !== next.end - next.start) return false;
  return text.startsWith(text.slice(from, to), next.start);
}

function isCreditLine(found: FoundLine | undefined): boolean {
  const [block, other] = found?.blocks ?? [];
  return block?.role === 'credit' && other === undefined && block.start === found?.line.from;
}

/** Whether a line is neither a paragraph, which ends with a stop, nor a heading, which is shorter. */
function isCaption(text: string, { from, to }: Line): boolean {
  if (to - from < SHORTEST_CAPTION || to - from > LONGEST_CAPTION) return false;
  if (!isUpper(text.charCodeAt(from)) || /[.!?:;,…”"’)]/.test(text.charAt(to - 1))) return false;
  return text.slice(from, to).split(' ').length >= FEWEST_CAPTION_WORDS;
}
