import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadEmender } from '../../../src/index.js';
import { BLOCK_ROLES, type BlockRole } from '../../../src/repairs/layout/block.js';
import { checkEdits } from '../../../src/text/edits.js';

interface Case {
  readonly about: string;
  readonly text: string;
  readonly repaired: string;
  readonly drop?: readonly BlockRole[];
}

/** The cases of one origin; see tests/cases/README.md. */
function casesOf(origin: string): Case[] {
  return readFileSync(new URL(`../../cases/layout/${origin}.jsonl`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const emender = await loadEmender();

function repair(text: string, drop: readonly BlockRole[] = []): string {
  const repaired = emender.repair(text, { only: ['layout'], drop });
  checkEdits(text, repaired.edits);
  return repaired.text;
}

describe.each(['wild', 'made'])('damaged text (%s)', (origin) => {
  it.each(casesOf(origin))('is put right: $about', ({ text, repaired, drop }) => {
    expect(repair(text, drop)).toBe(repaired);
    expect(repair(repaired, drop)).toBe(repaired);
  });
});

describe('sound text', () => {
  it.each(casesOf('sound'))('stays, whatever is to be dropped: $about', ({ text }) => {
    expect(emender.repair(text, { only: ['layout'], drop: BLOCK_ROLES }).edits).toEqual([]);
  });
});

describe('what is known to fail', () => {
  it.each(casesOf('known-failures'))(
    'fails still; else move it to its origin: $about',
    ({ text, repaired, drop }) => {
      expect(repair(text, drop)).not.toBe(repaired);
    },
  );
});

it('has as many cases that must stay as cases that are put right, to five', () => {
  const restored = casesOf('wild').length + casesOf('made').length;
  expect(Math.abs(casesOf('sound').length - restored)).toBeLessThanOrEqual(5);
});
