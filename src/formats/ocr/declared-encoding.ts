import type { Range, Splice } from './splices.js';

/** Code units at the beginning of a file within which its XML declaration ends. */
const LONGEST_DECLARATION = 1000;

/** Sets the encoding that an XML declaration names to UTF-8, where it names another: what is written is UTF-8. */
export function xmlEncoding(source: string): Splice[] {
  const declaration = /^\ufeff?<\?xml\s[^?]*\?>/.exec(source.slice(0, LONGEST_DECLARATION))?.[0] ?? '';
  const found = /\sencoding\s*=\s*["']([^"']*)["']/d.exec(declaration);
  const [start, end] = found?.indices?.[1] ?? [0, 0];
  return utf8InPlaceOf(source, { start, end });
}

/** Sets the charset that a `meta` element of HTML names; its range is that of a name, or of a content type with one in it. */
export function metaEncoding(source: string, value: Range): Splice[] {
  const content = source.slice(value.start, Math.min(value.end, value.start + LONGEST_DECLARATION));
  const found = /(?:^|;\s*)charset\s*=\s*([\w:.-]+)/di.exec(content) ?? /^\s*([\w:.-]+)\s*$/d.exec(content);
  const [start, end] = found?.indices?.[1] ?? [0, 0];
  return utf8InPlaceOf(source, { start: value.start + start, end: value.start + end });
}

function utf8InPlaceOf(source: string, { start, end }: Range): Splice[] {
  if (start === end || /^utf-?8$/i.test(source.slice(start, end))) return [];
  return [{ start, end, text: 'UTF-8' }];
}
