import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../../src/lexicon/lexicon.js';
import { mayBeMisread } from '../../../src/repairs/ocr/soundness.js';
import { tokenize } from '../../../src/text/tokens.js';

const lexicon = openLexicon(readFileSync(new URL('../../../dictionaries/en/lexicon.bin', import.meta.url)));
const look = (text: string) => mayBeMisread(text, tokenize(text, lexicon.vocabulary), lexicon);

describe('a text that is worth a search for misread words', () => {
  it.each([
    ['has words that nobody knows', 'Tbe nevv mimster carne to tbe toun and spokc to tbe crovvd.'],
    ['has dirt', 'The man came ~ to the town ■ and spoke.'],
    ['has opening quotes that nothing closes', '‘The man came to\n‘the town and spoke.'],
    ['has one strange word among few', 'The rninister spoke.'],
  ])('%s', (_, text) => expect(look(text)).toBe(true));
});

describe('a sound text', () => {
  const sound = new URL('../../cases/sound/', import.meta.url);
  const names = readdirSync(sound).filter((name) => /^(?:politics|business|court|weather|health)/.test(name));

  it.each(names)('is not searched: %s', (name) => {
    expect(look(readFileSync(new URL(name, sound), 'utf8'))).toBe(false);
  });

  it.each([
    'The minister spoke to the crowd.',
    'Mr Smith’s well-known brother-in-law didn’t come; the others did.',
    'THE MINISTER SPOKE IN LONDON.',
    'They won 3-1 at home on 7 May 1998 and 2-0 away.',
    '',
    '\n\n',
    '12 34 56',
  ])('is not searched: %j', (text) => expect(look(text)).toBe(false));

  it('may have a strange word among many that are known', () => {
    const known = 'The minister spoke to the crowd about the price of bread. '.repeat(20);
    expect(look(`${known}It was a zqumbler.`)).toBe(false);
    expect(look(`It was a zqumbler. ${known.slice(0, 58)}`)).toBe(true);
  });
});
