import { readdirSync, readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SRC = new URL('../../src/', import.meta.url);

/** Modules whose expressions look at a stretch of bounded length only, a declaration at the beginning of a file. */
const BOUNDED = [
  'formats/ocr/declared-encoding.ts',
  'formats/ocr/recognise.ts',
  'repairs/encoding/declared-charset.ts',
];

interface Expression {
  readonly path: string;
  readonly literal: string;
}

/** The regular expressions of a module, as they are written. */
function expressionsIn(path: string): Expression[] {
  const source = readFileSync(new URL(path, SRC), 'utf8');
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ path, literal: node.text });
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** Whether the time that an expression takes is more than linear in the text, however it is attacked. */
function isSuperLinear(literal: string): boolean {
  const end = literal.lastIndexOf('/');
  return checkSync(literal.slice(1, end), literal.slice(end + 1), { timeout: 10_000 }).status !== 'safe';
}

// Without it a checker is started that runs on a virtual machine, or one for this machine alone.
process.env.RECHECK_BACKEND = 'pure';

describe('regular expressions', () => {
  const modules = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );

  it('take no more than linear time', { timeout: 120_000 }, () => {
    const expressions = modules.filter((path) => !BOUNDED.includes(path)).flatMap(expressionsIn);
    expect(expressions.length).toBeGreaterThan(100);
    expect(expressions.filter(({ literal }) => isSuperLinear(literal))).toEqual([]);
  });

  it('that take more are found', () => {
    expect(['/a+$/', '/(a|a)*b/', '/\\s*\\n/', '/^a+$/'].map(isSuperLinear)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
