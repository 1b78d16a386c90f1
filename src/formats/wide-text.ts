import type { EncodingSource } from '../repairs/encoding/decode-bytes.js';

/** So many bytes tell whether every other one is zero. */
const SAMPLE = 1024;
/** And so large a share of them, as in a text that is ASCII for the most part. */
const MOST_ZEROS = 0.3;

type WideEncoding = 'utf-16le' | 'utf-16be';

/** A stream of bytes as UTF-8. */
export interface Utf8Stream {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** The encoding in which it came and what told that, where it is not one that ASCII is part of. */
  readonly wide?: { readonly encoding: WideEncoding; readonly source: EncodingSource };
}

/**
 * A stream in UTF-8, made of one in UTF-16, which is told by its byte order mark or by its zeros; any other stream is handed on as it is.
 * Holds one chunk at a time.
 */
export async function wideTextAsUtf8(source: AsyncIterable<Uint8Array>): Promise<Utf8Stream> {
  const iterator = source[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < SAMPLE) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
    length += next.value.length;
    // One line is enough to see it.
    if (length >= 2 && next.value.includes(0x0a)) break;
  }
  const chunks = rest(first, iterator);
  const wide = wideEncoding(Buffer.concat(first).subarray(0, SAMPLE));
  return wide === undefined ? { chunks } : { chunks: decoded(chunks, wide.encoding), wide };
}

async function* rest(
  first: readonly Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* first;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function wideEncoding(bytes: Uint8Array): Utf8Stream['wide'] {
  const [first, second, third, fourth] = bytes;
  const source = 'byte-order-mark';
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0))
    return { encoding: 'utf-16le', source };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', source };
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const [even, odd] = zeros.map((count) => count / Math.max(1, bytes.length / 2)) as [number, number];
  if (odd > MOST_ZEROS && even === 0) return { encoding: 'utf-16le', source: 'detected' };
  return even > MOST_ZEROS && odd === 0 ? { encoding: 'utf-16be', source: 'detected' } : undefined;
}
