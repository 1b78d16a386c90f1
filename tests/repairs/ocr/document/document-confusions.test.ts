import { describe, expect, it } from 'vitest';
import { Channel } from '../../../../src/repairs/ocr/channel/confusions.js';
import { type Change, DocumentConfusions } from '../../../../src/repairs/ocr/document/document-confusions.js';

/** Of a hundred l, one is read as i; of ten thousand e, one as c. */
const CHANNEL = new Channel([
  { truth: 'l', seen: 'i', rate: 100 },
  { truth: 'e', seen: 'c', rate: 1 },
]);
const TEXT = 'all the small bells of the village fell still';

function learn(changes: readonly (readonly [string, string, number?])[], text = TEXT, damage = 1) {
  const all = changes.map(([seen, text, confidence = 0.9]): Change => ({ seen, text, confidence }));
  return new DocumentConfusions(all, [text], CHANNEL, damage);
}

const SERIES = [
  ['tbcn', 'then'],
  ['mcn', 'men'],
  ['wcrc', 'were'],
] as const;

describe('confusions of a document', () => {
  it('get cheaper where they are commoner than the table says', () => {
    const learnt = learn(SERIES);
    expect(learnt.support('scnt', 'sent')).toBeGreaterThan(1);
    expect(learnt.support('dccd', 'deed')).toBeGreaterThan(1);
    expect(learnt.support('scnt', 'scent')).toBe(0);
  });

  it('stay as they are where they are as common as the table says', () => {
    const page = TEXT.repeat(20);
    expect(
      learn(
        [
          ['ail', 'all'],
          ['smail', 'small'],
        ],
        page,
      ).support('taii', 'tail'),
    ).toBe(0);
  });

  it('are expected more often in a text that is misread more', () => {
    const page = TEXT.repeat(5);
    const changes = [
      ['ail', 'all'],
      ['smail', 'small'],
      ['beil', 'bell'],
    ] as const;
    const support = (damage: number) => learn(changes, page, damage).support('hiil', 'hill');
    expect(support(0.1)).toBeGreaterThan(support(1));
    expect(support(10)).toBe(0);
  });

  it('are no series where they were seen once, or often without being sure', () => {
    expect(learn([['mcn', 'men']]).support('scnt', 'sent')).toBe(0);
    expect(
      learn([
        ['mcn', 'men', 0.6],
        ['tcn', 'ten', 0.6],
      ]).support('scnt', 'sent'),
    ).toBe(0);
  });

  it('are bounded, however long the series', () => {
    const many = Array.from({ length: 1000 }, () => ['mcn', 'men'] as const);
    expect(learn(many).support('scnt', 'sent')).toBe(3);
  });

  it('may be lost or added letters and blanks', () => {
    const learnt = learn([
      ['ofthe', 'of the'],
      ['tothe', 'to the'],
      ['onthe', 'on the'],
      ['he.n', 'hen'],
      ['pe.n', 'pen'],
      ['te.n', 'ten'],
    ]);
    expect(learnt.support('forthe', 'for the')).toBeGreaterThan(1);
    expect(learnt.support('me.n', 'men')).toBeGreaterThan(1);
  });

  it('are not looked for in very long changes', () => {
    const long = 'c'.repeat(100);
    expect(learn([[long, long.replaceAll('c', 'e')], ...SERIES]).support(long, `${long}e`)).toBe(0);
  });
});
