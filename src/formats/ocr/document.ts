import type { EngineWord } from '../../repairs/ocr/engine/engine-word.js';
import type { Edit } from '../../text/edit.js';
import { readAlto } from './alto.js';
import { readHocr } from './hocr.js';
import { type OcrFormatName, recogniseOcr } from './recognise.js';
import { type WrittenPage, writePage } from './write.js';

/** Pages that an OCR engine has read. */
export interface OcrDocument {
  readonly format: OcrFormatName;
  /**
   * The words, with a blank between them, a line break at the end of each line, and an empty line between paragraphs, blocks and
   * pages. A word that is hyphenated at the end of a line stands as it is printed: `re-\nport`.
   */
  readonly text: string;
  /** What the engine said of each word, in the order of the text. */
  readonly words: readonly EngineWord[];
  /**
   * The file with edits of its text in it: see {@link readOcrDocument}.
   *
   * @throws RangeError where the edits do not fit the text
   */
  write(edits: readonly Edit[]): WrittenPage;
}

/**
 * Reads hOCR, or ALTO of any version, and writes edits of its text back into the file, in which nothing but words changes: boxes, ids,
 * confidences, styles, white space, entities and what is unknown stay byte for byte.
 *
 * - A word that is parted becomes several elements, with boxes in proportion to their characters and ids after its own (`w1_2`).
 * - Words that are joined become one element with the box around both; the others go.
 * - A word joined over the end of a line stays on both lines. ALTO says so in SUBS_TYPE and SUBS_CONTENT; in hOCR its hyphen becomes a
 *   soft hyphen.
 * - A word that is deleted goes with its element; the last one of a line stays with its box, empty, as a line without words is not valid.
 * - Confidences and characters of single letters (CC, Glyph, x_confs, ocrx_cinfo) stay what the engine said.
 *
 * What is written is to be stored as UTF-8: where the file declares another encoding, that is set right.
 *
 * @returns undefined for a file that is neither, by its content
 * @example
 * const page = readOcrDocument(await readFile('page.hocr', 'utf8'));
 * if (page) await writeFile('page.hocr', page.write(emender.repair(page.text, { words: page.words }).edits).source);
 * @throws OcrSyntaxError for ALTO that is no well-formed XML, and for elements nested more than 500 deep
 */
export function readOcrDocument(source: string): OcrDocument | undefined {
  const format = recogniseOcr(source);
  if (format === undefined) return undefined;
  const page = format === 'alto' ? readAlto(source) : readHocr(source);
  const words = page.words.map(({ start, end, confidence, alternatives }) => ({
    ...{ start, end },
    ...(confidence !== undefined && { confidence }),
    ...(alternatives !== undefined && { alternatives }),
  }));
  return { format, text: page.text, words, write: (edits) => writePage(page, edits) };
}
