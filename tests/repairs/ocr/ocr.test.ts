import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadEmender } from '../../../src/index.js';
import { checkEdits } from '../../../src/text/edits.js';
import { unknownOf } from '../../case-failures.js';

interface Case {
  readonly about: string;
  readonly text: string;
  readonly repaired?: string;
}

const FOLDER = new URL('../../cases/ocr/', import.meta.url);
const KNOWN = new URL('known-failures.tsv', FOLDER);
const HEADER = 'origin\tcase';
const MISREAD = ['newspapers', 'tesseract'];

/** The cases of one origin; see tests/cases/README.md. */
function casesOf(origin: string): Case[] {
  const lines = readFileSync(new URL(`${origin}.jsonl`, FOLDER), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

const emender = await loadEmender();

function repair(text: string): string {
  const { text: repaired, edits } = emender.repair(text, { only: ['ocr'] });
  checkEdits(text, edits);
  return repaired;
}

const nameOf = (origin: string, { about }: Case) => `${origin}\t${about}`;
const failures = [...MISREAD, 'sound'].flatMap((origin) =>
  casesOf(origin)
    .filter(({ text, repaired = text }) => repair(text) !== repaired)
    .map((each) => nameOf(origin, each)),
);
if (process.env.ACCEPT_FAILURES) writeFileSync(KNOWN, `${[HEADER, ...failures].join('\n')}\n`);
const [header, ...known] = readFileSync(KNOWN, 'utf8').trimEnd().split('\n');
const isKnown = (origin: string) => (each: Case) => known.includes(nameOf(origin, each));

describe.each(MISREAD)(
  `misread text (%s), ${unknownOf(known, failures).length} known failures mended`,
  (origin) => {
    const cases = casesOf(origin);

    it.each(cases.filter((each) => !isKnown(origin)(each)))('is put right: $about', ({ text, repaired }) => {
      expect(repair(text)).toBe(repaired);
    });

    it.each(cases)('once it is right stays: $about', ({ repaired = '' }) => {
      expect(repair(repaired)).toBe(repaired);
    });

    it('is put right in two of three cases at least', () => {
      expect(cases.filter(isKnown(origin)).length).toBeLessThanOrEqual(cases.length / 3);
    });
  },
);

describe('sound text', () => {
  const cases = casesOf('sound');

  it.each(cases.filter((each) => !isKnown('sound')(each)))('stays: $about', ({ text }) => {
    expect(repair(text)).toBe(text);
  });

  // The cases crowd into a few sentences what is spread over pages elsewhere. Lower this as they are mended.
  it('is harmed in less than half of the cases', () => {
    expect(cases.filter(isKnown('sound')).length).toBeLessThan(cases.length / 2);
  });

  it('has as many cases as misread text', () => {
    expect(cases.length).toBeGreaterThanOrEqual(MISREAD.flatMap(casesOf).length);
  });
});

describe('the known failures', () => {
  it('are of cases that there are', () => {
    expect(header).toBe(HEADER);
    const names = [...MISREAD, 'sound'].flatMap((origin) =>
      casesOf(origin).map((each) => nameOf(origin, each)),
    );
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
  });
});
