import { describe, expect, it } from 'vitest';
import { DIAGNOSIS_HEADING, renderDiagnosis, renderSeries } from '../../src/report/diagnosis.js';
import { renderDiff } from '../../src/report/diff.js';
import { renderCalibration, renderGroups, renderMisses, renderTotals } from '../../src/report/evaluation.js';
import { explainEdits } from '../../src/report/explain.js';
import { indexPlaces } from '../../src/report/place.js';
import { quote } from '../../src/report/quote.js';
import { renderSummary, summariseEdits } from '../../src/report/summary.js';
import type { Edit } from '../../src/text/edit.js';

const text = 'In the past.The\nHigh Minister met him him.';
const edits: Edit[] = [
  {
    start: 12,
    end: 12,
    original: '',
    replacement: '\n',
    repair: 'layout',
    rule: 'layout/glued-sentence',
    confidence: 0.987,
  },
  {
    start: 16,
    end: 20,
    original: 'High',
    replacement: 'Prime',
    repair: 'spin',
    rule: 'spin/en/politics:high minister',
    confidence: 0.9,
    alternatives: [{ replacement: 'First', confidence: 0.06 }],
    because: 'no government has a high minister',
  },
  {
    start: 37,
    end: 41,
    original: ' him',
    replacement: '',
    repair: 'spin',
    rule: 'spin/doubled-word',
    confidence: 0.8,
  },
];

describe('the diff', () => {
  it('shows what went and what came where it stood', () => {
    expect(renderDiff(text, edits)).toBe(
      'In the past.{+\n+}The\n[-High-]{+Prime+} Minister met him[- him-].',
    );
  });

  it('of no edits is the text', () => {
    expect(renderDiff(text, [])).toBe(text);
  });

  it('has colours instead of brackets on a terminal', () => {
    const coloured = renderDiff(text, edits, { colours: true });
    expect(coloured).toContain(
      '\u001b[31m\u001b[9mHigh\u001b[29m\u001b[39m\u001b[32mPrime\u001b[39m Minister',
    );
    expect(coloured).toContain('\u001b[32m\u001b[7m\n\u001b[27m\u001b[39m');
    expect(coloured).not.toContain('{+');
  });
});

describe('the list of edits', () => {
  it('tells place, change, confidence, rule, reason and other readings of each', () => {
    expect(explainEdits(text, edits)).toBe(
      [
        '1:13  "" → "\\n"  0.99',
        '      layout/glued-sentence',
        '2:1   "High" → "Prime"  0.90',
        '      spin/en/politics:high minister; no government has a high minister; or "First" 0.06',
        '2:22  " him" → ""  0.80',
        '      spin/doubled-word',
        '',
      ].join('\n'),
    );
  });

  it('of no edits is empty', () => {
    expect(explainEdits(text, [])).toBe('');
  });
});

describe('a quoted piece', () => {
  it('stays on one line, shows what is invisible, and is cut in the middle', () => {
    expect(quote('a\n"b"\u001b[0m\u202e\u0085\ufeff')).toBe('"a\\n\\"b\\"\\u001b[0m\\u202e\\u0085\\ufeff"');
    expect(quote('x'.repeat(500)).length).toBe(83);
    expect(quote('abcdefgh', 4)).toBe('"ab…gh"');
  });
});

describe('places', () => {
  it('count lines and columns from 1', () => {
    const placeOf = indexPlaces('ab\n\ncd\r\n');
    expect([0, 2, 3, 4, 5, 8].map((offset) => Object.values(placeOf(offset)).join(':'))).toEqual([
      ...['1:1', '1:3', '2:1', '3:1', '3:2', '4:1'],
    ]);
  });
});

describe('the summary', () => {
  it('counts edits by repair and by rule', () => {
    expect(summariseEdits([...edits, ...edits.slice(1, 2)])).toEqual({
      edits: 4,
      repairs: [
        { name: 'spin', edits: 3 },
        { name: 'layout', edits: 1 },
      ],
      rules: [
        { name: 'spin/en/politics:high minister', edits: 2 },
        { name: 'layout/glued-sentence', edits: 1 },
        { name: 'spin/doubled-word', edits: 1 },
      ],
    });
  });

  it('lists the rules with most edits', () => {
    expect(renderSummary(summariseEdits(edits), { rules: 2 })).toBe(
      '3 edits: spin 2, layout 1\n  1  layout/glued-sentence\n  1  spin/doubled-word\n  … and 1 more rule\n',
    );
    expect(renderSummary(summariseEdits([]))).toBe('no edits\n');
  });
});

