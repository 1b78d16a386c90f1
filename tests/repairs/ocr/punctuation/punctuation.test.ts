import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../../../src/lexicon/lexicon.js';
import { cutChunks } from '../../../../src/repairs/ocr/chunks.js';
import { findPunctuation } from '../../../../src/repairs/ocr/punctuation/punctuation.js';

const lexicon = openLexicon(
  readFileSync(new URL('../../../../dictionaries/en/lexicon.bin', import.meta.url)),
);

/** The flat text with its punctuation repaired. */
function repaired(text: string, misread = true): string {
  const chunks = cutChunks(text);
  let { flat } = chunks;
  for (const { start, end, replacement } of findPunctuation(chunks, lexicon, misread).reverse())
    flat = flat.slice(0, start) + replacement + flat.slice(end);
  return flat;
}

describe('the punctuation of a misread text', () => {
  it.each([
    ['He came,, and went..', 'He came, and went.'],
    ['He came.- She went;, and they stayed.', 'He came. She went; and they stayed.'],
    ['He saw ~the *man and left~ again.', 'He saw the man and left again.'],
    ['He saw the man* and the dog^ again.', 'He saw the man and the dog again.'],
    ['He saw the. man again.', 'He saw the man again.'],
    ['It was read and agreed to by the House,', 'It was read and agreed to by the House.'],
    ["He saw 'the man and the dog.", 'He saw the man and the dog.'],
    ["He bought it' and then sold it.", 'He bought it and then sold it.'],
    ['It cost \ufffd5 in all.', 'It cost £5 in all.'],
    ['He came ; she went , and they stayed .', 'He came; she went, and they stayed.'],
    ['Who was it ? The man knew.', 'Who was it? The man knew.'],
    ['He said, " The man " and left.', 'He said, "The man" and left.'],
    ['He was taken In to the town, and It was late.', 'He was taken in to the town, and it was late.'],
  ])('is repaired: %s', (text, expected) => {
    expect(repaired(text)).toBe(expected);
    expect(repaired(expected)).toBe(expected);
  });

  it.each([
    'He said: ‘The man and the dog,’ and left.',
    "The 'prentice and the masters' sons met; they left.".replace("'p", 'p'),
    'Mr. Smith, Esq., and Co. met at No. 4, St. James’s.',
    'He met a man from the town, London, and left.',
    '“Stop!” he said. “Who goes there?” (It was late.)',
    'The price rose from 4s. 6d. to 5s. a bushel.',
    'It holds that k ? m over all of them, and a ? b too.',
    'He waited . . . and then went.',
    'They met. In the town it was late. The Inspector came In.',
  ])('is left where it is right: %s', (text) => {
    expect(repaired(text)).toBe(text);
  });

  it('ends a sentence where one begins behind a comma, where the text is Tesseract’s', () => {
    expect(repaired('‘He came early, The others\n‘stayed at home.')).toBe(
      'He came early. The others stayed at home.',
    );
    expect(repaired('He came early, The others stayed at home.')).toBe(
      'He came early, The others stayed at home.',
    );
  });
});

describe('opening single quotes without partners', () => {
  it('are dirt where there are several, whatever else is misread', () => {
    expect(repaired('‘He came to the\n‘town of the\n‘north.', false)).toBe(
      'He came to the town of the north.',
    );
  });

  it('stay where they have partners', () => {
    for (const text of ['‘He came,’ they said. ‘He left.’', "the 'town' of the 'north'", '[sic] and {so}'])
      expect(repaired(text)).toBe(text);
  });

  it('stay where there is but one, in a text that is not misread', () => {
    const text = '‘He came to the town of the north.';
    expect(repaired(text, false)).toBe(text);
  });
});

describe('quotes', () => {
  it('become straight where others of a misread text are', () => {
    expect(repaired('"Yes," he said. “No," she said. "Well,” they said.')).toBe(
      '"Yes," he said. "No," she said. "Well," they said.',
    );
  });

  it('stay curly where all are, or nearly all', () => {
    const text = '“Yes,” he said. “No,” she said.';
    expect(repaired(text)).toBe(text);
    expect(repaired(`${text} It was 6" long.`)).toBe(`${text} It was 6" long.`);
  });
});

describe('a text that is not misread', () => {
  it.each([
    'He came,, and went..',
    'He saw ~the man.',
    '"Yes," “no," "well,”',
    'It cost \ufffd5.',
    'He saw the. man',
  ])('is left alone: %s', (text) => expect(findPunctuation(cutChunks(text), lexicon, false)).toEqual([]));
});
