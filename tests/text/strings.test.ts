import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildStringTable, stringAt } from '../../src/text/strings.js';

it('a string table gives back every string that was put in, empty and broken ones too', () => {
  const anyStrings = fc.array(fc.string({ unit: 'binary', maxLength: 12 }));
  fc.assert(
    fc.property(anyStrings, (strings) => {
      const table = buildStringTable(strings);
      expect(strings.map((_, i) => stringAt(table, i))).toEqual(strings);
    }),
  );
});

it('a string table of nothing holds nothing', () => {
  const { units, offsets } = buildStringTable([]);
  expect([units.length, [...offsets]]).toEqual([0, [0]]);
});
