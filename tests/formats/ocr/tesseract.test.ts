import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { pagesOf, rewrite } from './pages.js';
import { missingTool, readByTesseract, type TesseractOutput } from './tesseract.js';

const PAGE = `The committee met on Monday to hear the re-
port of the surveyor, who had walked the whole
length of the canal & found it sound.

"Nothing need be done before spring," he wrote,
"but the lower gates want paint."`;

const missing = missingTool();
if (missing !== undefined)
  console.warn(`tests on Tesseract's own output are skipped: ${missing} is not installed`);

describe.skipIf(missing !== undefined)('what Tesseract writes', () => {
  let output: TesseractOutput;
  beforeAll(() => {
    output = readByTesseract(PAGE);
  });
  const formats = ['hocr', 'alto'] as const;

  it.each(formats)('as %s is read as the text that it writes beside it', (format) => {
    const document = pagesOf(output[format]);
    expect(document.text).toBe(output.text.replace(/\f/g, '').trimEnd().concat('\n'));
    expect(document.text).toContain('re-\nport of the surveyor');
    expect(document.words.every(({ confidence = -1 }) => confidence >= 0 && confidence <= 1)).toBe(true);
    expect(document.words).toHaveLength(document.text.trim().split(/\s+/).length);
  });

  it.each(formats)('as %s comes back byte for byte without edits', (format) => {
    expect(pagesOf(output[format]).write([]).source).toBe(output[format]);
  });

  it.each(formats)(
    'as %s takes words changed, parted, joined, deleted and put together over a line end',
    (format) => {
      const source = output[format];
      const written = rewrite(
        source,
        ['Monday', 'M<nday'],
        ['re-\nport', 'report'],
        ['surveyor', 'sur veyor'],
        ['whole\nlength', 'hole\nlength'],
        ['canal &', 'canal'],
        ['lower gates', 'lowergates'],
      );
      const { text } = pagesOf(source);
      expect(pagesOf(written).text).toBe(
        text
          .replace('Monday', 'M<nday')
          .replace('surveyor', 'sur veyor')
          .replace('whole', 'hole')
          .replace('canal &', 'canal')
          .replace('lower gates', 'lowergates'),
      );
      expect(() => new SaxesParser().write(written).close()).not.toThrow();
      for (const [left, right, line] of wordsInLines(written)) {
        expect(left).toBeGreaterThanOrEqual(line[0]);
        expect(right).toBeLessThanOrEqual(line[1]);
        expect(right).toBeGreaterThan(left);
      }
    },
  );

  it('with boxes of letters is changed letter by letter', () => {
    const { hocr } = readByTesseract('A modern bridge', { settings: ['hocr_char_boxes=1'] });
    expect(pagesOf(hocr).text).toBe('A modern bridge\n');
    const written = rewrite(hocr, ['modern', 'modest']);
    expect(pagesOf(written).text).toBe('A modest bridge\n');
    expect(written.match(/ocrx_cinfo/g)).toEqual(hocr.match(/ocrx_cinfo/g));
    expect(() => new SaxesParser().write(written).close()).not.toThrow();
  });

  it.each(['lstm_choice_mode=1', 'lstm_choice_mode=2'])(
    'with what letters may be besides (%s) is its text alone',
    (mode) => {
      for (const settings of [[mode], [mode, 'hocr_char_boxes=1']]) {
        const { hocr } = readByTesseract('A modern bridge', { settings });
        expect(hocr).toMatch(/ id='choice_/);
        expect(pagesOf(hocr).text).toBe('A modern bridge\n');
        expect(pagesOf(rewrite(hocr, ['modern', 'mod ern'])).text).toBe('A mod ern bridge\n');
      }
    },
  );
});

/** Left and right of each word, and of the line that it stands in. */
function wordsInLines(source: string): [number, number, readonly [number, number]][] {
  const found: [number, number, readonly [number, number]][] = [];
  let line: readonly [number, number] = [0, 0];
  for (const [tag] of source.matchAll(/<(?:TextLine|String|span)\b[^>]*>/g)) {
    const number = (name: string): number => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1]);
    const [, left, right] = /bbox (\d+) \d+ (\d+)/.exec(tag) ?? [];
    const range =
      left === undefined
        ? ([number('HPOS'), number('HPOS') + number('WIDTH')] as const)
        : ([Number(left), Number(right)] as const);
    if (/TextLine|ocr_line|ocr_header|ocr_caption|ocr_textfloat/.test(tag)) line = range;
    else found.push([...range, line]);
  }
  return found;
}
