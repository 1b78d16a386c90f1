import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpinnerTable, type TableForm, UNKNOWN_SETTING } from '../../src/dictionary/spinner-table.js';
import {
  type DictionaryStatistics,
  type FormCounts,
  NO_STATISTICS,
  SETTINGS,
} from '../../src/dictionary/statistics.js';

/** A form of the dictionary; a standard one unless told otherwise. */
function form(text: string, rest: Partial<TableForm> = {}): TableForm {
  return { form: text, spun: false, standard: true, synonyms: 1, ...rest };
}

/** What became of a form: documents that lost it and that kept it, each by setting, and into which it was put. */
function counts(replaced: readonly number[], kept: readonly number[], substitute = 0): FormCounts {
  return { replaced, kept, substitute };
}

function tableOf(
  forms: readonly TableForm[],
  seen: Record<string, FormCounts> = {},
  pairs: Record<string, readonly number[]> = {},
): SpinnerTable {
  const statistics: DictionaryStatistics = {
    ...NO_STATISTICS,
    forms: new Map(Object.entries(seen)),
    pairs: new Map(Object.entries(pairs).map(([pair, count]) => [pair.replace(' < ', '\t'), count])),
  };
  return new SpinnerTable(statistics, forms);
}

const anySetting = fc.integer({ min: 0, max: UNKNOWN_SETTING });
const count = fc.nat(50);
const bySetting = fc.array(count, { minLength: SETTINGS, maxLength: SETTINGS });
const anyCounts = fc.record({ replaced: bySetting, kept: bySetting, substitute: count });

