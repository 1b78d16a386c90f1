import { composeEdits, RULE_JOINT } from '../text/compose-edits.js';
import type { Edit } from '../text/edit.js';
import { revertEdits } from '../text/edits.js';
import type { ParallelDocument, Substitution } from './parallel.js';
import type { CorrectedDocument } from './read.js';

/** Names of the rules that a person's changes get while they are composed with those of a repair. */
const CORRECTED = 'corrected';
const UNPAIRED = 'unpaired';

/**
 * A corrected document as a parallel one: its spun text is what the repair was given, its substitutions are what repair and person
 * did together. So a reading that the person put right counts for the spun form, and an edit that was taken back counts for none.
 *
 * @param aligned what the person changed in the repaired text
 */
export function withRepairs(
  { id, repaired, edits }: CorrectedDocument,
  aligned: ParallelDocument,
): ParallelDocument {
  const changes = aligned.edits.map(({ start, end, clean, unpaired }): Edit => {
    const rule = unpaired ? UNPAIRED : CORRECTED;
    const original = repaired.slice(start, end);
    return { start, end, original, replacement: clean, repair: 'spin', rule, confidence: 1 };
  });
  const together = composeEdits(edits, changes).map(
    ({ start, end, replacement, repair, rule }): Substitution => {
      const rules = rule.split(RULE_JOINT);
      // What only the repair did has nothing new in it; a separator put back is no synonym.
      const isUnpaired = !rules.includes(CORRECTED) || rules.includes(UNPAIRED) || repair !== 'spin';
      return { start, end, clean: replacement, ...(isUnpaired && { unpaired: true as const }) };
    },
  );
  return { id, spun: revertEdits(repaired, edits), edits: together };
}
