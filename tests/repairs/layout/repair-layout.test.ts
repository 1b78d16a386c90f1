import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_ROLES } from '../../../src/repairs/layout/block.js';
import {
  type LayoutOptions,
  parseLayoutTables,
  repairLayout,
} from '../../../src/repairs/layout/repair-layout.js';
import { applyEdits, checkEdits } from '../../../src/text/edits.js';
import { TABLES } from './tables.js';

const data = parseLayoutTables(TABLES);
const LINE = 'the officials in Doha have left the talks on the war in the north';
const WORDS = new Set('the talks which failed between base officials day before a of end'.split(' '));

/** The text that repairs come to; an emender goes on until nothing changes, as this does. */
function settle(text: string, options: LayoutOptions): string {
  const { text: repaired } = repairLayout(text, data, options);
  return repaired === text ? text : settle(repaired, options);
}

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
    ...[
      'the end of the',
      'the talks',
      ' ,',
      ' .',
      'talks,which failed',
      'is it ? ',
      'bet-',
      'ween ',
      '- ',
      '> ',
    ],
    ...[LINE, LINE, `${LINE}.`, 'The officials of the town have left it on the day before,'],
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

  it('changes nothing the second time', () => {
    const isWord = (word: string) => WORDS.has(word);
    fc.assert(
      fc.property(page, roles, (text, drop) => {
        const once = settle(text, { drop, isWord });
        expect(repairLayout(once, data, { drop, isWord }).edits).toEqual([]);
      }),
      { numRuns: 5000 },
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
    ['doubled words', 'the end of the line of the road that is the\nthe '],
    ['doubled words on one line', 'the\nthe '],
    ['doubled paragraphs', `${LINE}.\n`],
    ['paragraphs that take turns', `${LINE}.\n\n${LINE} a.\n${LINE} a.\n`],
    ['long runs of lines that come again', Array.from({ length: 30_000 }, (_, i) => `${i}\n`).join('')],
    ['full lines', `${LINE}\n`],
    ['loose marks', 'and the end , of '],
    ['tight marks', 'and the end,of '],
    ['marks alone', ' ,'],
    ['brackets at line ends', 'a)\n'],
    ['captions', 'A man in a hat in the rain. Photo: AFP\n'],
  ])('takes two megabytes of %s in linear time', (_, unit) => {
    const text = unit.repeat(Math.ceil(2e6 / unit.length));
    expect(repairLayout(text, data, { drop: BLOCK_ROLES }).text.length).toBeLessThanOrEqual(
      text.length * 1.2,
    );
  });
});
