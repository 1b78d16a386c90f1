import { describeEncoding, readBytesAsText } from './bytes.js';
import type { Metadata } from './html/metadata.js';
import type { OcrDocument } from './ocr/document.js';
import { recogniseOcr } from './ocr/recognise.js';

/** A file read as a text to repair. */
export interface TextDocument {
  /** Of a web page, its title and its article, with a line break at the end; of pages of OCR, their words. */
  readonly text: string;
  /** The byte order mark that stood before a text, or nothing. */
  readonly mark: string;
  /** How the bytes were read, for a person; undefined for plain UTF-8. */
  readonly reading: string | undefined;
  /** What a page says of its article. */
  readonly metadata?: Metadata;
  /** The pages, of a file that carries OCR. */
  readonly ocr?: OcrDocument;
}

/** Thrown for a page in which no article was found. */
export class NoArticleError extends Error {
  override readonly name = 'NoArticleError';
}

/** Thrown for a file that should have pages of OCR and has none. */
export class NoPageError extends Error {
  override readonly name = 'NoPageError';
}

/**
 * Reads the bytes of a text, of a page of HTML, or of hOCR or ALTO, in whatever encoding they are in.
 *
 * @param options.html whether to look for an article
 * @param options.ocr whether to look for pages of OCR, or to need them; that they are is told by the content
 * @throws EncodingError for bytes that are no text
 * @throws NoArticleError for a page without an article
 * @throws OcrSyntaxError for broken ALTO
 * @throws NoPageError where pages are needed and there are none
 */
export async function readDocument(
  bytes: Uint8Array,
  options: { readonly html: boolean; readonly ocr: boolean | 'needed' },
): Promise<TextDocument> {
  const decoded = readBytesAsText(bytes);
  const reading = describeEncoding(decoded);
  if (options.ocr && recogniseOcr(decoded.text) !== undefined) {
    const { readOcrDocument } = await import('./ocr/document.js');
    const ocr = readOcrDocument(decoded.text);
    if (ocr !== undefined) return { text: ocr.text, mark: decoded.mark, reading, ocr };
  }
  if (options.ocr === 'needed')
    throw new NoPageError('no page of OCR found; an hOCR file has elements of the class ocr_page');
  if (!options.html) return { text: decoded.text, mark: decoded.mark, reading };
  // Only pages pay for loading the parsers.
  const { readArticle } = await import('./html/read-article.js');
  const article = readArticle(decoded.text);
  if (article === undefined)
    throw new NoArticleError('no article found in the page; save its text to repair that');
  const { text, blocks: _, ...metadata } = article;
  return { text: `${text}\n`, mark: '', reading, metadata };
}
