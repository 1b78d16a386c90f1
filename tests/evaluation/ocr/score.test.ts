import { describe, expect, it } from 'vitest';
import { groupDifferences } from '../../../src/evaluation/ocr/differences.js';
import { holdsOcrPages, readOcrPages } from '../../../src/evaluation/ocr/page.js';
import { scorePage } from '../../../src/evaluation/ocr/score.js';
import { recordOcrTotals, totalPages } from '../../../src/evaluation/ocr/totals.js';

const score = (ocr: string, truth: string, repaired = ocr) => scorePage({ id: 'p', ocr, truth }, repaired);

describe('the score of a page', () => {
  it('counts characters and words to insert, drop and replace, before and after', () => {
    // tbe → the, quiek → quick, f ox → fox (a space too many, two words for one).
    const page = score('tbe quiek brown f ox', 'the quick brown fox', 'the quick brawn f ox');
    expect(page.characters).toBe(19);
    expect(page.words).toBe(4);
    expect(page.characterErrors).toEqual({ before: 3, after: 2 });
    expect(page.wordErrors).toEqual({ before: 4, after: 3 });
    // Only "brown" was right, and was broken; of the three wrong words two were fixed.
    expect(page).toMatchObject({ right: 1, broken: 1, wrong: 3, fixed: 2 });
  });

  it('does not see how lines are broken, nor which of two Unicode forms is written', () => {
    expect(score(' The cafe\u0301\r\nis\n\nopen ', 'The caf\u00e9 is open').characterErrors.before).toBe(0);
  });

  it('closes a hyphen at the end of a line up, and drops ¬ there', () => {
    expect(score('well-\nknown re¬\nport', 'well-known report').characterErrors.before).toBe(0);
    // Inside a line both are characters as others are.
    expect(score('well- known', 'well-known').characterErrors.before).toBe(1);
    expect(score('re¬port', 'report').characterErrors.before).toBe(1);
  });

  it('counts code points, not UTF-16 units', () => {
    const page = score('a \u{1f600}', 'a \u{1f601}\u{1f602}');
    expect(page.characters).toBe(4);
    expect(page.characterErrors.before).toBe(2);
  });

  it('is finite where either text is empty', () => {
    expect(score('', '')).toMatchObject({ words: 0, characters: 0, characterErrors: { before: 0 } });
    expect(score('a b', '')).toMatchObject({ characterErrors: { before: 3 }, wordErrors: { before: 2 } });
    expect(score('', 'a b')).toMatchObject({ characterErrors: { before: 3 }, wrong: 2 });
  });

  it('is the same for a long text, cut at words that stand in it once, as for its sentences', () => {
    const sentences = Array.from({ length: 3000 }, (_, i) => ({
      truth: `Sentence ${i} ends with the word w${i}.`,
      ocr: i % 2 ? `Sentence ${i} ends wiih thc word w${i}.` : `Senten ce ${i} ends with tho werd w${i}.`,
    }));
    const whole = score(
      sentences.map(({ ocr }) => ocr).join('\n'),
      sentences.map(({ truth }) => truth).join(' '),
    );
    const parts = totalPages(sentences.map(({ ocr, truth }) => score(ocr, truth)));
    expect(whole.characterErrors.before).toBe(1500 * 2 + 1500 * 3);
    expect(whole.wordErrors.before).toBe(1500 * 2 + 1500 * 4);
    expect(whole.right).toBe(parts.right);
  });

  it('takes no time that grows faster than the text, whatever is in it', () => {
    const hostile = [
      ['a '.repeat(100_000), 'a a b '.repeat(33_000)],
      ['x'.repeat(100_000), 'xy'.repeat(50_000)],
      ['\u{1f600}'.repeat(20_000), '\ud83d \u0000 '.repeat(10_000)],
    ] as const;
    // The whole tables would have 10^10 cells each: that would end in the runner's time limit.
    for (const [ocr, truth] of hostile) expect(score(ocr, truth).wordErrors.before).toBeGreaterThan(0);
  });
});

