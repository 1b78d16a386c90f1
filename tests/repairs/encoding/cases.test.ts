import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repairEncoding } from '../../../src/repairs/encoding/repair-encoding.js';
import { applyEdits, checkEdits } from '../../../src/text/edits.js';

interface Case {
  readonly about: string;
  readonly text: string;
  readonly repaired: string;
}

/** The cases of one origin; see tests/cases/README.md. */
function casesOf(origin: string): Case[] {
  return readFileSync(new URL(`../../cases/encoding/${origin}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function repair(text: string): string {
  const edits = repairEncoding(text);
  checkEdits(text, edits);
  return applyEdits(text, edits);
}

describe.each(['wild', 'made'])('damaged text (%s)', (origin) => {
  it.each(casesOf(origin))('is restored: $about', ({ text, repaired }) => {
    expect(repair(text)).toBe(repaired);
    expect(repair(repaired)).toBe(repaired);
  });
});

describe('sound text', () => {
  it.each(casesOf('sound'))('stays: $about', ({ text }) => {
    expect(repairEncoding(text)).toEqual([]);
  });
});

describe('what is known to fail', () => {
  it.each(casesOf('known-failures'))(
    'fails still; else move it to its origin: $about',
    ({ text, repaired }) => {
      expect(repair(text)).not.toBe(repaired);
    },
  );
});

it('has as many cases that must stay as cases that are restored, to five', () => {
  const restored = casesOf('wild').length + casesOf('made').length;
  expect(Math.abs(casesOf('sound').length - restored)).toBeLessThanOrEqual(5);
});
