import type { Calibration } from '../evaluation/calibration.js';
import { type Coverage, groupLacks } from '../evaluation/coverage.js';
import type { Finding } from '../evaluation/findings.js';
import type { OcrTotals } from '../evaluation/ocr/totals.js';
import type { Group, Totals } from '../evaluation/totals.js';
import { countOf } from './count.js';
import { quote } from './quote.js';
import { alignColumns } from './table.js';

/**
 * The figures of an evaluation as a small table: shares from 0 to 1, harm for each 1,000 words.
 *
 * @param sound of texts that are sound: how many of their words the repair broke
 */
export function renderTotals(totals: Totals, sound?: OcrTotals): string {
  const { wordErrors } = totals;
  const share = (value: number): string => value.toFixed(4);
  const rows = [
    ['articles', String(totals.articles), `${totals.words} words`],
    ['restored', share(totals.restored), `of ${totals.gold} gold edits`],
    ['optional restored', share(totals.optionalRestored), `of ${totals.optional}`],
    ['precision', share(totals.precision), `of ${totals.edits} edits`],
    ['harm', totals.harm.toFixed(3), 'edits of sound text for each 1,000 words'],
  ];
  if (sound) rows.push(['words broken', `${(100 * sound.broken).toFixed(3)} %`, `of ${sound.right}`]);
  if (wordErrors) {
    rows.push(
      ['word errors before', share(wordErrors.before), ''],
      ['word errors after', share(wordErrors.after), ''],
      ['word errors cut', share(wordErrors.cut), 'of those before'],
    );
  }
  return alignColumns(rows, ['left', 'right', 'left']);
}

/** Groups of edits as a table under a heading. */
export function renderGroups(groups: readonly Group[], heading: string): string {
  const rows = groups.map((group) => [
    String(group.edits),
    String(group.right),
    group.precision.toFixed(4),
    String(group.harmful),
    String(group.restored),
    group.name,
  ]);
  return alignColumns(
    [['edits', 'right', 'precision', 'harm', 'restored', heading], ...rows],
    ['right', 'right', 'right', 'right', 'right', 'left'],
  );
}

/** A reliability table, the least sure edits first, and the expected calibration error below it. */
export function renderCalibration({ bins, edits, error }: Calibration): string {
  const share = (value: number | null): string => value?.toFixed(4) ?? '–';
  const rows = bins.map((bin) => [String(bin.edits), share(bin.confidence), share(bin.right), bin.name]);
  const table = alignColumns(
    [['edits', 'mean', 'right', 'confidence'], ...rows],
    ['right', 'right', 'right', 'left'],
  );
  return `${table}expected calibration error ${error.toFixed(4)}, over ${countOf(edits, 'edit')}\n`;
}

/**
 * What was missed and what was edited wrongly: the share of the gold that the dictionary covers, the pairs it lacks with
 * their counts, what was missed although it offers it, what was missed that is no matter of the dictionary, and the
 * wrong edits; each under a heading, where there are any.
 *
 * @param findings with `offered`
 */
export function renderMisses(coverage: Coverage, findings: readonly Finding[]): string {
  const missed = findings.filter(({ kind }) => kind === 'missed');
  const lacks = groupLacks(missed).map(({ original, expected, times }) => [
    String(times),
    `${quote(original)} → ${orList(expected)}`,
  ]);
  const sections: [string, string][] = [
    ['the dictionary lacks', alignColumns(lacks, ['right', 'left'])],
    [
      'missed although the dictionary offers it',
      renderFindings(missed.filter(({ offered }) => offered === true)),
    ],
    ['missed insertions', renderFindings(missed.filter(({ offered }) => offered === undefined))],
    ['edited wrongly', renderFindings(findings.filter(({ kind }) => kind !== 'missed'))],
  ];
  const rows = [
    ['covered', coverage.pairsCovered.toFixed(4), `of ${countOf(coverage.pairs, 'distinct pair')}`],
    ['', coverage.editsCovered.toFixed(4), `of ${countOf(coverage.edits, 'gold edit')}, insertions aside`],
  ];
  return [
    alignColumns(rows, ['left', 'right', 'left']),
    ...sections.filter(([, lines]) => lines !== '').map(([heading, lines]) => `${heading}:\n${lines}`),
  ].join('\n');
}

/** Findings as lines: what kind, which article, the place in its context, what the gold expects there, what was made of it. */
function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ kind, article, before, original, after, expected, edits }) => {
      const place = `${flat(before)}[${flat(original)}]${flat(after)}`;
      const gold = orList(expected);
      const made = edits.map(({ replacement, rule }) => quote(replacement) + (rule ? ` by ${rule}` : ''));
      const parts = [
        ...(gold === '' ? [] : [`gold ${gold}`]),
        made.length === 0 ? 'left alone' : `made ${made.join(', ')}`,
      ];
      return `${kind.padEnd(6)}  ${article}  …${place}…  ${parts.join('; ')}\n`;
    })
    .join('');
}

function orList(readings: readonly string[]): string {
  return readings.map((reading) => quote(reading)).join(' or ');
}

/** A piece of context on one line, its blanks kept as single spaces. */
function flat(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
