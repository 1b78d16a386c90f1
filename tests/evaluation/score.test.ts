import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFindings } from '../../src/evaluation/findings.js';
import type { GoldArticle } from '../../src/evaluation/gold.js';
import { parseMarked } from '../../src/evaluation/marked.js';
import { recordTotals, roundHalfEven } from '../../src/evaluation/record.js';
import { type ScoredEdit, scoreArticle } from '../../src/evaluation/score.js';
import { groupEdits, totalScores } from '../../src/evaluation/totals.js';
import { growWindow, indexSpans, type Span, touches } from '../../src/evaluation/windows.js';

/** What a tool makes of a text by replacing first occurrences; `[place, '', x]` inserts x before the place. */
function repaired(text: string, changes: readonly (Partial<ScoredEdit> & { from: string; to: string })[]) {
  const edits = changes.map(({ from, to, ...rest }) => {
    const start = text.indexOf(from);
    return { start, end: start + from.length, replacement: to, ...rest };
  });
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return { text: result + text.slice(at), edits };
}

/** 22 words; 4 gold edits that must be restored, 2 that may be. */
const minister: GoldArticle = {
  ...parseMarked(
    'minister',
    'The {High=>Prime} Minister of Qatar met a key {best friend=>ally} on Monday{=>. }He {~stated=>said|told us} ' +
      'the {contemporary=>new|fresh} deal was {~big=>large} and very good news.',
  ),
  clean:
    'The Prime Minister of Qatar met a key ally on Monday. He said the new deal was large and very good news.',
};

/** 10 words of sound text. */
const sound: GoldArticle = { id: 'sound', text: 'My best friend came to see me on a Monday.', edits: [] };

const ministerScore = scoreArticle(
  minister,
  repaired(minister.text, [
    {
      from: 'High Minister',
      to: 'prime minister',
      repair: 'spin',
      rule: 'spin/high minister',
      confidence: 0.97,
    },
    { from: 'best friend', to: 'partner', repair: 'spin', rule: 'spin/best friend', confidence: 0.6 },
    { from: 'stated', to: 'said', repair: 'spin', rule: 'spin/state', confidence: 1 },
    { from: 'very', to: 'truly', repair: 'spin', rule: 'spin/very', confidence: 0.61 },
  ]),
);
const soundScore = scoreArticle(
  sound,
  repaired(sound.text, [
    { from: 'best friend', to: 'ally', repair: 'spin', rule: 'spin/best friend', confidence: 0.65 },
  ]),
);

