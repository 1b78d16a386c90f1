import type { Finding } from '../evaluation/findings.js';
import type { Group, Totals } from '../evaluation/totals.js';
import { quote } from './quote.js';
import { alignColumns } from './table.js';

/** The figures of an evaluation as a small table: shares from 0 to 1, harm for each 1,000 words. */
export function renderTotals(totals: Totals): string {
  const { wordErrors } = totals;
  const share = (value: number): string => value.toFixed(4);
  const rows = [
    ['articles', String(totals.articles), `${totals.words} words`],
    ['restored', share(totals.restored), `of ${totals.gold} gold edits`],
    ['optional restored', share(totals.optionalRestored), `of ${totals.optional}`],
    ['precision', share(totals.precision), `of ${totals.edits} edits`],
    ['harm', totals.harm.toFixed(3), 'edits of sound text for each 1,000 words'],
  ];
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

/** Findings as lines: what kind, which article, the place in its context, what the gold expects there, what was made of it. */
export function renderFindings(findings: readonly Finding[]): string {
  return findings
    .map(({ kind, article, before, original, after, expected, edits }) => {
      const place = `${flat(before)}[${flat(original)}]${flat(after)}`;
      const gold = expected.map((reading) => quote(reading)).join(' or ');
      const made = edits.map(({ replacement, rule }) => quote(replacement) + (rule ? ` by ${rule}` : ''));
      const parts = [
        ...(gold === '' ? [] : [`gold ${gold}`]),
        made.length === 0 ? 'left alone' : `made ${made.join(', ')}`,
      ];
      return `${kind.padEnd(6)}  ${article}  …${place}…  ${parts.join('; ')}\n`;
    })
    .join('');
}

/** A piece of context on one line, its blanks kept as single spaces. */
function flat(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}
