import { foldText } from '../text/characters.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** Entries that follow from each other in a circle, at least one. */
export type EndlessEntries = readonly [DictionaryEntry, ...DictionaryEntry[]];

/**
 * Finds entries whose standards lead back to their own forms in any text, one by itself (“minister” → “prime minister”) or several
 * over each other: a text with them would never be done. Entries with a context and those for spun documents may come to an end.
 */
export function findEndless(entries: readonly DictionaryEntry[]): EndlessEntries | undefined {
  const pairs = entries
    .filter(({ when, onlySpun }) => when.length === 0 && !onlySpun)
    .flatMap((entry) =>
      expandEntry(entry).map(({ spun, standard }) => ({ entry, spun, standard: foldText(standard) })),
    );
  const bySpun = new Map<string, number[]>();
  for (const [i, { spun }] of pairs.entries()) {
    const known = bySpun.get(spun);
    if (known === undefined) bySpun.set(spun, [i]);
    else known.push(i);
  }
  const leadsTo = pairs.map(({ standard }) => matchesIn(standard, bySpun));
  // What leads nowhere is taken away, then what led only there; all that is left leads into a circle.
  const left = new Set(pairs.keys());
  const leadFrom = pairs.map((): number[] => []);
  for (const [i, nexts] of leadsTo.entries()) for (const next of nexts) leadFrom[next]?.push(i);
  const open = leadsTo.map(({ length }) => length);
  const ends = [...left].filter((i) => open[i] === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const before of leadFrom[end] ?? []) {
      open[before] = (open[before] as number) - 1;
      if (open[before] === 0) ends.push(before);
    }
  }
  const way = new Map<number, number>();
  const entriesOnWay: DictionaryEntry[] = [];
  for (let i = [...left][0]; i !== undefined; i = leadsTo[i]?.find((next) => left.has(next))) {
    const known = way.get(i);
    if (known !== undefined) return entriesOnWay.slice(known) as unknown as EndlessEntries;
    way.set(i, way.size);
    entriesOnWay.push((pairs[i] as { entry: DictionaryEntry }).entry);
  }
  return undefined;
}

/** What is wrong with such entries and what to do about it; `place` tells where an entry stands. */
export function describeEndless(
  [{ spun, standard }, ...others]: EndlessEntries,
  place: (entry: DictionaryEntry) => string,
): [message: string, advice: string] {
  const over = others.map((entry) => ` over ${place(entry)}`).slice(0, 1);
  return [
    `"${spun}" → "${standard}" leads back to "${spun}"${over}, without end`,
    'give it a context that its result lacks, such as "not: WORD", or mark it `spun`',
  ];
}

/** The pairs whose spun forms stand in a text of single blanks, each once. */
function matchesIn(text: string, bySpun: ReadonlyMap<string, readonly number[]>): number[] {
  const words = text.split(' ');
  const found = new Set<number>();
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= words.length; to++) {
      for (const pair of bySpun.get(words.slice(from, to).join(' ')) ?? []) found.add(pair);
    }
  }
  return [...found];
}
