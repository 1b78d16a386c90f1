import type { Edit } from '../text/edit.js';
import { alignColumns } from './table.js';

/** How many edits there are, by repair and by rule; most edits first, then by name. */
export interface EditSummary {
  readonly edits: number;
  readonly repairs: readonly { readonly name: string; readonly edits: number }[];
  readonly rules: readonly { readonly name: string; readonly edits: number }[];
}

/** Counts edits by repair and by rule. */
export function summariseEdits(edits: readonly Pick<Edit, 'repair' | 'rule'>[]): EditSummary {
  return {
    edits: edits.length,
    repairs: countNames(edits.map((edit) => edit.repair)),
    rules: countNames(edits.map((edit) => edit.rule)),
  };
}

function countNames(names: readonly string[]): { name: string; edits: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
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
    `${countEdits(summary.edits)}: ${repairs}\n` +
    alignColumns(rows, ['left', 'right', 'left']) +
    (rest > 0 ? `  … and ${rest} more ${rest === 1 ? 'rule' : 'rules'}\n` : '')
  );
}

/** `1 edit`, `2 edits`. */
export function countEdits(count: number): string {
  return count === 1 ? '1 edit' : `${count} edits`;
}
