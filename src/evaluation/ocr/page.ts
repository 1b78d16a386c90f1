import { parseRecord } from '../gold.js';

/** What OCR read on a page, and what is printed there. */
export interface OcrPage {
  readonly id: string;
  /** The text as OCR read it. */
  readonly ocr: string;
  /** The text as a person reads it: the ground truth. */
  readonly truth: string;
}

/**
 * Reads pages from JSON Lines: `{id, ocr, gt}` a line; a page without an id is called after its line.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readOcrPages(jsonl: string): OcrPage[] {
  const pages: OcrPage[] = [];
  for (const [index, content] of jsonl
    .replace(/^\ufeff/, '')
    .split('\n')
    .entries()) {
    if (content.trim() === '') continue;
    const { id, ocr, gt } = parseRecord(content, index + 1);
    if (typeof ocr !== 'string' || typeof gt !== 'string')
      throw new Error(`line ${index + 1}: no "ocr" and "gt"; write {id, ocr, gt}, as in the lines before`);
    pages.push({
      id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(index + 1),
      ocr,
      truth: gt,
    });
  }
  return pages;
}

/** Whether JSON Lines hold pages that OCR read: whether the first record is one. */
export function holdsOcrPages(jsonl: string): boolean {
  const first = /[^\s\ufeff][^\n]*/.exec(jsonl)?.[0];
  if (first === undefined) return false;
  try {
    const { ocr, gt } = parseRecord(first, 1);
    return typeof ocr === 'string' && typeof gt === 'string';
  } catch {
    // Whoever reads the gold says what is wrong.
    return false;
  }
}
