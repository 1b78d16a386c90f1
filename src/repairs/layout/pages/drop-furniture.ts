import { isBlank } from '../../../text/characters.js';
import type { Finding } from '../../finding.js';
import type { Block, BlockRole } from '../block.js';
import { isSmall } from '../humps.js';

/** Headings are shorter. */
const FULL_LINE = 45;

/**
 * What leaves heads, numbers and junk of pages out, with the empty lines and the form feed about them: a sentence that they cut goes on
 * in the next line, and paragraphs stay parted by an empty one.
 */
export function findDroppedFurniture(
  text: string,
  furniture: readonly Block[],
  roles: readonly BlockRole[],
): Finding[] {
  const dropped = furniture.filter(({ role }) => roles.includes(role));
  const found: Finding[] = [];
  for (let i = 0; i < dropped.length; ) {
    const first = dropped[i] as Block;
    const start = blanksBefore(text, first.start);
    let end = blanksBehind(text, first.end);
    i++;
    // What stands on the next lines goes with it.
    while (i < dropped.length && (dropped[i] as Block).start <= end)
      end = blanksBehind(text, (dropped[i++] as Block).end);
    const { role, because } = first;
    const replacement = start === 0 || end === text.length ? '' : jointOf(text, start, end);
    // The break that ends the text stays.
    const stop = end === text.length && text.endsWith('\n') && start > 0 ? end - 1 : end;
    found.push({ start, end: stop, replacement, rule: `drop/${role}`, confidence: 0.95, because });
  }
  return found;
}

/** What parts the text before from the text behind. */
function jointOf(text: string, start: number, end: number): string {
  const hasGap = /\n\s*\n|\f/.test(text.slice(start, end));
  return hasGap && !goesOn(text, start, end) ? '\n\n' : '\n';
}

/** Whether a sentence goes on: a small letter follows, or a line breaks off that is too long for a heading. */
function goesOn(text: string, start: number, end: number): boolean {
  if (/[.!?:;]["”’)]?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (isSmall(text.charCodeAt(end))) return true;
  const isOpen = isSmall(text.charCodeAt(start - 1)) || text.charAt(start - 1) === ',';
  return isOpen && !text.slice(Math.max(0, start - FULL_LINE), start).includes('\n') && start >= FULL_LINE;
}

function blanksBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && isBlank(text.charCodeAt(start - 1))) start--;
  return start;
}

function blanksBehind(text: string, at: number): number {
  let end = at;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  return end;
}
