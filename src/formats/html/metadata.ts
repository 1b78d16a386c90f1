import type { PageBlock } from './blocks.js';
import { nameParts } from './boilerplate.js';
import type { Page, PageElement } from './page.js';

/** What a page says of its article; nothing is guessed. */
export interface Metadata {
  readonly title?: string;
  /** Names of the authors, parted by commas or as the page has them. */
  readonly byline?: string;
  /** When it was published, as the page writes it for machines; mostly ISO 8601. */
  readonly date?: string;
  /** Language by BCP 47, such as `en` or `de-AT`. */
  readonly language?: string;
}

/** Nodes of linked data that are looked at. */
const MOST_NODES = 2000;
/** Code units of a value, or of a block that holds a title or a byline. */
const LONGEST = 300;
/** What begins a byline. */
const BY = /^(?:by|words by|von|par|por|di|door|av|af)\s{1,5}(?=\S)/i;
const NO_NAME = /\d|\b(?:staff|writer|correspondent|reporter|editor|agency)\b/i;

/** Reads what a page says of its article: in linked data, in `<meta>`, in its markup, and last in its first blocks. */
export function readMetadata(page: Page, blocks: readonly PageBlock[]): Metadata {
  const linked = readLinkedData(page.linkedData);
  const metas = readMetas(page);
  const marked = readMarkup(page);
  const meta = (...names: string[]): string | undefined =>
    names.map((name) => metas.get(name)).find((value) => value !== undefined);
  const title =
    linked.title ??
    meta('og:title', 'twitter:title', 'dc.title') ??
    titleOf(marked.title, marked.heading, blocks);
  const byline = tidyByline(
    linked.byline ??
      meta('author', 'dc.creator', 'byl', 'parsely-author', 'sailthru.author') ??
      notAddress(meta('article:author')) ??
      marked.byline ??
      bylineIn(blocks),
  );
  const date =
    linked.date ??
    meta(
      'article:published_time',
      'datepublished',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.issued',
      'pubdate',
      'publishdate',
      'parsely-pub-date',
    ) ??
    marked.date;
  const language = tidyLanguage(
    page.elements[0]?.attributes.get('lang') ?? meta('content-language', 'og:locale') ?? linked.language,
  );
  return {
    ...(title !== undefined && { title }),
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
  };
}

function readMetas({ elements }: Page): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const { name, attributes } of elements) {
    if (name !== 'meta') continue;
    const key = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop') ??
      attributes.get('http-equiv')
    )?.toLowerCase();
    const content = oneLine(attributes.get('content'));
    if (key !== undefined && content !== undefined && !metas.has(key)) metas.set(key, content);
  }
  return metas;
}

/** The first title, main heading, author and time that the markup tells. */
function readMarkup({ elements, events }: Page): {
  title?: string;
  heading?: string;
  byline?: string;
  date?: string;
} {
  const texts = new Map<string, { number: number; parts: string[] }>();
  let date: string | undefined;
  const open: { key: string; parts: string[] }[] = [];
  for (const event of events) {
    if ('open' in event) {
      const element = elements[event.open] as PageElement;
      const key = keyOf(element);
      if (key === 'date')
        date ??= oneLine(element.attributes.get('datetime') ?? element.attributes.get('content'));
      else if (key !== undefined && !texts.has(key)) {
        const parts: string[] = [];
        texts.set(key, { number: event.open, parts });
        open.push({ key, parts });
      }
    } else if ('close' in event) {
      if (texts.get(open.at(-1)?.key ?? '')?.number === event.close) open.pop();
    } else for (const { parts } of open) parts.push(event.text);
  }
  const textOf = (key: string): string | undefined => oneLine(texts.get(key)?.parts.join('').slice(0, 1000));
  const title = textOf('title');
  const heading = textOf('h1');
  const byline = ['author', 'byline'].map(textOf).find((text) => text !== undefined && text.length < 120);
  return {
    ...(title !== undefined && { title }),
    ...(heading !== undefined && { heading }),
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
  };
}

