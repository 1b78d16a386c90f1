import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfusions } from '../../../src/repairs/ocr/channel/confusions.js';

const HEADER = 'true\tseen\trate\n';

describe('a table of confusions', () => {
  it('has truth, reading and rate; ε is nothing, ␣ a blank', () => {
    expect(parseConfusions(`${HEADER}rn\tm\t157\nε\t␣\t22.2\n\n# a comment\n#\t␣H\t3e-2\n`)).toEqual([
      { truth: 'rn', seen: 'm', rate: 157 },
      { truth: '', seen: ' ', rate: 22.2 },
      { truth: '#', seen: ' H', rate: 0.03 },
    ]);
  });

  it('may come from Windows', () => {
    expect(parseConfusions('\ufefftrue\tseen\trate\r\nh\tb\t92\r\n')).toEqual([
      { truth: 'h', seen: 'b', rate: 92 },
    ]);
  });

  it.each([
    ['h\tb\t92\n', '1:1: the header is missing; begin the file with the line "true<tab>seen<tab>rate"'],
    ['', '1:1: no table of confusions; learn one with emend ocr learn'],
    [`${HEADER}h\tb\n`, '2:1: 2 columns; part true, seen and rate by tabs'],
    [`${HEADER}\n\tb\t92\n`, '3:1: an empty cell; write ε for nothing, ␣ for a blank'],
    [`${HEADER}rn\t\t92\n`, '2:4: an empty cell; write ε for nothing, ␣ for a blank'],
    [`${HEADER}rn\t m\t92\n`, '2:4: a blank in a cell; write ␣ for it'],
    [`${HEADER}h\th\t92\n`, '2:3: both sides are the same; delete the line'],
    [`${HEADER}rn\tm\tmany\n`, '2:6: "many" is no rate; give the readings in 10000 occurrences of the truth'],
    [`${HEADER}h\tb\t0\n`, '2:5: "0" is no rate; give the readings in 10000 occurrences of the truth'],
    [
      `${HEADER}h\tb\t10001\n`,
      '2:5: "10001" is no rate; give the readings in 10000 occurrences of the truth',
    ],
    [`${HEADER}h\tb\t9\nh\tb\t8\n`, '3:1: this confusion stands in line 2 already; delete one'],
  ])('tells where it is bad and what to do: %j', (text, message) => {
    expect(() => parseConfusions(text, 'mine.tsv')).toThrow(new Error(`mine.tsv:${message}`));
  });

  it('that ships is sound, and knows what OCR reads for h', () => {
    const shipped = new URL('../../../dictionaries/en/ocr/confusions.tsv', import.meta.url);
    const confusions = parseConfusions(readFileSync(shipped, 'utf8'));
    expect(confusions.find(({ truth, seen }) => truth === 'h' && seen === 'b')?.rate).toBeGreaterThan(10);
  });
});
