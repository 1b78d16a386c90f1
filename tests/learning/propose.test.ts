import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { proposalText, proposeEntries } from '../../src/learning/propose.js';
import { entriesOf } from '../dictionary/compiled.js';
import { documentOf } from './documents.js';

function propose(texts: readonly string[], options?: Parameters<typeof proposeEntries>[1]) {
  return proposeEntries(
    texts.map((text, i) => documentOf(text, `${i}`)),
    options,
  );
}

/** The proposals as `spun → standard (pos)`. */
function pairs(...texts: string[]): string[] {
  return propose(texts).map(({ spun, standard, partOfSpeech }) => `${spun} → ${standard} (${partOfSpeech})`);
}

describe('proposeEntries', () => {
  it('proposes what was substituted, folded, most frequent first', () => {
    expect(pairs('a {Pal<Friend}, a {best friend<ally}', 'my {Best friend<Ally}')).toEqual([
      'best friend → ally (fixed)',
      'pal → friend (fixed)',
    ]);
  });

  it.each([
    ['{to assist<to help} them', 'assist → help (fixed)'],
    ['{the huge house<the big house}', 'huge → big (fixed)'],
    ['{to be assisted by<to be helped by} them', 'assisted → helped (fixed)'],
    ['{in the end<at the end}', 'in → at (fixed)'],
    ['{a rise<an increase}', 'rise → increase (fixed)'],
    ['{an honest try<a fair attempt}', 'honest try → fair attempt (fixed)'],
  ])('cuts off what both sides share: %s', (text, expected) => {
    expect(pairs(text)).toEqual([expected]);
  });

  it.each([
    ['two {ministers<secretaries}', 'minister → secretary (noun)'],
    ['two {ladies<women}', 'lady → woman (noun)'],
    ['his {paintings of note<works of note}', 'painting → work (noun)'],
    ['Headaches are a headache: {headaches<complications}', 'headache → complication (noun)'],
  ])('makes the lemmas of a plural: %s', (text, expected) => {
    expect(pairs(text)).toEqual([expected]);
  });

  it.each([
    ['it was {coached<trained}', 'coached → trained (fixed)'],
    ['{it’s<it is} so', "it's → it is (fixed)"],
    ['{women and men<men and women}', 'women and men → men and women (fixed)'],
    ['two {headaches<complications}', 'headaches → complications (fixed)'],
  ])('does not guess at lemmas: %s', (text, expected) => {
    expect(pairs(text)).toEqual([expected]);
  });

  it('puts the forms of a verb together, and those of a noun', () => {
    expect(pairs('he {bartered<negotiated}, they {barter<negotiate}')).toEqual(['barter → negotiate (verb)']);
    const stays = 'They will {stay<remain}. It {stays<remains}.';
    expect(pairs(stays)).toEqual(['stay → remain (verb)']);
    expect(pairs('a {cost<price}, two {costs<prices}')).toEqual(['cost → price (noun)']);
  });

  it('leaves pairs of different forms as they stand', () => {
    expect(pairs('two {pals<man}')).toEqual(['pals → man (fixed)']);
  });

  it('drops what changes nothing, and what a dictionary cannot hold', () => {
    expect(pairs('{Ally<ally} {<new} {old<} {a\tb<c} {a  b<c} {#a<b} {a*<b}')).toEqual([]);
  });

  it('does not propose what is unpaired', () => {
    const { id, spun, edits } = documentOf('two {pals<friends} and a {foe<enemy}');
    const unpaired = edits.map((edit, i) => (i === 0 ? { ...edit, unpaired: true as const } : edit));
    const proposals = proposeEntries([{ id, spun, edits: unpaired }]);
    expect(proposals.map((proposal) => proposal.spun)).toEqual(['foe']);
  });

  it('does not propose what the entries cover in any form', () => {
    const entries = entriesOf(['high minister | prime minister | noun']);
    const texts = ['two {High Ministers<prime ministers}, {pals<friends}'];
    expect(propose(texts, { entries }).map(({ spun }) => spun)).toEqual(['pal']);
  });

  it('leaves rare pairs out where that is asked', () => {
    const texts = ['a {pal<friend}, a {pal<friend}, a {foe<enemy}'];
    expect(propose(texts, { minCount: 2 }).map(({ spun }) => spun)).toEqual(['pal']);
  });

  it('counts how often the form was seen beside how often it stood for the standard', () => {
    const [ally] = propose([
      'a {best friend<ally}. Best friend! A best-friend',
      'my best friend, best friends',
    ]);
    expect(ally).toMatchObject({ replaced: 1, seen: 3 });
  });

  it('finds the context that parts a form’s readings', () => {
    const texts = [...Array(8).fill('a key {best friend<ally}'), ...Array(8).fill('my best friend')];
    expect(propose(texts)).toMatchObject([{ when: 'after: key', replaced: 8, seen: 16 }]);
  });

  it('leaves out what the form hardly ever stands for, unless a context tells it', () => {
    const rare = [...Array(30).fill('we go to it'), 'we go {to<for} it'];
    expect(propose(rare)).toEqual([]);
    expect(propose(rare, { minShare: 0.03 })).toHaveLength(1);
    const told = [...Array(90).fill('we go to it'), ...Array(4).fill('thanks {to<for} it')];
    expect(propose(told)).toMatchObject([{ spun: 'to', when: 'after: thanks', replaced: 4, seen: 94 }]);
  });

  it('shows one place, with what stood there', () => {
    const [, second] = propose(['The {pal<friend} of\na {best friend<ally}. It ended.']);
    expect(second?.example).toMatch(/of a \[(?:best friend ← ally|pal ← friend)\]|\[pal ← friend\]/);
    const [cut] = propose(['He {came<went} and was {to assist<to help} them.']).filter(
      ({ spun }) => spun === 'assist',
    );
    expect(cut?.example).toBe('He came and was to [assist ← help] them.');
  });

  it('cuts the example between words', () => {
    const text = `${'Abcdefghij '.repeat(9)}{pal<friend} ${'klmnopqrst '.repeat(9)}`;
    expect(propose([text])[0]?.example).toMatch(/^… (?:Abcdefghij )+\[pal ← friend\] (?:klmnopqrst )+…$/);
  });

  it('marks pairs that are rather a misspelling', () => {
    const alike = propose(['a {colour<color}, a {pal<friend}']).map(({ spun, alike }) => [spun, alike]);
    expect(Object.fromEntries(alike)).toEqual({ colour: true, pal: false });
  });
});

