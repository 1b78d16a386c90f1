import { readFileSync } from 'node:fs';
import french from 'dictionary-fr';
import { describe, expect, it } from 'vitest';
import { readOcrPages } from '../../../../src/evaluation/ocr/page.js';
import { scorePage } from '../../../../src/evaluation/ocr/score.js';
import { totalPages } from '../../../../src/evaluation/ocr/totals.js';
import { loadEmender } from '../../../../src/index.js';
import { compileHunspell } from '../../../../src/lexicon/hunspell/compile.js';
import { checkEdits } from '../../../../src/text/edits.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** News written for this test; and what Tesseract read of it on four spoilt pages, with its French and its English model. */
const TEXT = read('french.txt');
const PAGES = readOcrPages(read('french.jsonl'));

const emender = await loadEmender({ data: { ocr: { lexicon: compileHunspell(french, 'fr') } } });
const english = await loadEmender();

/** A text whole, in paragraphs, and in sentences. */
function piecesOf(text: string): string[] {
  return [text, ...text.split('\n\n'), ...text.split(/(?<=[.!?»”“]) |\n\n/)];
}

/** Every so many of the words spoiled by confusions that no table was learnt of. */
function spoil(text: string, step: number): string {
  const confusions: [string, string][] = [
    ['é', 'e'],
    ['rn', 'm'],
    ['e', 'c'],
    ['u', 'n'],
    ['l', 'i'],
    ['ê', 'é'],
  ];
  let n = 0;
  return text.replace(/\p{Ll}{5,}/gu, (word) => {
    const [truth, seen] = confusions[n % confusions.length] as [string, string];
    return n++ % step === 0 ? word.replace(truth, seen) : word;
  });
}

describe('French, with a lexicon of dictionary-fr', () => {
  it.each(PAGES.map((page) => [page.id, page] as const))('is never worse than left alone: %s', (_, page) => {
    const { text, edits, diagnosis } = emender.repair(page.ocr);
    checkEdits(page.ocr, edits);
    expect(diagnosis.language).toBe('fr');
    const { characterErrors, wordErrors, broken } = totalPages([scorePage(page, text)]);
    expect(characterErrors.after).toBeLessThan(characterErrors.before);
    expect(wordErrors.after).toBeLessThan(wordErrors.before);
    expect(broken).toBe(0);
  });

  it.each([3, 5, 7])('is put right where every %dth word is misread', (step) => {
    const ocr = spoil(TEXT, step);
    const { text } = emender.repair(ocr, { only: ['ocr'] });
    const { characterErrors, broken } = totalPages([scorePage({ id: 'x', ocr, truth: TEXT }, text)]);
    expect(characterErrors.cut).toBeGreaterThan(0.4);
    expect(broken).toBeLessThan(0.002);
  });

  it('is left alone where it is sound', () => {
    for (const text of piecesOf(TEXT)) expect(emender.repair(text).edits).toEqual([]);
  });

  it('stays once it is repaired', () => {
    for (const { ocr } of PAGES) {
      const { text } = emender.repair(ocr);
      expect(emender.repair(text).text).toBe(text);
    }
  });

  it('has no spun words, and English is left alone', () => {
    const spun = 'The High Minister and his best friend made a birthday party of it, said the Joined Realm.';
    expect(emender.repair(spun)).toMatchObject({ edits: [], diagnosis: { spun: 0 } });
  });

  it('learns what a text is misread as again and again', () => {
    const ocr = TEXT.replaceAll('é', 'e').replaceAll('è', 'e');
    const { edits } = emender.repair(ocr, { only: ['ocr'] });
    const made = edits.map(({ original, replacement }) => `${original} ${replacement}`);
    expect(made).toContain('renovation rénovation');
    expect(made.length).toBeGreaterThan(40);
    expect(
      edits.filter(({ start, replacement }) => !TEXT.startsWith(replacement, start)).length,
    ).toBeLessThan(made.length / 10);
  });

  it('takes hostile texts', () => {
    for (const text of ['', '\0\ud800', 'é'.repeat(50_000), "l'".repeat(50_000), 'xq1z '.repeat(20_000)]) {
      const { edits } = emender.repair(text, { only: ['ocr'] });
      checkEdits(text, edits);
    }
  });
});

describe('the English repair of OCR', () => {
  it.each(['french.txt', 'german.txt'])('leaves %s alone', (name) => {
    for (const text of piecesOf(read(name)))
      expect(english.repair(text, { only: ['ocr'] }).edits).toEqual([]);
  });
});
