import { basename } from 'node:path';
import { type GoldArticle, readGold } from '../evaluation/gold.js';
import { parseMarked } from '../evaluation/marked.js';
import { isJsonl, readBytes } from '../formats/open.js';
import { decodeUtf8 } from '../formats/utf8.js';
import { describeFailure } from './failure.js';

/**
 * Reads the gold articles of a file: JSON Lines where its name says so, else a text with marked edits.
 *
 * @throws Error that names the file that cannot be read: figures of a part of the gold would be taken for those of the whole
 */
export async function readGoldFile(file: string): Promise<GoldArticle[]> {
  try {
    const { text } = decodeUtf8(await readBytes(file));
    return isJsonl(file) ? readGold(text) : [parseMarked(basename(file), text)];
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
}
