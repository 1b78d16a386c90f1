import { isBlank, isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import type { LayoutWords } from './layout-words.js';
import { isEmpty, type Line, linesOf } from './lines.js';

/** A line that was broken because it was full is no shorter. */
const SHORTEST_FULL_LINE = 40;
/** Paragraphs that stand twice hold no less together; shorter ones are refrains and headings. */
const SHORTEST_REPEAT = 80;

/** Finds words that stand at the end of a line and again at the beginning of the next: “of the⏎the talks”. */
export function findDoubledWords(text: string, { byKind }: LayoutWords): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    let end = at;
    while (end > 0 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x0d)) end--;
    let start = end;
    while (start > 0 && end - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
    const word = text.slice(start, end);
    if (!byKind.once.has(word) || text.charCodeAt(start - 1) !== 0x20) continue;
    const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    if (end - lineStart < SHORTEST_FULL_LINE) continue;
    let next = at + 1;
    while (text.charCodeAt(next) === 0x20) next++;
    if (!text.startsWith(word, next) || text.charCodeAt(next + word.length) !== 0x20) continue;
    const because = `“${word}” stands again at the beginning of the next line`;
    found.push({ start: start - 1, end, replacement: '', rule: 'doubled-word', confidence: 0.95, because });
  }
  return found;
}

/**
 * Finds paragraphs, or runs of them, that stand twice in a row; the second of the two goes. They hold a sentence and are
 * long enough, so that refrains, chants and rows of tables stay.
 */
export function findDoubledParagraphs(text: string): Finding[] {
  const lines = linesOf(text).filter((line) => !isEmpty(line));
  const ids = idsOf(text, lines);
  const found: Finding[] = [];
  // The paragraphs that stay. Runs are taken off its end, and so a third copy goes as the second did.
  const kept: { index: number; id: number; distance: number; run: number }[] = [];
  const last = new Map<number, number>();
  for (const [index, id] of ids.entries()) {
    const earlier = last.get(id);
    const distance = earlier === undefined ? 0 : kept.length - earlier;
    const before = kept.at(-1);
    const run = distance === 0 ? 0 : before?.distance === distance ? before.run + 1 : 1;
    const one = { index, id, distance, run };
    kept.push(one);
    last.set(id, kept.length - 1);
    if (distance === 0 || run < distance) continue;
    const copy = kept.slice(kept.length - distance);
    const copied = copy.map((one) => lines[one.index] as Line);
    if (!isRepeat(text, copied)) {
      // Not looked at again before as many more have come, so that the cost stays linear.
      one.run = 0;
      continue;
    }
    kept.length -= distance;
    for (const [offset, one] of copy.entries()) last.set(one.id, kept.length - distance + offset);
    for (const one of copy) found.push(removal(lines, one.index));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A number for each line, the same for lines of the same text. */
function idsOf(text: string, lines: readonly Line[]): number[] {
  const known = new Map<string, number>();
  return lines.map(({ from, to }) => {
    const line = text.slice(from, to);
    const id = known.get(line) ?? known.size;
    known.set(line, id);
    return id;
  });
}

function isRepeat(text: string, lines: readonly Line[]): boolean {
  let length = 0;
  let hasSentence = false;
  for (const { from, to } of lines) {
    length += to - from;
    hasSentence ||=
      to - from >= SHORTEST_REPEAT / 2 &&
      /[.!?][”"’)]?$/.test(text.slice(to - 2, to)) &&
      isProse(text, from, to);
  }
  return length >= SHORTEST_REPEAT && hasSentence;
}

/** Whether a line is prose: letters and blanks for the most part, and no indented code. */
function isProse(text: string, from: number, to: number): boolean {
  let letters = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || isBlank(code)) letters++;
  }
  return letters > 0.85 * (to - from);
}

/** A line with what parts it from the line before. */
function removal(lines: readonly Line[], index: number): Finding {
  const { to } = lines[index] as Line;
  const start = (lines[index - 1] as Line).to;
  const because = 'the paragraph stands there twice';
  return { start, end: to, replacement: '', rule: 'doubled-paragraph', confidence: 0.93, because };
}
