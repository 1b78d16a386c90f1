import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOcrPages } from '../../../../src/evaluation/ocr/page.js';
import { scorePage } from '../../../../src/evaluation/ocr/score.js';
import { totalPages } from '../../../../src/evaluation/ocr/totals.js';
import { loadEmender } from '../../../../src/index.js';
import { findLongS } from '../../../../src/repairs/ocr/long-s/long-s.js';
import { checkEdits } from '../../../../src/text/edits.js';
import { shippedRepairer } from '../shipped.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** An essay written for this test as one of 1750 might be; and what Tesseract read of it, set with the long s. */
const TEXT = read('observer.txt').trim();
const PAGES = readOcrPages(read('observer.jsonl'));

const emender = await loadEmender();
const { lexicon, judge } = shippedRepairer();
const find = (text: string) => findLongS(text, lexicon, judge.model);
const repair = (text: string) => {
  const { text: repaired, edits } = emender.repair(text, { only: ['ocr'] });
  checkEdits(text, edits);
  return repaired;
};

/** A text set with the long s, of which every so many are read as f; the others as they are, or as s. */
function set(text: string, every: number, otherwise = 's'): string {
  let n = 0;
  return text.replace(/s(?=[a-z])(?!f)/g, () => (n++ % every === 0 ? 'f' : otherwise));
}

function cutOf(ocr: string): number {
  const page = { id: 'x', ocr, truth: TEXT };
  return totalPages([scorePage(page, repair(ocr))]).characterErrors.cut;
}

describe('f for a long s', () => {
  it.each([
    ['throughout', 1],
    ['half of the time', 2],
    ['now and then', 5],
  ])('is put right where it was read %s', (_, every) => {
    expect(cutOf(set(TEXT, every))).toBeGreaterThan(0.97);
  });

  it.each([1, 3])('is put right among long s that were read (1 in %d)', (every) => {
    expect(cutOf(set(TEXT, every, 'ſ'))).toBeGreaterThan(0.97);
  });

  it.each(PAGES.map((page) => [page.id, page] as const))(
    'is put right in what Tesseract read: %s',
    (_, page) => {
      const { characterErrors, broken } = totalPages([scorePage(page, repair(page.ocr))]);
      expect(characterErrors.cut).toBeGreaterThan(0.5);
      expect(broken).toBeLessThan(0.01);
    },
  );

  it('is told by the words about it where both are words', () => {
    const text = `${set(TEXT, 1)} He fought the fight of his life for fame; it was the fame old ftory, a fad fight to fee.`;
    const repaired = repair(text);
    expect(repaired).toContain('the same old story, a sad sight to see');
    expect(repaired).toContain('fought the fight of his life');
  });

  it('is a misreading, and once put right stays', () => {
    const ocr = set(TEXT, 1);
    const { text, diagnosis, edits } = emender.repair(ocr, { only: ['ocr'] });
    expect(diagnosis.misread).toBeGreaterThan(0.9);
    expect(edits.filter(({ rule }) => rule === 'ocr/long-s').length).toBeGreaterThan(100);
    expect(diagnosis.series?.[0]).toMatchObject({ truth: 's', seen: 'f' });
    expect(repair(text)).toBe(text);
  });
});

describe('the long s itself', () => {
  const printed = TEXT.replace(/s(?=[a-z])(?!f)/g, 'ſ');

  it('stays where nothing is misread, as who prints it wants it', () => {
    expect(printed.match(/ſ/g)?.length).toBeGreaterThan(100);
    expect(repair(printed)).toBe(printed);
  });

  it('becomes s where it is asked for', () => {
    expect(emender.repair(printed, { plain: ['long-s'] }).text).not.toContain('ſ');
  });
});

describe('a text without the long s', () => {
  const folder = new URL('../../../cases/sound/', import.meta.url);
  const sound = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));

  it('is not taken for one that has it, however many f it has', () => {
    for (const text of [TEXT, ...sound, sound.join('\n'), read('../lexical/german.txt')])
      expect(find(text)).toBeUndefined();
  });

  it('is not, though it is misread in other ways', () => {
    const folder = new URL('../../../cases/ocr/', import.meta.url);
    const lines = ['newspapers', 'tesseract'].flatMap((name) =>
      readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
        .trimEnd()
        .split('\n'),
    );
    const texts: string[] = lines.map((line) => JSON.parse(line).text);
    expect(find(texts.join('\n\n'))).toBeUndefined();
  });

  it.each(['', 'f', 'ſ', 'f'.repeat(100_000), 'ffs '.repeat(50_000), '\ud800fſ\0', 'fo '.repeat(1000)])(
    'is taken whatever it holds',
    (text) => {
      expect(() => find(text)).not.toThrow();
    },
  );
});
