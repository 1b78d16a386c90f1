import { describe, expect, it } from 'vitest';
import { WordKind } from '../../../src/lexicon/format.js';
import { isSeparator } from '../../../src/repairs/ocr/word-judge.js';
import { shippedRepairer } from './shipped.js';

const { judge, lexicon } = shippedRepairer();
const word = (text: string, shouted = false) => judge.word(text, shouted);

describe('the judgement of a word as it stands', () => {
  it.each(['the', 'newspaper', 'shewn', 'The', 'LONDON', 'London', 'don’t', 'to-morrow', 'a', 'A', 'I'])(
    'holds nothing against %s',
    (text) => {
      expect(word(text).odd).toBe(false);
      expect(word(text).penalty).toBeLessThanOrEqual(0);
    },
  );

  it.each(['tbe', 'rtnister', 'wliich', 'govcrnment', 'vvas', 'Tbe', 'zqxv'])('finds %s odd', (text) => {
    expect(word(text).odd).toBe(true);
  });

  it('holds more against what no language spells than against what may be a name', () => {
    expect(word('rtnisterq').penalty).toBeGreaterThan(word('Harbinson').penalty);
    expect(word('xqvzjk').penalty).toBeGreaterThan(word('mabbling').penalty);
  });

  it('holds less against a strange word with a capital', () => {
    expect(word('Qvarnstrom').penalty).toBeLessThan(word('qvarnstrom').penalty);
  });

  it('finds a name in small letters odd', () => {
    expect(lexicon.kind('glasgow')).toBe(WordKind.Name);
    expect(word('glasgow').odd).toBe(true);
    expect(word('glasgow').penalty).toBeGreaterThan(word('Glasgow').penalty);
  });

  it.each(['prosecutrixness', 'micromanageable', 'overcautiousness', 'prepontificate'])(
    'takes %s for a word derived from another',
    (text) => {
      expect(lexicon.kind(text), 'the case needs a word that the lexicon lacks').toBe(0);
      expect(word(text).odd).toBe(false);
    },
  );

  it('holds less against a compound than its spelling would', () => {
    // "lanternkettle" is made of two words, "lanterqkettle" is not.
    expect(lexicon.kind('lanternkettle')).toBe(0);
    expect(word('lanternkettle').penalty).toBeLessThan(word('lanterqkettle').penalty);
  });

  it.each(['GPT4', 'parseJSONFile', 'max_value', '@someone', 'B52'])('takes %s for a code', (text) => {
    expect(word(text).penalty).toBeLessThan(word('rtnisterq').penalty);
  });

  it.each(['NVQ', 'QXZ', 'DVLA'])('takes %s for an acronym among small letters', (text) => {
    expect(word(text, false)).toMatchObject({ penalty: 0, odd: false });
  });

  it('takes none for an acronym where all is in capitals', () => {
    expect(word('TIIE', true).odd).toBe(true);
    expect(word('TIIE', true).penalty).toBeGreaterThan(0);
  });

  it('lets initials and numbers stand', () => {
    for (const text of ['U.S', 'J.R.R', '1815', '4th', '3½', 'J', 'W'])
      expect(word(text).odd, text).toBe(false);
    expect(word('j').odd).toBe(true);
  });

  it('judges the parts of what stands together word by word', () => {
    expect(judge.judge('master—servant', false).map(({ odd }) => odd)).toEqual([false, false]);
    expect(judge.judge('and/or', false).map(({ odd }) => odd)).toEqual([false, false]);
    expect(judge.judge('master—scrvqnt', false).map(({ odd }) => odd)).toEqual([false, true]);
    expect(judge.judge('to-morrow', false)).toHaveLength(1);
    expect(judge.judge('(s)he', false).some(({ odd }) => odd)).toBe(false);
  });

  it('judges any string', () => {
    for (const text of ['\0', '\ud800', '漢字', '-'.repeat(50), 'x'.repeat(5000), 'Ünïcödé', '₤', 'a\u0301'])
      for (const { penalty } of judge.judge(text, false)) expect(Number.isFinite(penalty)).toBe(true);
  });
});

describe('the judgement of a word that may stand in place of another', () => {
  const number = (text: string) => lexicon.vocabulary.id(text);

  it('holds something against a name that would have a small letter', () => {
    expect(judge.against(number('glasgow'), false)).toBeGreaterThan(judge.against(number('glasgow'), true));
    expect(judge.against(number('the'), false)).toBe(judge.against(number('the'), true));
  });

  it('knows common words as likelier than rare ones', () => {
    expect(judge.frequency(number('the'))).toBeGreaterThan(judge.frequency(number('prosecutrix')));
  });

  it('offers no word of a foreign phrase, but knows it', () => {
    expect(judge.isUnoffered(number('incognita'))).toBe(true);
    expect(judge.word('incognita', false)).toMatchObject({ odd: false });
  });

  it('holds it against a word that its letters are large and small without order', () => {
    for (const word of ['recoVer', 'ThE', 'OFFicer']) expect(judge.word(word, false).odd, word).toBe(true);
    for (const word of ['Recover', 'THE', 'officer', 'MPs', 'MacDonald'])
      expect(judge.word(word, false).odd, word).toBe(false);
  });

  it('takes what looks like the form of a name for odd, but where it is written as one', () => {
    expect(judge.word('hamiltons', false).odd).toBe(true);
    expect(judge.word('Hamiltons', false).odd).toBe(false);
  });

  it('knows letters that are no words', () => {
    for (const letter of ['a', 'i']) expect(judge.isUnoffered(number(letter))).toBe(false);
    expect(judge.isUnoffered(number('the'))).toBe(false);
    const lone = lexicon.words.filter((text) => text.length === 1 && text !== 'a' && text !== 'i');
    for (const letter of lone) expect(judge.isUnoffered(number(letter)), letter).toBe(true);
  });
});

describe('what parts words that stand together', () => {
  it.each(['—', '-', '/', '(', '”', '.—', '+'])('%s does', (mark) => expect(isSeparator(mark)).toBe(true));
  it.each(['a', "'", '.', ' ', '7', ''])('%j does not', (mark) => expect(isSeparator(mark)).toBe(false));
});
