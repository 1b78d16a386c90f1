import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadEmender } from '../../../src/index.js';
import { applyEdits, checkEdits, revertEdits } from '../../../src/text/edits.js';

const emender = await loadEmender();

const WORDS =
  'the of and government prisoner morning which house said town were London Smith Mr. 1815 well-known children "yes," of; don’t'.split(
    ' ',
  );
const misread = (word: string) =>
  word.replace('m', 'rn').replace('h', 'b').replace('e', 'c').replace('w', 'vv');
const read = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS).map(misread) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '~',
      '‘',
      '■',
      'govern-',
      '|',
      ',,',
      'ofthe',
      're',
      'TIIE',
      '1',
      'x=y',
      '\ud800',
      '\0',
    ),
  },
);
const joint = fc.oneof(
  { weight: 8, arbitrary: fc.constant(' ') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '-', '-\n', '\n', '\n\n', '. ', ', ', '\n‘', '\u00a0', '\t', '\r\n'),
  },
);
/** Texts as OCR writes them at its worst. */
const misreadText = fc
  .array(fc.tuple(read, joint), { minLength: 5, maxLength: 60, size: 'medium' })
  .map((parts) => parts.flat().join(''));

function expectSound(text: string): string {
  const { text: repaired, edits } = emender.repair(text);
  checkEdits(text, edits);
  expect(applyEdits(text, edits)).toBe(repaired);
  expect(revertEdits(repaired, edits)).toBe(text);
  return repaired;
}

/** The misread cases of tests/cases/ocr/. */
const cases: { about: string; text: string; repaired: string }[] = ['newspapers', 'tesseract'].flatMap(
  (origin) =>
    readFileSync(new URL(`../../cases/ocr/${origin}.jsonl`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
);

describe('the repair of misread texts', () => {
  it('tells edits that rebuild the output, and that can be undone', () => {
    fc.assert(fc.property(misreadText, (text) => void expectSound(text)));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(misreadText, (text) => {
        const once = emender.repair(text).text;
        expect(emender.repair(once).text).toBe(once);
      }),
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(misreadText, (text) => {
        expect(emender.repair(text)).toEqual(emender.repair(text));
      }),
      { numRuns: 15 },
    );
  });

  it.each(cases)('changes nothing the second time: $about', ({ text }) => {
    const once = expectSound(text);
    expect(emender.repair(once).text).toBe(once);
  });

  it('gives what the edits of its own say, and none where none are wanted', () => {
    fc.assert(
      fc.property(misreadText, (text) => {
        expect(emender.repair(text, { skip: ['ocr'] }).edits.every(({ repair }) => repair !== 'ocr')).toBe(
          true,
        );
        expect(emender.repair(text, { only: ['ocr'] }).edits.every(({ repair }) => repair === 'ocr')).toBe(
          true,
        );
      }),
      { numRuns: 15 },
    );
  });
});

describe('any text at all', () => {
  it('neither throws nor comes back otherwise than the edits say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void expectSound(text)),
      { numRuns: 60 },
    );
  });

  // Sizes that would take minutes if the time grew with the square of the length.
  it.each([
    ['of NULs', () => '\0'.repeat(200_000)],
    ['of lone surrogates', () => 'tbe \ud800\udc00\ud800 '.repeat(2_000)],
    ['of single letters', () => 'j '.repeat(5_000)],
    ['of dirt', () => '~ '.repeat(5_000)],
    ['of broken words', () => 'govern-\n'.repeat(5_000)],
    ['of opening quotes', () => '‘a '.repeat(30_000)],
    ['of one misread word', () => 'tbe '.repeat(5_000)],
    ['of a megabyte in one line', () => 'The minister spoke to the crowd about bread. '.repeat(23_000)],
    ['of a long misread line', () => 'The minister spoke to tbe crowd about bread. '.repeat(6_000)],
  ])('takes linear time %s', (_, make) => {
    expectSound(make());
  });

  it.each([
    ['of one letter', 'a'.repeat(200_000)],
    ['without blanks', 'tbequickbrownfox'.repeat(12_000)],
    ['of dots between letters', `tbe rninister a${'.'.repeat(200_000)}b`],
    ['of apostrophes and letters', "a'".repeat(100_000)],
  ])('takes linear time %s', (_, text) => {
    expectSound(text);
  });
});
