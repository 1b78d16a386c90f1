/** A stretch of a source and what takes its place; an insertion where `start === end`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A stretch of a source as offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The source after splices, in any order. Of two that overlap, the one that begins later is left out. */
export function applySplices(source: string, splices: readonly Splice[]): string {
  // An insertion comes before a removal that begins at its place. The sort is stable.
  const sorted = [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of sorted) {
    if (start < at) continue;
    parts.push(source.slice(at, start), text);
    at = end;
  }
  parts.push(source.slice(at));
  return parts.join('');
}

/** Takes a stretch out, with the white space before it: that only set it apart. */
export function removal(source: string, { start, end }: Range): Splice {
  let from = start;
  while (from > 0 && isBlank(source.charCodeAt(from - 1))) from--;
  return { start: from, end, text: '' };
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
