import { describe, expect, it } from 'vitest';
import { groupLacks, measureCoverage } from '../../src/evaluation/coverage.js';
import { listFindings } from '../../src/evaluation/findings.js';
import { parseMarked } from '../../src/evaluation/marked.js';
import { scoreArticle } from '../../src/evaluation/score.js';

/** A dictionary that offers "ally" everywhere and "Prime" only at the beginning of a text. */
const offersOf = () => (start: number, _end: number, reading: string) =>
  reading === 'ally' || (reading === 'Prime' && start === 0);

const scores = [
  '{High=>Prime} Minister, my {best friend=>partner|ally}{=>. }He {battles=>wars} and {Battles=>wars}.',
  'A {high=>Prime} minister, {battles=>wars}, {~stated=>ally}, {foes=>enemies}.',
].map((marked, i) => {
  const article = parseMarked(String(i), marked);
  return scoreArticle(article, { text: article.text, edits: [] });
});

describe('coverage', () => {
  it('counts pairs once, offered at one place at least, and gold edits at their places', () => {
    // By hand: pairs high/prime, best friend/…, battles/wars, foes/enemies; edits 2 + 1 + 3 + 1, optional and inserting ones aside.
    expect(measureCoverage(scores, offersOf)).toEqual({
      pairs: 4,
      pairsCovered: 2 / 4,
      edits: 7,
      editsCovered: 2 / 7,
    });
    expect(measureCoverage([], offersOf)).toEqual({ pairs: 0, pairsCovered: 0, edits: 0, editsCovered: 0 });
  });

  it('groups what was missed and not offered by pair, the most frequent first', () => {
    const findings = listFindings(scores, { offersOf });
    expect(groupLacks(findings)).toEqual([
      { original: 'battles', expected: ['wars'], times: 3 },
      { original: 'high', expected: ['Prime'], times: 1 },
      { original: 'foes', expected: ['enemies'], times: 1 },
    ]);
  });

  it('tells of what was missed whether it was offered, but not of an insertion', () => {
    const [first] = scores;
    if (first === undefined) throw new Error('no score');
    expect(listFindings([first], { offersOf }).map(({ original, offered }) => [original, offered])).toEqual([
      ['High', true],
      ['best friend', true],
      ['', undefined],
      ['battles', false],
      ['Battles', false],
    ]);
    expect(listFindings([first]).some((finding) => 'offered' in finding)).toBe(false);
  });
});
