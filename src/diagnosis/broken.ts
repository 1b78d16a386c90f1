import { RULE_JOINT } from '../text/compose-edits.js';
import type { Edit } from '../text/edit.js';
import type { Signal } from './diagnosis.js';

/** Rules that tidy up what sound texts have as well; they say nothing of damage. */
const TIDYING = /^encoding\/(space|normal-form|soft-hyphen|byte-order-mark|plain-\w+)$/;

const MOST_SIGNALS = 4;

/** Whether an edit of the encoding repairs damage, and does not merely tidy up. */
export function isDamage(edit: Edit): boolean {
  return !edit.rule.split(RULE_JOINT).every((rule) => TIDYING.test(rule));
}

/** The strongest evidence for wrong decoding, strongest first: what was found how often, and where first. */
export function encodingSignals(edits: readonly Edit[]): Signal[] {
  const seen = new Map<string, { count: number; first: Edit }>();
  for (const edit of edits) {
    if (edit.original === '' || !isDamage(edit)) continue;
    const known = seen.get(edit.original);
    if (known === undefined) seen.set(edit.original, { count: 1, first: edit });
    else known.count++;
  }
  return [...seen.values()]
    .map(({ count, first }) => ({
      damage: 'broken' as const,
      text: first.original,
      count,
      // The odds that it is damage, for each place.
      weight: count * Math.log(first.confidence / Math.max(1e-3, 1 - first.confidence)),
      start: first.start,
    }))
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, MOST_SIGNALS);
}
