import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DictionaryProblem } from '../../src/dictionary/entry.js';
import { parseDictionary } from '../../src/dictionary/parse.js';

const HEADER = 'spun\tstandard\tpos\twhen\tnote';

/** Parses lines below a header; cells are parted by `|`. */
function parse(...lines: string[]) {
  return parseDictionary([HEADER, ...lines.map((line) => line.replaceAll('|', '\t'))].join('\n'), 'en/test');
}

function onlyProblem(...lines: string[]): DictionaryProblem | undefined {
  const { entries, problems } = parse(...lines);
  return entries.length === 0 && problems.length === 1 ? problems[0] : undefined;
}

describe('parseDictionary', () => {
  it('reads an entry with everything', () => {
    const { entries, problems } = parse('best friend|ally|noun|near: key, US ; not: dog; spun|an example');
    expect(problems).toEqual([]);
    expect(entries).toEqual([
      {
        spun: 'best friend',
        standard: 'ally',
        partOfSpeech: 'noun',
        when: [
          { key: 'near', words: ['key', 'us'] },
          { key: 'not', words: ['dog'] },
        ],
        onlySpun: true,
        note: 'an example',
        domain: 'en/test',
        line: 2,
      },
    ]);
  });

  it('reads entries for the words of terms, which hold in spun texts alone', () => {
    const [entry] = parse('profound|deep|adjective|term').entries;
    expect(entry).toMatchObject({ when: [], onlySpun: true, onlyInTerms: true });
  });

  it('reads an entry of three columns', () => {
    const [entry] = parse('high minister|prime minister|noun').entries;
    expect(entry).toMatchObject({ spun: 'high minister', when: [], onlySpun: false, note: '' });
  });

  it('folds the spun side and keeps the capitals of the standard', () => {
    const [entry] = parse('White Area’s|White House’s|name').entries;
    expect([entry?.spun, entry?.standard]).toEqual(["white area's", 'White House’s']);
  });

  it('takes the mark off the head and remembers where it was', () => {
    const [entry] = parse('lawyer* basic|attorney* general|noun').entries;
    expect(entry).toMatchObject({
      spun: 'lawyer basic',
      spunHead: 0,
      standard: 'attorney general',
      standardHead: 0,
    });
  });

  it('keeps the names of word classes and folds all other words of a clause', () => {
    const [entry] = parse('a|b|fixed|after: NUMBER, Number, START').entries;
    expect(entry?.when).toEqual([{ key: 'after', words: ['NUMBER', 'number', 'START'] }]);
  });

  it('passes over comments, empty lines, a byte order mark and Windows line ends', () => {
    const text = `\ufeff# about\r\n\r\n${HEADER}\r\n# nouns\r\nhigh minister\tprime minister\tnoun\t\tnote\r\n`;
    const { entries, problems } = parseDictionary(text, 'en/test');
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ spun: 'high minister', note: 'note', line: 5 }]);
  });

  it.each([
    ['too few columns', 'a|b', 1, /2 columns/],
    ['too many columns', 'aa|bb|noun||note|more', 18, /6 columns/],
    ['an empty spun side', '|b|noun', 1, /empty cell/],
    ['an empty standard side', 'aa||noun', 4, /empty cell/],
    ['a blank at a border', 'aa|b |noun', 4, /blank at the border/],
    ['two blanks in a row', 'a  a|b|noun', 1, /two blanks/],
    ['an unknown part of speech', 'aa|bb|nown', 7, /unknown pos "nown"/],
    ['two sides that are the same', 'Us|US|fixed', 4, /both sides are the same/],
    ['an unknown clause', 'a|b|noun|spun; nearby: x', 15, /unknown clause "nearby: x"/],
    ['a clause without words', 'a|b|noun|near:', 10, /"" is not one word/],
    ['a phrase in a clause', 'a|b|noun|near: White House', 10, /"White House" is not one word/],
  ])('tells %s by line and column, and what to do', (_, line, column, message) => {
    const problem = onlyProblem('# a comment', line);
    expect(problem).toMatchObject({ domain: 'en/test', line: 3, column, severity: 'error' });
    expect(problem?.message).toMatch(message);
    expect(problem?.advice).not.toBe('');
  });

  it('tells that the header is missing and reads on', () => {
    const { entries, problems } = parseDictionary('a\tb\tnoun', 'en/test');
    expect(problems).toMatchObject([{ line: 1, column: 1, severity: 'error', message: /header/ }]);
    expect(entries).toHaveLength(1);
  });

  it('warns of a pair that stands there twice', () => {
    const { entries, problems } = parse('a|b|noun', 'c|d|noun', 'A|b|noun|spun');
    expect(entries.map(({ line }) => line)).toEqual([2, 3]);
    expect(problems).toMatchObject([{ line: 4, severity: 'warning', message: /line 2/ }]);
  });

  it('keeps the good lines beside the bad ones', () => {
    const { entries, problems } = parse('a|b|noun', 'c', 'd|e|verb', 'x||noun', 'f|g|adverb');
    expect(entries.map(({ spun }) => spun)).toEqual(['a', 'd', 'f']);
    expect(problems.map(({ line }) => line)).toEqual([3, 5]);
  });

  it('never throws, and tells places that exist', () => {
    const cell = fc.oneof(
      fc.constantFrom('noun', 'verb', 'spun', 'near: a, b', 'after:', '*', 'a* b', '#', ' ', ':', ';', ','),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const file = fc
      .array(
        fc.array(cell, { maxLength: 6 }).map((cells) => cells.join('\t')),
        { maxLength: 8 },
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(file, fc.boolean(), (text, headed) => {
        const whole = headed ? `${HEADER}\n${text}` : text;
        const lines = whole.split('\n');
        for (const { line, column } of parseDictionary(whole, 'x').problems) {
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] as string).length + 1);
        }
      }),
    );
  });
});
