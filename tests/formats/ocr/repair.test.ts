import { describe, expect, it } from 'vitest';
import { repairOcrDocument } from '../../../src/formats/ocr/repair.js';
import { loadEmender } from '../../../src/index.js';
import { pagesOf } from './pages.js';

const emender = await loadEmender();

/** A page with some misread words and one that may be a name: a "houle", or "house". */
const LINES = [
  'The committee met on Monday to hcar tbe report',
  'of the surveyor, who had walkcd the whole length',
  'of the canal and found it sound. Nothiug need be',
  'done before spring, he wrote, but the lower gates',
  'want paint, and the keeper at houle should be asked',
  'to mend the fence beside the towing path.',
];

/** How sure the engine is of each word of a page, and what else it read. */
type Said = (word: string, i: number) => { readonly confidence: number; readonly alternatives?: string[] };

/** Pages with the lines of a text, word by word, as hOCR and as ALTO. */
const WRITERS = {
  hocr: (lines: readonly string[], said: Said) =>
    `<html><body><div class='ocr_page'>${lines
      .map((line) => `<span class='ocr_line'>${writeWords(line, said, writeHocr)}</span>`)
      .join('\n')}</div></body></html>`,
  alto: (lines: readonly string[], said: Said) =>
    `<alto><Layout><Page><PrintSpace><TextBlock>${lines
      .map((line) => `<TextLine>${writeWords(line, said, writeAlto)}</TextLine>`)
      .join('\n')}</TextBlock></PrintSpace></Page></Layout></alto>`,
};

function writeWords(
  line: string,
  said: Said,
  write: (word: string, what: ReturnType<Said>) => string,
): string {
  return line
    .split(' ')
    .map((word, i) => write(word, said(word, i)))
    .join(' ');
}

function writeHocr(word: string, { confidence, alternatives = [] }: ReturnType<Said>): string {
  const others = alternatives.map((other) => `<del class='alt'>${other}</del>`).join('');
  const content =
    others === '' ? word : `<span class='alternatives'><ins class='alt'>${word}</ins>${others}</span>`;
  return `<span class='ocrx_word' title='x_wconf ${Math.round(100 * confidence)}'>${content}</span>`;
}

function writeAlto(word: string, { confidence, alternatives = [] }: ReturnType<Said>): string {
  const others = alternatives.map((other) => `<ALTERNATIVE>${other}</ALTERNATIVE>`).join('');
  return `<String CONTENT="${word}" WC="${confidence}">${others}</String>`;
}

const spread = (i: number) => 0.5 + ((i * 7) % 13) / 40;

describe.each(Object.entries(WRITERS))('pages as %s', (_, write) => {
  const repairText = (lines: readonly string[], said: Said) => {
    const { text, source } = repairOcrDocument(pagesOf(write(lines, said)), emender);
    expect(pagesOf(source).text).toBe(text);
    return text;
  };

  it('have a word changed that the engine doubts, and kept where it is sure', () => {
    const repair = (confidence: number) =>
      repairText(LINES, (word, i) => ({ confidence: word === 'houle' ? confidence : spread(i) }));
    expect(repair(0.1)).toContain('keeper at house');
    expect(repair(0.99)).toContain('keeper at houle');
  });

  it('are repaired as plain text is where the engine is as sure of all words', () => {
    const text = `${LINES.join('\n')}\n`;
    const plain = emender.repair(text, { skip: ['layout'] }).text;
    expect(plain).toContain('walked');
    expect(repairText(LINES, () => ({ confidence: 0.7 }))).toBe(plain);
  });

  it('take a reading of the engine’s where the context speaks for it, and no other', () => {
    const repair = (...alternatives: string[]) =>
      repairText(LINES, (word, i) => ({
        confidence: spread(i),
        ...(word === 'gates' && { alternatives }),
        ...(word === 'paint,' && { alternatives: ['point,', 'faint,'] }),
        ...(word === 'walkcd' && { alternatives: ['walled', 'walked'] }),
        ...(word === 'sound.' && { alternatives: ['zqound.'] }),
      }));
    expect(repair('gaxes')).toBe(repair());
    expect(repair()).toContain('walked the whole');
    expect(repair()).toContain('want paint, and');
    expect(repair()).toContain('it sound.');
  });

  it('take a reading that no search would find', () => {
    const lines = LINES.map((line) => line.replace('lower gates', 'lower jrxtz'));
    const repair = (alternatives: string[]) =>
      repairText(lines, (word, i) => ({ confidence: spread(i), ...(word === 'jrxtz' && { alternatives }) }));
    expect(repair(['xq', 'gates'])).toContain('lower gates\nwant');
    expect(repair([])).not.toContain('lower gates\nwant');
  });
});

describe('what an engine said', () => {
  const text = `${LINES.join('\n')}\n`;

  it('harms nothing where it is of no word of the text', () => {
    const words = [
      { start: 5, end: 900, confidence: 0.1, alternatives: ['x'] },
      { start: -3, end: 2, confidence: 7 },
      { start: Number.NaN, end: Number.POSITIVE_INFINITY, confidence: Number.NaN },
      { start: 3, end: 3, alternatives: [''] },
    ];
    expect(emender.repair(text, { words }).text).toBe(emender.repair(text).text);
    expect(emender.repair(text, { words: [] })).toEqual(emender.repair(text));
  });

  it('is told as the reason where its reading is taken', () => {
    const broken = text.replace('gates', 'jrxtz');
    const start = broken.indexOf('jrxtz');
    const words = [{ start, end: start + 5, alternatives: ['gates'] }];
    const { edits } = emender.repair(broken, { words });
    const edit = edits.find((each) => each.start === start);
    expect(edit).toMatchObject({ original: 'jrxtz', replacement: 'gates', rule: 'ocr/alternative' });
    expect(edit?.because).toContain('engine');
    expect(emender.repair(broken, { words, skip: ['ocr/alternative'] }).text).not.toContain('gates');
  });
});
