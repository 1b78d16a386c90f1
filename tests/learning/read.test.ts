import { describe, expect, it } from 'vitest';
import { type LearningFields, readLearning } from '../../src/learning/read.js';

const GOLD = { id: 'a', spun: 'a pal', edits: [{ start: 2, end: 5, clean: 'ally' }] };
const EDIT = {
  start: 2,
  end: 13,
  original: 'best friend',
  replacement: 'ally',
  repair: 'spin',
  rule: 'spin/en:best friend',
  confidence: 0.9,
};

function read(records: readonly unknown[], fields?: LearningFields) {
  return readLearning(records.map((record) => JSON.stringify(record)).join('\n'), fields);
}

describe('readLearning', () => {
  it('reads gold, pairs and corrected repairs, side by side', () => {
    const pair = { id: 7, spun: 'a pal', clean: 'an ally' };
    const corrected = { id: 'c', text: 'a ally', edits: [EDIT], diagnosis: {}, corrected: 'an ally' };
    expect(read([GOLD, pair, corrected])).toEqual({
      parallel: [{ id: 'a', spun: 'a pal', edits: GOLD.edits }],
      pairs: [{ id: '7', spun: 'a pal', original: 'an ally' }],
      corrected: [{ id: 'c', repaired: 'a ally', edits: [EDIT], corrected: 'an ally' }],
    });
  });

  it('takes gold with its original for gold', () => {
    expect(read([{ ...GOLD, clean: 'a ally' }])).toMatchObject({ parallel: [{ id: 'a' }], pairs: [] });
  });

  it('takes a repair that changed nothing for a pair', () => {
    const { pairs } = read([{ text: 'a pal', edits: [], diagnosis: {}, corrected: 'an ally' }]);
    expect(pairs).toEqual([{ id: '1', spun: 'a pal', original: 'an ally' }]);
  });

  it('reads the members that are named', () => {
    const fields = { field: 'body', originalField: 'source' };
    expect(read([{ body: 'a pal', source: 'an ally', text: 'x', clean: 'y' }], fields).pairs).toEqual([
      { id: '1', spun: 'a pal', original: 'an ally' },
    ]);
    const { edits } = GOLD;
    expect(read([{ body: 'a pal', edits }], { field: 'body' }).parallel).toEqual([
      { id: '1', spun: 'a pal', edits },
    ]);
  });

  it.each([
    ['{"spun": "a"', undefined, 'line 1: not JSON'],
    ['[]', undefined, 'line 1: no "spun" text'],
    ['\n\n{"id": 1}', undefined, 'line 3: no "spun" text'],
    [JSON.stringify({ text: 'a', edits: [EDIT] }), undefined, 'add it as "corrected"'],
    [
      JSON.stringify({ text: 'b', edits: [EDIT], corrected: 'a' }),
      undefined,
      'line 1: the edits are not those',
    ],
    ['{"spun": "a", "clean": "b"}', { originalField: 'source' }, 'line 1: no "source" text'],
  ])('says what is wrong with %s', (jsonl, fields, message) => {
    expect(() => readLearning(jsonl, fields)).toThrow(message);
  });
});