function keyOf({ name, attributes }: PageElement): string | undefined {
  if (name === 'title' || name === 'h1') return name;
  if (attributes.get('itemprop') === 'datePublished' || (name === 'time' && attributes.has('datetime')))
    return 'date';
  if (name === 'meta' || name === 'link' || name === 'body') return undefined;
  const parts = nameParts(attributes);
  if (parts.includes('author') && (attributes.get('rel') === 'author' || attributes.has('itemprop')))
    return 'author';
  return parts.some(
    (part) => part === 'byline' || part === 'bylinename' || part === 'autor' || part === 'author',
  )
    ? parts.includes('bylinename')
      ? 'author'
      : 'byline'
    : undefined;
}

/** The title without the name of the site: the heading or block that is a part of it, else what stands before a bar or dash. */
function titleOf(
  title: string | undefined,
  heading: string | undefined,
  blocks: readonly PageBlock[],
): string | undefined {
  if (title === undefined) return heading;
  if (heading !== undefined && title.includes(heading)) return heading;
  const shown = blocks
    .flatMap(({ text }) => (text.length < LONGEST ? text.split('\n') : []))
    .filter((text) => text.length >= 15 && text.length <= title.length && title.includes(text))
    .sort((a, b) => b.length - a.length)[0];
  if (shown !== undefined) return shown;
  const cut = Math.max(...[' | ', ' – ', ' — ', ' - ', ' :: ', ' » '].map((bar) => title.lastIndexOf(bar)));
  return cut > 0 && title.slice(0, cut).split(' ').length > 2 ? title.slice(0, cut) : title;
}

function bylineIn(blocks: readonly PageBlock[]): string | undefined {
  const lines = blocks.slice(0, 30).flatMap(({ text }) => (text.length < LONGEST ? text.split('\n') : []));
  return lines.find((line) => isByline(line));
}

/** Whether a line does nothing but name the authors. */
export function isByline(line: string): boolean {
  return line.length < 120 && BY.test(line) && !/[.!?]$/.test(line);
}

function tidyByline(byline: string | undefined): string | undefined {
  if (byline === undefined) return undefined;
  const names = byline
    .replace(BY, '')
    .split(/[,|]/)
    .map((name) => name.trim());
  const end = names.findIndex((name) => NO_NAME.test(name));
  const kept = (end < 0 ? names : names.slice(0, end)).join(', ').trim();
  return kept === '' ? undefined : kept;
}

function notAddress(value: string | undefined): string | undefined {
  return value !== undefined && /^https?:/i.test(value) ? undefined : value;
}

function tidyLanguage(language: string | undefined): string | undefined {
  const tag = language?.trim().replaceAll('_', '-');
  return tag !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : undefined;
}

/** What the first article in linked data says; sources that are no JSON say nothing. */
function readLinkedData(sources: readonly string[]): Metadata {
  const queue: unknown[] = [];
  for (const source of sources) {
    try {
      queue.push(JSON.parse(source));
    } catch {
      // Broken by whoever wrote it; the page tells the same elsewhere.
    }
  }
  for (let i = 0; i < queue.length && i < MOST_NODES; i++) {
    const node = queue[i];
    if (Array.isArray(node)) queue.push(...node.slice(0, MOST_NODES));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const { headline, author, datePublished, inLanguage, ...rest } = node as Record<string, unknown>;
    const title = textOf(headline);
    if (title === undefined) {
      queue.push(...Object.values(rest).slice(0, MOST_NODES));
      continue;
    }
    const names = (Array.isArray(author) ? author.slice(0, 20) : [author])
      .map((each) => textOf(each) ?? textOf((each as { name?: unknown } | null | undefined)?.name))
      .filter((name) => name !== undefined);
    const date = textOf(datePublished);
    const language = textOf(inLanguage);
    return {
      title,
      ...(names.length > 0 && { byline: names.join(', ') }),
      ...(date !== undefined && { date }),
      ...(language !== undefined && { language }),
    };
  }
  return {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? oneLine(value) : undefined;
}

/** A value on one line, cut where it is no title or name any more; undefined where it is empty. */
function oneLine(value: string | undefined): string | undefined {
  const line = value?.slice(0, 2000).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return line === '' ? undefined : line;
}
