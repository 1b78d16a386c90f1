/*
 * Compiles dictionaries/en/{spin,groups}/*.tsv into dictionaries/en/spin.bin and dictionaries/en/terms/*.tsv into terms.bin:
 * `npm run build:dictionary`. A bad line stops the build.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { compileDictionary } from './compile.js';
import { compileTerms } from './compile-terms.js';
import { parseDictionary } from './parse.js';
import { parseRows, parseStatistics } from './statistics.js';

const root = new URL('../../dictionaries/en/', import.meta.url);
const parsed = [
  ['spin', 'en'],
  ['groups', 'en/groups'],
].flatMap(([folder, prefix]) => {
  return tablesOf(folder as string).map(({ path, name, text }) => ({
    path,
    ...parseDictionary(text, `${prefix}/${name}`),
  }));
});
let errors = 0;
for (const { path, problems } of parsed) {
  for (const { severity, line, column, message, advice } of problems) {
    if (severity !== 'error') continue;
    console.error(`dictionaries/en/${path}:${line}:${column}: ${message}; ${advice}`);
    errors++;
  }
}
if (errors > 0) process.exit(1);

const read = (name: string) => readFileSync(new URL(`statistics/${name}`, root), 'utf8');
const entries = parsed.flatMap((dictionary) => dictionary.entries);
const weights = parseRows(read('weights.tsv')).map(([, value]) => Number(value));
const statistics = parseStatistics({
  pairs: read('pairs.tsv'),
  forms: read('forms.tsv'),
  background: read('background.tsv'),
});
const bytes = compileDictionary(entries, statistics, weights);
writeFileSync(new URL('spin.bin', root), bytes);
console.error(`dictionaries/en/spin.bin: ${entries.length} entries, ${(bytes.length / 1e6).toFixed(2)} MB`);

const terms = compileTerms(tablesOf('terms').map(({ text }) => text));
writeFileSync(new URL('terms.bin', root), terms);
console.error(`dictionaries/en/terms.bin: ${(terms.length / 1e6).toFixed(2)} MB`);

/** The tables in a folder of dictionaries/en, in the order of their names. */
function tablesOf(folder: string): { path: string; name: string; text: string }[] {
  const files = readdirSync(new URL(`${folder}/`, root)).filter((file) => file.endsWith('.tsv'));
  return files.sort().map((file) => {
    const path = `${folder}/${file}`;
    return { path, name: file.slice(0, -'.tsv'.length), text: readFileSync(new URL(path, root), 'utf8') };
  });
}