describe('scoring', () => {
  it('gives the figures that the reference scorer gives', () => {
    // By hand: 1 of 4 that must be restored is, 1 of 2 optional; 2 of 5 edits are right; 2 edits of sound text in 32 words.
    // Against 24 tokens of clean text, before: high, best friend for ally (2), mondayhe for "monday . he" (3), stated,
    // contemporary, big: 9. After: partner, mondayhe (3), contemporary, big, truly: 7.
    expect(recordTotals(totalScores([ministerScore, soundScore]))).toEqual({
      articles: 2,
      words: 32,
      gold: 4,
      restored: 0.25,
      optional_restored: 0.5,
      tool_edits: 5,
      precision: 0.4,
      harm_per_1000_words: 62.5,
      wer_before: 0.375,
      wer_after: 0.2917,
      wer_cut: 0.2222,
    });
  });

  it('leaves the word error rate out where no article has its clean text, and divides nothing by nothing', () => {
    expect(recordTotals(totalScores([]))).toEqual({
      articles: 0,
      words: 0,
      gold: 0,
      restored: 0,
      optional_restored: 0,
      tool_edits: 0,
      precision: 0,
      harm_per_1000_words: 0,
    });
  });

  it('groups edits by repair, by rule and by tenths of confidence', () => {
    const scores = [ministerScore, soundScore];
    expect(groupEdits(scores, 'repair')).toEqual([
      { name: 'spin', edits: 5, right: 2, harmful: 2, precision: 0.4, restored: 1 },
    ]);
    expect(groupEdits(scores, 'rule').map(({ name, edits, right }) => [name, edits, right])).toEqual([
      ['spin/best friend', 2, 0],
      ['spin/high minister', 1, 1],
      ['spin/state', 1, 1],
      ['spin/very', 1, 0],
    ]);
    expect(groupEdits(scores, 'confidence').map(({ name, precision }) => [name, precision])).toEqual([
      ['0.9–1.0', 1],
      ['0.6–0.7', 0],
    ]);
  });

  it('lists what was missed and what was edited wrongly, with the text around it', () => {
    const findings = listFindings([ministerScore, soundScore], { context: 6 });
    expect(findings.map(({ kind, original, expected }) => [kind, original, ...expected])).toEqual([
      ['missed', 'best friend', 'ally'],
      ['missed', '', '. '],
      ['missed', 'contemporary', 'new', 'fresh'],
      ['wrong', 'best friend', 'ally'],
      ['harm', 'very'],
      ['harm', 'best friend'],
    ]);
    expect(findings[0]).toMatchObject({ article: 'minister', before: 'a key ', after: ' on Mo' });
    expect(findings[0]?.edits.map((edit) => edit.replacement)).toEqual(['partner']);
    expect(findings[1]?.edits).toEqual([]);
  });

  it('compares how a stretch reads, not how the tool cut it', () => {
    const article = parseMarked('a', 'an {finish to the=>end to the} {battle=>war} in Gaza');
    const whole = scoreArticle(
      article,
      repaired(article.text, [{ from: 'finish to the battle', to: 'END to the war' }]),
    );
    expect(whole.gold.map((judged) => judged.restored)).toEqual([true, true]);
    expect(whole.edits).toMatchObject([{ right: true, harmful: false, restores: 2 }]);
    const half = scoreArticle(
      article,
      repaired(article.text, [{ from: 'finish to the battle', to: 'end to the battle' }]),
    );
    expect(half.gold.map((judged) => judged.restored)).toEqual([false, false]);
  });

  it('does not call a place restored that the tool left alone', () => {
    const article = parseMarked('a', 'He {~said=>told} it.');
    expect(scoreArticle(article, { text: article.text, edits: [] }).gold[0]?.restored).toBe(false);
  });

  it('refuses edits that do not rebuild the text', () => {
    expect(() => scoreArticle(sound, { text: 'Other.', edits: [] })).toThrow(
      'the edits of sound do not rebuild its text',
    );
  });

  it('of a text that was replaced as a whole stays fast', () => {
    const marks = Array.from({ length: 500 }, (_, i) => `{a${i}=>b${i}|c${i}} word `).join('');
    const article = parseMarked('long', marks);
    const edit = { start: 0, end: article.text.length, replacement: 'gone' };
    const score = scoreArticle(article, { text: 'gone', edits: [edit] });
    expect(score.gold.some((judged) => judged.restored)).toBe(false);
  });
});

describe('the window around an edit', () => {
  /** The reference: look at every span until nothing grows. */
  function plainWindow(span: Span, spans: readonly Span[]): Span {
    let { start, end } = span;
    for (;;) {
      const near = spans.filter((other) => touches(other, start, end));
      const grown = {
        start: Math.min(start, ...near.map((other) => other.start)),
        end: Math.max(end, ...near.map((other) => other.end)),
      };
      if (grown.start === start && grown.end === end) return grown;
      ({ start, end } = grown);
    }
  }

  const spans = fc.array(
    fc.tuple(fc.nat(40), fc.nat(5)).map(([start, length]) => ({ start, end: start + length })),
    { minLength: 1, maxLength: 12 },
  );

  it('grows until no span reaches out of it', () => {
    fc.assert(
      fc.property(spans, spans, (gold, tool) => {
        const indexes = [indexSpans(gold), indexSpans(tool)];
        for (const span of [...gold, ...tool]) {
          const window = growWindow(span, indexes);
          expect(window).toEqual(plainWindow(span, [...gold, ...tool]));
          const inside = gold.filter((other) => touches(other, window.start, window.end));
          expect(indexes[0]?.inside(window.start, window.end)).toEqual(inside);
          const touched = tool.some((other) => touches(other, span.start, span.end));
          expect(indexes[1]?.touched(span.start, span.end)).toBe(touched);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('rounding', () => {
  it('sends exact ties to the even digit, as Python does, and all else to the nearest', () => {
    expect(roundHalfEven(0.03125, 4)).toBe(0.0312);
    expect(roundHalfEven(0.09375, 4)).toBe(0.0938);
    expect(roundHalfEven(0.0625, 3)).toBe(0.062);
    expect(roundHalfEven(2 / 3, 4)).toBe(0.6667);
    expect(roundHalfEven(-0.03125, 4)).toBe(-0.0312);
    expect(Object.is(roundHalfEven(-0.00001, 4), 0)).toBe(true);
  });
});