describe('a diagnosis', () => {
  it('is a line under its heading, with the strongest signals of each kind', () => {
    const signal = { damage: 'spun' as const, text: 'High\nMinister', count: 2, weight: 4, start: 0 };
    const diagnosis = {
      spun: 0.984,
      misread: 0,
      broken: 0.25,
      language: 'en',
      signals: [
        signal,
        { ...signal, text: 'best friend', count: 1 },
        { ...signal, damage: 'broken' as const, text: 'past.The', count: 1 },
      ],
    };
    expect(DIAGNOSIS_HEADING + renderDiagnosis('a.txt', diagnosis)).toBe(
      ' spun  misread  broken  document\n' +
        ' 0.98     0.00    0.25  a.txt; spun: High Minister ×2, best friend; broken: past.The\n',
    );
    expect(renderDiagnosis('a.txt', { ...diagnosis, signals: [] })).toBe(' 0.98     0.00    0.25  a.txt\n');
  });

  it('lists its series under the name of the document', () => {
    const series = [
      { truth: 'h', seen: 'b', count: 12, examples: ['tbe', 'bave', 'wbich'] },
      { truth: '', seen: ' ', count: 2, examples: ['re port', 'th ing'] },
    ];
    const indent = ' '.repeat(DIAGNOSIS_HEADING.indexOf('document'));
    expect(renderSeries(series)).toBe(
      `${indent}h → b  12×  tbe, bave, wbich\n${indent}ε → ␣   2×  re port, th ing\n`,
    );
    expect(renderSeries([])).toBe('');
  });
});

describe('an evaluation', () => {
  const totals = {
    ...{ articles: 2, words: 32, gold: 4, restored: 0.25, optional: 2, optionalRestored: 0.5 },
    ...{ edits: 5, precision: 0.4, harm: 62.5 },
  };

  it('prints its figures, the word error rate where it was measured', () => {
    expect(renderTotals(totals)).toBe(
      [
        'articles                2  32 words',
        'restored           0.2500  of 4 gold edits',
        'optional restored  0.5000  of 2',
        'precision          0.4000  of 5 edits',
        'harm               62.500  edits of sound text for each 1,000 words',
        '',
      ].join('\n'),
    );
    expect(renderTotals({ ...totals, wordErrors: { before: 0.3, after: 0.15, cut: 0.5 } })).toContain(
      'word errors cut     0.5000  of those before\n',
    );
  });

  it('prints its groups as a table', () => {
    const group = { name: 'spin', edits: 12, right: 9, precision: 0.75, harmful: 1, restored: 8 };
    expect(renderGroups([group], 'repair')).toBe(
      'edits  right  precision  harm  restored  repair\n   12      9     0.7500     1         8  spin\n',
    );
  });

  it('prints a reliability table with the expected calibration error', () => {
    expect(
      renderCalibration({
        edits: 4,
        error: 0.15625,
        bins: [
          { name: '0.8–0.9', edits: 0, confidence: null, right: null },
          { name: '0.9–1.0', edits: 4, confidence: 0.90625, right: 0.75 },
        ],
      }),
    ).toBe(
      [
        'edits    mean   right  confidence',
        '    0       –       –  0.8–0.9',
        '    4  0.9063  0.7500  0.9–1.0',
        'expected calibration error 0.1563, over 4 edits',
        '',
      ].join('\n'),
    );
  });

  const coverage = { pairs: 1, pairsCovered: 1, edits: 4, editsCovered: 0.75 };
  const missed = {
    kind: 'missed' as const,
    article: 'qatar',
    start: 6,
    before: 'a key\n',
    original: 'best friend',
    after: ' of',
    expected: ['ally', 'friend'],
    edits: [],
    offered: true,
  };

  it('prints misses by whether the dictionary offers them, then wrong edits, each on a line of its own', () => {
    const { offered: _, ...finding } = missed;
    expect(
      renderMisses(coverage, [
        missed,
        { ...missed, offered: false },
        { ...missed, offered: false, start: 90 },
        { ...finding, original: '', expected: ['. '] },
        {
          ...finding,
          kind: 'harm',
          expected: [],
          edits: [{ start: 6, end: 17, replacement: 'ally', rule: 'r' }],
        },
      ]),
    ).toBe(
      [
        'covered  1.0000  of 1 distinct pair',
        '         0.7500  of 4 gold edits, insertions aside',
        '',
        'the dictionary lacks:',
        '2  "best friend" → "ally" or "friend"',
        '',
        'missed although the dictionary offers it:',
        'missed  qatar  …a key [best friend] of…  gold "ally" or "friend"; left alone',
        '',
        'missed insertions:',
        'missed  qatar  …a key [] of…  gold ". "; left alone',
        '',
        'edited wrongly:',
        'harm    qatar  …a key [best friend] of…  made "ally" by r',
        '',
      ].join('\n'),
    );
  });

  it('prints no heading without misses under it', () => {
    expect(renderMisses(coverage, [missed])).not.toMatch(/lacks:|insertions:|wrongly:/);
  });
});
