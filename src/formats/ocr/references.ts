import type { Run } from './runs.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads a stretch of XML without tags: text, and references to characters. A reference to an entity of a DTD is not expanded but
 * read as it is written.
 */
export function readReferences(source: string, from: number, to: number): Run[] {
  const runs: Run[] = [];
  // Looked through by itself: in the source, the search for what is not in it would go on to the end.
  const stretch = source.slice(from, to);
  const add = (start: number, end: number, character?: string): void => {
    if (start === end) return;
    const text = character ?? stretch.slice(start, end);
    runs.push({ text, start: from + start, end: from + end, plain: character === undefined });
  };
  let at = 0;
  for (let sign = stretch.indexOf('&'); sign >= 0; sign = stretch.indexOf('&', at)) {
    const semicolon = stretch.indexOf(';', sign);
    if (semicolon < 0) break;
    add(at, sign);
    const reference = stretch.slice(sign, semicolon + 1);
    add(sign, semicolon + 1, characterOf(reference.slice(1, -1)) ?? reference);
    at = semicolon + 1;
  }
  add(at, stretch.length);
  return runs;
}

/** The character that a reference names; undefined for one of a DTD. */
function characterOf(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name];
  if (!name.startsWith('#')) return undefined;
  const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
