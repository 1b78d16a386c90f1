import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { loadEmender } from '../../src/index.js';
import { failuresOf, parseExamples } from './examples.js';

const DICTIONARIES = new URL('../../dictionaries/en/', import.meta.url);
const filesOf = (folder: string) =>
  readdirSync(new URL(folder, DICTIONARIES)).map((file) => ({
    file,
    text: readFileSync(new URL(`${folder}/${file}`, DICTIONARIES), 'utf8'),
  }));

const emender = await loadEmender();
const examples = filesOf('examples').map(({ file, text }) => ({ file, examples: parseExamples(file, text) }));
const keyOf = ({ spun, standard }: { spun: string; standard: string }) =>
  `${spun.toLowerCase()} → ${standard}`;

/** What fails for now, after a change that trades one failure for another: ACCEPT_FAILURES=1 writes the list anew. */
const KNOWN = new URL('known-example-failures.txt', import.meta.url);
const failures = examples.map(({ file, examples }) => ({
  file,
  failures: examples.flatMap((example) => failuresOf(example, emender)),
}));
const nameOf = (failure: string) => failure.slice(0, failure.indexOf(': '));
if (process.env.ACCEPT_FAILURES) {
  const names = failures.flatMap(({ failures }) => failures.map(nameOf));
  writeFileSync(KNOWN, names.map((name) => `${name}\n`).join(''));
}
const known = new Set(readFileSync(KNOWN, 'utf8').trimEnd().split('\n'));

describe('the examples of dictionary entries', () => {
  it.each(failures)('of $file are repaired where they must be, and stay where they must', ({ failures }) => {
    expect(failures.filter((failure) => !known.has(nameOf(failure)))).toEqual([]);
  });

  it('fail in one of a hundred cases at most', () => {
    const all = examples.reduce((sum, { examples }) => sum + 2 * examples.length, 0);
    expect(known.size).toBeLessThan(all / 100);
  });

  it('are of entries that ask for a context, and of all of these', () => {
    const ambiguous = filesOf('spin').flatMap(({ file, text }) =>
      parseDictionary(text, file).entries.filter(({ when }) => when.length > 0),
    );
    const wanted = new Set(ambiguous.map(keyOf));
    const given = new Set(examples.flatMap(({ examples }) => examples.map(keyOf)));
    expect([...wanted].filter((key) => !given.has(key))).toEqual([]);
    expect([...given].filter((key) => !wanted.has(key))).toEqual([]);
  });
});
