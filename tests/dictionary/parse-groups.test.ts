import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DictionaryProblem } from '../../src/dictionary/entry.js';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { isGroups, parseGroups } from '../../src/dictionary/parse-groups.js';

const HEADER = 'pos\twords';

/** Reads rows below a header: `noun: ally | partner`. */
function parse(...rows: string[]) {
  return parseGroups([HEADER, ...rows.map((row) => row.replace(': ', '\t'))], 'en/groups/test');
}

/** Pairs of the entries that rows become: `partner → ally`. */
function pairsOf(...rows: string[]): string[] {
  return parse(...rows).entries.map(({ spun, standard }) => `${spun} → ${standard}`);
}

function onlyProblem(row: string): DictionaryProblem | undefined {
  const { entries, problems } = parse(row);
  return entries.length === 0 && problems.length === 1 ? problems[0] : undefined;
}

describe('a file of synonym groups', () => {
  it('is told by its header, whatever comments stand before it', () => {
    expect(isGroups(['# rows', '', HEADER, 'noun\tally | partner'])).toBe(true);
    expect(isGroups(['spun\tstandard\tpos\twhen\tnote', HEADER])).toBe(false);
    expect(isGroups([])).toBe(false);
  });

  it('is read as a dictionary', () => {
    const text = `\ufeff# rows\r\n${HEADER}\r\nnoun\tally | partner\r\n`;
    const { entries, problems } = parseDictionary(text, 'en/groups/test');
    expect(problems).toEqual([]);
    expect(entries.map(({ spun, standard, line }) => [spun, standard, line])).toEqual([
      ['partner', 'ally', 3],
      ['ally', 'partner', 3],
    ]);
  });

  it('becomes an entry for the head of every member, and one of the head for every member', () => {
    expect(pairsOf('noun: ally | partner | best friend')).toEqual([
      'partner → ally',
      'ally → partner',
      'best friend → ally',
      'ally → best friend',
    ]);
  });

  it('becomes entries that hold in spun documents only, without context, and tell which side is the head', () => {
    expect(parse('noun: ally | partner').entries).toEqual([
      {
        spun: 'partner',
        standard: 'ally',
        partOfSpeech: 'noun',
        when: [],
        onlySpun: true,
        grouped: 'standard',
        note: '',
        domain: 'en/groups/test',
        line: 2,
      },
      expect.objectContaining({ spun: 'ally', standard: 'partner', grouped: 'spun' }),
    ]);
  });

  it('says a pair once, however often rows or members repeat it', () => {
    expect(pairsOf('noun: ally | partner | partner', 'noun: ally | partner', 'noun: ally | Ally')).toEqual([
      'partner → ally',
      'ally → partner',
    ]);
    // As another part of speech it is another entry.
    expect(pairsOf('noun: aid | help', 'verb: aid | help')).toHaveLength(4);
  });

  it('folds the spun side and keeps the capitals of the standard', () => {
    expect(pairsOf('name: White House | Presidential Palace')).toEqual([
      'presidential palace → White House',
      'white house → Presidential Palace',
    ]);
  });

  it('takes the marks off heads of phrases and remembers where they were', () => {
    expect(parse('noun: attorney* general | lawyer').entries).toMatchObject([
      { spun: 'lawyer', standard: 'attorney general', standardHead: 0 },
      { spun: 'attorney general', spunHead: 0, standard: 'lawyer' },
    ]);
  });

  it('may have comments and empty lines', () => {
    expect(parse('# nations', '', 'noun: ally | partner').entries).toMatchObject([{ line: 4 }, { line: 4 }]);
  });

  it.each([
    ['an unknown part of speech', 'nuon: ally | partner', 1, /unknown pos "nuon"/],
    ['a member on its own', 'noun: ally', 6, /no group/],
    ['too many columns', 'noun: ally | partner\tnote', 6, /no group/],
    ['an empty member', 'noun: ally |  | partner', 6, /"" is no member/],
    [
      'members that are parted by less than a blank on either side',
      'noun: ally | pal|partner',
      6,
      /"pal\|partner"/,
    ],
    ['two blanks in a row', 'noun: ally | best  friend', 6, /"best {2}friend" is no member/],
    ['a blank at the border', 'noun: ally | partner ', 6, /"partner " is no member/],
  ])('tells %s by line and column, and what to do', (_, row, column, message) => {
    const problem = onlyProblem(row);
    expect(problem).toMatchObject({ domain: 'en/groups/test', line: 2, column, severity: 'error' });
    expect(problem?.message).toMatch(message);
    expect(problem?.advice).not.toBe('');
  });

  it('keeps the good rows beside the bad ones', () => {
    const { entries, problems } = parse('noun: ally', 'noun: ally | partner', 'x: a | b', 'verb: aid | help');
    expect(entries.map(({ line }) => line)).toEqual([3, 3, 5, 5]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('of n members that differ makes 2 (n - 1) entries, each with the head on one side', () => {
    const member = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/);
    fc.assert(
      fc.property(fc.uniqueArray(member, { minLength: 2, maxLength: 8 }), (members) => {
        const { entries, problems } = parse(`noun: ${members.join(' | ')}`);
        expect(problems).toEqual([]);
        expect(entries).toHaveLength(2 * (members.length - 1));
        for (const { spun, standard, grouped } of entries)
          expect(grouped === 'spun' ? spun : standard).toBe(members[0]);
      }),
    );
  });

  it('never throws, and tells lines that exist', () => {
    const piece = fc.oneof(
      fc.constantFrom('noun', 'verb', '\t', ' | ', '|', '*', 'a*', '#', ' ', '\r', HEADER),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        for (const problem of parseGroups(lines, 'x').problems) {
          expect(lines[problem.line - 1]).toBeDefined();
          expect(problem.column).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
