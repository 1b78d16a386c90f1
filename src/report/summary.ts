import type { Edit } from '../text/edit.js';
import { countOf } from './count.js';
import { alignColumns } from './table.js';

/** How many edits there are, by repair and by rule; most edits first, then by name. */
export interface EditSummary {
  readonly edits: number;
  readonly repairs: readonly { readonly name: string; readonly edits: number }[];
  readonly rules: readonly { readonly name: string; readonly edits: number }[];
}

/** Counts edits by repair and by rule. */
export function summariseEdits(edits: readonly Pick<Edit, 'repair' | 'rule'>[]): EditSummary {
  const counter = createEditCounter();
  counter.add(edits);
  return counter.summary();
}

/** Counts the edits of many texts as they come, in memory for the rules only. */
export interface EditCounter {
  add(edits: readonly Pick<Edit, 'repair' | 'rule'>[]): void;
  /** Adds what another counter has counted. */
  addSummary(summary: EditSummary): void;
  summary(): EditSummary;
}

/** A counter that has seen no edit yet. */
export function createEditCounter(): EditCounter {
  let total = 0;
  const repairs = new Map<string, number>();
  const rules = new Map<string, number>();
  const raise = (counts: Map<string, number>, name: string, by: number) =>
    counts.set(name, (counts.get(name) ?? 0) + by);
  return {
    add(edits) {
      total += edits.length;
      for (const { repair, rule } of edits) {
        raise(repairs, repair, 1);
        raise(rules, rule, 1);
      }
    },
    addSummary(summary) {
      total += summary.edits;
      for (const { name, edits } of summary.repairs) raise(repairs, name, edits);
      for (const { name, edits } of summary.rules) raise(rules, name, edits);
    },
    summary: () => ({ edits: total, repairs: mostFirst(repairs), rules: mostFirst(rules) }),
  };
}

function mostFirst(counts: ReadonlyMap<string, number>): { name: string; edits: number }[] {
  return [...counts]
    .map(([name, edits]) => ({ name, edits }))
    .sort((a, b) => b.edits - a.edits || (a.name < b.name ? -1 : 1));
}

/**
 * A summary as a few lines of text: the edits of each repair, then the rules with most edits.
 *
 * @param options.rules how many rules to list; 10 by default
 */
export function renderSummary(summary: EditSummary, options: { readonly rules?: number } = {}): string {
  const { rules = 10 } = options;
  if (summary.edits === 0) return 'no edits\n';
  const repairs = summary.repairs.map(({ name, edits }) => `${name} ${edits}`).join(', ');
  const rows = summary.rules.slice(0, rules).map(({ name, edits }) => ['', String(edits), name]);
  const rest = summary.rules.length - rows.length;
  return (
    `${countOf(summary.edits, 'edit')}: ${repairs}\n` +
    alignColumns(rows, ['left', 'right', 'left']) +
    (rest > 0 ? `  … and ${countOf(rest, 'more rule')}\n` : '')
  );
}
