import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Links of the Moby thesaurus between words of a vocabulary, by their indices in it. */
export interface Moby {
  /** The words that stand in a word's entry, ascending. */
  readonly entry: readonly Int32Array[];
  /** The words in whose entries a word stands, ascending. */
  readonly entries: readonly Int32Array[];
}

/** Reads `words.txt` of the npm package `moby`: one entry a line, headword first, parted by commas. */
export function readMoby(folder: string, indexOf: ReadonlyMap<string, number>): Moby {
  const entry = Array.from({ length: indexOf.size }, (): number[] => []);
  const entries = Array.from({ length: indexOf.size }, (): number[] => []);
  for (const line of readFileSync(join(folder, 'words.txt'), 'utf8').split('\n')) {
    const [head, ...words] = line.trim().split(',');
    const from = indexOf.get(head ?? '');
    if (from === undefined) continue;
    for (const word of new Set(words)) {
      const to = indexOf.get(word);
      if (to === undefined || to === from) continue;
      entry[from]?.push(to);
      entries[to]?.push(from);
    }
  }
  const sorted = (lists: number[][]) => lists.map((list) => Int32Array.from(new Set(list)).sort());
  return { entry: sorted(entry), entries: sorted(entries) };
}

/** Headwords of the thesaurus that are single words in small letters. */
export function mobyHeads(folder: string): Set<string> {
  const heads = new Set<string>();
  for (const line of readFileSync(join(folder, 'words.txt'), 'utf8').split('\n')) {
    const head = line.slice(0, line.indexOf(','));
    if (/^[a-z]+(?:-[a-z]+)*$/.test(head)) heads.add(head);
  }
  return heads;
}
