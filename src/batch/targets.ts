import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { BatchRefusal } from './refusal.js';
import type { Source, Sources } from './sources.js';

/** A file to clean and where its result goes. */
export interface CleaningTask extends Source {
  readonly target: string;
  /** Size of the source in bytes. */
  readonly bytes: number;
  /** The target is there already and not older than the source. */
  readonly done: boolean;
}

/**
 * Where the result of each source goes, in the order of the sources.
 *
 * @param out the folder of results; need not exist
 * @throws BatchRefusal where a result would overwrite a source, or be taken for one in the next run
 */
export async function planTargets(sources: Sources, out: string): Promise<CleaningTask[]> {
  const outStats = await stat(out).catch(() => undefined);
  if (outStats !== undefined && !outStats.isDirectory()) {
    throw new BatchRefusal(`${out} is no folder; name a folder for the results with --out`);
  }
  const realOut = await realPath(out);
  for (const folder of sources.folders) {
    if (isWithin(realOut, await realPath(folder))) {
      throw new BatchRefusal(
        `${out} lies in ${folder}, which is read; name a folder outside of it with --out`,
      );
    }
  }
  const realSources = new Set<string>();
  for (const { path } of sources.files) realSources.add(await realPath(path));
  const tasks: CleaningTask[] = [];
  const realFolders = new Map<string, string>();
  for (const source of sources.files) {
    const target = join(out, source.name);
    const folder = dirname(target);
    const realFolder = realFolders.get(folder) ?? (await realPath(folder));
    realFolders.set(folder, realFolder);
    if (realSources.has(join(realFolder, basename(target)))) {
      throw new BatchRefusal(
        `${target} would be overwritten, but is to be read; name another folder with --out`,
      );
    }
    const [from, to] = await Promise.all([stat(source.path), stat(target).catch(() => undefined)]);
    const done = to !== undefined && to.mtimeMs >= from.mtimeMs;
    tasks.push({ ...source, target, bytes: from.size, done });
  }
  return tasks;
}

/** The path without symbolic links; what does not exist yet is taken as it is named. */
async function realPath(path: string): Promise<string> {
  const full = resolve(path);
  try {
    return await realpath(full);
  } catch {
    const parent = dirname(full);
    return parent === full ? full : join(await realPath(parent), basename(full));
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}
