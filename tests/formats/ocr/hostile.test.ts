import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOcrDocument } from '../../../src/formats/ocr/document.js';
import { OcrSyntaxError } from '../../../src/formats/ocr/errors.js';
import { recogniseOcr } from '../../../src/formats/ocr/recognise.js';
import { ALTO_2, HOCR, pagesOf, rewrite } from './pages.js';

const inAlto = (content: string): string => `<alto><TextLine>${content}</TextLine></alto>`;
const inPage = (content: string): string => `<div class="ocr_page">${content}</div>`;

describe('a file of OCR', () => {
  it.each([
    ['<alto/>', 'alto'],
    ['\ufeff<?xml version="1.0"?>\r\n<!-- <b> -->\n<!DOCTYPE alto>\n<x-1:alto xmlns:x-1="u">', 'alto'],
    ['<!DOCTYPE html><p class="a ocr_page b">', 'hocr'],
    ["<div\nid=x class='ocr_page'>", 'hocr'],
    ['<meta name=ocr-system content=x>', 'hocr'],
    ['<altogether/>', undefined],
    ['<html><p>How hOCR has &lt;div class="ocr_page"&gt;, or ocr_page for short</p>', undefined],
    ['<p title="the class ocr_page">', undefined],
    ['Text with <alto> and <p class="ocr_page">', undefined],
    ['<!-- <alto>', undefined],
    ['', undefined],
    ['<', undefined],
  ])('is told by its content: %s', (source, format) => {
    expect(recogniseOcr(source)).toBe(format);
    if (format === undefined) expect(readOcrDocument(source)).toBeUndefined();
  });

  it('may have no words', () => {
    for (const source of ['<alto/>', inPage(' &nbsp; '), '<meta name=ocr-system>word']) {
      const document = pagesOf(source);
      expect([document.text, document.words, document.write([]).source]).toEqual(['', [], source]);
    }
  });

  it.each([
    ['<alto>\n  <String CONTENT="a">\n</alto>', 3, 'unexpected close tag'],
    ['<alto>\r\n<String CONTENT=a/></alto>', 2, 'unquoted attribute value'],
    ['<alto>\n\n&nbsp;</alto>', 3, 'undefined entity'],
    ['<alto><TextLine>', 1, 'unclosed tag'],
    ['<alto>\u0000</alto>', 1, 'disallowed character'],
    ['<alto a="1" a="2"/>', 1, 'duplicate attribute'],
    [`<alto>${'<x>'.repeat(501)}`, 1, 'more than 500 elements deep'],
    [inPage(`\n${'<i>'.repeat(501)}`), 2, 'more than 500 elements deep'],
  ])('that is broken is an error with its place: %s', (source, line, problem) => {
    expect(() => readOcrDocument(source)).toThrow(OcrSyntaxError);
    expect(() => readOcrDocument(source)).toThrow(new RegExp(`^line ${line}, column \\d+: .*${problem}`));
  });

  it('has no entity of a DTD expanded', () => {
    const bomb = ['a', 'b', 'c'].map((name, i) => `<!ENTITY ${name} "${`&${'xab'[i]};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE alto [${bomb.join('')}<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    const source = doctype + inAlto('<String CONTENT="&c;&f;x"/>&c;<SP/><String CONTENT="b"/>');
    expect(pagesOf(source).text).toBe('&c;&f;x b\n');
    expect(rewrite(source, ['&c;&f;x', '&c;&f;y'])).toBe(source.replace('x"', 'y"'));
    expect(rewrite(source, ['&f;x', '&fx'])).toContain('CONTENT="&c;&amp;fx"');
  });

  it('keeps its line ends, its byte order mark and what is around its words', () => {
    for (const source of [ALTO_2, HOCR].map((page) => `\ufeff${page.replaceAll('\n', '\r\n')}`)) {
      expect(pagesOf(source).text).toBe(pagesOf(ALTO_2).text);
      const rewritten = rewrite(source, ['paper', 'pater']);
      expect(rewritten.split('\r\n')).toHaveLength(source.split('\r\n').length);
      expect(rewritten.startsWith('\ufeff<')).toBe(true);
    }
  });

  it('declares UTF-8 once it is written, as nothing else is', () => {
    const source = `<?xml version='1.0' encoding = 'ISO-8859-1' ?>${inAlto('<String CONTENT="é"/>')}`;
    expect(pagesOf(source).write([]).source).toBe(source.replace('ISO-8859-1', 'UTF-8'));
    for (const meta of [
      '<meta charset="X">',
      '<meta http-equiv=content-type content="text/html; charset=X"/>',
    ]) {
      const page = (charset: string): string => meta.replace('X', charset) + inPage('é');
      expect(pagesOf(page('windows-1252')).write([]).source).toBe(page('UTF-8'));
      expect(pagesOf(page('utf8')).write([]).source).toBe(page('utf8'));
    }
    const other = `<meta name="description" content="latin1">${inPage('é')}`;
    expect(pagesOf(other).write([]).source).toBe(other);
  });

  it.each([
    ['a word of megabytes', inPage(`<b class=ocrx_word>${'x&amp;'.repeat(500_000)}</b>`)],
    [
      'an attribute of megabytes',
      inAlto(`<String CONTENT="${'x&amp; '.repeat(500_000)}" ID="${'i'.repeat(1_000_000)}"/>`),
    ],
    ['a title of megabytes', inPage(`<b class=ocrx_word title="${';bbox 1 '.repeat(300_000)}">a</b>`)],
    [
      'blanks in a title',
      inPage(`<b class=ocrx_word title="${'; '.repeat(9)}${' '.repeat(1_000_000)}">a</b>`),
    ],
    [
      'many attributes',
      inAlto(`<String CONTENT="a" ${Array.from({ length: 50_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`),
    ],
    ['many words', inAlto('<String CONTENT="word"/><SP/>'.repeat(100_000))],
    ['many open words', inPage('<br class=ocrx_word>a'.repeat(100_000))],
    ['stray end tags', inPage(`${'<i>'.repeat(400)}${'</b></i'.repeat(200_000)}`)],
    ['signs without end', inPage('<b class=ocrx_word>&&#&#x&amp'.repeat(300))],
    ['an open comment', inPage(`a<!--${'-'.repeat(1_000_000)}`)],
    ['an open tag', inPage(`a<b ${'x="'.repeat(500_000)}`)],
    ['names of formats', `<p>${'ocr_page'.repeat(8000)}`],
    ['quotes in a tag', `<p class=${'class="'.repeat(9000)}ocr_page`],
  ])('of %s is read to its end', (_what, source) => {
    const document = readOcrDocument(source);
    expect(document?.write([]).source ?? source).toBe(source);
  });

  it('takes an edit of everything', () => {
    const document = pagesOf(inAlto('<String CONTENT="word"/><SP/>'.repeat(5000)));
    const { text } = document;
    const edit = {
      start: 0,
      end: text.length,
      original: text,
      repair: 'ocr',
      rule: 'ocr/x',
      confidence: 1,
    } as const;
    expect(document.write([{ ...edit, replacement: 'other '.repeat(4000) }]).unwritten).toMatchObject([
      { reason: 'too much' },
    ]);
    expect(pagesOf(document.write([{ ...edit, replacement: 'other '.repeat(5000) }]).source).text).toBe(
      `${'other '.repeat(5000).trim()}\n`,
    );
  });

  it('is never another exception, whatever is in it', () => {
    const tokens = [
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '&',
      '&amp;',
      ';',
      'b',
      ' class=ocrx_word',
      ' CONTENT="a"',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '\u0000',
      '\ud800',
      '<String',
      '<HYP',
      '<SP/>',
      '</b>',
      '<TextLine>',
      '\n',
      '<br>',
      '<del class=alt>',
      '<script>',
    ];
    const soup = fc.array(fc.constantFrom(...tokens), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(soup, fc.constantFrom(inAlto, inPage), (content, put) => {
        const source = put(content);
        try {
          const document = readOcrDocument(source);
          expect(document?.write([]).source ?? source).toBe(source);
        } catch (error) {
          expect(error).toBeInstanceOf(OcrSyntaxError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
