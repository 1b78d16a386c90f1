import { Tokenizer } from 'htmlparser2';
import type { SourceAttribute } from './words.js';

/** An opening tag and where it stands in the source. */
export interface OpeningTag {
  /** As it is written; of HTML in lower case. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** By their names, of HTML in lower case; of two with one name, the first. */
  readonly attributes: ReadonlyMap<string, SourceAttribute>;
  /** Whether a slash ends it. */
  readonly slash: boolean;
}

/** Takes what stands in a source of HTML, in its order. */
export interface TagHandler {
  open(tag: OpeningTag): void;
  /** An end tag, and the offset after it. */
  close(name: string, end: number): void;
  /** Text; `plain` where it stands in the source as it is, and not as an entity. */
  text(text: string, start: number, end: number, plain: boolean): void;
}

/** Reads HTML as htmlparser2 does, and tells where everything stands. */
export function readTags(source: string, handler: TagHandler): void {
  let name = '';
  let start = 0;
  let attributes = new Map<string, SourceAttribute>();
  let attribute: { readonly start: number; readonly end: number } = { start: 0, end: 0 };
  const open = (end: number, slash: boolean): void => handler.open({ name, start, end, attributes, slash });
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (from, to) => handler.text(source.slice(from, to), from, to, true),
      ontextentity: (code, to) =>
        handler.text(String.fromCodePoint(code), source.lastIndexOf('&', to - 1), to, false),
      onopentagname(from, to) {
        name = source.slice(from, to).toLowerCase();
        start = from - 1;
        attributes = new Map();
      },
      onattribname(from, to) {
        attribute = { start: from, end: to };
      },
      onattribdata() {},
      onattribentity() {},
      onattribend(quote, end) {
        const key = source.slice(attribute.start, attribute.end).toLowerCase();
        const value = quote === 0 ? undefined : valueBefore(source, attribute.end, end, quote > 1);
        if (value !== undefined && !attributes.has(key))
          attributes.set(key, { start: attribute.start, value, end });
      },
      onopentagend: (end) => open(end + 1, false),
      onselfclosingtag: (end) => open(end + 1, true),
      onclosetag(from, to) {
        const end = source.indexOf('>', to);
        handler.close(source.slice(from, to).toLowerCase(), end < 0 ? source.length : end + 1);
      },
      oncomment() {},
      oncdata() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}

/** Where the value of an attribute stands that ends at an offset, after its name. */
function valueBefore(source: string, nameEnd: number, end: number, isQuoted: boolean) {
  let start = nameEnd;
  while (/[\s=]/.test(source.charAt(start))) start++;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}
