import type { OcrDifferenceGroup } from '../evaluation/ocr/differences.js';
import type { ErrorRates, OcrTotals } from '../evaluation/ocr/totals.js';
import { countOf } from './count.js';
import { quote } from './quote.js';
import { alignColumns } from './table.js';

/** Differences of one kind that are listed; the rest is counted. */
const LISTED = 50;

/**
 * The figures of repaired OCR as a small table, in per cent.
 *
 * @param options.speed 1,000 bytes of UTF-8 repaired in a second
 */
export function renderOcrTotals(totals: OcrTotals, options: { readonly speed?: number } = {}): string {
  const { speed } = options;
  const rates = (name: string, { before, after, cut }: ErrorRates): string[] => [
    name,
    percent(before, 2),
    percent(after, 2),
    before === 0 ? '–' : percent(cut, 1),
  ];
  return [
    `${countOf(totals.pages, 'page')}, ${countOf(totals.words, 'word')}, ${countOf(totals.characters, 'character')}\n`,
    alignColumns(
      [['', 'before', 'after', 'cut'], rates('CER', totals.characterErrors), rates('WER', totals.wordErrors)],
      ['left', 'right', 'right', 'right'],
    ),
    alignColumns(
      [
        ['fixed', percent(totals.fixed, 2), `of ${countOf(totals.wrong, 'word')} misread`],
        ['broken', percent(totals.broken, 3), `of ${countOf(totals.right, 'word')} read right`],
        ['better', String(totals.better), `${totals.better === 1 ? 'page' : 'pages'}; ${totals.worse} worse`],
        ...(speed === undefined ? [] : [['speed', speed.toFixed(0), 'KB/s']]),
      ],
      ['left', 'right', 'left'],
    ),
  ].join('');
}

/** What is left, changed to something else than the truth, and broken: each under a heading, the most frequent first. */
export function renderDifferences(groups: readonly OcrDifferenceGroup[]): string {
  const of = (wanted: OcrDifferenceGroup['kind']) => groups.filter(({ kind }) => kind === wanted);
  return [
    section('left, read → true', of('left'), ({ ocr, truth }) => `${quote(ocr)} → ${quote(truth)}`),
    section(
      'wrong, read → made; true',
      of('wrong'),
      ({ ocr, repaired, truth }) => `${quote(ocr)} → ${quote(repaired)}; ${quote(truth)}`,
    ),
    section(
      'broken, right → made; page',
      of('broken'),
      ({ truth, repaired, page }) => `${quote(truth)} → ${quote(repaired)}; ${page}`,
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

function section(
  heading: string,
  groups: readonly OcrDifferenceGroup[],
  line: (group: OcrDifferenceGroup) => string,
): string {
  if (groups.length === 0) return '';
  const rows = groups.slice(0, LISTED).map((group) => [String(group.times), line(group)]);
  const times = groups.reduce((sum, group) => sum + group.times, 0);
  const rest = groups.length - rows.length;
  return (
    `${heading} (${times} in all):\n${alignColumns(rows, ['right', 'left'])}` +
    (rest > 0 ? `… and ${countOf(rest, 'more kind', 'more kinds')}\n` : '')
  );
}

function percent(share: number, decimals: number): string {
  return `${(100 * share).toFixed(decimals)} %`;
}
