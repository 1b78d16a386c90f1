import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMarked } from '../../src/evaluation/marked.js';

const corpus = (name: string): string => readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8');

describe('a marked text', () => {
  it('gives the damaged text, and the readings that may replace each marked place', () => {
    expect(parseMarked('a', 'A key {best friend=>ally|partner} of Qatar.')).toEqual({
      id: 'a',
      text: 'A key best friend of Qatar.',
      edits: [{ start: 6, end: 17, readings: ['ally', 'partner'], optional: false }],
    });
  });

  it('marks with ~ what may stay', () => {
    expect(parseMarked('a', '{~big=>large}').edits).toEqual([
      { start: 0, end: 3, readings: ['large'], optional: true },
    ]);
  });

  it('marks with nothing before the arrow what is missing, \\n being a line break', () => {
    expect(parseMarked('a', 'past{=>. |\\n}The')).toEqual({
      id: 'a',
      text: 'pastThe',
      edits: [{ start: 4, end: 4, readings: ['. ', '\n'], optional: false }],
    });
  });

  it('keeps braces that are no mark, and takes the innermost of nested ones', () => {
    const { text, edits } = parseMarked('a', 'f() {} and {x} {a {b=>c} } {open=>');
    expect(text).toBe('f() {} and {x} {a b } {open=>');
    expect(edits).toEqual([{ start: 18, end: 19, readings: ['c'], optional: false }]);
  });

  it('drops line breaks at the end and a byte order mark, and reads any kind of line break', () => {
    expect(parseMarked('a', '\ufeffone\r\ntwo {a=>b}\r\n\n')).toEqual({
      id: 'a',
      text: 'one\ntwo a',
      edits: [{ start: 8, end: 9, readings: ['b'], optional: false }],
    });
  });

  it('counts offsets in UTF-16 units', () => {
    expect(parseMarked('a', '😀 {a=>b}').edits[0]).toMatchObject({ start: 3, end: 4 });
  });

  it('gives the test article back, byte for byte', () => {
    const article = parseMarked('qatar', corpus('qatar.marked.txt'));
    expect(article.text).toBe(corpus('qatar.txt').replace(/\n+$/, ''));
    expect(article.edits.filter((edit) => !edit.optional)).toHaveLength(202);
    expect(article.edits.filter((edit) => edit.optional)).toHaveLength(146);
  });

  it('is read in linear time, whatever it holds', () => {
    for (const piece of ['{', '{a=>', '=>', '}', '{~=>|']) {
      const { text } = parseMarked('a', piece.repeat(2_000_000 / piece.length));
      expect(text.length).toBeLessThanOrEqual(2_000_000);
    }
  });
});
