import { SaxesParser } from 'saxes';
import { brokenMarkup } from './errors.js';
import type { OpeningTag } from './tags.js';
import type { SourceAttribute } from './words.js';

/** Elements nested in each other, beyond which a file is refused: ALTO needs about a dozen. */
const MOST_DEPTH = 500;

/** Takes what stands in a source of XML, in its order. */
export interface XmlHandler {
  open(tag: OpeningTag): void;
  /** The end of an element, by its opening tag, and the offset after its end tag. */
  close(tag: OpeningTag, end: number): void;
  text(text: string): void;
}

/**
 * Reads XML as saxes does, and tells where each tag stands. Entities that a DTD declares are not expanded.
 *
 * @throws OcrSyntaxError for XML that is not well-formed, and for elements nested without end
 */
export function readXmlTags(source: string, handler: XmlHandler): void {
  const parser = new SaxesParser();
  const open: OpeningTag[] = [];
  let hasDoctype = false;
  let start = 0;
  let attributes = new Map<string, SourceAttribute>();

  parser.on('error', ({ message }) => {
    // What a DTD declares is not read, so that a reference to it is no mistake.
    if (hasDoctype && message.endsWith('undefined entity.')) return;
    throw brokenMarkup(source, Math.max(0, parser.position - 1), message.replace(/^[\d:]+\s*/, ''));
  });
  parser.on('doctype', () => {
    hasDoctype = true;
  });
  parser.on('opentagstart', () => {
    start = source.lastIndexOf('<', parser.position - 1);
    attributes = new Map();
    if (open.length >= MOST_DEPTH) throw brokenMarkup(source, start, `more than ${MOST_DEPTH} elements deep`);
  });
  parser.on('attribute', ({ name }) => {
    // The value has just ended with the quote that it began with, which cannot stand in it.
    const end = parser.position;
    const value = { start: source.lastIndexOf(source.charAt(end - 1), end - 2) + 1, end: end - 1 };
    attributes.set(name, { start: source.lastIndexOf(name, value.start - 2), value, end });
  });
  parser.on('opentag', ({ name, isSelfClosing }) => {
    const tag = { name, start, end: parser.position, attributes, slash: isSelfClosing };
    open.push(tag);
    handler.open(tag);
  });
  parser.on('closetag', () => handler.close(open.pop() as OpeningTag, parser.position));
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.write(source).close();
}
