import type { Chunks } from '../chunks.js';

/** What closes what a chunk may begin with. */
const CLOSING: Readonly<Record<string, string>> = { "'": "'’", '‘': "'’", '{': '}', '[': ']' };

/** Chunks within which an opening mark finds its partner; quotations of one mark's length are longer than this rarely. */
const REACH = 40;

/** By chunk: 1 where a single quote, brace or bracket at its edge has its partner in the same paragraph. */
export function pairedQuotes(chunks: Chunks): Uint8Array {
  const { flat, count, start, end, coreStart, coreEnd, breakBefore } = chunks;
  const paired = new Uint8Array(count);
  let open = -1;
  let closing = '';
  for (let i = 0; i < count; i++) {
    if (breakBefore[i] === 2) open = -1;
    const opened = CLOSING[flat.charAt((coreStart[i] as number) - 1)];
    if ((coreStart[i] as number) > (start[i] as number) && opened !== undefined) {
      open = i;
      closing = opened;
    }
    if (open === -1 || i - open >= REACH) continue;
    for (let k = coreEnd[i] as number; k < (end[i] as number); k++) {
      // "the states'" closes nothing.
      const isPossessive = k === coreEnd[i] && /s/i.test(flat.charAt(k - 1));
      if (!closing.includes(flat.charAt(k)) || isPossessive) continue;
      paired[open] = 1;
      paired[i] = 1;
      open = -1;
      break;
    }
  }
  return paired;
}
