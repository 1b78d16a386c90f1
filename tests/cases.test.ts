import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadEmender } from '../src/index.js';
import { casesIn, failuresOf, unknownOf } from './case-failures.js';

const KNOWN = new URL('cases/known-failures.tsv', import.meta.url);
const HEADER = 'case\tkind\tfailure';

const emender = await loadEmender();
const spun = casesIn('spun', '.marked.txt');
const failures = spun.flatMap((each) => failuresOf(each, emender));
if (process.env.ACCEPT_FAILURES) writeFileSync(KNOWN, `${[HEADER, ...failures].join('\n')}\n`);
const [header, ...known] = readFileSync(KNOWN, 'utf8').trimEnd().split('\n');

describe('sound text', () => {
  it.each(casesIn('sound', '.txt'))('comes back as it is: $name', ({ text }) => {
    const repaired = emender.repair(text);
    expect(repaired.edits).toEqual([]);
    expect(repaired.text).toBe(text);
  });

  // Once one of these passes, vitest says so: move it to sound/.
  it.fails.each(casesIn('known-failures/sound', '.txt'))('is harmed still: $name', ({ text }) => {
    expect(emender.repair(text).edits).toEqual([]);
  });
});

describe(`spun text, ${unknownOf(known, failures).length} of ${known.length} known failures mended`, () => {
  it.each(spun)('is restored, but for known failures: $name', ({ name }) => {
    const own = (list: readonly string[]) => list.filter((failure) => failure.startsWith(`${name}\t`));
    expect(unknownOf(own(failures), own(known))).toEqual([]);
  });

  it('has no known failure of a case that is gone', () => {
    expect(header).toBe(HEADER);
    const names = new Set(spun.map(({ name }) => name));
    expect(known.filter((failure) => !names.has(failure.slice(0, failure.indexOf('\t'))))).toEqual([]);
  });
});
