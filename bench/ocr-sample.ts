import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { OcrPage } from '../dist/evaluation.js';

/** Pages of one file to measure on; the same in every run. */
export interface Sample {
  readonly name: string;
  readonly pages: readonly OcrPage[];
  /** Words and bytes of UTF-8 of the text as OCR read it. */
  readonly words: number;
  readonly bytes: number;
}

/**
 * Some pages of a file, in its order, drawn alike in every run.
 *
 * @param file `{id, ocr, gt}` a line, or `{id, text}` for text without errors, which must stay as it is
 * @param most how many words to take, roughly, as some checkers need a second for a few hundred; 0 for all
 */
export function readSample(file: string, most: number): Sample {
  const lines = readFileSync(file, 'utf8').split('\n');
  const pages = lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
    .map(({ id, text, ocr = text, gt = text }): OcrPage => ({ id: String(id), ocr, truth: gt }));
  const drawn = new Set<OcrPage>();
  let words = 0;
  for (const page of shuffle(pages)) {
    if (most > 0 && words >= most) break;
    drawn.add(page);
    words += countWords(page.ocr);
  }
  return {
    name: basename(file).replace(/\.jsonl$/, ''),
    pages: pages.filter((page) => drawn.has(page)),
    words,
    bytes: [...drawn].reduce((sum, { ocr }) => sum + Buffer.byteLength(ocr), 0),
  };
}

/** Fisher and Yates's shuffle with a generator of fixed seed (Park and Miller 1988). */
function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  let state = 1;
  for (let i = shuffled.length - 1; i > 0; i--) {
    state = (state * 48_271) % 2_147_483_647;
    const j = state % (i + 1);
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
