import type { DamageKind, Diagnosis } from '../diagnosis/diagnosis.js';
import type { ConfusionSeries } from '../diagnosis/misread.js';
import { showCharacters } from '../text/shown-characters.js';
import { alignColumns } from './table.js';

const KINDS: readonly DamageKind[] = ['spun', 'misread', 'broken'];

/** The heading of the lines that `renderDiagnosis` gives. */
export const DIAGNOSIS_HEADING = ' spun  misread  broken  document\n';

/**
 * A diagnosis as one line of a table: the three figures from 0 to 1, the document's name, and the strongest signals.
 *
 * @param options.signals how many signals of each kind to name; 3 by default
 */
export function renderDiagnosis(
  name: string,
  diagnosis: Diagnosis,
  options: { readonly signals?: number } = {},
): string {
  const { signals = 3 } = options;
  const strongest = KINDS.flatMap((kind) => {
    const ofKind = diagnosis.signals.filter((signal) => signal.damage === kind).slice(0, signals);
    const named = ofKind.map(({ text, count }) => oneLine(text) + (count > 1 ? ` ×${count}` : ''));
    return named.length === 0 ? [] : [`${kind}: ${named.join(', ')}`];
  });
  const figures = [
    diagnosis.spun.toFixed(2).padStart(5),
    diagnosis.misread.toFixed(2).padStart(7),
    diagnosis.broken.toFixed(2).padStart(6),
  ];
  return `${[...figures, [name, ...strongest].join('; ')].join('  ')}\n`;
}

/** What OCR misread again and again, a line each: truth → reading, how often, examples; ε is nothing, ␣ a blank. */
export function renderSeries(series: readonly ConfusionSeries[]): string {
  const rows = series.map(({ truth, seen, count, examples }) => [
    // Beneath the name of the document.
    ' '.repeat(DIAGNOSIS_HEADING.indexOf('document') - 2),
    `${showCharacters(truth)} → ${showCharacters(seen)}`,
    `${count}×`,
    examples.map(oneLine).join(', '),
  ]);
  return alignColumns(rows, ['left', 'left', 'right', 'left']);
}

function oneLine(text: string): string {
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return shown.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}
