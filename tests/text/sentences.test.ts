import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markSentences } from '../../src/text/sentences.js';
import { TokenFlag, TokenKind, tokenize } from '../../src/text/tokens.js';

/** The words and numbers that begin a sentence. */
function starts(text: string): string[] {
  const tokens = tokenize(text);
  markSentences(text, tokens);
  const found: string[] = [];
  for (let i = 0; i < tokens.count; i++) {
    if (((tokens.flags[i] as number) & TokenFlag.SentenceStart) === 0) continue;
    if (tokens.kind[i] !== TokenKind.Symbol) found.push(text.slice(tokens.start[i], tokens.end[i]));
  }
  return found;
}

describe('markSentences', () => {
  it.each([
    ['One came. Two left! Three? Four…', 'One Two Three Four'],
    ['“Stop.” She said “Go.” Then: off.', 'Stop She Then'],
    ['He left (at last.) They stayed.', 'He They'],
    ['(Yes, he did.) “No,” they said.', 'Yes No'],
    ['In 2017. 18 states joined.', 'In 18'],
    ['Mr. Smith met Gen. Petraeus and Sen. J. McCain Jr. in Washington.', 'Mr'],
    ['They sold it to Acme Inc. and to Smith Co. last year.', 'They'],
    ['He lives in the U.S. with her.', 'He'],
    ['It fell by 1.5 per cent. of all.', 'It'],
    ['It ended.Then nothing.', 'It'],
    ['Heading without a period\n\nText below it.', 'Heading Text'],
    ['A caption\nThe text', 'A The'],
    ['a wrapped\nline of text', 'a'],
    ['- first\n- second', 'first second'],
    ['See v. 2 and fig. 3.', 'See'],
    ['What?! No.', 'What No'],
  ])('finds the sentences of %j', (text, expected) => {
    expect(starts(text).join(' ')).toBe(expected);
  });

  it('has none in an empty text', () => {
    expect(starts(' \n')).toEqual([]);
  });

  it('begins every text and every paragraph with a sentence, and changes no other flag', () => {
    const part = fc.constantFrom(
      'Mr',
      'a',
      'The',
      '.',
      '!',
      '"',
      ')',
      ' ',
      '\n',
      '\n\n',
      '5',
      'U.S.',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join('');
        const before = tokenize(text);
        const tokens = tokenize(text);
        markSentences(text, tokens);
        for (let i = 0; i < tokens.count; i++) {
          const flag = tokens.flags[i] as number;
          const paragraph = i === 0 || (flag & TokenFlag.ParagraphBefore) !== 0;
          if (paragraph) expect(flag & TokenFlag.SentenceStart).not.toBe(0);
          expect(flag & ~TokenFlag.SentenceStart).toBe(before.flags[i]);
        }
      }),
    );
  });
});
