import type { DecodeOptions } from '../../repairs/encoding/decode-bytes.js';
import { readBytesAsText } from '../bytes.js';
import { type ArticleBlock, findBlocks, type PageBlock } from './blocks.js';
import { findBoilerplate } from './boilerplate.js';
import { isByline, type Metadata, readMetadata } from './metadata.js';
import { readPage } from './page.js';
import { selectArticle } from './select.js';

/** Code units of a block that can hold a title and a byline. */
const LONGEST_HEAD = 600;

/** The article of a web page. */
export interface Article extends Metadata {
  /** The title, if the page has one, and the blocks, parted by empty lines: what is to be repaired. */
  readonly text: string;
  /** The pieces of the article in their order, without its title. */
  readonly blocks: readonly ArticleBlock[];
}

/**
 * Finds the article in a page of HTML. Takes any string and throws on none, in time linear in its length: Readability reads what is
 * left of the page when menus and notices are taken out; pages that are too large for it are told by the length and the links of
 * their blocks alone.
 *
 * @param page HTML, or its bytes, in whatever encoding they are in
 * @param options.charset what is said of the encoding of bytes elsewhere, such as in the header of an HTTP answer
 * @returns undefined where there is no article
 * @example
 * const article = readArticle(await readFile('page.html'));
 * if (article) emender.repair(article.text);
 * @throws EncodingError for bytes that are no text
 */
export function readArticle(page: string | Uint8Array, options: DecodeOptions = {}): Article | undefined {
  const html = typeof page === 'string' ? page : readBytesAsText(page, options).text;
  const read = readPage(html);
  const leftOut = findBoilerplate(read);
  const all = findBlocks(read, leftOut);
  const selected = selectArticle(read, leftOut, all);
  if (selected.length === 0) return undefined;
  const metadata = readMetadata(read, all);
  const blocks = withoutHead(selected, metadata);
  const title = metadata.title === undefined ? [] : [metadata.title];
  return { ...metadata, text: [...title, ...blocks.map(({ text }) => text)].join('\n\n'), blocks };
}

/** The blocks without the lines that say again what the metadata say. */
function withoutHead(blocks: readonly PageBlock[], { title, byline }: Metadata): ArticleBlock[] {
  const isHead = (line: string): boolean =>
    line === title || line === byline || (byline !== undefined && isByline(line) && line.includes(byline));
  return blocks.flatMap(({ kind, text }) => {
    if (kind === 'table' || text.length > LONGEST_HEAD) return [{ kind, text }];
    const rest = text
      .split('\n')
      .filter((line) => !isHead(line))
      .join('\n');
    return rest === '' ? [] : [{ kind, text: rest }];
  });
}
