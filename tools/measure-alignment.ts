/*
 * Measures what `emend dictionary learn` finds without edits: takes those of gold documents away, aligns spun texts and originals, and
 * compares the pairs that are learnt with those of the gold, as entries would have them (without the words both sides share).
 *   npx jiti tools/measure-alignment.ts GOLD.jsonl              documents {id, spun, clean, edits: [{start, end, clean}]}
 *   npx jiti tools/measure-alignment.ts --each GOLD.jsonl       each document on its own: what can be learnt of one
 *   npx jiti tools/measure-alignment.ts --dictionary GOLD.jsonl with the shipped dictionary; its entries were learnt on some gold
 *   npx jiti tools/measure-alignment.ts --misses GOLD.jsonl     wrong and missed pairs, the most frequent first
 */
import { readFileSync } from 'node:fs';
import { readDictionaries } from '../src/cli/dictionary/files.js';
import { alignDocuments } from '../src/learning/alignment/align.js';
import type { ParallelDocument } from '../src/learning/parallel.js';
import { cutShared } from '../src/learning/propose.js';

type GoldDocument = ParallelDocument & { readonly clean: string };
const flags = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const gold = process.argv
  .slice(2)
  .filter((argument) => !flags.includes(argument))
  .flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as GoldDocument);
const pairs = gold.map(({ id, spun, clean }) => ({ id, spun, original: clean }));
const entries = flags.includes('--dictionary') ? (await readDictionaries([])).entries : [];

const begun = performance.now();
const aligned = flags.includes('--each')
  ? pairs.flatMap((pair) => alignDocuments([pair], { entries }))
  : alignDocuments(pairs, { entries });
const seconds = (performance.now() - begun) / 1000;

const expected = occurrencesOf(gold);
const found = occurrencesOf(aligned.filter((document) => document !== undefined));
const expectedPairs = new Set(expected.values());
const foundPairs = new Set(found.values());
const rightPlaces = [...found.keys()].filter((place) => expected.has(place)).length;
const rightPairs = [...foundPairs].filter((pair) => expectedPairs.has(pair)).length;
const share = (right: number, all: number) => `${(right / all).toFixed(4)} of ${all}`;
console.log(`${gold.length} documents, ${seconds.toFixed(1)} s`);
console.log(
  `occurrences: precision ${share(rightPlaces, found.size)}, recall ${share(rightPlaces, expected.size)}`,
);
console.log(
  `distinct pairs: precision ${share(rightPairs, foundPairs.size)}, recall ${share(rightPairs, expectedPairs.size)}`,
);
if (flags.includes('--misses')) {
  list('wrong', found, expected);
  list('missed', expected, found);
}

/** Pairs by their places; a pair is `spun ← standard`. */
function occurrencesOf(documents: readonly ParallelDocument[]): Map<string, string> {
  const occurrences = new Map<string, string>();
  for (const { id, spun, edits } of documents) {
    for (const { start, end, clean, unpaired } of edits) {
      const core = unpaired ? undefined : cutShared(spun.slice(start, end), clean);
      if (core === undefined) continue;
      const pair = `${core.spun} ← ${core.standard}`;
      occurrences.set(`${id} ${start + core.offset} ${pair}`, pair);
    }
  }
  return occurrences;
}

function list(title: string, these: ReadonlyMap<string, string>, those: ReadonlyMap<string, string>): void {
  const counts = new Map<string, number>();
  for (const [place, pair] of these) if (!those.has(place)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  console.log(title);
  for (const [pair, count] of [...counts].sort((a, b) => b[1] - a[1]).slice(0, 60))
    console.log(`  ${count}\t${pair}`);
}
