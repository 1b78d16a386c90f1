import { open, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { recogniseOcr } from '../formats/ocr/recognise.js';
import { isHocr, isHtml } from '../formats/open.js';
import { BatchRefusal } from './refusal.js';

/** A file to clean. */
export interface Source {
  readonly path: string;
  /** Where it comes to lie, relative to the folder of results. */
  readonly name: string;
  /** Whether it carries OCR, by its name or its content: hOCR or ALTO. */
  readonly ocr?: boolean;
}

/** The files to clean, sorted by name, and the folders that were searched through and through. */
export interface Sources {
  readonly files: readonly Source[];
  readonly folders: readonly string[];
}

const CLEANABLE = '**/*.{txt,html,htm,hocr,xml,jsonl,jsonl.gz}';
/** Bytes at the beginning of a file by which OCR is recognised. */
const HEAD = 1 << 16;

/**
 * Finds the `.txt`, `.html`, `.htm`, `.hocr`, `.jsonl` and `.jsonl.gz` files of files, folders and globs, and those `.xml` files that
 * are ALTO; hidden ones are left out. The article of `page.html` becomes `page.html.txt`, while hOCR stays what it is. Names are
 * relative to the folder (of a glob: to the folder before its first wildcard); if there are several inputs, the folder's
 * own name goes before.
 *
 * @throws BatchRefusal where an input does not exist, has nothing to clean, or two files would get the same name
 */
export async function findSources(inputs: readonly string[]): Promise<Sources> {
  const named = new Map<string, Source>();
  const folders: string[] = [];
  for (const input of inputs) {
    const { files, base, thorough } = await findInput(input);
    if (files.length === 0) {
      throw new BatchRefusal(
        `${input} has no .txt, .html, .hocr, .jsonl or .jsonl.gz file and no ALTO; name what has`,
      );
    }
    if (base !== undefined && thorough) folders.push(base);
    const prefix = base !== undefined && inputs.length > 1 ? basename(resolve(base)) : '';
    for (const { path, name, ocr = false } of files) {
      const source = { path, name: join(prefix, isHtml(name) && !ocr ? `${name}.txt` : name), ocr };
      const twin = named.get(source.name);
      if (twin !== undefined && resolve(twin.path) !== resolve(path)) {
        throw new BatchRefusal(
          `${twin.path} and ${path} would both become ${source.name}; clean them into different folders`,
        );
      }
      named.set(source.name, source);
    }
  }
  const files = [...named.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return { files, folders };
}

interface FoundInput {
  /** Named relative to the base. */
  readonly files: readonly Source[];
  /** The folder that was searched, if the input is no file. */
  readonly base?: string;
  /** Whether the folders in it were searched as well, whatever their names. */
  readonly thorough?: boolean;
}

async function findInput(input: string): Promise<FoundInput> {
  const stats = await stat(input).catch(() => undefined);
  if (stats?.isDirectory()) return { files: await search(input, CLEANABLE), base: input, thorough: true };
  if (stats !== undefined) return { files: await cleanable([{ path: input, name: basename(input) }]) };
  if (!isDynamicPattern(input))
    throw new BatchRefusal(`${input} does not exist; name files, folders or globs`);
  const segments = input.split('/');
  const fixed = segments.findIndex((segment) => isDynamicPattern(segment));
  const base = segments.slice(0, fixed).join('/') || (input.startsWith('/') ? '/' : '.');
  const found = await search(base, segments.slice(fixed).join('/'));
  return { files: found, base, thorough: segments.includes('**') };
}

async function search(folder: string, pattern: string): Promise<Source[]> {
  const names = await glob(pattern, { cwd: folder, caseSensitiveMatch: false, expandDirectories: false });
  return cleanable(names.map((name) => ({ path: join(folder, name), name })));
}

/** Those files that can be cleaned; what XML is, only its content tells. */
async function cleanable(files: readonly Source[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const file of files) {
    if (!/\.(txt|html?|hocr|xml|jsonl|jsonl\.gz)$/i.test(file.path)) continue;
    const ocr = isHocr(file.path) || (/\.(html?|xml)$/i.test(file.path) && (await carriesOcr(file.path)));
    if (ocr || !/\.xml$/i.test(file.path)) found.push({ ...file, ocr });
  }
  return found;
}

/** Whether a file begins as hOCR or ALTO does; false for one that cannot be read, which will be told when it is cleaned. */
async function carriesOcr(path: string): Promise<boolean> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      // Of UTF-16, every other byte of what tells the format is zero; marks of byte order are none of it.
      const head = buffer.toString('latin1', 0, bytesRead).replace(/^[^<\s]{2,3}|\0/g, '');
      return recogniseOcr(head) !== undefined;
    } finally {
      await file.close();
    }
  } catch {
    return false;
  }
}
