/*
 * Learns rows of a spinner's table from parallel text: writes dictionaries/en/spin/learnt.tsv.
 *   npm run learn-rows -- GOLD.jsonl
 * What was put in for one original stands in one row of the table with it. A spinner that replaces any word of a row may put each of
 * them in for each other, so these pairs are entries too, in spun documents only. Pairs that other files have are left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDictionaries } from '../src/cli/dictionary/files.js';
import { expandEntry } from '../src/dictionary/expand.js';
import type { ParallelDocument } from '../src/learning/parallel.js';
import { foldText } from '../src/text/characters.js';
import { TokenKind, tokenize } from '../src/text/tokens.js';

/** Words of a form at most. */
const MOST_WORDS = 5;
const file = new URL('../dictionaries/en/spin/learnt.tsv', import.meta.url);
const documents = process.argv
  .slice(2)
  .flatMap((path) => readFileSync(path, 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as ParallelDocument);

/** By folded original: the original as it stood in small letters, and what was put in for it. */
const rows = new Map<string, Set<string>>();
for (const { spun, edits } of documents) {
  for (const { start, end, clean } of edits) {
    const put = spun.slice(start, end);
    if (!isForm(put) || !isForm(clean)) continue;
    const row = rows.get(foldText(clean)) ?? new Set([written(clean)]);
    row.add(written(put));
    rows.set(foldText(clean), row);
  }
}

const { entries } = await readDictionaries([]);
const known = new Set<string>();
/** Forms that are never right English, which nothing can have stood for. */
const damage = new Set<string>();
for (const entry of entries) {
  if (entry.grouped !== undefined || entry.domain === 'en/learnt') continue;
  for (const { spun, standard } of expandEntry(entry)) {
    known.add(`${spun}\t${foldText(standard)}`);
    if (!entry.onlySpun && entry.when.length === 0 && entry.partOfSpeech !== 'name') damage.add(spun);
  }
}
const lines = new Set<string>();
for (const row of rows.values()) {
  for (const spun of row) {
    for (const standard of row) {
      const [from, to] = [foldText(spun), foldText(standard)];
      if (damage.has(to)) continue;
      if (from !== to && !known.has(`${from}\t${to}`)) lines.add(`${from}\t${standard}\tfixed\tspun\t`);
    }
  }
}
const head = ['spun\tstandard\tpos\twhen\tnote', '# Learnt by `npm run learn-rows`; do not edit.'];
writeFileSync(file, `${[...head, ...[...lines].sort()].join('\n')}\n`);
console.error(`${lines.size} entries in ${file.pathname}`);

/** A form as an entry writes it: in small letters, unless a later word has a capital and the first has none (“the United States”). */
function written(form: string): string {
  return /^[a-z].* [A-Z]/.test(form) ? form : foldText(form);
}

/** Whether a text is one word or a few, without marks between them. */
function isForm(text: string): boolean {
  const { count, kind } = tokenize(text);
  if (count === 0 || count > MOST_WORDS || text !== text.trim() || /\s\s|[\n\t*|]/.test(text)) return false;
  return kind.subarray(0, count).every((each) => each === TokenKind.Word || each === TokenKind.Number);
}
