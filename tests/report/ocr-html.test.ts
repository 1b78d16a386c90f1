import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { scorePage } from '../../src/evaluation/ocr/score.js';
import { renderOcrHtml } from '../../src/report/ocr-html.js';

const page = (id: string, ocr: string, truth: string, repaired: string) =>
  scorePage({ id, ocr, truth }, repaired);
const render = (...scores: ReturnType<typeof page>[]) => [...renderOcrHtml(scores)].join('');

/** The marks of a column as `kind:text:title`. */
function marksIn(html: string, column: string): string[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll(`[aria-label=${column}] mark`)].map(
    (mark) => `${mark.className}:${mark.textContent}:${mark.getAttribute('title')}`,
  );
}

describe('the web page of repaired OCR', () => {
  const html = render(
    page('1', 'tbe bair of tha Mr. Hoyne', 'the hair of the Mr. Hoyne', 'the pair of tha Mr. Home'),
    page('2', 'all right', 'all right', 'all right'),
  );

  it('sets OCR, repair and truth side by side, with what differs marked', () => {
    expect(marksIn(html, 'OCR')).toEqual(['misread:tbe:the', 'misread:bair:hair', 'misread:tha:the']);
    expect(marksIn(html, 'repaired')).toEqual([
      'fixed:the:tbe',
      'wrong:pair:hair',
      'left:tha:the',
      'broken:Home:Hoyne',
    ]);
    expect(marksIn(html, 'truth')).toEqual([
      'fixed:the:tbe',
      'wrong:hair:pair',
      'left:the:tha',
      'broken:Hoyne:Home',
    ]);
  });

  it('shows each text whole', () => {
    const { document } = parseHTML(html);
    expect([...document.querySelectorAll('.columns p')].map((column) => column.textContent)).toEqual([
      'tbe bair of tha Mr. Hoyne',
      'the pair of tha Mr. Home',
      'the hair of the Mr. Hoyne',
    ]);
  });

  it('shows where words are missing or too many', () => {
    const gaps = render(page('1', 'a . c', 'a b c', 'a c'), page('2', 'a x c', 'a c', 'a c'));
    expect(marksIn(gaps, 'repaired')).toEqual(['wrong:∅:b']);
    expect(marksIn(gaps, 'OCR')).toEqual(['misread:.:b', 'misread:x:∅']);
  });

  it('leaves out pages that were read right and stayed so, and says how many', () => {
    expect(parseHTML(html).document.querySelectorAll('section')).toHaveLength(1);
    expect(html).toContain('1 page without any difference left out.');
  });

  it('takes any text as text, never as markup', () => {
    const hostile = "<script>alert(1)</script> \"onclick='x' &amp; \u0000\ud800";
    const marked = render(page('<b>', hostile, '</mark><img>', `${hostile} '"`));
    const { document } = parseHTML(marked);
    expect(document.querySelectorAll('script, img, b, [onclick]')).toHaveLength(0);
    expect(document.querySelector('[aria-label=OCR]')?.textContent).toBe(
      "<script>alert(1)</script> \"onclick='x' &amp; \ufffd\ufffd",
    );
    expect(document.querySelector('h2')?.textContent).toMatch(/^<b> /);
  });
});
