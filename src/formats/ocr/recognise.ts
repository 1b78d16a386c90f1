/** Code units at the beginning of a file by which it is recognised. */
const HEAD = 1 << 16;

/** A format that carries OCR: text with the places of its words on a page image. */
export type OcrFormatName = 'alto' | 'hocr';

/** Which format of OCR a file is in, by its content: ALTO by its root element, hOCR by a page in it. Undefined for other files. */
export function recogniseOcr(source: string): OcrFormatName | undefined {
  const head = source.slice(0, HEAD);
  const start = head.search(/[^\s\ufeff]/);
  if (head[start] !== '<') return undefined;
  if (/^(?:[\w.-]+:)?alto$/.test(rootName(head))) return 'alto';
  return hasPage(head) ? 'hocr' : undefined;
}

/** The name of the first element, after declarations and comments. */
function rootName(head: string): string {
  for (let at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
    const next = head[at + 1] ?? '';
    if (next === '!' || next === '?') {
      const isComment = head.startsWith('<!--', at);
      const end = head.indexOf(isComment ? '-->' : '>', at);
      if (end < 0) return '';
      at = end;
    } else return /^[^\s/>]*/.exec(head.slice(at + 1, at + 100))?.[0] ?? '';
  }
  return '';
}

/** Whether there is a tag with the class `ocr_page`, or a `meta` element that names the engine. */
function hasPage(head: string): boolean {
  for (const mark of ['ocr_page', 'ocr-system', 'ocr-capabilities']) {
    for (let at = head.indexOf(mark); at >= 0; at = head.indexOf(mark, at + 1)) {
      const before = head.slice(Math.max(0, at - 200), at);
      if (/<[^<>]*\b(?:class|name)\s*=\s*["']?[^"'<>=]*$/i.test(before)) return true;
    }
  }
  return false;
}
