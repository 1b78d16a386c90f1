import { Tokenizer } from 'htmlparser2';
import { BARRIER, BLOCK, ENDED_BY_NEXT, HEADING, UNREADABLE, VOID } from './elements.js';

/** A page read tag by tag into elements that are all closed, and nowhere deeper than 150 elements. */
export interface Page {
  /** The elements in the order in which they open; the first is the root. */
  readonly elements: readonly PageElement[];
  /** What stands in the page, in order: texts, and the opening and closing of elements by their number. */
  readonly events: readonly PageEvent[];
  /** The sources of JSON for linked data. */
  readonly linkedData: readonly string[];
}

type PageEvent = { readonly text: string } | { readonly open: number } | { readonly close: number };

/** An element of a page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Number of the element that it stands in; the root's is -1. */
  readonly parent: number;
}

/** Elements open at once; the content of what is nested deeper stands in the last of them. */
const MOST_DEPTH = 150;
/** Attributes that tell what an element is, its place on the page, or something about the article. */
const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  'aria-hidden class content data-component data-testid datetime hidden href http-equiv id itemprop lang name property rel role style type'.split(
    ' ',
  ),
);
/** Code units of an attribute's value, and of all sources of linked data, that are read; longer ones are data. */
const LONGEST_VALUE = 1000;
const MOST_LINKED_DATA = 1 << 18;

/**
 * Reads a page in time linear in its length, whatever is in it. Tags that are missing, crossed or stray are put right much as a
 * browser does it; comments, scripts and what else is not for reading are left out.
 */
export function readPage(html: string): Page {
  const rootAttributes = new Map<string, string>();
  const elements: PageElement[] = [{ name: 'html', attributes: rootAttributes, parent: -1 }];
  const events: PageEvent[] = [{ open: 0 }];
  const linkedData: string[] = [];
  const open: number[] = [0];
  /** Elements left open beyond the depth that is kept. */
  let beyond = 0;
  /** How many of the open elements were open when one began that is not for reading. */
  let unreadFrom = Number.POSITIVE_INFINITY;
  let text: string[] = [];
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  let linkedLength = 0;

  const nameAt = (index: number): string => elements[open[index] as number]?.name ?? '';

  function flush(): void {
    if (text.length === 0) return;
    if (open.length <= unreadFrom) events.push({ text: text.join('') });
    else if (isLinkedData(elements[open.at(-1) as number])) {
      for (const piece of text) linkedLength += piece.length;
      if (linkedLength <= MOST_LINKED_DATA) linkedData.push(text.join(''));
    }
    text = [];
  }

  /** Closes open elements until so many are left; the root stays. */
  function closeTo(left: number): void {
    flush();
    while (open.length > Math.max(left, 1)) {
      const closed = open.pop() as number;
      if (open.length <= unreadFrom) {
        unreadFrom = Number.POSITIVE_INFINITY;
        events.push({ close: closed });
      }
    }
  }

  function openElement(): void {
    if (name === 'html' || (name === 'body' && isOpen('body'))) {
      for (const [key, each] of attributes) if (!rootAttributes.has(key)) rootAttributes.set(key, each);
      return;
    }
    endWhatEnds(name);
    flush();
    if (VOID.has(name)) {
      if (open.length <= unreadFrom) addElement(true);
    } else if (beyond > 0 || open.length >= MOST_DEPTH) {
      beyond++;
      partBlocks(name);
    } else addElement(false);
  }

  /** What is left of a block that is nested too deep to be kept. */
  function partBlocks(lost: string): void {
    if (text.length === 0 || !BLOCK.has(lost) || open.length > unreadFrom) return;
    flush();
    name = 'hr';
    attributes = new Map();
    addElement(true);
  }

  function addElement(isVoid: boolean): void {
    const number = elements.push({ name, attributes, parent: open.at(-1) as number }) - 1;
    const isRead = open.length <= unreadFrom;
    if (isRead) events.push({ open: number });
    if (isVoid) {
      events.push({ close: number });
      return;
    }
    open.push(number);
    if (isRead && UNREADABLE.has(name)) unreadFrom = open.length - 1;
  }

  function isOpen(wanted: string): boolean {
    return open.length > 1 && nameAt(1) === wanted;
  }

  /** Closes what the opening of an element ends: a paragraph before a block, an item before the next. */
  function endWhatEnds(opening: string): void {
    if (beyond > 0 || !BLOCK.has(opening)) return;
    let at = open.length - 1;
    while (at > 0 && !BLOCK.has(nameAt(at))) at--;
    const inner = nameAt(at);
    if (inner === 'p' || (HEADING.has(inner) && HEADING.has(opening))) closeTo(at);
    const rule = ENDED_BY_NEXT.get(opening);
    if (rule === undefined) return;
    let last = 0;
    for (let i = open.length - 1; i > 0 && !rule.within.has(nameAt(i)); i--)
      if (rule.ends.has(nameAt(i))) last = i;
    if (last > 0) closeTo(last);
  }

  function closeElement(closing: string): void {
    if (closing === 'br') {
      name = 'br';
      attributes = new Map();
      openElement();
      return;
    }
    if (closing === 'body' || closing === 'html') return;
    if (beyond > 0) {
      beyond--;
      partBlocks(closing);
      return;
    }
    const isBlock = BLOCK.has(closing);
    for (let i = open.length - 1; i > 0; i--) {
      const each = nameAt(i);
      if (each === closing || (HEADING.has(closing) && HEADING.has(each))) {
        closeTo(i);
        return;
      }
      // A stray end tag of an inline element ends no block, and one of a block no cell of a table that it stands in.
      if (isBlock ? BARRIER.has(each) && closing !== 'table' && !isTablePart(closing) : BLOCK.has(each))
        return;
    }
  }

  const slice = (start: number, end: number): string => html.slice(start, end);
  const addValue = (piece: string): void => {
    if (value.length < LONGEST_VALUE) value += piece.slice(0, LONGEST_VALUE - value.length);
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => void text.push(slice(start, end)),
      ontextentity: (code) => void text.push(String.fromCodePoint(code)),
      onopentagname(start, end) {
        name = slice(start, Math.min(end, start + 40)).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = slice(start, Math.min(end, start + 40)).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => addValue(slice(start, end)),
      onattribentity: (code) => addValue(String.fromCodePoint(code)),
      onattribend() {
        if (KEPT_ATTRIBUTES.has(attribute) && !attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: openElement,
      onselfclosingtag() {
        openElement();
        if (isForeign()) closeElement(name);
      },
      onclosetag: (start, end) => closeElement(slice(start, Math.min(end, start + 40)).toLowerCase()),
      oncomment() {},
      oncdata: (start, end) => void text.push(slice(start, end)),
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );

  /** Inside of SVG and MathML a slash ends an element; elsewhere it says nothing. */
  function isForeign(): boolean {
    const outer = unreadFrom === Number.POSITIVE_INFINITY ? '' : nameAt(unreadFrom);
    return outer === 'svg' || outer === 'math';
  }

  tokenizer.write(html);
  tokenizer.end();
  closeTo(1);
  events.push({ close: 0 });
  return { elements, events, linkedData };
}

function isTablePart(name: string): boolean {
  return (
    name === 'td' || name === 'th' || name === 'tr' || name === 'caption' || /^t(body|head|foot)$/.test(name)
  );
}

function isLinkedData(element: PageElement | undefined): boolean {
  return (
    element?.name === 'script' && element.attributes.get('type')?.toLowerCase() === 'application/ld+json'
  );
}
