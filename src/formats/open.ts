import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gunzip } from 'node:zlib';

/** Whether a file holds JSON Lines, by its name: `.jsonl` or `.jsonl.gz`. */
export function isJsonl(path: string): boolean {
  return /\.jsonl(\.gz)?$/i.test(path);
}

/** Whether a file holds a web page, by its name: `.html`, `.htm`, also with `.gz`. */
export function isHtml(path: string): boolean {
  return /\.html?(\.gz)?$/i.test(path);
}

/** Whether a file holds hOCR, by its name: `.hocr`, also with `.gz`. Others are told by their content. */
export function isHocr(path: string): boolean {
  return /\.hocr(\.gz)?$/i.test(path);
}

/** Whether a file is compressed, by its name: `.gz`. */
export function isGzip(path: string): boolean {
  return /\.gz$/i.test(path);
}

/**
 * The bytes of a file, chunk by chunk; decompressed where its name ends in `.gz`.
 *
 * @param options.onRead told how many bytes of the file, as it lies on the disk, were read with each chunk
 */
export function streamFile(
  path: string,
  options: { readonly onRead?: (bytes: number) => void } = {},
): AsyncIterable<Uint8Array> {
  const { onRead = () => {} } = options;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      onRead(chunk.length);
      yield chunk;
    }
  };
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  if (!isGzip(path)) return counted(source);
  // A failure of the source ends the stream that is read, with the same error.
  return pipeline(source, counted, createGunzip({ chunkSize: 1 << 18 }), () => {});
}

/** The bytes of a file at once; decompressed where its name ends in `.gz`. */
export async function readBytes(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path);
  return isGzip(path) ? await promisify(gunzip)(bytes) : bytes;
}
