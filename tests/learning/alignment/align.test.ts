import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignDocuments } from '../../../src/learning/alignment/align.js';
import type { ParallelDocument } from '../../../src/learning/parallel.js';
import { foldText, isBlank } from '../../../src/text/characters.js';
import { entriesOf } from '../../dictionary/compiled.js';
import { documentOf } from '../documents.js';

/** Aligns texts whose substitutions are written in them, and gives those that are found, as `spun → standard`. */
function found(texts: readonly string[], entries: readonly string[] = []): string[] {
  const pairs = texts.map((text) => {
    const document = documentOf(text);
    return { id: text, spun: document.spun, original: originalOf(document) };
  });
  return alignDocuments(pairs, { entries: entriesOf(entries) }).flatMap((document) =>
    (document?.edits ?? [])
      .filter(({ unpaired }) => !unpaired)
      .map(({ start, end, clean }) => `${document?.spun.slice(start, end)} → ${clean}`),
  );
}

/** @param beside stands at either side of what an edit puts in */
function originalOf({ spun, edits }: ParallelDocument, beside = ''): string {
  let original = '';
  let at = 0;
  for (const { start, end, clean } of edits) {
    original += spun.slice(at, start) + beside + clean + beside;
    at = end;
  }
  return original + spun.slice(at);
}

/** A text as alignment sees it: without letter case, blanks, and forms of the article. */
function bare(text: string): string {
  return [...foldText(text).replace(/\ban\b/g, 'a')]
    .filter((character) => !isBlank(character.charCodeAt(0)))
    .join('');
}

describe('alignDocuments', () => {
  it.each([
    ['one word for one', 'The {pal<ally} came to town.', ['pal → ally']],
    ['several for one', 'A key {best friend<ally} of the country.', ['best friend → ally']],
    ['one for several', 'They met {yesterday<the day before} in town.', ['yesterday → the day before']],
    [
      'phrases that share a word',
      'He was denied it {by way of<by} some men. It came {by way of<by} train on Monday.',
      ['by way of → by', 'by way of → by'],
    ],
    ['before a possessive', 'The {pal<ally}’s house in the town.', ['pal → ally']],
    ['contractions', 'We think {it is<it’s} good for all of us.', ['it is → it’s']],
    ['signs that stand for words', 'It grew ten {%<percent} in a year.', ['% → percent']],
    [
      'words that changed places',
      'All {women and men<men and women} of the army.',
      ['women and men → men and women'],
    ],
    ['forms of one word', 'It is {unpleasantly<unpleasant} warm in here.', ['unpleasantly → unpleasant']],
    ['nothing in sound text', 'The ally came to town.', []],
    [
      'nothing for an article that follows its word',
      'It is {a rise<an increase} of the same kind.',
      ['rise → increase'],
    ],
  ])('finds %s', (_, text, expected) => {
    expect(found([text])).toEqual(expected);
  });

  it('cuts a run of changed words by what other places tell of them', () => {
    const texts = [
      'An {excessive<high} price was paid for all of it.',
      'The {court docket<court} was closed for the whole of May.',
      'It {dominated<ruled} that the law was not to be applied.',
      'The {excessive<High} {court docket<Court} {dominated<ruled} on Monday that the tax is void.',
    ];
    expect(found(texts).slice(-3)).toEqual(['excessive → High', 'court docket → Court', 'dominated → ruled']);
  });

  it('cuts such a run by what the dictionary offers', () => {
    const text =
      'The {excessive<High} {court docket<Court} {dominated<ruled} on Monday that the tax is void.';
    const entries = ['court docket | court | noun', 'excessive | high | fixed'];
    expect(found([text], entries)).toEqual(['excessive → High', 'court docket → Court', 'dominated → ruled']);
  });

  it('leaves out what stays ambiguous, but keeps it as unpaired', () => {
    const spun = 'The crimson vessel with sails moved out of port.';
    const original = 'The red ship sailed slow out of port.';
    const [document] = alignDocuments([{ id: 'a', spun, original }]);
    const unsure = document?.edits.filter(({ unpaired }) => unpaired) ?? [];
    expect(unsure.length).toBeGreaterThan(0);
    expect(bare(originalOf(document as ParallelDocument))).toBe(bare(original));
  });

  it('learns nothing from words that only one text has', () => {
    const spun = 'Read more here. The pal came to the town. Subscribe now to our news.';
    const [document] = alignDocuments([{ id: 'a', spun, original: 'The ally came to the town.' }]);
    expect(document?.edits.filter(({ unpaired }) => !unpaired)).toEqual([
      { start: 20, end: 23, clean: 'ally' },
    ]);
  });

  it('gives nothing for two texts that have too little in common, and goes on', () => {
    const spun = 'The minister of Qatar came to town on Monday.';
    const original = 'A fox ran over some fields, and nobody saw it.';
    expect(
      alignDocuments([
        { id: 'a', spun, original },
        { id: 'b', spun, original: spun },
      ]),
    ).toEqual([undefined, { id: 'b', spun, edits: [] }]);
  });

  it('gives nothing for texts too long to be held, however much they have in common', () => {
    const spun = 'The pal came. '.repeat(200_000);
    expect(alignDocuments([{ id: 'a', spun, original: spun }])).toEqual([undefined]);
  });

  it('is linear in what two long texts without a sentence have in common or not', () => {
    const words = (count: number, prefix: string) =>
      Array.from({ length: count }, (_, i) => `${prefix}${(i * 7919) % 30_011}`);
    const long = words(9_000, 'w');
    const changed = long.map((word, i) => (i % 3 === 0 ? `x${word}` : word));
    const [same, other] = alignDocuments([
      { id: 'a', spun: long.join(' '), original: changed.join(' ') },
      { id: 'b', spun: long.join(' '), original: words(9_000, 'y').join(' ') },
    ]);
    expect(same?.edits.length).toBeGreaterThan(2500);
    expect(other).toBeUndefined();
  });

  it('gives edits that rebuild the original but for case, blanks and articles, sorted and disjoint', () => {
    const word = fc.constantFrom(
      'a',
      'an',
      'The',
      'pal',
      'ally',
      'best friend',
      'of',
      'it’s',
      'men’s',
      '.',
      ',',
      'x@y.z',
      '\0',
      '\ud800',
      '5%',
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, fc.nat(10), (spun, other, common) => {
        const original = `${spun.slice(0, common * 5)} ${other}`;
        const [document] = alignDocuments([{ id: '', spun, original }]);
        if (document === undefined) return;
        let at = 0;
        for (const { start, end } of document.edits) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThanOrEqual(start);
          at = end;
        }
        // Blanks part what stands for units without any between them, as "an" and "a" for "5%".
        expect(bare(originalOf(document, ' '))).toBe(bare(original));
      }),
      { examples: [['men’s 5%', 'men’s an a', 0]] },
    );
  });
});
