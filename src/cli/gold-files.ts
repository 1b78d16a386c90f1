import { basename } from 'node:path';
import { type GoldArticle, readGold } from '../evaluation/gold.js';
import { parseMarked } from '../evaluation/marked.js';
import { holdsOcrPages, type OcrPage, readOcrPages } from '../evaluation/ocr/page.js';
import { isJsonl, readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { describeFailure } from './failure.js';

/** What repairs are measured against: a file has gold articles, or pages that OCR read with what is printed there. */
interface Gold {
  readonly articles: readonly GoldArticle[];
  readonly pages: readonly OcrPage[];
}

/**
 * Reads a gold file: JSON Lines where its name says so, else a text with marked edits.
 *
 * @throws Error that names the file that cannot be read: figures of a part of the gold would be taken for those of the whole
 */
export async function readGoldFile(file: string): Promise<Gold> {
  try {
    const { text } = decodeUtf8(await readBytes(file));
    if (!isJsonl(file)) return { articles: [parseMarked(basename(file), text)], pages: [] };
    return holdsOcrPages(text)
      ? { articles: [], pages: readOcrPages(text) }
      : { articles: readGold(text), pages: [] };
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
}
