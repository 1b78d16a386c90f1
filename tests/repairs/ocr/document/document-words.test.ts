import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../src/repairs/ocr/document/document-confusions.js';
import { DocumentWords } from '../../../../src/repairs/ocr/document/document-words.js';
import { shippedRepairer } from '../shipped.js';

const { lexicon, channel } = shippedRepairer();
/** Log-probability of a rare word, and of a common one. */
const RARE = -14;
const COMMON = -5;

function wordsOf(text: string, changes: readonly Change[] = []): DocumentWords {
  return new DocumentWords(text.split(' '), changes, lexicon, channel);
}

const namesLike = (text: string, seen: string) =>
  wordsOf(text)
    .namesLike(seen)
    .map(({ name }) => name);

describe('words of a document', () => {
  const harvest = wordsOf(`${'the '.repeat(200)}thresher and thresher and thresher`);

  it('are likelier to be meant again, the rarer they are elsewhere', () => {
    const rare = harvest.support('thrcsher', 'thresher', RARE);
    expect(rare).toBeGreaterThan(1);
    expect(rare).toBeLessThanOrEqual(3);
    expect(harvest.support('thrcsher', 'thresher', COMMON)).toBeLessThan(0.2);
    expect(harvest.support('thrcsher', 'threshes', RARE)).toBe(0);
  });

  it('are no likelier than what stands there as often', () => {
    const both = wordsOf('thresher thrasher thresher thrasher');
    expect(both.support('thrasher', 'thresher', RARE)).toBe(0);
  });

  it('with a capital are no likelier where none was read', () => {
    const names = wordsOf('Harvester and Harvester');
    expect(names.support('Harvestcr', 'Harvester', RARE)).toBeGreaterThan(1);
    expect(names.support('harvestcr', 'Harvester', RARE)).toBe(0);
    expect(names.support('|arvester', 'Harvester', RARE)).toBeGreaterThan(1);
  });

  it('of three letters and readings of several words say nothing', () => {
    expect(wordsOf('elm elm elm').support('eim', 'elm', RARE)).toBe(0);
    expect(harvest.support('thrcsher', 'thresher', undefined)).toBe(0);
  });
});

describe('changes of a document', () => {
  const sure = { seen: 'ligbt', text: 'light', confidence: 0.9 };

  it('that are sure speak for the same change elsewhere, and for no other', () => {
    const words = wordsOf('by night', [sure]);
    expect(words.support('ligbt', 'light', COMMON)).toBe(2);
    expect(words.support('ligbt', 'lights', COMMON)).toBe(0);
    expect(words.support('ligbts', 'light', COMMON)).toBe(0);
  });

  it('that are not sure say nothing', () => {
    expect(wordsOf('by night', [{ ...sure, confidence: 0.6 }]).support('ligbt', 'light', COMMON)).toBe(0);
  });

  it('say nothing where most of the same words are left', () => {
    expect(wordsOf('ligbt ligbt', [sure, sure]).support('ligbt', 'light', COMMON)).toBe(0);
    expect(wordsOf('ligbt', [sure, sure]).support('ligbt', 'light', COMMON)).toBe(2);
  });

  it('say nothing of letters by themselves, which may be variables', () => {
    const letter = { seen: 'f', text: 'of', confidence: 0.9 };
    expect(wordsOf('by night', [letter, letter]).support('f', 'of', COMMON)).toBe(0);
  });
});

describe('names of a document', () => {
  const report = 'Thistlewick spoke and Thistlewick sat down and Thistlewick rose';

  it('are what an unknown word with a capital may be that is one cheap confusion away', () => {
    expect(namesLike(report, 'Thistlewlck')).toEqual(['Thistlewick']);
    expect(namesLike(report, 'Tbistlewick')).toEqual(['Thistlewick']);
    expect(wordsOf(report).support('Thistlewlck', 'Thistlewick', RARE)).toBeGreaterThan(3);
  });

  it.each(['Thistlewicks', 'Thistlegate', 'Thistlewickian', 'Mistlewick', 'Tbistlewlck', 'Thistlewick'])(
    'are not what %s may be',
    (seen) => {
      expect(namesLike(report, seen)).toEqual([]);
    },
  );

  it('stand there several times', () => {
    expect(namesLike('Thistlewick spoke', 'Thistlewlck')).toEqual([]);
  });

  it('are not sought for what stands there nearly as often, or is a word', () => {
    expect(namesLike(`${report} Thistlewlck`, 'Thistlewlck')).toEqual(['Thistlewick']);
    expect(namesLike(`${report} Thistlewlck Thistlewlck`, 'Thistlewlck')).toEqual([]);
    expect(namesLike('Burnleg Burnleg Burnleg', 'Burnley')).toEqual([]);
  });

  it('begin with a capital, and are five letters long at least', () => {
    expect(namesLike('thistlewick thistlewick', 'thistlewlck')).toEqual([]);
    expect(namesLike('Thlw Thlw Thlw', 'Thiw')).toEqual([]);
    expect(namesLike('WHTHLW WHTHLW WHTHLW', 'WHTHIW')).toEqual([]);
  });
});
