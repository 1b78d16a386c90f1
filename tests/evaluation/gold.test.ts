import { describe, expect, it } from 'vitest';
import { readGold } from '../../src/evaluation/gold.js';

const line = (record: unknown): string => `${JSON.stringify(record)}\n`;

describe('a gold file', () => {
  it('has one article a line, with one reading or several for each edit', () => {
    const jsonl =
      line({
        id: 'a',
        spun: 'High Minister',
        clean: 'Prime Minister',
        edits: [{ start: 0, end: 4, clean: 'Prime' }],
      }) +
      line({ id: 7, spun: 'big', edits: [{ start: 0, end: 3, clean: ['large', 'major'], optional: true }] });
    expect(readGold(jsonl)).toEqual([
      {
        id: 'a',
        text: 'High Minister',
        clean: 'Prime Minister',
        edits: [{ start: 0, end: 4, readings: ['Prime'], optional: false }],
      },
      { id: '7', text: 'big', edits: [{ start: 0, end: 3, readings: ['large', 'major'], optional: true }] },
    ]);
  });

  it('takes a line without edits for sound text, and its number for a missing id', () => {
    expect(readGold(`\ufeff\n${line({ text: 'Sound.' })}`)).toEqual([{ id: '2', text: 'Sound.', edits: [] }]);
  });

  it('may count whole characters, as Python does: offsets after an emoji are converted', () => {
    const edit = { start: 2, end: 5, spun: 'big', clean: 'large' };
    expect(readGold(line({ id: 'a', spun: '😀 big', edits: [edit] }))[0]?.edits[0]).toMatchObject({
      start: 3,
      end: 6,
    });
    const counted = { ...edit, start: 3, end: 6 };
    expect(readGold(line({ id: 'a', spun: '😀 big', edits: [counted] }))[0]?.edits[0]).toMatchObject({
      start: 3,
      end: 6,
    });
  });

  it.each([
    ['{"id": "a", ', /line 1: not JSON/],
    ['[]\n', /line 1: no "spun" text/],
    ['null', /line 1: no object/],
    ['{"spun": "a"}\n{"id": "b"}', /line 2: no "spun" text/],
    ['{"spun": "a", "clean": 3}', /"clean" is no text/],
    ['{"spun": "a", "edits": {}}', /"edits" is no list/],
    ['{"spun": "a", "edits": [{"start": 0, "end": 2, "clean": "b"}]}', /edit 1 is no \{start, end, clean\}/],
    ['{"spun": "a", "edits": [{"start": 1, "end": 0, "clean": "b"}]}', /edit 1/],
    ['{"spun": "a", "edits": [{"start": 0, "end": 1, "clean": []}]}', /edit 1/],
    ['{"spun": "a", "edits": [null]}', /edit 1/],
  ])('is refused with the line and the reason: %s', (jsonl, reason) => {
    expect(() => readGold(jsonl)).toThrow(reason);
  });
});
