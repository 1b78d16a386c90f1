import { stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { isHtml } from '../formats/open.js';
import { BatchRefusal } from './refusal.js';

/** A file to clean. */
export interface Source {
  readonly path: string;
  /** Where it comes to lie, relative to the folder of results. */
  readonly name: string;
}

/** The files to clean, sorted by name, and the folders that were searched through and through. */
export interface Sources {
  readonly files: readonly Source[];
  readonly folders: readonly string[];
}

const CLEANABLE = '**/*.{txt,html,htm,jsonl,jsonl.gz}';

/**
 * Finds the `.txt`, `.html`, `.htm`, `.jsonl` and `.jsonl.gz` files of files, folders and globs; hidden ones are left out. The
 * article of `page.html` becomes `page.html.txt`. Names are
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
      throw new BatchRefusal(`${input} has no .txt, .html, .jsonl or .jsonl.gz file; name what has`);
    }
    if (base !== undefined && thorough) folders.push(base);
    const prefix = base !== undefined && inputs.length > 1 ? basename(resolve(base)) : '';
    for (const { path, name } of files) {
      const source = { path, name: join(prefix, isHtml(name) ? `${name}.txt` : name) };
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
  if (stats !== undefined)
    return { files: isCleanable(input) ? [{ path: input, name: basename(input) }] : [] };
  if (!isDynamicPattern(input))
    throw new BatchRefusal(`${input} does not exist; name files, folders or globs`);
  const segments = input.split('/');
  const fixed = segments.findIndex((segment) => isDynamicPattern(segment));
  const base = segments.slice(0, fixed).join('/') || (input.startsWith('/') ? '/' : '.');
  const found = await search(base, segments.slice(fixed).join('/'));
  return { files: found.filter(({ path }) => isCleanable(path)), base, thorough: segments.includes('**') };
}

async function search(folder: string, pattern: string): Promise<Source[]> {
  const names = await glob(pattern, { cwd: folder, caseSensitiveMatch: false, expandDirectories: false });
  return names.map((name) => ({ path: join(folder, name), name }));
}

function isCleanable(path: string): boolean {
  return /\.(txt|html?|jsonl|jsonl\.gz)$/i.test(path);
}
