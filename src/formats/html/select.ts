import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { findBlocks, type PageBlock } from './blocks.js';
import { VOID } from './elements.js';
import { type Page, type PageElement, readPage } from './page.js';

/*
 * Where a page has more, its DOM is not built, as what Readability does with it can take quadratic time: elements, the elements that
 * each of them stands in, added up, and code units of text.
 */
const MOST_ELEMENTS = 12_000;
const MOST_NESTING = 300_000;
const MOST_TEXT = 1 << 21;
/** Words of prose below which there is no article. */
const LEAST_WORDS = 20;

/** The blocks that are the article's, in their order; none where the page has no article. */
export function selectArticle(
  page: Page,
  leftOut: readonly boolean[],
  blocks: readonly PageBlock[],
): PageBlock[] {
  if (isBounded(page, blocks)) {
    const kept = selectKnown(blocks, readabilityKeys(page, leftOut));
    if (isArticle(kept)) return kept;
  }
  const dense = selectDense(blocks);
  return isArticle(dense) ? dense : [];
}

/** Whether Readability is done with a page in a second or two, whatever is in it. */
function isBounded({ elements }: Page, blocks: readonly PageBlock[]): boolean {
  if (elements.length > MOST_ELEMENTS) return false;
  const depths: number[] = [];
  let nesting = 0;
  for (const { parent } of elements) {
    const depth = (depths[parent] ?? 0) + 1;
    depths.push(depth);
    nesting += depth;
  }
  return nesting <= MOST_NESTING && blocks.reduce((sum, { text }) => sum + text.length, 0) <= MOST_TEXT;
}

/** Beginnings of the blocks that Readability takes for the article's; none where it fails. */
function readabilityKeys(page: Page, leftOut: readonly boolean[]): ReadonlySet<string> {
  let content: string | null | undefined;
  try {
    const { document } = parseHTML(writePage(page, leftOut));
    content = new Readability(document as ConstructorParameters<typeof Readability>[0], {
      disableJSONLD: true,
      // What a short article lacks is no menu or comment.
      charThreshold: 100,
    }).parse()?.content;
  } catch {
    // No page may stop a batch: what a library that was not made for hostile pages makes of one is no reason to.
  }
  return new Set(findBlocks(readPage(content ?? '')).map(keyOf));
}

/**
 * The blocks that are known, and what stands between two of them and was overlooked: captions, tables, items, headings, whole
 * sentences, but no links.
 */
function selectKnown(blocks: readonly PageBlock[], keys: ReadonlySet<string>): PageBlock[] {
  const isKnown = blocks.map((block) => keys.has(keyOf(block)));
  const first = isKnown.indexOf(true);
  const last = isKnown.lastIndexOf(true);
  const unlinked = new Set(blocks.filter(({ linked }) => linked < 0.5).map(({ text }) => text));
  const isList = blocks.map((block) => isLinkList(block, unlinked));
  const seen = new Set<string>();
  return blocks.filter((block, i) => {
    if (first < 0 || i < first || i > last || isList[i] || isNotice(block)) return false;
    if (block.kind === 'heading' && isList[i + 1]) return false;
    if (!isKnown[i] && (block.linked > 0.5 || (block.kind === 'paragraph' && !isProse(block)))) return false;
    // A paragraph stands twice where a page has a second copy of it for print or for small screens.
    if (block.text.length > 60 && seen.has(block.text)) return false;
    seen.add(block.text);
    return true;
  });
}

/** Whether a block belongs to a menu, to a row of buttons, or to a list of what is on the page itself. */
function isLinkList(block: PageBlock, unlinked: ReadonlySet<string>): boolean {
  const { kind, text, linked } = block;
  if (kind === 'paragraph') return linked > 0.5 && !isProse(block);
  return kind === 'item' && linked > 0.9 && (unlinked.has(text) || countWords(text) < 4);
}

/** Blocks from the first to the last that are prose, by length and links alone. */
function selectDense(blocks: readonly PageBlock[]): PageBlock[] {
  const keys = new Set(blocks.filter((block) => isProse(block) && countWords(block.text) > 9).map(keyOf));
  return selectKnown(blocks, keys);
}

function isNotice({ text, kind }: PageBlock): boolean {
  return kind === 'paragraph' && text.length < 300 && /^(?:©|\(c\)|copyright\s)/i.test(text);
}

function isProse({ text, linked }: PageBlock): boolean {
  return linked < 0.4 && (/[.!?…。][”’"'»)\]]{0,3}$/.test(text.slice(-8)) || countWords(text) > 15);
}

function isArticle(blocks: readonly PageBlock[]): boolean {
  let words = 0;
  for (const block of blocks) if (isProse(block)) words += countWords(block.text);
  return words >= LEAST_WORDS;
}

/** Words; of Chinese, Japanese and Thai, which have no blanks, about as many as there are. */
function countWords(text: string): number {
  let words = 1;
  let unparted = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 10) words++;
    else if ((code >= 0x0e00 && code < 0x0f00) || (code >= 0x3040 && code < 0xa000)) unparted++;
  }
  return words + (unparted >> 1);
}

/** What a block is known by again, though Readability has changed elements in it. */
function keyOf({ text }: PageBlock): string {
  return text
    .slice(0, 80)
    .replace(/[\s&<>]+/g, '')
    .slice(0, 40);
}

/** The page as HTML that every parser reads alike, without what is left out. */
function writePage({ elements, events }: Page, leftOut: readonly boolean[]): string {
  const parts: string[] = [];
  let skipped = 0;
  for (const event of events) {
    if ('text' in event) {
      // Signs of markup are left out, as they are of keys: written as entities, each would become a node of its own.
      if (skipped === 0) parts.push(event.text.replace(/[&<>]+/g, ' '));
      continue;
    }
    const number = 'open' in event ? event.open : event.close;
    const element = elements[number] as PageElement;
    const { name } = element;
    if (skipped > 0 || leftOut[number] || name === 'title') {
      skipped += 'open' in event ? 1 : -1;
      continue;
    }
    if (name === 'html' || name === 'body' || name === 'head' || name === 'meta' || name === 'link') continue;
    if (!isPlainName(name)) continue;
    if ('open' in event) parts.push(`<${name}${writeAttributes(element)}>`);
    else if (!VOID.has(name)) parts.push(`</${name}>`);
  }
  return `<!DOCTYPE html><html><head></head><body>${parts.join('')}</body></html>`;
}

function isPlainName(name: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(name);
}

function writeAttributes({ attributes }: PageElement): string {
  let written = '';
  for (const key of ['class', 'id', 'href', 'role', 'rel', 'itemprop']) {
    const value = attributes.get(key);
    if (value !== undefined) written += ` ${key}="${value.slice(0, 200).replace(/[&<>"]+/g, ' ')}"`;
  }
  return written;
}
