import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PARTS_OF_SPEECH } from '../../src/dictionary/entry.js';
import { expandEntry } from '../../src/dictionary/expand.js';
import { foldText } from '../../src/text/characters.js';
import { entriesOf } from './compiled.js';

/** All forms of an entry, as `spun → standard`. */
function forms(line: string): string[] {
  return entriesOf([line]).flatMap((entry) =>
    expandEntry(entry).map(({ spun, standard }) => `${spun} → ${standard}`),
  );
}

describe('expandEntry', () => {
  it.each([
    ['a noun', 'high minister | prime minister | noun', 'high ministers → prime ministers'],
    ['an irregular noun', 'lady | woman | noun', 'ladies → women'],
    [
      'a noun before a preposition',
      'part of congress | member of parliament | noun',
      'parts of congress → members of parliament',
    ],
    [
      'a noun whose head is marked',
      'lawyer* basic | attorney* general | noun',
      'lawyers basic → attorneys general',
    ],
    [
      'a noun whose head is marked on one side',
      'lawyer* basic | prosecutor | noun',
      'lawyers basic → prosecutors',
    ],
    ['an acronym', 'legislator | MP | noun', 'legislators → MPs'],
  ])('makes the plural of %s', (_, line, plural) => {
    const [lemma] = line.split(' | noun');
    expect(forms(line)).toEqual([lemma?.replace(' | ', ' → ').replaceAll('*', ''), plural]);
  });

  it('makes all forms of a verb', () => {
    expect(forms('barter | negotiate | verb')).toEqual([
      'barter → negotiate',
      'barters → negotiates',
      'bartered → negotiated',
      'bartering → negotiating',
    ]);
  });

  it('keeps past and participle apart where one side does', () => {
    expect(forms('smash | break | verb')).toEqual([
      'smash → break',
      'smashes → breaks',
      'smashed → broke',
      'smashed → broken',
      'smashing → breaking',
    ]);
  });

  it('gives the ending of a verb to its first word, or to the one that is marked', () => {
    expect(forms('set off | put off | verb')).toContain('setting off → putting off');
    expect(forms('cold call* | phone | verb')).toContain('cold called → phoned');
  });

  it('takes every spelling of the spun side, and writes one of the standard side', () => {
    expect(forms('voyage | travel | verb')).not.toContain('voyaged → travelled');
    const spelt = forms('travel | voyage | verb');
    expect(spelt).toContain('traveled → voyaged');
    expect(spelt).toContain('travelled → voyaged');
  });

  it('compares adjectives that both do so with an ending', () => {
    expect(forms('big | large | adjective')).toEqual(['big → large', 'bigger → larger', 'biggest → largest']);
    expect(forms('sizable | large | adjective')).toEqual(['sizable → large']);
  });

  it.each(['adverb', 'name', 'fixed'])('leaves %s entries as they stand', (partOfSpeech) => {
    expect(forms(`white area | White House | ${partOfSpeech}`)).toEqual(['white area → White House']);
  });

  it('drops forms that both sides share', () => {
    expect(forms('lower leg | low leg | noun')).toHaveLength(2);
    expect(forms('datum | data | noun')).not.toContain('data → data');
  });

  it('gives folded forms, none twice and none that changes nothing', () => {
    const word = fc.constantFrom(
      'high',
      'minister',
      'of',
      'leaf',
      'go',
      'MP',
      'sheep',
      'x',
      'co-op',
      "o'clock",
      'É',
    );
    const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const partOfSpeech = fc.constantFrom(...PARTS_OF_SPEECH);
    fc.assert(
      fc.property(term, term, partOfSpeech, fc.boolean(), (spun, standard, pos, marked) => {
        fc.pre(foldText(spun) !== foldText(standard));
        const [entry] = entriesOf([`${spun}${marked ? '*' : ''} | ${standard} | ${pos}`]);
        const pairs = expandEntry(entry as NonNullable<typeof entry>);
        expect(pairs[0]).toEqual({ spun: foldText(spun), standard });
        expect(new Set(pairs.map((pair) => JSON.stringify(pair))).size).toBe(pairs.length);
        for (const pair of pairs) {
          expect(pair.spun).toBe(foldText(pair.spun));
          expect(pair.spun).not.toBe(pair.standard);
        }
      }),
    );
  });
});
