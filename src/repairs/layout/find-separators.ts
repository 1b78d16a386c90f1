import { isBlank, isLetter, isUpper } from '../../text/characters.js';
import type { Edit } from '../../text/edit.js';
import { type Border, layoutDocument } from './document.js';
import type { LayoutWords } from './layout-words.js';
import { letterBorder } from './letter-border.js';
import { sentenceBorder } from './sentence-border.js';

const RULES = {
  sentence: 'layout/glued-sentence',
  caption: 'layout/glued-caption',
  title: 'layout/glued-title',
} as const;

/**
 * Finds the places where a blank or a line break was lost, and gives the edits that insert it: between sentences ("in the
 * past.The"), after captions, credits and headings ("Getty ImagesSmall"), after titles ("Mr.Smith"). One pass over the
 * text; a second one over its words only where two words may have run together. Takes any string; never throws.
 */
export function findSeparators(text: string, words: LayoutWords): Edit[] {
  const document = layoutDocument(text, words);
  const borders: Border[] = [];
  let openQuotes = false;
  // Where the word after the last border begins; it can be glued to the next one itself.
  let wordStart = -1;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x41) {
      if (code === 0x22) openQuotes = !openQuotes;
      // A quotation left open ends with its paragraph.
      else if (code === 0x0a) openQuotes = false;
      continue;
    }
    if ((code > 0x5a && code < 0xc0) || i === 0 || !isUpper(code)) continue;
    const before = text.charCodeAt(i - 1);
    if (isBlank(before)) continue;
    if (isLetter(before)) {
      const border = letterBorder(document, i, wordStart);
      if (border !== undefined) borders.push(border);
    } else {
      const border = sentenceBorder(document, i, openQuotes);
      if (border === undefined) continue;
      borders.push(border);
      wordStart = i;
    }
  }
  if (borders.length === 0) return [];
  const betweenSentences = haveLostParagraphs(text, borders) ? '\n' : ' ';
  return borders.map(({ at, kind, confidence, because }) => ({
    start: at,
    end: at,
    original: '',
    replacement: kind === 'caption' ? '\n' : kind === 'title' ? ' ' : betweenSentences,
    repair: 'layout',
    rule: RULES[kind],
    confidence,
    because,
  }));
}

/** Sentences in one paragraph of the news, at most: with fewer glued ends among them, a blank was forgotten by hand. */
const SENTENCES_PER_PARAGRAPH = 8;

/**
 * Whether the glued sentences are the borders of lost paragraphs: a scraper that joins paragraphs without a separator
 * leaves no line break in the text, and glues every few sentences.
 */
function haveLostParagraphs(text: string, borders: readonly Border[]): boolean {
  const glued = borders.filter((border) => border.kind === 'sentence').length;
  if (glued < 2 || text.trim().includes('\n')) return false;
  let parted = 0;
  for (let at = text.indexOf('. '); at !== -1; at = text.indexOf('. ', at + 2)) {
    if (isUpper(text.charCodeAt(at + 2))) parted++;
  }
  return parted <= glued * SENTENCES_PER_PARAGRAPH;
}
