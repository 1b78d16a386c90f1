import { describe, expect, it } from 'vitest';
import {
  changedLines,
  edit,
  HOCR,
  HOCR_LOOSE,
  HOCR_LOOSE_TEXT,
  PAGE_TEXT,
  pagesOf,
  rewrite,
} from './pages.js';

/** A page with a line of HTML in it. */
function line(html: string): string {
  return `<div class="ocr_page"><span class="ocr_line">${html}</span></div>`;
}

describe('hOCR as a text', () => {
  it('has a blank between words, a line break after lines, an empty line between paragraphs, hyphens as printed', () => {
    expect(pagesOf(HOCR).text).toBe(PAGE_TEXT);
    expect(
      pagesOf(line('<b class=ocrx_word>re&shy;</b></span><span class=ocr_line>port so\u00adlo')).text,
    ).toBe('re-\nport so\u00adlo\n');
  });

  it('has what the engine said of each word', () => {
    const { text, words } = pagesOf(HOCR);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(text.trim().split(/\s+/));
    expect(words.slice(0, 3)).toEqual([
      { start: 0, end: 5, confidence: 0.4 },
      { start: 6, end: 11, confidence: 1 },
      { start: 12, end: 15, alternatives: ['re-', 'ro-'] },
    ]);
    expect(words[4]?.confidence).toBe(0.755);
  });

  it('is read where tags are missing, and where words have no elements', () => {
    expect(pagesOf(HOCR_LOOSE).text).toBe(HOCR_LOOSE_TEXT);
    expect(pagesOf(line('<i class=ocr_word><b class=xocr_word title="x_wconf 50">in</b></i>')).words).toEqual(
      [{ start: 0, end: 2, confidence: 0.5 }],
    );
  });

  it('is what stands on pages: no title, script or comment', () => {
    const source = `<title>a</title>b${line('c<script>d</script><!-- e --><![CDATA[f]]>g<style>h</style>')}i`;
    expect(pagesOf(source).text).toBe('cg\n');
  });

  it('has an empty line between pages, and lines of their own for captions and headers', () => {
    const page = '<div class=ocr_page><span class=ocr_header>a</span><span class=ocr_line>b</span></div>';
    expect(pagesOf(page + page).text).toBe('a\nb\n\na\nb\n');
  });
});

