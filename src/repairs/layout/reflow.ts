import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import type { Block } from './block.js';
import { isSmall } from './humps.js';
import { HyphenJudge, isLineHyphen, joining, type KnownWords } from './hyphens.js';
import type { LayoutWords } from './layout-words.js';
import { isEmpty, type Line, linesOf } from './lines.js';
import { beginsCapital, filledParagraphs, goesOn, isProseLine } from './page-width.js';
import { findFurniture } from './pages/find-furniture.js';

/** A line as long as this was not broken by its width, but in the middle of a sentence. */
const LONG_LINE = 100;
/** Nor does one of this length break off without cause before a small letter. */
const FULL_LINE = 60;
/** Empty lines at which a page or column ended in the middle of a word. */
const MOST_EMPTY = 2;

/** What joining the lines needs to know of words. */
export interface ReflowOptions extends KnownWords {
  readonly words: LayoutWords;
  /** What stands on pages beside the text; {@link findFurniture} unless it is known. */
  readonly furniture?: readonly Block[];
}

/**
 * Finds line breaks inside paragraphs that only the width of a page made, and joins the lines; and words that a hyphen parts at the
 * end of a line, whatever stands around them. Verse, lists, tables, addresses, code and mail break where they want, and stay.
 */
export function findLineBreaks(text: string, options: ReflowOptions): Finding[] {
  if (!text.includes('\n') || hasMailHeaders(text)) return [];
  const { furniture = findFurniture(text) } = options;
  const lines = linesOf(text);
  const paragraphs = paragraphsOf(lines, new Set(furniture.map(({ start }) => start)));
  const filled = filledParagraphs(text, paragraphs);
  const judge = new HyphenJudge(text, options);
  const found: Finding[] = [];
  let last: Line | undefined;
  for (const paragraph of paragraphs) {
    const [first] = paragraph as [Line];
    const overPage = last && partedOverPage(text, last, first, judge);
    if (overPage) found.push(overPage);
    const isFilled = filled.has(paragraph);
    let wasCut = false;
    for (let i = 1; i < paragraph.length; i++) {
      const [before, after] = [paragraph[i - 1], paragraph[i]] as [Line, Line];
      const isOpen = isCut(text, before, after, paragraph[i + 1], options.words);
      const isRunning = goesOn(text, before, after.from);
      wasCut = isFilled || isOpen || (isRunning && (wasCut || isBrokenOff(text, before, after)));
      const joint = jointOf(text, before, after, judge, wasCut);
      if (joint !== undefined) found.push(joint);
    }
    last = paragraph.at(-1);
  }
  return found;
}

/** Runs of lines with text, parted by empty lines, and by what stands on pages beside their text. */
function paragraphsOf(lines: readonly Line[], furniture: ReadonlySet<number>): Line[][] {
  const paragraphs: Line[][] = [];
  let current: Line[] = [];
  for (const line of lines) {
    if (isEmpty(line) || furniture.has(line.from)) {
      if (current.length > 0) paragraphs.push(current);
      current = [];
    } else current.push(line);
  }
  if (current.length > 0) paragraphs.push(current);
  return paragraphs;
}

/** Whether a sentence is cut around what was a link: a long line ends with a word that ends nothing, and a sentence goes on. */
function isCut(
  text: string,
  before: Line,
  after: Line,
  next: Line | undefined,
  { byKind }: LayoutWords,
): boolean {
  if (before.to - before.from < LONG_LINE || text.charCodeAt(before.from) === 0x3e) return false;
  let start = before.to;
  while (start > before.from && before.to - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
  const word = text.slice(start, before.to);
  if (text.charCodeAt(start - 1) !== 0x20 || !byKind.open.has(word)) return false;
  // An item of a list: “…; and”.
  if (!isLetter(text.charCodeAt(start - 2))) return false;
  const first = text.charCodeAt(after.from);
  // Whoever forgets the stop may write “said” before a capital, but not “of”.
  const name = text.slice(after.from, after.from + 12).split(/[^A-Za-z]/, 1)[0] as string;
  const beginsSentence = byKind.starter.has(name) || byKind.weak.has(name);
  const isName = (isUpper(first) && !beginsSentence) || isDigit(first);
  if (!isSmall(first) && !(byKind.once.has(word) && isName)) return false;
  if (after.from !== after.start || !isProseLine(text, after.from, after.to)) return false;
  return endsSentence(text, after) || (next !== undefined && goesOn(text, after, next.from));
}

/** Whether a full line breaks off in the middle of a sentence, which ends with the next. */
function isBrokenOff(text: string, before: Line, after: Line): boolean {
  if (before.to - before.from < FULL_LINE || before.from !== before.start || after.from !== after.start)
    return false;
  if (!beginsCapital(text, before) || !isProseLine(text, before.from, before.to)) return false;
  // Items of a list: “…, and,”.
  if (/ (?:and|or),$/.test(text.slice(before.to - 5, before.to))) return false;
  return isProseLine(text, after.from, after.to) && endsSentence(text, after);
}

function endsSentence(text: string, { to }: Line): boolean {
  return /[.!?][”"’)]?$/.test(text.slice(to - 2, to));
}

/** How two lines are joined; a hyphen between them of which nothing tells whether it belongs to the word keeps them apart. */
function jointOf(
  text: string,
  before: Line,
  after: Line,
  judge: HyphenJudge,
  isJoined: boolean,
): Finding | undefined {
  const because = 'the line is full, and its sentence goes on';
  const joint = { start: before.to, end: after.from, rule: 'line-break', confidence: 0.93, because };
  const hyphen = before.to - 1;
  if (!isLineHyphen(text, hyphen)) return isJoined ? { ...joint, replacement: ' ' } : undefined;
  const fate = judge.fate(hyphen, after.from);
  if (fate === 'goes') return joining(text, hyphen, after.from, 0.93);
  return fate === 'stays' && isJoined ? { ...joint, replacement: '' } : undefined;
}

/** A word that the end of a page or column parts. */
function partedOverPage(text: string, last: Line, first: Line, judge: HyphenJudge): Finding | undefined {
  const hyphen = last.to - 1;
  if (!isLineHyphen(text, hyphen)) return undefined;
  const breaks = text.slice(last.to, first.from).split('\n').length - 1;
  if (breaks > MOST_EMPTY + 1 || !judge.isParted(hyphen, first.from)) return undefined;
  return joining(text, hyphen, first.from, 0.85);
}

/** Whether a text is mail: it begins with its headers, or quotes with `>`. */
function hasMailHeaders(text: string): boolean {
  const head = text.slice(0, 2000);
  return (
    /^(?:From|To|Subject|Date|Message-ID): ./m.test(head) || head.startsWith('>') || head.includes('\n>')
  );
}
