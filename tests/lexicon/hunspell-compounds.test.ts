import { describe, expect, test } from 'vitest';
import { acceptsCompound } from '../../src/lexicon/hunspell/compound.js';
import { decodeHunspell } from '../../src/lexicon/hunspell/decode.js';
import { hunspellLexicon } from '../../src/lexicon/hunspell/lexicon.js';
import { Use } from '../../src/lexicon/hunspell/marks.js';

const GERMAN = `COMPOUNDBEGIN x
COMPOUNDMIDDLE y
COMPOUNDEND z
COMPOUNDPERMITFLAG c
ONLYINCOMPOUND o
FORBIDDENWORD d
COMPOUNDMIN 2
SFX j Y 1
SFX j 0 s/xyoc .
SFX n Y 1
SFX n 0 en .
`;

describe('closed compounds', () => {
  const german = hunspellLexicon(
    GERMAN,
    '6\nBahn/x\nbahn/yzno\nRegierung/j\nregierung/ozj\nzeit/ozn\nBahnzeiten/d\n',
  );

  test.each([
    'Regierungsbahn',
    'Regierungsbahnzeit',
    'Bahnregierung',
    'Regierungszeiten',
    'Regierungsbahnen',
  ])('%s is one', (word) => expect(german.accepts(word)).toBe(true));

  test.each([
    ['Regierungbahn', 'lacks the link between its parts'],
    ['Bahnregierungs', 'ends in a link'],
    ['Bahnenzeit', 'has an inflected part inside'],
    ['bahnzeit', 'begins with what may only follow'],
    ['Bahnzeiten', 'is forbidden'],
    ['Regierungs', 'is only a part'],
    ['bahn', 'is only a part'],
    ['Bahn'.repeat(30), 'is too long'],
  ])('%s %s', (word) => expect(german.accepts(word)).toBe(false));

  test('any form joins any other under COMPOUNDFLAG, down to the shortest part', () => {
    const { accepts } = hunspellLexicon('COMPOUNDFLAG G\n', '3\nfoo/G\nba/G\nquux');
    expect(['foofoo', 'fooba', 'fooquux', 'foofoofoo'].map(accepts)).toEqual([true, false, false, true]);
  });

  test('what forbids a compound at its seams is heeded', () => {
    const uses = new Map(
      ['foo', 'oh', 'Bar', 'foos'].map((form) => [form, Use.begin | Use.middle | Use.end]),
    );
    const rules = { compoundMin: 2, compoundWordMax: 2, compoundCase: true, compoundTriple: true };
    const accepts = (word: string) => acceptsCompound(word, (form) => uses.get(form), rules);
    expect(['foofoo', 'foosoh', 'fooBar', 'foooh', 'foofoofoo'].map(accepts)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(acceptsCompound('foooh', (form) => uses.get(form), { ...rules, compoundTriple: false })).toBe(
      true,
    );
  });

  test('a word of one hundred letters that may break anywhere ends', () => {
    const { accepts } = hunspellLexicon('COMPOUNDFLAG G\nCOMPOUNDMIN 1\n', '3\na/G\naa/G\naaa/G');
    expect(accepts(`${'a'.repeat(99)}b`)).toBe(false);
    expect(accepts('a'.repeat(100))).toBe(true);
  });
});

describe('files in the encoding that SET names', () => {
  test('are decoded', () => {
    const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(decodeHunspell(bytes('# x\nSET ISO8859-2\n'), bytes('1\n\xb3'))).toEqual({
      affix: '# x\nSET ISO8859-2\n',
      words: '1\nł',
    });
    expect(decodeHunspell(bytes('\xef\xbb\xbfSET UTF-8\r\n'), bytes('1\n\xc3\xa9')).words).toBe('1\né');
    expect(decodeHunspell(bytes('SET microsoft-cp1251\n'), bytes('1\n\xff')).words).toBe('1\nя');
    expect(decodeHunspell(bytes(''), bytes('1\n\xe9')).words).toBe('1\né');
  });

  test('are refused in one that nobody knows', () => {
    const affix = new TextEncoder().encode('# x\n\nSET ISCII-DEVANAGARI\n');
    expect(() => decodeHunspell(affix, affix)).toThrow(
      'Hunspell .aff, line 3: the encoding "ISCII-DEVANAGARI"',
    );
  });
});
