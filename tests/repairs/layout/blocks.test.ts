import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BLOCK_HEADER, parseBlockPhrases } from '../../../src/repairs/layout/block-phrases.js';
import { findBlocks } from '../../../src/repairs/layout/find-blocks.js';
import { parseLayoutTables } from '../../../src/repairs/layout/repair-layout.js';
import { TABLES } from './tables.js';

const data = parseLayoutTables(TABLES);
const find = (text: string) => findBlocks(text, data.phrases, data.words);
const rolesOf = (text: string) => find(text).map(({ role }) => role);

describe('the tables of phrases', () => {
  it.each([...data.phrases.all])('mark their example: $phrase ($form)', ({ example, role }) => {
    expect(rolesOf(example)).toContain(role);
  });

  it.each(data.phrases.all.filter(({ sound }) => sound !== ''))(
    'leave a sentence with the same words alone: $sound',
    ({ sound }) => {
      expect(find(sound)).toEqual([]);
    },
  );

  it.each([
    [`${BLOCK_HEADER}\nRead\tsomewhere\tboilerplate\tx\t`, /x:2: unknown form "somewhere"; use one of line/],
    [`${BLOCK_HEADER}\nRead\tline\theading\tx\t`, /x:2: unknown role "heading"; use one of caption/],
    [`${BLOCK_HEADER}\n\n* more\tline\tcaption\tx\t`, /x:3: a phrase of words is needed/],
    [`${BLOCK_HEADER}\nRead\tline\tcaption`, /x:2: the example is missing/],
    [`${BLOCK_HEADER}\n Read\tline\tcaption\tx`, /x:2: an empty phrase or a blank/],
  ])('are refused with table, line and remedy: %j', (text, message) => {
    expect(() => parseBlockPhrases([{ name: 'x', text }])).toThrow(message);
  });
});

describe('findBlocks', () => {
  it('tells where each block stands, what it is and why', () => {
    const text =
      'The minister in Doha. Photograph: Jane Roe/AFP\nDOHA, Nov 9 (Reuters) - The talks failed, and nobody knows why.';
    expect(find(text).map(({ start, end, role }) => [role, text.slice(start, end)])).toEqual([
      ['caption', 'The minister in Doha.'],
      ['credit', 'Photograph: Jane Roe/AFP'],
      ['dateline', 'DOHA, Nov 9 (Reuters) -'],
    ]);
    expect(find(text)[1]?.because).toBe('says “Photograph:”');
  });

  it('believes bylines at the ends of a text only', () => {
    const lines = 'It rained all day.\n'.repeat(40);
    expect(rolesOf(`By Jane Roe\n${lines}`)).toEqual(['byline']);
    expect(rolesOf(`${lines}By Jane Roe\n${lines}`)).toEqual([]);
    expect(rolesOf(`${lines}By Jane Roe`)).toEqual(['byline']);
  });

  it('takes networks for buttons beside a button only', () => {
    expect(rolesOf('Facebook\nTwitter')).toEqual([]);
    expect(rolesOf('Facebook\nTwitter\nCopy link')).toEqual(['boilerplate', 'boilerplate', 'boilerplate']);
  });

  it('finds the caption of the clean article and nothing else', () => {
    const text = readFileSync(new URL('../../corpus/guardian-clean.txt', import.meta.url), 'utf8');
    expect(rolesOf(text)).toEqual(['caption', 'credit']);
  });

  it('finds nothing where no table says anything', () => {
    const none = parseLayoutTables([]);
    expect(findBlocks('Advertisement\nRead more: x', none.phrases, none.words)).toEqual([]);
  });
});
