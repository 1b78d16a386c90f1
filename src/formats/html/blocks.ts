import { nameParts } from './boilerplate.js';
import { BLOCK, HEADING } from './elements.js';
import type { Page, PageElement } from './page.js';

/** A piece of an article that stands on its own. */
export interface ArticleBlock {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'caption' | 'table';
  /**
   * Its text, without markup: runs of blanks are one, a line break is one where the page asks for it; rows of a table are lines, its cells
   * parted by tabs.
   */
  readonly text: string;
}

/** A block with what tells whether it is the article's. */
export interface PageBlock extends ArticleBlock {
  /** Share of its characters that are links, 0 to 1. */
  readonly linked: number;
  /** Number of the element that it stands in. */
  readonly element: number;
}

/** A table with a longer cell is there for the looks of the page. */
const LONGEST_CELL = 200;
const IN_LAYOUT: ReadonlySet<string> = new Set(
  'article blockquote br div h1 h2 h3 h4 h5 h6 ol p pre section table ul'.split(' '),
);
/** No text of the article. */
const UNSHOWN: ReadonlySet<string> = new Set(['head', 'title']);

/** The blocks of a page in their order, in linear time. Elements that are `left out`, by number, have none. */
export function findBlocks(page: Page, leftOut: readonly boolean[] = []): PageBlock[] {
  const { elements, events } = page;
  const tables = findDataTables(page);
  const blocks: PageBlock[] = [];
  const contexts: Context[] = [];
  let context: Context = {
    kind: 'paragraph',
    isLink: false,
    isPre: false,
    table: false,
    element: 0,
    shown: true,
  };
  let pieces: string[] = [];
  let linked = 0;
  let isBroken = false;

  function flush(): void {
    const raw = pieces.join('');
    const text = context.isPre ? raw.trim() : tidy(raw, context.table);
    if (text !== '')
      blocks.push({
        kind: context.table ? 'table' : context.kind,
        text,
        linked: Math.min(1, linked / text.length),
        element: context.element,
      });
    pieces = [];
    linked = 0;
    isBroken = false;
  }

  for (const event of events) {
    if ('text' in event) {
      if (!context.shown) continue;
      const text = context.isPre ? event.text : event.text.replace(/[ \t\n\r\f]+/g, ' ');
      pieces.push(text);
      if (context.isLink) linked += text.length;
      if (text.trim() !== '') isBroken = false;
    } else if ('open' in event) {
      const element = elements[event.open] as PageElement;
      if (element.name === 'br' || element.name === 'hr') {
        // Two breaks part paragraphs.
        if (isBroken || element.name === 'hr') flush();
        else pieces.push('\n');
        isBroken = true;
        contexts.push(context);
        continue;
      }
      const next = contextIn(element, event.open, context, tables, leftOut);
      if (startsBlock(element, context, next)) flush();
      contexts.push(context);
      context = next;
    } else {
      const element = elements[event.close] as PageElement;
      const outer = contexts.pop() ?? context;
      if (context.table && outer.table) {
        if (element.name === 'td' || element.name === 'th') pieces.push('\t');
        if (element.name === 'tr') pieces.push('\n');
      }
      if (startsBlock(element, outer, context)) flush();
      context = outer;
    }
  }
  flush();
  return blocks;
}

interface Context {
  readonly kind: ArticleBlock['kind'];
  readonly isLink: boolean;
  readonly isPre: boolean;
  /** In a table of data, but not in its caption. */
  readonly table: boolean;
  readonly element: number;
  readonly shown: boolean;
}

/** Whether a border of an element parts blocks: not those of rows and cells. */
function startsBlock({ name }: PageElement, outer: Context, inner: Context): boolean {
  return outer.shown !== inner.shown || (BLOCK.has(name) && !(outer.table && inner.table));
}

function contextIn(
  element: PageElement,
  number: number,
  outer: Context,
  tables: readonly boolean[],
  leftOut: readonly boolean[],
): Context {
  const { name, attributes } = element;
  const isBlock = BLOCK.has(name);
  return {
    kind: isBlock ? kindOf(name, attributes, outer.kind) : outer.kind,
    isLink: outer.isLink || name === 'a',
    isPre: outer.isPre || name === 'pre',
    table: name === 'table' ? tables[number] === true : outer.table && name !== 'caption',
    element: isBlock ? number : outer.element,
    shown: outer.shown && !UNSHOWN.has(name) && leftOut[number] !== true,
  };
}

function kindOf(
  name: string,
  attributes: ReadonlyMap<string, string>,
  outer: ArticleBlock['kind'],
): ArticleBlock['kind'] {
  if (HEADING.has(name)) return 'heading';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if ((name === 'p' || name === 'div') && nameParts(attributes).some(isCaption)) return 'caption';
  return name === 'td' || name === 'table' ? 'paragraph' : outer;
}

function isCaption(part: string): boolean {
  return part === 'caption' || part === 'bildunterschrift';
}

/** Which elements, by number, are tables of data: some row has several cells, and all of them are short and plain. */
function findDataTables({ elements, events }: Page): readonly boolean[] {
  const tableOf: number[] = [];
  const isLayout: boolean[] = [];
  const isData: boolean[] = [];
  const cells = new Map<number, number>();
  for (const [i, { name, parent }] of elements.entries()) {
    const outer = parent < 0 ? -1 : elements[parent]?.name === 'table' ? parent : (tableOf[parent] ?? -1);
    tableOf[i] = outer;
    if (outer < 0) continue;
    if (IN_LAYOUT.has(name)) isLayout[outer] = true;
    if (name !== 'td' && name !== 'th') continue;
    const count = (cells.get(parent) ?? 0) + 1;
    cells.set(parent, count);
    if (count > 1) isData[outer] = true;
  }
  const open: number[] = [];
  for (const event of events) {
    if ('open' in event) open.push(event.open);
    else if ('close' in event) open.pop();
    else {
      const table = tableOf[open.at(-1) as number] as number;
      if (table >= 0 && event.text.length > LONGEST_CELL && event.text.trim().length > LONGEST_CELL)
        isLayout[table] = true;
    }
  }
  return elements.map((_, i) => isData[i] === true && isLayout[i] !== true);
}

/** One blank for a run of them, none at the ends of lines; tabs part cells. */
function tidy(raw: string, isTable: boolean): string {
  const lines = raw.split('\n').map((line) => {
    if (!isTable) return line.replace(/ {2,}/g, ' ').trim();
    const cells = line.split('\t').map((cell) => cell.replace(/ {2,}/g, ' ').trim());
    // Each cell ends with a tab.
    return (cells.at(-1) === '' ? cells.slice(0, -1) : cells).join('\t');
  });
  return (isTable ? lines.filter((line) => line !== '') : lines).join('\n').trim();
}
