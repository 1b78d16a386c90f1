/* What `emend/ocr` gives: pages that carry OCR, hOCR and ALTO, with repairs written back into them; lexicons of other languages. */
export type { UnwrittenEdit, UnwrittenReason } from './formats/ocr/changes.js';
export { type OcrDocument, readOcrDocument } from './formats/ocr/document.js';
export { OcrSyntaxError } from './formats/ocr/errors.js';
export { type OcrRepair, repairOcrDocument } from './formats/ocr/repair.js';
export type { WrittenPage } from './formats/ocr/write.js';
export { compileHunspell, type HunspellFiles } from './lexicon/hunspell/compile.js';
export { HunspellError } from './lexicon/hunspell/error.js';
export type { EngineWord } from './repairs/ocr/engine/engine-word.js';
