import { describe, expect, it } from 'vitest';
import { WordKind } from '../../src/lexicon/format.js';
import { compileHunspell } from '../../src/lexicon/hunspell/compile.js';
import { HunspellError } from '../../src/lexicon/hunspell/error.js';
import { openLexicon } from '../../src/lexicon/lexicon.js';

const encode = (text: string) => new TextEncoder().encode(text);
const open = (aff: string, dic: string, language = 'de') =>
  openLexicon(compileHunspell({ aff: encode(`SET UTF-8\n${aff}`), dic: encode(`9\n${dic}`) }, language));

describe('a lexicon of a Hunspell dictionary', () => {
  it('knows words in any letter case, and which have a capital', () => {
    const lexicon = open('SFX s Y 1\nSFX s 0 er .', 'klein/s\nHaus\nÄrger\n');
    expect(lexicon.kind('kleiner')).toBe(WordKind.Common);
    expect(lexicon.kind('Haus')).toBe(WordKind.Name);
    expect(['KLEIN', 'haus', 'ärger'].every((word) => lexicon.accepts(word))).toBe(true);
    expect(lexicon.accepts('hause')).toBe(false);
  });

  it('tells its language', () => {
    expect(open('', 'maison', 'fr').traits).toEqual({ language: 'fr' });
  });

  it('builds compounds as the dictionary says, but of no other parts', () => {
    const aff =
      'COMPOUNDBEGIN x\nCOMPOUNDEND z\nONLYINCOMPOUND o\nCOMPOUNDPERMITFLAG c\nCOMPOUNDMIN 2\nSFX j Y 1\nSFX j 0 s/xoc .';
    const lexicon = open(aff, 'Verkehr/j\nhaus/z\nhof\n');
    expect(lexicon.accepts('Verkehrshaus')).toBe(true);
    expect(lexicon.accepts('Verkehrshof')).toBe(false);
    // The part stands in the list, but not by itself.
    expect(lexicon.accepts('Verkehrs')).toBe(false);
  });

  it('lists what is elided once', () => {
    const lexicon = open("PFX L Y 1\nPFX L 0 l' .\nSFX S Y 1\nSFX S 0 's .", 'ami/LS', 'fr');
    expect(["l'", "'s", 'ami'].every((word) => lexicon.accepts(word))).toBe(true);
    expect(lexicon.vocabulary.size).toBe(3);
  });

  it('knows words that are never to be proposed, unless they are in another form', () => {
    const lexicon = open('NOSUGGEST !', 'merde/!\nchat\n', 'fr');
    expect(lexicon.accepts('merde')).toBe(true);
    expect(lexicon.kind('merde') & WordKind.Unoffered).toBe(WordKind.Unoffered);
    expect(lexicon.kind('chat') & WordKind.Unoffered).toBe(0);
  });

  it('leaves out what is no word', () => {
    const lexicon = open('', `a1\nà la\n-bas\n${'x'.repeat(41)}\naujourd'hui\n`, 'fr');
    expect(lexicon.words).toEqual(["aujourd'hui"]);
  });

  it('refuses what is no dictionary, with the line', () => {
    expect(() => open('', '').words).not.toThrow();
    const bad = { aff: encode('SET UTF-8'), dic: encode('no count') };
    expect(() => compileHunspell(bad, 'fr')).toThrow(HunspellError);
  });
});
