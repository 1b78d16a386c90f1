/*
 * Counts the dictionary's forms and candidates: writes dictionaries/en/statistics/{pairs,forms}.tsv from parallel text, and
 * with --background also background.tsv from sound text.
 *   npm run count -- GOLD.jsonl
 *   xz -dc CORPUS.txt.xz … | npm run count -- --background GOLD.jsonl
 * GOLD.jsonl are spun documents with their edits; standard input is sound text, one paragraph a line.
 * Only counts come into the repository, never the text.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ReversalDictionary } from '../src/dictionary/reversal-dictionary.js';
import { FormCounter } from '../src/learning/count.js';
import type { ParallelDocument } from '../src/learning/parallel.js';

const BACKGROUND = '--background';
const root = new URL('../dictionaries/en/', import.meta.url);
const counter = new FormCounter(new ReversalDictionary(readFileSync(new URL('spin.bin', root))));
const files = process.argv.slice(2).filter((argument) => argument !== BACKGROUND);
for (const file of files) {
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    counter.addParallel(JSON.parse(line) as ParallelDocument);
  }
}
writeFileSync(new URL('statistics/pairs.tsv', root), counter.pairsText());
writeFileSync(new URL('statistics/forms.tsv', root), counter.formsText());
if (process.argv.includes(BACKGROUND)) {
  for await (const line of createInterface({ input: process.stdin })) counter.addBackground(line);
  writeFileSync(new URL('statistics/background.tsv', root), counter.backgroundText());
}
