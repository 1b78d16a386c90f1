import { describeEncoding, readBytesAsText } from './bytes.js';
import type { Metadata } from './html/metadata.js';

/** A file read as a text to repair. */
export interface TextDocument {
  /** Of a page, its title and its article, with a line break at the end. */
  readonly text: string;
  /** The byte order mark that stood before a text, or nothing. */
  readonly mark: string;
  /** How the bytes were read, for a person; undefined for plain UTF-8. */
  readonly reading: string | undefined;
  /** What a page says of its article. */
  readonly metadata?: Metadata;
}

/** Thrown for a page in which no article was found. */
export class NoArticleError extends Error {
  override readonly name = 'NoArticleError';
}

/**
 * Reads the bytes of a text, or of a page of HTML, in whatever encoding they are in.
 *
 * @throws EncodingError for bytes that are no text
 * @throws NoArticleError for a page without an article
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { readonly html: boolean },
): Promise<TextDocument> {
  const decoded = readBytesAsText(bytes);
  const reading = describeEncoding(decoded);
  if (!options.html) return { text: decoded.text, mark: decoded.mark, reading };
  // Only pages pay for loading the parsers.
  const { readArticle } = await import('./html/read-article.js');
  const article = readArticle(decoded.text);
  if (article === undefined)
    throw new NoArticleError('no article found in the page; save its text to repair that');
  const { text, blocks: _, ...metadata } = article;
  return { text: `${text}\n`, mark: '', reading, metadata };
}
