import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordKind } from '../../src/lexicon/format.js';
import { compileLexicon, createLexicon, openLexicon } from '../../src/lexicon/lexicon.js';
import { foldText } from '../../src/text/characters.js';

const KINDS = new Map([
  ['the', WordKind.Common],
  ['rose', WordKind.Common | WordKind.Name],
  ['esq', WordKind.Abbreviation],
  ["o'brien", WordKind.Name],
  ['to-day', WordKind.Common],
  ['émile', WordKind.Name],
  ['zorn', WordKind.Seen],
]);
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', "'", '-', 'z'), minLength: 1, maxLength: 8 });
const bits = fc.integer({ min: 1, max: 15 });

describe('a compiled lexicon', () => {
  const bytes = compileLexicon(KINDS);

  it('is opened as it was compiled', () => {
    const lexicon = openLexicon(bytes);
    expect([...lexicon.words].sort()).toEqual([...KINDS.keys()].sort());
    for (const [form, kind] of KINDS) expect(lexicon.kind(form)).toBe(kind);
  });

  it('keeps any words and kinds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, bits)), (pairs) => {
        const kinds = new Map(pairs);
        const opened = openLexicon(compileLexicon(kinds));
        expect(opened.words.length).toBe(kinds.size);
        for (const [form, kind] of kinds) expect(opened.kind(form)).toBe(kind);
        expect(opened.words.map((form) => opened.trie.find(form))).toEqual(opened.words.map((_, i) => i + 1));
      }),
    );
  });

  it('has the same bytes in whatever order its words came', () => {
    expect(compileLexicon(new Map([...KINDS].reverse()))).toEqual(bytes);
  });

  it('may be empty', () => {
    const empty = openLexicon(compileLexicon(new Map()));
    expect(empty.words).toEqual([]);
    expect(empty.kind('the')).toBe(0);
    expect(empty.kindOf(0)).toBe(0);
  });

  it('is refused where a byte is wrong', () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] as number) ^ 0x10;
      expect(() => openLexicon(damaged), `byte ${at}`).toThrow();
    }
  });

  it('is refused where it is cut short, empty or of another kind', () => {
    for (const length of [0, 7, 23, 24, bytes.length - 8, bytes.length - 1])
      expect(() => openLexicon(bytes.slice(0, length)), `${length} bytes`).toThrow();
    const other = readFileSync(new URL('../../dictionaries/en/terms.bin', import.meta.url));
    expect(() => openLexicon(other)).toThrow('EMENDLEX');
  });

  it('is opened from the middle of another buffer', () => {
    const within = new Uint8Array(bytes.length + 3);
    within.set(bytes, 3);
    expect(openLexicon(within.subarray(3)).kind('rose')).toBe(WordKind.Common | WordKind.Name);
  });
});

describe('a lexicon', () => {
  const lexicon = createLexicon(KINDS);

  it('finds words in any letter case and with any apostrophe or hyphen', () => {
    for (const form of ['the', 'The', 'THE', 'tHe']) expect(lexicon.kind(form)).toBe(WordKind.Common);
    for (const form of ["O'Brien", 'O’Brien', 'O‘BRIEN', "o'brien"])
      expect(lexicon.kind(form)).toBe(WordKind.Name);
    for (const form of ['to-day', 'To‐Day', 'TO‑DAY']) expect(lexicon.kind(form)).toBe(WordKind.Common);
    expect(lexicon.kind('ÉMILE')).toBe(WordKind.Name);
  });

  it('knows no word that it does not have', () => {
    for (const form of ['', 'th', 'then', 'today', 'emile', 'the ', '\ud800'])
      expect(lexicon.kind(form)).toBe(0);
  });

  it('gives word number i + 1 to the word that stands at i', () => {
    lexicon.words.forEach((form, i) => {
      expect(lexicon.vocabulary.id(form)).toBe(i + 1);
      expect(lexicon.kindOf(i + 1)).toBe(KINDS.get(form));
    });
  });
});

describe('the lexicon that ships', () => {
  const lexicon = openLexicon(readFileSync(new URL('../../dictionaries/en/lexicon.bin', import.meta.url)));

  it.each([
    ['newspaper', WordKind.Common],
    ['London', WordKind.Name],
    ['prosecutrix', WordKind.Common],
    ['to-morrow', WordKind.Common],
    ['honour', WordKind.Common],
    ['honor', WordKind.Common],
    ['Esq', WordKind.Abbreviation],
  ])('knows %s', (form, kind) => {
    expect(lexicon.kind(form) & kind).toBe(kind);
  });

  it.each(['tbe', 'rtnister', 'govemment', 'aud-ience', 'wliich', 'thcre'])('does not know %s', (form) => {
    expect(lexicon.kind(form)).toBe(0);
  });

  it('has folded words, sorted', () => {
    const { words } = lexicon;
    expect(words.length).toBeGreaterThan(100_000);
    for (let i = 0; i < words.length; i++) {
      const form = words[i] as string;
      if (foldText(form) !== form || (i > 0 && (words[i - 1] as string) >= form)) expect.fail(form);
    }
  });
});
