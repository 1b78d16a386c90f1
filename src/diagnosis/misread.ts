import { alignLetters } from '../text/align-letters.js';
import type { Edit } from '../text/edit.js';
import type { Signal } from './diagnosis.js';

/** A confusion that was seen several times in a document. */
export interface ConfusionSeries {
  /** What is printed; '' where something was read that is not there. */
  readonly truth: string;
  /** What was read; '' where something was lost. */
  readonly seen: string;
  /** How often it was seen. */
  readonly count: number;
  /** The first words that it was seen in, each once, as they were read; three at most. */
  readonly examples: readonly string[];
}

/** Share of misread words at which it is as likely as not that OCR read the text; and how fast that becomes sure. */
const BORDER = 0.03;
const STEEPNESS = 4;

/** Longer stretches are damage, not confusion. */
const LONGEST_CONFUSION = 3;
/** Of longer edits no confusion is sought. */
const LONGEST_EDIT = 120;
/** A confusion makes a series from so many times on. */
const LEAST_SERIES = 2;
const MOST_SERIES = 40;
const MOST_EXAMPLES = 3;
const MOST_SIGNALS = 4;
/** Hyphens that broke lines were printed and read. */
const PRINTED = /^ocr\/hyphen$/;

/** Probability, 0 to 1, that OCR misread a text of whose words so large a share is estimated to be misread. */
export function misreadProbability(rate: number): number {
  return rate === 0 ? 0 : 1 / (1 + (BORDER / rate) ** STEEPNESS);
}

/** The confusions that a document's edits of `ocr` put right more than once, commonest first. */
export function confusionSeries(edits: readonly Edit[]): ConfusionSeries[] {
  const series = new Map<string, { truth: string; seen: string; count: number; examples: Set<string> }>();
  for (const { original, replacement, rule } of edits) {
    if (PRINTED.test(rule) || Math.max(original.length, replacement.length) > LONGEST_EDIT) continue;
    for (const { truth, seen } of alignLetters(foldBlanks(replacement), foldBlanks(original)) ?? []) {
      if (Math.max(truth.length, seen.length) > LONGEST_CONFUSION) continue;
      const key = JSON.stringify([truth, seen]);
      const known = series.get(key) ?? { truth, seen, count: 0, examples: new Set() };
      known.count++;
      if (known.examples.size < MOST_EXAMPLES) known.examples.add(foldBlanks(original));
      series.set(key, known);
    }
  }
  return [...series.values()]
    .filter(({ count }) => count >= LEAST_SERIES)
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_SERIES)
    .map(({ examples, ...confusion }) => ({ ...confusion, examples: [...examples] }));
}

/** The strongest evidence for misreading in edits of `ocr`, strongest first: what was misread how often, and where first. */
export function misreadSignals(edits: readonly Edit[]): Signal[] {
  const seen = new Map<string, { first: Edit; count: number; weight: number }>();
  for (const edit of edits) {
    if (edit.original === '' || PRINTED.test(edit.rule)) continue;
    const known = seen.get(edit.original) ?? { first: edit, count: 0, weight: 0 };
    known.count++;
    known.weight += Math.log(Math.max(1e-3, edit.confidence) / Math.max(1e-3, 1 - edit.confidence));
    seen.set(edit.original, known);
  }
  return [...seen.values()]
    .map(({ first, count, weight }) => ({
      ...{ damage: 'misread' as const, text: first.original, count, weight, start: first.start },
    }))
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, MOST_SIGNALS);
}

function foldBlanks(text: string): string {
  return text.replace(/\s+/g, ' ');
}
