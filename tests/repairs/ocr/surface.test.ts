import { describe, expect, it } from 'vitest';
import { WordKind } from '../../../src/lexicon/format.js';
import { createLexicon } from '../../../src/lexicon/lexicon.js';
import { isInCapitals, writeWord } from '../../../src/repairs/ocr/surface.js';

const lexicon = createLexicon(
  new Map([
    ['the', WordKind.Common],
    ['london', WordKind.Name],
    ['rose', WordKind.Common | WordKind.Name],
    ['zorn', WordKind.Seen],
    ['i', WordKind.Common],
    ["i'll", WordKind.Common],
    ['in', WordKind.Common],
    ['his', WordKind.Common],
    ['émile', WordKind.Name],
  ]),
);
const write = (word: string, seen: string, { capitals = false, sentenceStart = false } = {}) =>
  writeWord(lexicon, lexicon.vocabulary.id(word), seen, { capitals, sentenceStart });

describe('a word in the place of another', () => {
  it('has its letter case', () => {
    expect(write('the', 'tbe')).toBe('the');
    expect(write('the', 'Tbe')).toBe('The');
    expect(write('the', 'TBE', { capitals: true })).toBe('THE');
    expect(write('rose', 'rofe')).toBe('rose');
    expect(write('rose', 'Rofe')).toBe('Rose');
  });

  it('has a capital where it is only a name', () => {
    expect(write('london', 'lonclon')).toBe('London');
    expect(write('émile', 'emile')).toBe('Émile');
    expect(write('zorn', 'z0rn')).toBe('zorn');
  });

  it('writes I as it is written everywhere', () => {
    expect(write('i', 'l')).toBe('I');
    expect(write("i'll", "l'll")).toBe("I'll");
  });

  it('has a capital at the start of a sentence where something else than a letter was read', () => {
    expect(write('the', '7he', { sentenceStart: true })).toBe('The');
    expect(write('the', '7he')).toBe('the');
    expect(write('the', 'tbe', { sentenceStart: true })).toBe('the');
  });

  it('takes an I or a J that is another letter for a narrow small one', () => {
    expect(write('the', 'Ihe')).toBe('the');
    expect(write('the', 'Ihe', { sentenceStart: true })).toBe('The');
    expect(write('in', 'In')).toBe('In');
    expect(write('london', 'Iondon')).toBe('London');
  });
});

describe('capitals', () => {
  it.each(['TBE', 'McDONALD', 'LONDON.', 'T-B', 'ÉMILE'])('are seen in %s', (text) =>
    expect(isInCapitals(text)).toBe(true),
  );
  it.each(['T', 'The', 'iPad', 'TBe.x', '', '1815', '7'])('are not seen in %j', (text) =>
    expect(isInCapitals(text)).toBe(false),
  );
});
