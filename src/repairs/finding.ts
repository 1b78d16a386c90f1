import type { Edit, RepairKind } from '../text/edit.js';
import type { EditedText } from '../text/edited-text.js';

/** What a finder says of a place: the part of an {@link Edit} that is not the same for all of a repair. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The rule's name without the repair's. */
  readonly rule: string;
  /** Probability, 0 to 1, that the edit is right. */
  readonly confidence: number;
  readonly because: string;
  /** What else it may have been. */
  readonly others?: readonly string[];
}

/** Makes the edits of a repair that findings ask for; false where none is made. */
export function makeAll(edited: EditedText, repair: RepairKind, findings: readonly Finding[]): boolean {
  return edited.make(findings.map((finding) => toEdit(edited.text, repair, finding)));
}

/** The edit of a repair that a finding asks for. */
export function toEdit(text: string, repair: RepairKind, finding: Finding): Edit {
  const { start, end, replacement, rule, confidence, because, others } = finding;
  const original = text.slice(start, end);
  const edit = { start, end, original, replacement, repair, rule: `${repair}/${rule}`, confidence, because };
  if (others === undefined || others.length === 0) return edit;
  const each = (1 - confidence) / others.length;
  return { ...edit, alternatives: others.map((other) => ({ replacement: other, confidence: each })) };
}
