import type { Finding } from '../finding.js';
import type { Block, BlockRole } from './block.js';
import { isEmpty, type Line, linesOf } from './lines.js';

/**
 * What leaves the blocks of some roles out. A block that fills its line takes the line break with it, and the empty lines
 * that follow; what stays of a line stays as it is.
 */
export function findDropped(text: string, blocks: readonly Block[], roles: readonly BlockRole[]): Finding[] {
  const dropped = blocks.filter(({ role }) => roles.includes(role));
  if (dropped.length === 0) return [];
  const lines = linesOf(text).filter((line) => !isEmpty(line));
  const parts: { line: number; blocks: Block[]; isWhole: boolean }[] = [];
  let at = 0;
  for (const block of dropped) {
    while ((lines[at] as Line).to < block.end) at++;
    const last = parts.at(-1);
    if (last?.line === at) last.blocks.push(block);
    else parts.push({ line: at, blocks: [block], isWhole: false });
  }
  for (const part of parts) part.isWhole = coversLine(text, lines[part.line] as Line, part.blocks);
  // Whole lines at the end take what parts them from the text before instead of what parts them from the text behind.
  let foot = lines.length;
  for (const part of [...parts].reverse()) {
    if (!part.isWhole || part.line !== foot - 1) break;
    foot = part.line;
  }
  return parts.flatMap(({ line, blocks, isWhole }) => {
    const { from, to, start } = lines[line] as Line;
    if (!isWhole) return blocks.map((block) => inline(text, block, from, to));
    const before = lines[line - 1];
    const first = line >= foot ? (before?.to ?? 0) : start;
    const last = line >= foot ? to : (lines[line + 1]?.start ?? text.length);
    return blocks.map((block, index) =>
      finding(block, index === 0 ? first : block.start, blocks[index + 1]?.start ?? last),
    );
  });
}

/** Whether the blocks leave nothing of a line but blanks. */
function coversLine(text: string, { from, to }: Line, blocks: readonly Block[]): boolean {
  let at = from;
  for (const { start, end } of blocks) {
    if (text.slice(at, start).trim() !== '') return false;
    at = end;
  }
  return text.slice(at, to).trim() === '';
}

/** A block inside a line takes the blanks beside it: those before it, or at the beginning of the line those behind. */
function inline(text: string, block: Block, from: number, to: number): Finding {
  let { start, end } = block;
  if (start === from) while (end < to && /\s/.test(text.charAt(end))) end++;
  else while (start > from && /\s/.test(text.charAt(start - 1))) start--;
  return finding(block, start, end);
}

function finding({ role, because }: Block, start: number, end: number): Finding {
  return { start, end, replacement: '', rule: `drop/${role}`, confidence: 0.95, because };
}
