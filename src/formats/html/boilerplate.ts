import type { Page, PageElement } from './page.js';

/** Names of classes and ids, part by part, of what stands on a page beside the article. */
const BESIDE: ReadonlySet<string> = new Set(
  `ad ads adsense adslot advert advertisement advertising affiliate bio breadcrumb breadcrumbs comment comments disqus footer
  menu mostread nav navbar navigation newsletter outbrain pagination popular promo promos pullquote recirc recirculation
  recommendations recommended related relatedposts share sharedaddy sharing sidebar signup skip social sponsored
  subscribe taboola tags toolbar topics topstories trending`.split(/\s+/),
);
/** Of what lies over a page, however long. */
const OVER: ReadonlySet<string> = new Set(
  'consent cookie cookies gdpr modal newsletter overlay popup'.split(' '),
);
/** Says that a thing is there or not, as in `with-sidebar`, and is not that thing. */
const ABOUT: ReadonlySet<string> = new Set('enabled has is no not with without'.split(' '));
const INVISIBLE_CLASS: ReadonlySet<string> = new Set(
  'hidden screen-reader-text sr-only visually-hidden visuallyhidden'.split(' '),
);
const ROLES: ReadonlySet<string> = new Set(
  'alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar'.split(' '),
);
const NAMES: ReadonlySet<string> = new Set('aside footer form header menu nav'.split(' '));
/** Share of a page's text above which a thing is rather the article, whatever it is called. */
const MOST_BESIDE = 0.4;
const MOST_HIDDEN = 0.6;

/**
 * Which elements, by number, surely are not the article's: menus, notices, forms, related links, and what is not to be seen. Nothing
 * that holds the main heading or much of the page's text is.
 */
export function findBoilerplate({ elements, events }: Page): readonly boolean[] {
  const length = new Float64Array(elements.length);
  const holdsMain = new Uint8Array(elements.length);
  const open: number[] = [];
  for (const event of events) {
    if ('open' in event) open.push(event.open);
    else if ('close' in event) open.pop();
    else length[open.at(-1) as number] = (length[open.at(-1) as number] as number) + event.text.trim().length;
  }
  for (let i = elements.length - 1; i > 0; i--) {
    const { name, parent } = elements[i] as PageElement;
    length[parent] = (length[parent] as number) + (length[i] as number);
    if (holdsMain[i] || name === 'h1' || name === 'article' || name === 'main' || name === 'body')
      holdsMain[parent] = 1;
  }
  const total = Math.max(1, length[0] as number);
  const beside: boolean[] = [];
  const inArticle: boolean[] = [];
  for (const [i, element] of elements.entries()) {
    const { name, parent } = element;
    const share = (length[i] as number) / total;
    inArticle[i] = inArticle[parent] === true || name === 'article' || name === 'blockquote';
    beside[i] =
      beside[parent] === true ||
      (isInvisible(element) && share < MOST_HIDDEN) ||
      (!holdsMain[i] && !MAIN.has(name) && isBeside(element, inArticle[i] === true, share));
  }
  return beside;
}

const MAIN: ReadonlySet<string> = new Set('article body h1 html main meta'.split(' '));

function isInvisible({ attributes }: PageElement): boolean {
  const style = attributes.get('style');
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    (style !== undefined && /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(style)) ||
    (attributes.get('class') ?? '').split(/\s+/).some((each) => INVISIBLE_CLASS.has(each))
  );
}

function isBeside({ name, attributes }: PageElement, inArticle: boolean, share: number): boolean {
  const parts = nameParts(attributes);
  if (parts.some((part) => OVER.has(part))) return true;
  if (share > MOST_BESIDE) return false;
  if (ROLES.has(attributes.get('role') ?? '')) return true;
  if (NAMES.has(name) && !(inArticle && (name === 'header' || name === 'footer'))) return true;
  return parts.some((part) => BESIDE.has(part));
}

/** The words of an element's classes and names, in small letters. */
export function nameParts(attributes: ReadonlyMap<string, string>): string[] {
  const parts: string[] = [];
  for (const key of ['class', 'id', 'data-component', 'data-testid', 'itemprop', 'rel']) {
    for (const token of attributes.get(key)?.split(/\s+/) ?? []) {
      const words = token
        .replace(/([a-z])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .split(/[^a-z]+/);
      if (!words.some((word) => ABOUT.has(word))) parts.push(...words, words.join(''));
    }
  }
  return parts;
}
