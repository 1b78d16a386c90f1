import type { Finding } from '../finding.js';
import { isQuoted } from './surroundings.js';

/** Tags that stand for a line break. */
const BREAKS = new Set(['br', 'hr']);
/** Elements that are paragraphs of their own. */
const BLOCKS = new Set(
  (
    'p div h1 h2 h3 h4 h5 h6 ul ol li blockquote table tr td th tbody thead section article aside header footer main nav ' +
    'figure figcaption pre form dl dt dd address center'
  ).split(' '),
);
/** Elements within a line. */
const INLINE = new Set(
  (
    'a b i u s em strong small big sub sup span font tt code mark abbr cite q strike del ins time label button nobr ' +
    'noscript iframe picture source video audio svg path img input wbr'
  ).split(' '),
);
/** Elements without an end tag, which only tags with attributes are taken for. */
const EMPTY = new Set(['img', 'input', 'source', 'wbr', 'path']);
/** Elements whose content is no text. */
const UNREAD = new Set(['script', 'style']);

/** No tag is longer than this: `<` that no `>` follows is a sign of its own. */
const LONGEST_TAG = 4000;

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isEnd: boolean;
  readonly hasAttributes: boolean;
}

/**
 * Finds HTML tags that were left in a text: breaks and paragraphs, which become line breaks, and pairs within lines, which go.
 * A tag of which the text speaks (quoted, or beside the word "tag") stays, and so does one without its partner.
 */
export function findTags(text: string): Finding[] {
  const found: Finding[] = [];
  const open = new Map<string, Tag[]>();
  const noEnd = new Set<string>();
  for (let at = text.indexOf('<'); at >= 0; ) {
    if (text.startsWith('<!--', at)) {
      const end = noEnd.has('!--') ? -1 : text.indexOf('-->', at + 4);
      if (end < 0) noEnd.add('!--');
      else found.push(finding(at, end + 3, '', 'a comment of HTML'));
      at = text.indexOf('<', end < 0 ? at + 1 : end + 3);
      continue;
    }
    const tag = readTag(text, at);
    if (tag === undefined || isSpokenOf(text, tag)) {
      at = text.indexOf('<', tag?.end ?? at + 1);
      continue;
    }
    let next = tag.end;
    const { start, end, name, isEnd, hasAttributes } = tag;
    if (UNREAD.has(name)) {
      const close = isEnd || noEnd.has(name) ? -1 : text.indexOf(`</${name}>`, end);
      if (close < 0) noEnd.add(name);
      else {
        next = close + name.length + 3;
        found.push(finding(start, next, '', `the element <${name}>`));
      }
    } else if (BREAKS.has(name))
      found.push(finding(start, end, breakFor(text, start, end, false), `the tag <${name}>`));
    else if (hasAttributes && EMPTY.has(name)) found.push(finding(start, end, '', `the tag <${name}>`));
    else if (isEnd) {
      const partner = open.get(name)?.pop();
      // Paragraphs are often left with one of their tags only.
      if (partner !== undefined) found.push(remove(text, partner), remove(text, tag));
      else if (name === 'p' || name === 'li') found.push(remove(text, tag));
    } else if (!EMPTY.has(name)) {
      const others = open.get(name);
      if (others === undefined) open.set(name, [tag]);
      else others.push(tag);
    }
    at = text.indexOf('<', next);
  }
  for (const [name, tags] of open) {
    for (const tag of tags) if (name === 'p' || tag.hasAttributes) found.push(remove(text, tag));
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a text is a page of HTML, another document of markup, or one with code set apart: there tags are as they should be. */
export function isMarkup(text: string): boolean {
  if (text.startsWith('```') || text.includes('\n```')) return true;
  const head = text.slice(0, 2000).toLowerCase();
  return (
    /^\s*<(!doctype|html|\?xml|svg|rss|feed)\b/.test(head) ||
    head.includes('<html') ||
    head.includes('<head>')
  );
}

function remove(text: string, { start, end, name }: Tag): Finding {
  const replacement = BLOCKS.has(name) ? breakFor(text, start, end, true) : '';
  return finding(start, end, replacement, `the tag <${name}>`);
}

function finding(start: number, end: number, replacement: string, what: string): Finding {
  return { start, end, replacement, rule: 'tag', confidence: 0.93, because: `${what} was left in the text` };
}

/** A line break, unless one is there already; a block right behind a tag needs none of its own. */
function breakFor(text: string, start: number, end: number, isBlock: boolean): string {
  let before = start - 1;
  while (before >= 0 && start - before < 64 && ' \t\r'.includes(text.charAt(before))) before--;
  let after = end;
  while (after < text.length && after - end < 64 && ' \t\r'.includes(text.charAt(after))) after++;
  if (before < 0 || text.charAt(before) === '\n' || after >= text.length || text.charAt(after) === '\n')
    return '';
  return isBlock && text.charAt(before) === '>' ? '' : '\n';
}

/** Reads the tag at `<`; undefined where there is none, or one that HTML does not know. */
function readTag(text: string, start: number): Tag | undefined {
  let at = start + 1;
  const isEnd = text.charAt(at) === '/';
  if (isEnd) at++;
  const from = at;
  while (at - from < 12 && /[a-z0-9]/i.test(text.charAt(at))) at++;
  const name = text.slice(from, at).toLowerCase();
  if (!BREAKS.has(name) && !BLOCKS.has(name) && !INLINE.has(name) && !UNREAD.has(name)) return undefined;
  const limit = Math.min(text.length, start + LONGEST_TAG);
  let hasAttributes = false;
  let quote = '';
  for (; at < limit; at++) {
    const unit = text.charAt(at);
    if (quote !== '') {
      if (unit === quote) quote = '';
    } else if (unit === '>') return { start, end: at + 1, name, isEnd, hasAttributes };
    else if (unit === '<') return undefined;
    else if ((unit === '"' || unit === "'") && hasAttributes) quote = unit;
    else if (unit === '=') hasAttributes = true;
    else if (!hasAttributes && !/[\s/a-z0-9:_-]/i.test(unit)) return undefined;
    else if (!hasAttributes && at === from + name.length && !/[\s/]/.test(unit)) return undefined;
  }
  return undefined;
}

/** Whether the text speaks of the tag, or it stands in code: `<br>`, "the <b> tag", List<i>. */
function isSpokenOf(text: string, { start, end }: Tag): boolean {
  if (isQuoted(text, start, end)) return true;
  return (
    /^\s?(tags?|elements?|markup|button|attribute)\b/i.test(text.slice(end, end + 12)) ||
    /\b(tags?|elements?)\s$/i.test(text.slice(Math.max(0, start - 10), start))
  );
}