describe('hOCR after edits', () => {
  it('is the same where there are none', () => {
    for (const source of [HOCR, line('re&shy;')]) expect(pagesOf(source).write([]).source).toBe(source);
  });

  it('has another letter in its place, with markup and entities around it as they were', () => {
    expect(changedLines(HOCR, rewrite(HOCR, ['port', 'part']))[0]).toContain('>pa<em>rt</em></span>');
    expect(changedLines(HOCR, rewrite(HOCR, ['port', 'ports']))[0]).toContain('>po<em>rts</em></span>');
    expect(changedLines(HOCR, rewrite(HOCR, ['port', 'nut']))[0]).toContain('>nu<em>t</em></span>');
    expect(changedLines(HOCR, rewrite(HOCR, ['paper', 'papers']))[0]).toContain('>pa&#112;ers &nbsp;</span>');
    expect(changedLines(HOCR, rewrite(HOCR, ['rc-', 're-']))[0]).toContain(
      '<ins class="alt">re-</ins><del class="alt">re-</del>',
    );
    expect(changedLines(HOCR, rewrite(HOCR, ['R&D', 'A<B']))[0]).toContain('&lt;A&lt;B&gt;');
    expect(rewrite(line('<u class=ocrx_word>&NotEqualTilde;x</u>'), ['\u2242\u0338x', '\u2242x'])).toContain(
      '>\u2242x<',
    );
  });

  it('changes letters in the elements that they have of their own', () => {
    const letters = [...'modem'].map((letter) => `\n <i class=ocrx_cinfo>${letter}</i>`).join('');
    const source = line(`<b class=ocrx_word>${letters}</b>`);
    expect(rewrite(source, ['modem', 'mode'])).toContain('e</i>\n <i class=ocrx_cinfo></i></b>');
    expect(rewrite(source, ['modem', 'modern'])).toContain('e</i>\n <i class=ocrx_cinfo>rn</i></b>');
    expect(rewrite(source, ['modem', 'model'])).toContain('e</i>\n <i class=ocrx_cinfo>l</i></b>');
  });

  it('has two elements for a word that is parted: boxes by its characters, ids of their own, in the same style', () => {
    expect(changedLines(HOCR, rewrite(HOCR, ['ofthe', 'of the']))).toEqual([
      "<span class='ocrx_word' id='w_1' title='bbox 100 10 137 40; x_wconf 40'><strong id='s'>of</strong></span> " +
        "<span class='ocrx_word' id='w_1_2' title='bbox 155 10 210 40; x_wconf 40'><strong>the</strong></span>",
    ]);
    const hebrew = line('<b class=ocrx_word title="bbox 0 0 50 9">שלום</b>');
    expect(rewrite(hebrew, ['שלום', 'ש לום'])).toContain(
      'bbox 40 0 50 9">ש</b> <b class=ocrx_word title="bbox 0 0 30 9">',
    );
  });

  it('has one element for words that are joined, with the box around them', () => {
    const joined = rewrite(HOCR, ['th at', 'that']);
    expect(changedLines(HOCR, joined)).toEqual([
      `<span class='ocrx_word' id='w_5' title='bbox 150 50 195 81; x_wconf 75.5'>that</span> <!-- gap -->`,
    ]);
    expect(joined).not.toContain('w_6');
  });

  it('has one element for words that were replaced by one', () => {
    const source = line(
      '<b class=ocrx_word title="bbox 0 0 9 9">best</b> <b class=ocrx_word title="bbox 12 0 30 9">friend</b>',
    );
    expect(rewrite(source, ['best friend', 'ally'])).toBe(
      line('<b class=ocrx_word title="bbox 0 0 30 9">ally</b>'),
    );
  });

  it('keeps both parts of a word that a line end breaks, with a soft hyphen between them', () => {
    const lines = changedLines(HOCR, rewrite(HOCR, ['rc-\nport', 'report']));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('<ins class="alt">re\u00ad</ins>');
    expect(changedLines(HOCR, rewrite(HOCR, ['rc-\nport', 'rc-port']))).toEqual([]);
    const soft = line('<b class=ocrx_word>re&shy;</b></span><span class=ocr_line>port');
    expect(rewrite(soft, ['re-\nport', 'report'])).toBe(soft);
    expect(rewrite(soft, ['re-\nport', 're-port'])).toBe(soft.replace('&shy;', '-'));
    expect(rewrite(soft, ['re-', 'ra-'])).toBe(soft.replace('re', 'ra'));
    const none = line('<b class=ocrx_word>re</b></span><span class=ocr_line>port');
    expect(rewrite(none, ['re\nport', 'report'])).toBe(none.replace('re<', 're\u00ad<'));
  });

  it('changes words without elements as text', () => {
    const source = HOCR_LOOSE.replace('windows-1252', 'utf-8');
    expect(
      rewrite(
        source,
        ['Mini-\nster', 'Minister'],
        ['High', 'Prime'],
        ['& co', '&co.'],
        ['one two', 'onetwo'],
      ),
    ).toBe(
      source
        .replace('High Mini-', 'Prime Mini\u00ad')
        .replace('&amp; co', '&amp;co.')
        .replace('one <span class=ocrx_word>two</b></span>', 'onetwo'),
    );
  });

  it('loses the element of a word that is deleted; the last one of a line stays, empty', () => {
    const source = rewrite(HOCR, ['th at', 'at'], ['<R&D>', '']);
    expect(source).not.toContain('w_5');
    expect(source).toContain("<span class='ocrx_word' id='w_7'></span>");
    expect(pagesOf(source).text).toBe('ofthe paper rc-\nport at\n');
  });

  it('does not move words over a line end that are no parts of one', () => {
    const source = rewrite(HOCR, ['rc-\nport', 'ally']);
    expect(source).toContain('>al<em>ly</em></span>');
    expect(source).not.toContain('w_3');
  });

  it('tells what it cannot take', () => {
    const document = pagesOf(HOCR);
    const start = document.text.indexOf('\n\n') + 1;
    const nowhere = {
      ...edit(document.text, 'th at', ''),
      start,
      end: start,
      original: '',
      replacement: 'new',
    };
    const moved = edit(document.text, 'th at', 'th\nat');
    const { source, unwritten } = document.write([moved, nowhere].sort((a, b) => a.start - b.start));
    expect(source).toBe(HOCR);
    expect(unwritten.map(({ reason }) => reason)).toEqual(['structure', 'no word']);
  });

  it('takes only edits of its text', () => {
    const document = pagesOf(HOCR);
    const wrong = { ...edit(document.text, 'ofthe', 'of the'), original: 'other' };
    expect(() => document.write([wrong])).toThrow(RangeError);
  });
});
