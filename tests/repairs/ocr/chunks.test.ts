import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chunks, cutChunks, piecesOf, sourceOffset } from '../../../src/repairs/ocr/chunks.js';
import { isBlank, isDigit, isLetter } from '../../../src/text/characters.js';

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\r\n',
        '\t',
        '\u00a0',
        '\u00ad',
        '\0',
        '\ud800',
        '“Hm,”',
        '-',
        '1',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('word', 'rnister', "o'clock", '‘tbe'),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

const chunkTexts = ({ flat, start, end, count }: Chunks) =>
  Array.from({ length: count }, (_, i) => flat.slice(start[i], end[i]));
const coreTexts = ({ flat, coreStart, coreEnd, count }: Chunks) =>
  Array.from({ length: count }, (_, i) => flat.slice(coreStart[i], coreEnd[i]));

describe('the chunks of a text', () => {
  it('are what stands between blanks of any kind', () => {
    expect(chunkTexts(cutChunks('  Tbe "re\u00a0port,"\tof\n the '))).toEqual([
      'Tbe',
      '"re',
      'port,"',
      'of',
      'the',
    ]);
    expect(cutChunks('  Tbe "re\u00a0port,"\tof\n the ').flat).toBe('Tbe "re port," of the');
  });

  it('are none in a text of blanks', () => {
    for (const text of ['', ' ', '\n\n\t']) expect(cutChunks(text)).toMatchObject({ count: 0, flat: '' });
  });

  it('have a core from the first letter or digit to the last', () => {
    expect(coreTexts(cutChunks('"Mr. o’Clock’s" (1815), -- ,a. £5 Émile!'))).toEqual([
      'Mr',
      'o’Clock’s',
      '1815',
      '',
      'a',
      '5',
      'Émile',
    ]);
  });

  it('know the line breaks and empty lines before them', () => {
    expect([...cutChunks('one two\nthree\r\nfour\n\nfive \n \n\n six').breakBefore]).toEqual([
      0, 0, 1, 1, 2, 2,
    ]);
  });

  it('stand in the text where they say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = cutChunks(text);
        let before = 0;
        chunkTexts(chunks).forEach((chunk, i) => {
          const at = chunks.source[i] as number;
          expect(text.slice(at, at + chunk.length)).toBe(chunk);
          expect(chunk).not.toBe('');
          // Nothing but blanks is left out.
          expect([...text.slice(before, at)].every((blank) => isBlank(blank.charCodeAt(0)))).toBe(true);
          before = at + chunk.length;
        });
        expect([...text.slice(before)].every((blank) => isBlank(blank.charCodeAt(0)))).toBe(true);
      }),
    );
  });

  it('have all their letters and digits in their cores', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { flat, start, end, coreStart, coreEnd, count } = cutChunks(text);
        const isCore = (k: number) => isLetter(flat.charCodeAt(k)) || isDigit(flat.charCodeAt(k));
        for (let i = 0; i < count; i++) {
          const [from, to] = [coreStart[i] as number, coreEnd[i] as number];
          expect(start[i]).toBeLessThanOrEqual(from);
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(end[i] as number);
          for (let k = start[i] as number; k < (end[i] as number); k++) {
            if (k < from || k >= to) expect(isCore(k) && from !== to).toBe(false);
          }
          if (from < to) expect(isCore(from) && isCore(to - 1)).toBe(true);
        }
      }),
    );
  });

  it('tell where a place of the flat text stands in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const chunks = cutChunks(text);
        for (let i = 0; i < chunks.count; i++) {
          for (let at = chunks.start[i] as number; at < (chunks.end[i] as number); at++) {
            expect(text.charAt(sourceOffset(chunks, at))).toBe(chunks.flat.charAt(at));
          }
        }
      }),
    );
  });
});

describe('the pieces of the chunks', () => {
  it('hold all chunks in their order, none larger than was asked for', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 12 }), (text, size) => {
        const chunks = cutChunks(text);
        const pieces = [...piecesOf(chunks, size)];
        expect(pieces.flatMap(chunkTexts)).toEqual(chunkTexts(chunks));
        expect(pieces.flatMap(coreTexts)).toEqual(coreTexts(chunks));
        expect(pieces.flatMap(({ source }) => [...source])).toEqual([...chunks.source]);
        expect(pieces.flatMap(({ breakBefore }) => [...breakBefore])).toEqual([...chunks.breakBefore]);
        for (const { count } of pieces) expect(count).toBeLessThanOrEqual(size);
      }),
    );
  });

  it('are cut where a line ends, if one does near the end', () => {
    const text = 'a b c d e f g\nh i j';
    expect([...piecesOf(cutChunks(text), 8)].map(({ flat }) => flat)).toEqual(['a b c d e f g', 'h i j']);
    expect([...piecesOf(cutChunks(text.replace('\n', ' ')), 8)].map(({ flat }) => flat)).toEqual([
      'a b c d e f g h',
      'i j',
    ]);
  });

  it('are one for a short text', () => {
    const chunks = cutChunks('one two');
    expect([...piecesOf(chunks, 2)]).toEqual([chunks]);
  });
});
