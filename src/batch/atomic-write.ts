import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/**
 * Writes a file that is either there as a whole or not at all: into a hidden file beside it, which is then renamed. On
 * any failure the hidden file is removed and the target stays as it was. Folders are made where they are missing.
 *
 * @param content taken piece by piece, no faster than the disk takes it
 * @param options.gzip compress the content; off by default
 */
export async function writeAtomically(
  path: string,
  content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  options: { readonly gzip?: boolean } = {},
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const part = join(folder, `.emend-${randomUUID()}.part`);
  try {
    const file = createWriteStream(part);
    await (options.gzip ? pipeline(content, createGzip(), file) : pipeline(content, file));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
