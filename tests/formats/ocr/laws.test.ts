import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/text/edit.js';
import { applyEdits } from '../../../src/text/edits.js';
import { pagesOf } from './pages.js';

const word = fc.string({ unit: fc.constantFrom(...'abcde&<"\'é-'), minLength: 1, maxLength: 7 });
const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 });

function escaped(text: string): string {
  return text.replace(/[&<"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Words side by side, each twenty pixels wide and ten apart. */
function alto(lines: readonly (readonly string[])[]): string {
  let id = 0;
  const rows = lines.map((words, row) => {
    const strings = words.map((word, i) => {
      const place = `HPOS="${i * 30}" VPOS="${row * 20}" WIDTH="20" HEIGHT="15"`;
      return `   <String ID="s${id++}" ${place} CONTENT="${escaped(word)}"/>`;
    });
    const hyphen = row % 2 === 0 && row + 1 < lines.length ? '<HYP CONTENT="-"/>' : '';
    const box = `HPOS="0" VPOS="${row * 20}" WIDTH="${words.length * 30 - 10}" HEIGHT="15"`;
    return `  <TextLine ${box}>\n${strings.join('<SP/>\n')}${hyphen}\n  </TextLine>`;
  });
  return `<alto>\n <TextBlock>\n${rows.join('\n')}\n </TextBlock>\n</alto>\n`;
}

function hocr(lines: readonly (readonly string[])[]): string {
  let id = 0;
  const rows = lines.map((words, row) => {
    const spans = words.map((word, i) => {
      const title = `bbox ${i * 30} ${row * 20} ${i * 30 + 20} ${row * 20 + 15}; x_wconf 90`;
      const letters = i % 2 === 0 ? escaped(word) : `<em>${escaped(word)}</em>`;
      return `   <span class='ocrx_word' id='s${id++}' title='${title}'>${letters}</span>`;
    });
    return `  <span class='ocr_line' title="bbox 0 ${row * 20} ${words.length * 30 - 10} ${row * 20 + 15}">\n${spans.join('\n')}\n  </span>`;
  });
  return `<html><body><div class='ocr_page'>\n${rows.join('\n')}\n</div></body></html>\n`;
}

const replacement = fc.string({ unit: fc.constantFrom(...'abcde &<"é-\n'), maxLength: 8 });

/** Edits of a text, made of numbers that say how far from each other they are and how long. */
function editsOf(text: string, plans: readonly (readonly [number, number, string])[]): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const [gap, length, replacement] of plans) {
    const start = at + gap;
    const end = start + length;
    if (end > text.length) break;
    const original = text.slice(start, end);
    if (original !== replacement)
      edits.push({ start, end, original, replacement, repair: 'ocr', rule: 'ocr/x', confidence: 1 });
    at = end + 1;
  }
  return edits;
}

const plans = fc.array(fc.tuple(fc.nat(9), fc.nat(9), replacement), { maxLength: 8 });

/** What a text has beside blanks, and beside hyphens, which a word broken over lines may have or not. */
function letters(text: string): string {
  return text.replace(/[\s\u00ad-]/g, '');
}

/** All of a source that is no word. */
function frame(source: string): string {
  return source
    .replace(/<(?:String|SP|HYP)\b[^>]*>/g, '')
    .replace(/<span class='ocrx_word'.*?<\/span>/g, '')
    .replace(/\s+/g, ' ');
}

function expectWellFormed(source: string): void {
  const parser = new SaxesParser();
  expect(() => parser.write(source).close()).not.toThrow();
}

interface WordBox {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

function boxes(source: string): WordBox[] {
  const found = source.matchAll(
    /ID="(\w+)"[^>]*?HPOS="(\d+)"[^>]*?WIDTH="(\d+)"|id='(\w+)' title='bbox (\d+) \d+ (\d+)/g,
  );
  return [...found].map(([, id, left, width, other, start, end]) =>
    id === undefined
      ? { id: other as string, left: Number(start), right: Number(end) }
      : { id, left: Number(left), right: Number(left) + Number(width) },
  );
}

describe.each([
  ['ALTO', alto],
  ['hOCR', hocr],
])('%s', (_name, write) => {
  it('without edits is the same, byte for byte', () => {
    fc.assert(
      fc.property(lines, (lines) => {
        const source = write(lines);
        expect(pagesOf(source).write([])).toEqual({ source, unwritten: [] });
      }),
    );
  });

  it('has the letters of the repaired text after edits, and all but words as it was', () => {
    fc.assert(
      fc.property(lines, plans, (lines, plans) => {
        const source = write(lines);
        const document = pagesOf(source);
        const edits = editsOf(document.text, plans);
        const { source: written, unwritten } = document.write(edits);
        const left = unwritten.map(({ edit }) => edit);
        const expected = applyEdits(
          document.text,
          edits.filter((edit) => !left.includes(edit)),
        );
        expectWellFormed(written);
        expect(letters(pagesOf(written).text)).toBe(letters(expected));
        expect(frame(written)).toBe(frame(source));
        for (const { reason } of unwritten) expect(['structure', 'no word']).toContain(reason);
      }),
      { numRuns: 1000 },
    );
  });

  it('has an id of its own for each word, and its box in that of its line', () => {
    fc.assert(
      fc.property(lines, plans, (lines, plans) => {
        const document = pagesOf(write(lines));
        const found = boxes(document.write(editsOf(document.text, plans)).source);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        const widest = Math.max(...lines.map((words) => words.length * 30 - 10));
        for (const { left, right } of found) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeGreaterThanOrEqual(left);
          expect(right).toBeLessThanOrEqual(widest);
        }
      }),
      { numRuns: 300 },
    );
  });
});