describe('the loss of a form', () => {
  it('is nearly all where it was once seen replaced, nearly nothing where it was seen kept', () => {
    const table = tableOf([form('ally'), form('partner')], {
      ally: counts([1, 0], [0, 1]),
      partner: counts([0, 4], [1, 0]),
    });
    expect(table.loss('ally', 0)).toBeGreaterThan(0.9);
    expect(table.loss('ally', 1)).toBeLessThan(0.1);
    expect(table.loss('partner', 0)).toBeLessThan(0.1);
    expect(table.loss('partner', 1)).toBeGreaterThan(0.9);
  });

  it('is a guess where the form was not seen, neither sure nor excluded', () => {
    const table = tableOf([form('ally')]);
    for (const setting of [0, 1, UNKNOWN_SETTING]) {
      expect(table.loss('ally', setting)).toBeGreaterThan(0.02);
      expect(table.loss('ally', setting)).toBeLessThan(0.6);
    }
  });

  it('follows, where the form was not seen, what became of others that the other setting treats alike', () => {
    const names = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i));
    const lost = names.slice(0, 10);
    const kept = names.slice(10);
    const table = tableOf(
      [...names, 'x', 'y', 'z'].map((name) => form(name)),
      {
        // What setting 0 replaces, setting 1 mostly replaces too; what it keeps, setting 1 keeps.
        ...Object.fromEntries(lost.map((name) => [name, counts([1, 1], [0, 0])])),
        ...Object.fromEntries(kept.map((name) => [name, counts([0, 0], [1, 1])])),
        x: counts([5, 0], [0, 0]),
        y: counts([0, 0], [5, 0]),
      },
    );
    expect(table.loss('x', 1)).toBeGreaterThan(0.6);
    expect(table.loss('y', 1)).toBeLessThan(0.2);
    expect(table.loss('z', 1)).toBeGreaterThan(table.loss('y', 1));
    expect(table.loss('z', 1)).toBeLessThan(table.loss('x', 1));
  });

  it('does not follow forms that were seen often: a form not seen is none of the frequent ones', () => {
    const names = Array.from({ length: 20 }, (_, i) => String.fromCharCode(97 + i));
    const table = tableOf(
      [...names, 'ally'].map((name) => form(name)),
      {
        ...Object.fromEntries(names.map((name) => [name, counts([9, 9], [0, 0])])),
      },
    );
    expect(table.loss('ally', 0)).toBe(tableOf([form('ally')]).loss('ally', 0));
  });

  it('with a spinner that is not known is the share of all documents, the surer the more there are', () => {
    const few = tableOf([form('ally')], { ally: counts([1, 0], [0, 1]) });
    const many = tableOf([form('ally')], { ally: counts([100, 0], [0, 100]) });
    expect(few.loss('ally', UNKNOWN_SETTING)).toBeLessThan(0.4);
    expect(many.loss('ally', UNKNOWN_SETTING)).toBeCloseTo(0.5, 1);
  });

  it('is nothing for forms that the dictionary does not have', () => {
    const table = tableOf([], { ally: counts([5, 5], [0, 0]) });
    expect([0, 1, UNKNOWN_SETTING].map((setting) => table.loss('ally', setting))).toEqual([0, 0, 0]);
  });

  it('of a form that nothing stands for is known only from what was seen', () => {
    const forms = [form('best friend', { spun: true, standard: false, synonyms: 0 })];
    expect(tableOf(forms).loss('best friend', 0)).toBe(0);
    expect(tableOf(forms, { 'best friend': counts([1, 0], [0, 0]) }).loss('best friend', 0)).toBeGreaterThan(
      0.9,
    );
    expect(
      tableOf(forms, { 'best friend': counts([1, 0], [0, 0]) }).loss('best friend', UNKNOWN_SETTING),
    ).toBe(0);
  });

  it('is a probability that grows with the documents that lost the form', () => {
    fc.assert(
      fc.property(anyCounts, fc.integer({ min: 0, max: SETTINGS - 1 }), (seen, setting) => {
        const more = seen.replaced.map((times, i) => (i === setting ? times + 1 : times));
        const less = tableOf([form('ally')], { ally: { ...seen, kept: [9, 9] } });
        const oftener = tableOf([form('ally')], { ally: { ...seen, kept: [9, 9], replaced: more } });
        for (const at of [setting, UNKNOWN_SETTING]) {
          expect(less.loss('ally', at)).toBeGreaterThan(0);
          expect(oftener.loss('ally', at)).toBeGreaterThan(less.loss('ally', at));
          expect(oftener.loss('ally', at)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('the share of a standard that becomes a spun form', () => {
  const ally = form('ally', { synonyms: 2 });
  const forms = [ally, form('best friend', { spun: true, standard: false }), form('pal', { spun: true })];

  it('is most where that was seen, little where something else was', () => {
    const table = tableOf(forms, { ally: counts([10, 0], [0, 0]) }, { 'best friend < ally': [10, 0] });
    expect(table.share('best friend', 'ally', 0)).toBeGreaterThan(0.8);
    expect(table.share('pal', 'ally', 0)).toBeLessThan(0.1);
  });

  it('follows the other setting where its own was not seen, and all of them where the spinner is not known', () => {
    const table = tableOf(forms, { ally: counts([10, 0], [0, 0]) }, { 'best friend < ally': [10, 0] });
    for (const setting of [1, UNKNOWN_SETTING]) {
      expect(table.share('best friend', 'ally', setting)).toBeGreaterThan(0.8);
      expect(table.share('pal', 'ally', setting)).toBeLessThan(0.1);
    }
  });

  it('believes its own setting more than the other', () => {
    const seen = { ally: counts([10, 10], [0, 0]) };
    const table = tableOf(forms, seen, { 'best friend < ally': [10, 0], 'pal < ally': [0, 10] });
    expect(table.share('best friend', 'ally', 0)).toBeGreaterThan(table.share('pal', 'ally', 0));
    expect(table.share('pal', 'ally', 1)).toBeGreaterThan(table.share('best friend', 'ally', 1));
  });

  it('is the smaller, unless it was seen, the more synonyms the dictionary has', () => {
    const share = (synonyms: number) => tableOf([form('ally', { synonyms })]).share('best friend', 'ally', 0);
    expect(share(30)).toBeLessThan(share(10));
    // A spinner has more synonyms of a word than a small dictionary knows.
    expect(share(1)).toBe(share(2));
    expect(share(1)).toBeLessThan(0.5);
  });

  it('is a probability that grows with the documents that show the pair', () => {
    fc.assert(
      fc.property(bySetting, bySetting, anySetting, (pair, others, setting) => {
        // Each document that shows a pair lost the standard.
        const tableWith = (shown: readonly number[]) =>
          tableOf(
            forms,
            {
              ally: counts(
                shown.map((times, i) => times + (others[i] as number) + 1),
                [0, 0],
              ),
            },
            { 'best friend < ally': shown, 'pal < ally': others },
          );
        const share = tableWith(pair).share('best friend', 'ally', setting);
        const more = tableWith(pair.map((times) => times + 1)).share('best friend', 'ally', setting);
        expect(share).toBeGreaterThan(0);
        expect(more).toBeGreaterThan(share);
        expect(more).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the rows of the table', () => {
  const forms = ['ally', 'partner', 'pal', 'friend'].map((text) => form(text, { spun: true, synonyms: 10 }));
  const table = tableOf(
    forms,
    {},
    { 'partner < ally': [1, 0], 'pal < ally': [0, 1], 'friend < chum': [1, 0] },
  );

  it('hold an original with all that was put in for it, in whatever setting', () => {
    expect(table.areRowmates('partner', 'ally')).toBe(true);
    expect(table.areRowmates('ally', 'partner')).toBe(true);
    expect(table.areRowmates('partner', 'pal')).toBe(true);
    expect(table.areRowmates('friend', 'ally')).toBe(false);
    expect(table.areRowmates('enemy', 'foe')).toBe(false);
  });

  it('make their members likelier for each other than those that only the dictionary has', () => {
    for (let setting = 0; setting <= UNKNOWN_SETTING; setting++)
      expect(table.share('partner', 'pal', setting)).toBeGreaterThan(table.share('friend', 'pal', setting));
  });
});

describe('the membership of a form in the table', () => {
  const forms = [form('friend', { spun: true })];

  it('is sure where the form was once seen put in for another', () => {
    expect(tableOf(forms, { friend: counts([0, 0], [5, 5], 1) }).membership('friend')).toBe(1);
  });

  it('is as sure as that the table replaces it where it is the author’s own', () => {
    const replaced = tableOf(forms, { friend: counts([3, 0], [0, 0]) });
    const kept = tableOf(forms, { friend: counts([0, 0], [3, 0]) });
    expect(replaced.membership('friend')).toBeGreaterThan(0.9);
    expect(kept.membership('friend')).toBeLessThan(0.2);
  });

  it('is never excluded', () => {
    fc.assert(
      fc.property(anyCounts, (seen) => {
        const membership = tableOf(forms, { friend: seen }).membership('friend');
        expect(membership).toBeGreaterThan(0);
        expect(membership).toBeLessThanOrEqual(1);
      }),
    );
    expect(tableOf([]).membership('friend')).toBeGreaterThan(0);
  });
});
