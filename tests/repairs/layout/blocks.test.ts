import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROLES } from '../../../src/repairs/layout/block.js';
import { BLOCK_HEADER, parseBlockPhrases } from '../../../src/repairs/layout/block-phrases.js';
import { findBlocks } from '../../../src/repairs/layout/find-blocks.js';
import { parseLayoutTables, repairLayout } from '../../../src/repairs/layout/repair-layout.js';
import { applyEdits, checkEdits } from '../../../src/text/edits.js';
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

describe('repairLayout', () => {
  const { edits, blocks } = repairLayout('AdvertisementThe talks failed.', data, { isWord: () => true });

  it('gives blocks with offsets into what it was given', () => {
    expect(edits).toHaveLength(1);
    expect(blocks).toMatchObject([{ start: 0, end: 13, role: 'boilerplate' }]);
  });

  it('asks which edits to make, those that drop among them', () => {
    const text = 'Advertisement\nIt rained.';
    const drop = ['boilerplate'] as const;
    expect(repairLayout(text, data, { drop }).text).toBe('It rained.');
    const kept = repairLayout(text, data, { drop, keep: () => [] });
    expect([kept.text, kept.edits]).toEqual([text, []]);
  });

  const line = fc.constantFrom(
    ...['Advertisement', 'Share', 'Facebook', 'By Jane Roe', 'It rained all day.', '', ' ', 'Image caption,'],
    ...[
      'A man. Photo: Jane Roe/AFP',
      'Photo: AFP',
      'LONDON — ',
      '9 May 2024',
      '© 2024 BBC',
      'the talks failed,',
    ],
    ...[
      'Read more: x',
      'Image source, Getty Images',
      '(AP Photo/Jane Roe)',
      'said.The',
      '\r',
      'A man.',
      '\0',
      '“',
    ],
    'Sign up for our one two three newsletter',
  );
  const page = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', ' ', '\r\n', '')))
    .map((parts) => parts.map((part) => part.join('')).join(''));
  const roles = fc.subarray([...BLOCK_ROLES]);

  it('gives sorted, disjoint blocks and edits that make its text, of any string', () => {
    fc.assert(
      fc.property(fc.oneof(page, fc.string({ unit: 'binary', maxLength: 200 })), roles, (text, drop) => {
        const repair = repairLayout(text, data, { drop });
        checkEdits(text, repair.edits);
        expect(applyEdits(text, repair.edits)).toBe(repair.text);
        let at = 0;
        for (const { start, end } of repair.blocks) {
          expect(start >= at && end >= start && end <= text.length).toBe(true);
          at = end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  // Were the cost not linear, these would not end before the runner's time is up.
  it.each([
    ['lines of boilerplate', 'Advertisement\n'],
    ['labels', 'Photo: '],
    ['gaps', 'Sign up for our a b c '],
    ['gaps of lines', 'Sign up for our a Sign up for our b\n'],
    ['brackets', '(AP Photo/'],
    ['dashes', 'LONDON — '],
    ['line breaks', '\n'],
    ['dates', '9 May 2024\n'],
    ['captions', 'A man in a hat in the rain. Photo: AFP\n'],
  ])('takes two megabytes of %s in linear time', (_, unit) => {
    const text = unit.repeat(Math.ceil(2e6 / unit.length));
    expect(repairLayout(text, data, { drop: BLOCK_ROLES }).text.length).toBeLessThanOrEqual(text.length);
  });
});
