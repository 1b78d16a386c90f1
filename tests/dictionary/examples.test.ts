import { readdirSync, readFileSync } from 'node:fs';
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

describe('the examples of dictionary entries', () => {
  it.each(examples)('of $file are repaired where they must be, and stay where they must', ({ examples }) => {
    expect(examples.flatMap((example) => failuresOf(example, emender))).toEqual([]);
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
