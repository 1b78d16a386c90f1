import { describe, expect, it } from 'vitest';
import { inVariety, varietyOfWord } from '../../src/lexicon/variety.js';

describe('the variety of English', () => {
  it.each([
    ['favourable', 'favorable'],
    ['organisations', 'organizations'],
    ['the defence secretary', 'the defense secretary'],
    ['travelling', 'traveling'],
    ['centre', 'center'],
    ['kilometres', 'kilometers'],
    ['analyse', 'analyze'],
    ['labourers', 'laborers'],
    ['television programme', 'television program'],
    ['jewellery', 'jewelry'],
    ['counsellor', 'counselor'],
  ])('writes %s and %s', (british, american) => {
    expect(inVariety(american, 'british')).toBe(british);
    expect(inVariety(british, 'american')).toBe(american);
    expect(inVariety(british, 'british')).toBe(british);
    expect(inVariety(american, 'american')).toBe(american);
  });

  it.each([
    'advise',
    'promise',
    'exercise',
    'four',
    'hour',
    'contour',
    'rise',
    'surprise',
    'analyses',
    'hypothesis',
    'called',
    'selling',
    'compelled',
    'glamour',
    'tire',
    'story',
    'practise',
    'sour',
    'more',
    'here',
    'licence',
    'sentence',
    'World Trade Center',
    'Labour',
    'Pearl Harbor',
    'improvise',
    'televised',
    'hence',
    'sense',
  ])('leaves %s', (term) => {
    expect(inVariety(term, 'british')).toBe(term);
    expect(inVariety(term, 'american')).toBe(term);
  });

  it('tells whose spelling a word is', () => {
    expect(['colour', 'color', 'colourful', 'people'].map(varietyOfWord)).toEqual([
      'british',
      'american',
      'british',
      undefined,
    ]);
  });
});
