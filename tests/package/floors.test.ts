import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FLOORS, forbiddenImports } from './floors.js';

const SRC = new URL('../../src/', import.meta.url);
const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ts'),
);

describe('imports between floors', () => {
  it('point only downwards, and only to the packages that a floor is allowed', () => {
    const source = (path: string) => readFileSync(new URL(path, SRC), 'utf8');
    expect(modules.flatMap((path) => forbiddenImports(path, source(path)))).toEqual([]);
  });

  it.each([
    ['text/edits.ts', `import type { Repair } from '../emender.js';`, 'emender is above text'],
    ['text/edits.ts', `export * from '../index.js';`, 'index is above text'],
    ['emender.ts', `import { readFile } from 'node:fs/promises';`, 'the core imports no node: module'],
    ['repairs/spin/spin.ts', `const zlib = await import('node:zlib');`, 'the core imports no node: module'],
    ['decoder/search.ts', `import fs from 'fs';`, 'decoder may not import this package'],
    ['dictionary/read.ts', `import { build } from './build.js';`, 'builders run on Node only'],
    ['dictionary/build.ts', `import natural from 'natural';`, 'import a part'],
    ['report/html.ts', `let r: import('../batch/clean.js').Summary;`, 'batch is above report'],
    ['helpers/strings.ts', '', 'is on no floor'],
  ])('are refused in %s: %s', (path, source, why) => {
    expect(forbiddenImports(path, source)).toEqual([expect.stringContaining(why)]);
  });

  it.each([
    ['text/edits.ts', `import type { Edit } from './edit.js';`],
    ['emender.ts', `import { matches } from './dictionary/match.js';`],
    ['cli/main.ts', `import { loadEmender } from '../index.js'; import { Command } from 'commander';`],
    [
      'dictionary/build.ts',
      `import { readFileSync } from 'node:fs'; import 'natural/lib/natural/inflectors/index.js';`,
    ],
  ])('are allowed in %s: %s', (path, source) => {
    expect(forbiddenImports(path, source)).toEqual([]);
  });

  it('leave the core to be checked without the types of Node, floor by floor', () => {
    const { config } = ts.readConfigFile('tsconfig.core.json', ts.sys.readFile);
    const floors = config.include.map((path: string) => path.replace(/^src\/|\.ts$/g, ''));
    expect(floors).toEqual(FLOORS.filter((floor) => floor.core).map((floor) => floor.name));
  });
});
