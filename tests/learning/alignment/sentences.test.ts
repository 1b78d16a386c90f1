import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSentences } from '../../../src/learning/alignment/sentences.js';
import { unitsOf, WordNumbers } from '../../../src/learning/alignment/units.js';

/** What stands beside what, as `spun | original`. */
function align(spun: string, original: string): string[] {
  const numbers = new WordNumbers();
  const one = unitsOf(spun, numbers);
  const other = unitsOf(original, numbers);
  const slice = ({ text, start, end }: typeof one, from: number, to: number) =>
    from === to ? '' : text.slice(start[from], end[to - 1]);
  return alignSentences(one, other).map(
    ({ spunFrom, spunTo, originalFrom, originalTo }) =>
      `${slice(one, spunFrom, spunTo)} | ${slice(other, originalFrom, originalTo)}`,
  );
}

describe('alignSentences', () => {
  it('puts sentences beside those that share their words', () => {
    expect(align('The pal came. He left early.', 'The ally came. He went early.')).toEqual([
      'The pal came. | The ally came.',
      'He left early. | He went early.',
    ]);
  });

  it('finds sentences that became one, and one that became two', () => {
    expect(
      align(
        'The pal came to town and he left it early. He was not seen. Nobody knew why that was.',
        'The ally came to town. He left it early. He was not seen, nobody knew why that was.',
      ),
    ).toEqual([
      'The pal came to town and he left it early. | The ally came to town. He left it early.',
      'He was not seen. Nobody knew why that was. | He was not seen, nobody knew why that was.',
    ]);
  });

  it('leaves sentences alone that only one of the texts has', () => {
    expect(
      align(
        'Read more on our site and tell your friends of the offers there. The minister of Qatar came to town.',
        'The minister of Qatar came to town. Our reporter contributed from London on Sunday.',
      ),
    ).toEqual([
      'Read more on our site and tell your friends of the offers there. | ',
      'The minister of Qatar came to town. | The minister of Qatar came to town.',
      ' | Our reporter contributed from London on Sunday.',
    ]);
  });

  it('needs no blank after a full stop, which scrapers lose', () => {
    expect(align('The pal came.He left.', 'The pal came. He left.')).toHaveLength(2);
  });

  it('takes texts for one sentence each where the one has many more than the other', () => {
    const many = 'Ab cd. '.repeat(3_000_000 / 100);
    expect(align(many, 'Ab cd').length).toBeGreaterThan(0);
    expect(align('', '')).toEqual([]);
    expect(align('', 'Ab cd. '.repeat(99))).toHaveLength(1);
    expect(align('Ab cd. '.repeat(99), '')).toHaveLength(1);
  });

  it('covers both texts without gaps, in order, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'The', 'pal', '.', '!', ' ', '\n', 'x9', '\0', '\ud800', '“'))
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (spun, original) => {
        const numbers = new WordNumbers();
        const one = unitsOf(spun, numbers);
        const other = unitsOf(original, numbers);
        let at = 0;
        let to = 0;
        for (const bead of alignSentences(one, other)) {
          expect([bead.spunFrom, bead.originalFrom]).toEqual([at, to]);
          at = bead.spunTo;
          to = bead.originalTo;
        }
        expect([at, to]).toEqual([one.count, other.count]);
      }),
    );
  });
});
