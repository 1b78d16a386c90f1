import { isBlank, isLetter, isUpper } from '../../text/characters.js';
import type { Edit } from '../../text/edit.js';
import { type Border, layoutDocument } from './document.js';
import type { LayoutWords } from './layout-words.js';
import { letterBorder } from './letter-border.js';
import { sentenceBorder } from './sentence-border.js';
import { type QuoteRole, quoteRole } from './straight-quotes.js';

/** Settings of {@link findSeparators}. */
export interface SeparatorOptions {
  /** Whether a word in small letters is English: what is known of words beyond this text. By default nothing is. */
  readonly isWord?: (word: string) => boolean;
}

/**
 * Finds the places where a blank or a line break was lost, and gives the edits that insert it: between sentences ("in the
 * past.The"), after captions, credits and headings ("Getty ImagesSmall"), after titles ("Mr.Smith"). One pass over the
 * text; a second one over its words only where two words may have run together. Takes any string; never throws.
 */
export function findSeparators(
  text: string,
  words: LayoutWords,
  { isWord = () => false }: SeparatorOptions = {},
): Edit[] {
  const document = layoutDocument(text, words, isWord);
  const borders: Border[] = [];
  let lastQuote: QuoteRole | undefined;
  // Where the word after the last border begins; it can be glued to the next one itself.
  let wordStart = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) {
      if (code === 0x22) lastQuote = quoteRole(text, i, lastQuote);
      // A quotation left open ends with its paragraph.
      else if (code === 0x0a) lastQuote = undefined;
      continue;
    }
    if ((code > 0x5a && code < 0xc0) || i === 0 || !isUpper(code)) continue;
    const before = text.charCodeAt(i - 1);
    if (isBlank(before)) continue;
    const border = isLetter(before)
      ? letterBorder(document, i, wordStart)
      : sentenceBorder(document, i, lastQuote, wordStart);
    if (border === undefined) continue;
    borders.push(border);
    wordStart = i;
  }
  if (borders.length === 0) return [];
  const areLinesLost = haveLostLines(text, borders);
  return borders.map(({ at, kind, confidence, because }) => ({
    start: at,
    end: at,
    original: '',
    ...SEPARATORS[areLinesLost ? 'linesLost' : 'linesKept'][kind],
    repair: 'layout',
    confidence,
    because,
  }));
}

/** Sentences in one paragraph of the news, at most: with fewer glued ends among them, a blank was forgotten by hand. */
const SENTENCES_PER_PARAGRAPH = 8;

/**
 * Whether the document lost its line breaks: a scraper that joins paragraphs without a separator leaves no line break in
 * the text, and glues every few sentences.
 */
function haveLostLines(text: string, borders: readonly Border[]): boolean {
  const glued = borders.filter(({ kind }) => kind === 'sentence' || kind === 'caption').length;
  if (glued < 2 || text.trim().includes('\n')) return false;
  let parted = 0;
  for (let at = text.indexOf('. '); at !== -1; at = text.indexOf('. ', at + 2)) {
    if (isUpper(text.charCodeAt(at + 2))) parted++;
  }
  return parted <= glued * SENTENCES_PER_PARAGRAPH;
}

/** What is inserted for each kind of border, and by what rule, in documents that lost their line breaks and in others. */
const SEPARATORS: Readonly<
  Record<'linesLost' | 'linesKept', Readonly<Record<Border['kind'], Pick<Edit, 'replacement' | 'rule'>>>>
> = {
  linesLost: {
    sentence: { replacement: '\n', rule: 'layout/glued-sentence' },
    caption: { replacement: '\n', rule: 'layout/glued-caption' },
    title: { replacement: ' ', rule: 'layout/glued-title' },
    words: { replacement: ' ', rule: 'layout/glued-words' },
    name: { replacement: '\n', rule: 'layout/glued-caption' },
  },
  linesKept: {
    sentence: { replacement: ' ', rule: 'layout/glued-sentence' },
    caption: { replacement: '\n', rule: 'layout/glued-caption' },
    title: { replacement: ' ', rule: 'layout/glued-title' },
    words: { replacement: ' ', rule: 'layout/glued-words' },
    name: { replacement: ' ', rule: 'layout/glued-words' },
  },
};
