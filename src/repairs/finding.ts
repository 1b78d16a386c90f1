import type { Edit, RepairKind } from '../text/edit.js';

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

/** The edit of a repair that a finding asks for. */
export function toEdit(text: string, repair: RepairKind, finding: Finding): Edit {
  const { start, end, replacement, rule, confidence, because, others = [] } = finding;
  const each = (1 - confidence) / Math.max(1, others.length);
  return {
    start,
    end,
    original: text.slice(start, end),
    replacement,
    repair,
    rule: `${repair}/${rule}`,
    confidence,
    ...(others.length > 0 && {
      alternatives: others.map((other) => ({ replacement: other, confidence: each })),
    }),
    because,
  };
}