describe('the figures of several pages', () => {
  const totals = totalPages([
    score('tbe', 'the', 'the'),
    score('a longer page that is right', 'a longer page that is right', 'a longer page that was right'),
    score('', ''),
  ]);

  it('are divided after they are added up', () => {
    expect(totals.characters).toBe(3 + 27);
    expect(totals.characterErrors.before).toBe(1 / 30);
    // is → was: two characters, one word.
    expect(totals.characterErrors.after).toBe(2 / 30);
    expect(totals.characterErrors.cut).toBe(-1);
    expect(totals.wordErrors).toEqual({ before: 1 / 7, after: 1 / 7, cut: 0 });
    expect(totals).toMatchObject({
      pages: 3,
      fixed: 1,
      wrong: 1,
      broken: 1 / 6,
      right: 6,
      better: 1,
      worse: 1,
    });
  });

  it('are recorded under the names, and rounded, as the reference scorer prints them', () => {
    expect(recordOcrTotals(totals)).toEqual({
      ...{ items: 3, chars: 30, words: 7, cer_before: 0.03333, cer_after: 0.06667, cer_cut: -1 },
      ...{ wer_before: 0.14286, wer_after: 0.14286, wer_cut: 0, fixed_pct: 100, broken_pct: 16.667 },
      ...{ better: 1, worse: 1 },
    });
  });

  it('call errors made where none was a cut of −1, and none a cut of 0', () => {
    expect(totalPages([score('a', 'a', 'b')]).characterErrors.cut).toBe(-1);
    expect(totalPages([score('a', 'a')]).characterErrors.cut).toBe(0);
    expect(totalPages([])).toMatchObject({ characterErrors: { before: 0, after: 0, cut: 0 }, broken: 0 });
  });
});

describe('the differences of repaired pages', () => {
  it('are cut where a space stands beside a space, and counted', () => {
    const pages = [score('Thc re port of tbe day', 'The report of the day'), score('tbe end', 'the end')];
    expect(groupDifferences(pages).map(({ ocr, truth, times }) => [ocr, truth, times])).toEqual([
      ['tbe', 'the', 2],
      ['Thc', 'The', 1],
      ['re port', 'report', 1],
    ]);
  });

  it('tell what was left, changed to something wrong, and broken', () => {
    const page = score('tbe bair of Mr. Hoyne', 'the hair of Mr. Hoyne', 'tbe pair of Mr. Home');
    expect(groupDifferences([page])).toEqual([
      { kind: 'left', ocr: 'tbe', repaired: 'tbe', truth: 'the', times: 1, page: 'p' },
      { kind: 'wrong', ocr: 'bair', repaired: 'pair', truth: 'hair', times: 1, page: 'p' },
      { kind: 'broken', ocr: 'Hoyne', repaired: 'Home', truth: 'Hoyne', times: 1, page: 'p' },
    ]);
  });

  it('are none where the page reads as it was printed', () => {
    expect(groupDifferences([score('tbe end', 'the end', 'the\nend')])).toEqual([]);
  });
});

describe('pages that OCR read', () => {
  it('are read from JSON Lines, and known by their first line', () => {
    const jsonl = '\ufeff\n{"id":7,"ocr":"a","gt":"b","x":1}\n{"ocr":"","gt":""}\n';
    expect(holdsOcrPages(jsonl)).toBe(true);
    expect(readOcrPages(jsonl)).toEqual([
      { id: '7', ocr: 'a', truth: 'b' },
      { id: '3', ocr: '', truth: '' },
    ]);
  });

  it.each(['', '{', '[]', 'null', '{"id":1,"spun":"a","edits":[]}', '{"ocr":"a"}'])(
    'are not: %s',
    (jsonl) => {
      expect(holdsOcrPages(jsonl)).toBe(false);
    },
  );

  it('are refused with their line where one of them has no truth', () => {
    expect(() => readOcrPages('{"ocr":"a","gt":"b"}\n{"ocr":"a"}')).toThrow('line 2: no "ocr" and "gt"');
    expect(() => readOcrPages('{"ocr":"a","gt":"b"}\nx')).toThrow('line 2: not JSON');
  });
});
