import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ALTO_2 } from '../formats/ocr/pages.js';
import { makeFolder, run } from './run.js';

const HOCR = `<html><body><div class="ocr_page"><p class="ocr_par"><span class="ocr_line">
<span class="ocrx_word" id="w1" title="bbox 0 0 9 9">The</span> <span class="ocrx_word" id="w2">High</span>
<span class="ocrx_word">Minister</span> <span class="ocrx_word">met.</span></span></p></div></body></html>
`;
const REPAIRED = HOCR.replace('High', 'Prime');
const ALTO =
  '<?xml version="1.0" encoding="ISO-8859-1"?>\r\n<alto><TextLine><String CONTENT="High"/><SP/><String CONTENT="Minister"/></TextLine></alto>\r\n';
const NO_PAGE = 'no page of OCR found; an hOCR file has elements of the class ocr_page';

describe('emend repair of hOCR and ALTO', () => {
  it('prints the file with its words repaired, whatever its name', async () => {
    const at = makeFolder({ 'a.hocr': HOCR, 'b.html': HOCR, 'c.hocr.gz': gzipSync(HOCR) });
    for (const name of ['a.hocr', 'b.html', 'c.hocr.gz'])
      expect(await run(['repair', at(name)])).toEqual({ code: 0, stdout: REPAIRED, stderr: '' });
    expect((await run(['repair'], { stdin: HOCR })).stdout).toBe(REPAIRED);
  });

  it('prints a file without edits as it is', async () => {
    for (const stdin of [ALTO_2, HOCR.replace('High', 'high')])
      expect(await run(['repair'], { stdin })).toEqual({ code: 0, stdout: stdin, stderr: '' });
  });

  it('writes UTF-8 and declares it', async () => {
    const at = makeFolder({ 'a.xml': Buffer.from(ALTO.replace('High', 'Né&quot; High'), 'latin1') });
    const { stdout, stderr } = await run(['repair', at('a.xml')]);
    expect(stdout).toBe(ALTO.replace('ISO-8859-1', 'UTF-8').replace('High', 'Né&quot; Prime'));
    expect(stderr).toContain('read as windows-1252, as it declares');
  });

  it('shows the edits in the text of the page', async () => {
    expect((await run(['repair', '--diff'], { stdin: HOCR })).stdout).toBe(
      'The [-High-]{+Prime+} Minister met.\n',
    );
    expect((await run(['repair', '--explain'], { stdin: HOCR })).stdout).toContain('1:5  "High" → "Prime"');
    const { stdout } = await run(['repair', '--json'], { stdin: HOCR });
    expect(JSON.parse(stdout)).toMatchObject({
      text: 'The Prime Minister met.\n',
      edits: [{ start: 4, end: 8 }],
    });
    expect(Object.keys(JSON.parse(stdout))).toEqual(['file', 'text', 'edits', 'diagnosis', 'version']);
  });

  it('makes no edits of layout, as the lines are those of the image', async () => {
    const stdin = HOCR.replace('Minister', 'past.The');
    expect((await run(['repair', '--summary'], { stdin })).stderr).toBe('no edits\n');
    expect((await run(['repair', '--only', 'layout'], { stdin })).stdout).toBe(stdin);
  });

  it('reads a web page where that is asked for', async () => {
    const { code, stderr } = await run(['repair', '--html'], { stdin: HOCR });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('no article found') });
  });

  it('passes a broken file through with its place, and exits with 1', async () => {
    const stdin = ALTO.replace('</TextLine>', '');
    expect(await run(['repair'], { stdin })).toEqual({
      code: 1,
      stdout: stdin,
      stderr:
        'emend: standard input: line 2, column 80: unexpected close tag; mend the file or save it again\n',
    });
    const page = HOCR.replace('met.', 'unrepairable');
    const at = makeFolder({ 'a.html': page, 'b.hocr': 'plain' });
    expect(await run(['repair', at('a.html')])).toMatchObject({ code: 1, stdout: page });
    expect(await run(['repair', at('b.hocr')])).toEqual({
      code: 1,
      stdout: 'plain',
      stderr: `emend: ${at('b.hocr')}: ${NO_PAGE}\n`,
    });
  });

  it('repairs XML that is no ALTO as text', async () => {
    const at = makeFolder({ 'a.xml': '<mets>High Minister</mets>' });
    expect((await run(['repair', at('a.xml')])).stdout).toBe('<mets>Prime Minister</mets>');
  });
});

describe('emend diagnose of hOCR and ALTO', () => {
  it('tells of the words on the pages', async () => {
    const at = makeFolder({ 'a.hocr': HOCR, 'b.hocr': '<p>High Minister' });
    const { stdout, stderr, code } = await run(['diagnose', '--json', at('a.hocr'), at('b.hocr')]);
    expect(JSON.parse(stdout)).toMatchObject({ spun: 0.9, signals: [{ text: 'High Minister', start: 4 }] });
    expect({ stderr, code }).toEqual({ stderr: `emend: ${at('b.hocr')}: ${NO_PAGE}\n`, code: 1 });
  });
});
