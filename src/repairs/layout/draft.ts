import type { Edit } from '../../text/edit.js';

/** A change of layout that was found, before it is an edit. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The rule without `layout/`. */
  readonly rule: string;
  readonly confidence: number;
  readonly because: string;
}

export function toEdit(text: string, { rule, ...finding }: Finding): Edit {
  const original = text.slice(finding.start, finding.end);
  return { ...finding, original, repair: 'layout', rule: `layout/${rule}` };
}
