import type { Edit } from '../../text/edit.js';

/** What a finder says of a place: the part of an {@link Edit} that is not the same for all. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The rule's name without `encoding/`. */
  readonly rule: string;
  /** Probability, 0 to 1, that the edit is right. */
  readonly confidence: number;
  readonly because: string;
  /** What else it may have been. */
  readonly others?: readonly string[];
}

/** The edit that a finding asks for. */
export function toEdit(text: string, finding: Finding): Edit {
  const { start, end, replacement, rule, confidence, because, others = [] } = finding;
  const each = (1 - confidence) / Math.max(1, others.length);
  return {
    start,
    end,
    original: text.slice(start, end),
    replacement,
    repair: 'encoding',
    rule: `encoding/${rule}`,
    confidence,
    ...(others.length > 0 && {
      alternatives: others.map((other) => ({ replacement: other, confidence: each })),
    }),
    because,
  };
}
