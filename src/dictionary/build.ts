/*
 * Compiles dictionaries/en/spin/*.tsv into dictionaries/en/spin.bin: `npm run build:dictionary`.
 * A bad line stops the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileDictionary } from './compile.js';
import { parseDictionary } from './parse.js';
import { parseRows, parseStatistics } from './statistics.js';

const root = new URL('../../dictionaries/en/', import.meta.url);
const names = readdirSync(new URL('spin/', root)).filter((name) => name.endsWith('.tsv'));
const parsed = names.sort().map((name) => {
  const text = readFileSync(new URL(`spin/${name}`, root), 'utf8');
  return parseDictionary(text, `en/${name.slice(0, -'.tsv'.length)}`);
});
const errors = parsed.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'));
for (const { domain, line, column, message, advice } of errors) {
  console.error(`dictionaries/${domain.replace('/', '/spin/')}.tsv:${line}:${column}: ${message}; ${advice}`);
}
if (errors.length > 0) process.exit(1);

const read = (name: string) => readFileSync(new URL(`statistics/${name}`, root), 'utf8');
const entries = parsed.flatMap((dictionary) => dictionary.entries);
const weights = parseRows(read('weights.tsv')).map(([, value]) => Number(value));
const bytes = compileDictionary(entries, parseStatistics(read('pairs.tsv'), read('forms.tsv')), weights);
writeFileSync(new URL('spin.bin', root), bytes);
console.error(`dictionaries/en/spin.bin: ${entries.length} entries, ${(bytes.length / 1e6).toFixed(2)} MB`);
