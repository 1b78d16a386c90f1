import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../src/dictionary/compile-terms.js';
import { TermIndex } from '../../src/dictionary/terms-index.js';

function indexOf(...terms: string[]): TermIndex {
  return new TermIndex(compileTerms([['term', ...terms].join('\n')]));
}

/** The term that a phrase leads to, word by word; undefined where it leads to none. */
function termOf(index: TermIndex, phrase: string): string | undefined {
  let node = 0;
  for (const word of phrase.split(' ')) {
    const number = index.wordAt(word, 0, word.length);
    node = number === 0 ? 0 : index.child(node, number);
    if (node === 0) return undefined;
  }
  const term = index.termAt(node);
  return term === 0 ? undefined : index.textOf(term);
}

describe('TermIndex', () => {
  it('finds the terms of all its files, whatever the letter case', () => {
    const index = new TermIndex(compileTerms(['term\nrandom forest\n', 'term\nFourier transform\n']));
    expect(index.size).toBe(2);
    expect(termOf(index, 'RANDOM Forest')).toBe('random forest');
    expect(termOf(index, 'fourier transform')).toBe('Fourier transform');
  });

  it('knows no part of a term, and no more than a term', () => {
    const index = indexOf('deep neural network');
    expect(termOf(index, 'deep neural')).toBeUndefined();
    expect(termOf(index, 'deep neural network network')).toBeUndefined();
    expect(termOf(index, 'neural network')).toBeUndefined();
  });

  it('lets one term begin another', () => {
    const index = indexOf('machine learning', 'machine learning model');
    expect(termOf(index, 'machine learning')).toBe('machine learning');
    expect(termOf(index, 'machine learning model')).toBe('machine learning model');
  });

  it('parts words at hyphens, and keeps the first of two spellings', () => {
    const index = indexOf('signal-to-noise ratio', 'signal to noise ratio');
    expect(index.size).toBe(1);
    expect(termOf(index, 'signal to noise ratio')).toBe('signal-to-noise ratio');
  });

  it('leaves out comments, empty lines and single words, and takes any line end and a byte order mark', () => {
    const index = new TermIndex(
      compileTerms(['\ufeffterm\r\n# of statistics\r\n\r\nentropy\r\nrandom walk\r\n']),
    );
    expect(index.size).toBe(1);
    expect(termOf(index, 'random walk')).toBe('random walk');
  });

  it.each([
    ['neural network', 'neural networks'],
    ['degree of freedom', 'degrees of freedom'],
    ['time series analysis', 'time series analyses'],
    ["Alzheimer's disease", "Alzheimer's diseases"],
    ['look-up table', 'look-up tables'],
  ])('writes the plural of %s', (term, plural) => {
    expect(indexOf(term).textOf(1, { plural: true })).toBe(plural);
  });

  it('leads from the plural of a head to the head, and from no other word', () => {
    const index = indexOf('neural network', 'random variable');
    const singular = (word: string) => {
      const number = index.wordAt(word, 0, word.length);
      const head = index.singularOf(number);
      return head === 0 ? '' : index.vocabulary.word(head);
    };
    expect(singular('networks')).toBe('network');
    expect(singular('variables')).toBe('variable');
    expect(singular('neural')).toBe('');
    expect(singular('randoms')).toBe('');
  });

  it('opens no damaged file', () => {
    const bytes = compileTerms(['term\nrandom walk']);
    bytes[bytes.length - 5] = (bytes[bytes.length - 5] as number) ^ 1;
    expect(() => new TermIndex(bytes)).toThrow(Error);
    expect(() => new TermIndex(new Uint8Array(8))).toThrow(Error);
  });

  it('holds nothing where there are no terms', () => {
    const index = indexOf();
    expect(index.size).toBe(0);
    expect(termOf(index, 'random walk')).toBeUndefined();
  });
});
