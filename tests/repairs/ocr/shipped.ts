import { readFileSync } from 'node:fs';
import { LanguageModel } from '../../../src/language-model/language-model.js';
import { openLexicon } from '../../../src/lexicon/lexicon.js';
import { type Confusion, parseConfusions } from '../../../src/repairs/ocr/channel/confusions.js';
import { type ChunkReading, readChunks } from '../../../src/repairs/ocr/chunk-reading.js';
import { cutChunks } from '../../../src/repairs/ocr/chunks.js';
import { createOcrRepairer, type OcrRepairer } from '../../../src/repairs/ocr/repairer.js';
import { OCR_WEIGHTS } from '../../../src/repairs/ocr/weights.js';

const DATA = new URL('../../../dictionaries/en/', import.meta.url);

export function shippedConfusions(): Confusion[] {
  return parseConfusions(readFileSync(new URL('ocr/confusions.tsv', DATA), 'utf8'));
}

/** The OCR repair with the English data that ship. */
export function shippedRepairer(): OcrRepairer {
  const lexicon = openLexicon(readFileSync(new URL('lexicon.bin', DATA)));
  const model = new LanguageModel(readFileSync(new URL('language-model.bin', DATA)));
  return createOcrRepairer(lexicon, model, shippedConfusions());
}

/** A text's chunks, read with a repair's judge. */
export function readText(text: string, { judge }: OcrRepairer): ChunkReading {
  return readChunks(cutChunks(text), judge, OCR_WEIGHTS.hyphenKept);
}