describe('proposalText', () => {
  it('is a dictionary that a person can look through', () => {
    const text = proposalText(
      propose([...Array(8).fill('a key {best friend<ally}'), ...Array(8).fill('my best friend')]),
    );
    expect(text.split('\n')[1]?.split('\t').slice(0, 4)).toEqual([
      'best friend',
      'ally',
      'fixed',
      'after: key; spun',
    ]);
    expect(text).toContain('\t8 of 16: a key [best friend ← ally]\n');
  });

  it('of nothing is an empty dictionary', () => {
    expect(parseDictionary(proposalText([]), 'x')).toEqual({ entries: [], problems: [] });
  });

  it('is read without errors, whatever was substituted', () => {
    const side = fc
      .array(
        fc.oneof(fc.constantFrom('ministers', 'goes', 'a*', '#b', '\n', 'x'), fc.string({ maxLength: 4 })),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((words) => words.join(' ').replace(/[{}<]/g, ''));
    const text = fc
      .array(fc.tuple(side, side), { maxLength: 5 })
      .map((list) => list.map(([spun, clean]) => `${spun} {${spun}<${clean}} `).join(''));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 3 }), (texts) => {
        const proposals = propose(texts);
        const { entries, problems } = parseDictionary(proposalText(proposals), 'x');
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(entries.length + problems.length).toBe(proposals.length);
      }),
    );
  });
});
