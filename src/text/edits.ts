import { RULE_JOINT } from './compose-edits.js';
import type { Edit, RepairKind } from './edit.js';

export { composeEdits } from './compose-edits.js';

/** Which edits to keep; see {@link filterEdits}. */
export interface EditFilter {
  /** Drop edits less sure than this; probability, 0 to 1. */
  readonly minConfidence?: number;
  /** Keep only edits of these repairs or rules: `spin`, or a rule's name or its beginning, `spin/en/politics`. */
  readonly only?: readonly (RepairKind | (string & {}))[];
  /** Drop edits of these repairs or rules. */
  readonly skip?: readonly (RepairKind | (string & {}))[];
}

/** The text after the edits. Throws a RangeError where the edits do not fit the text; see {@link checkEdits}. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  checkEdits(text, edits);
  let output = '';
  let at = 0;
  for (const edit of edits) {
    output += text.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return output + text.slice(at);
}

/**
 * The input again, from the repaired text and the edits that made it: `revertEdits(applyEdits(t, e), e) === t`.
 * Throws a RangeError where the text does not hold what an edit wrote.
 */
export function revertEdits(repaired: string, edits: readonly Edit[]): string {
  let input = '';
  let at = 0;
  // What the edits so far have added to the length: their offsets count in the input.
  let shift = 0;
  edits.forEach((edit, index) => {
    checkOrder(edits, index);
    const start = edit.start + shift;
    const end = start + edit.replacement.length;
    if (repaired.slice(start, end) !== edit.replacement) {
      const found = repaired.slice(start, end);
      fail(
        edit,
        index,
        `cannot be undone: the text has ${quote(found)} there instead of ${quote(edit.replacement)}`,
      );
    }
    input += repaired.slice(at, start) + edit.original;
    at = end;
    shift += edit.replacement.length - edit.original.length;
  });
  return input + repaired.slice(at);
}

/**
 * Checks that the edits are sorted, disjoint, inside the text, and that each `original` is what stands in the text.
 * Throws a RangeError that names the first edit at fault. Two insertions at one place count as overlapping.
 */
export function checkEdits(text: string, edits: readonly Edit[]): void {
  edits.forEach((edit, index) => {
    checkOrder(edits, index);
    if (edit.end > text.length) fail(edit, index, `ends after the text, which has ${text.length} code units`);
    const found = text.slice(edit.start, edit.end);
    if (found !== edit.original) {
      fail(
        edit,
        index,
        `expects ${quote(edit.original)}, but the text has ${quote(found)} there: edits of another text?`,
      );
    }
  });
}

/**
 * The edits that pass the filter. An edit merged from several rules (`a + b`) is kept by `only` where all of its rules
 * are named, and dropped by `skip` where one of them is.
 */
export function filterEdits(
  edits: readonly Edit[],
  { minConfidence = 0, only, skip = [] }: EditFilter = {},
): Edit[] {
  return edits.filter((edit) => {
    if (edit.confidence < minConfidence) return false;
    const rules = edit.rule.split(RULE_JOINT);
    // The rule of an edit on its own need not begin with the name of its repair.
    const covers = (selector: string, rule: string) =>
      covered(rule, selector) || (rules.length === 1 && selector === edit.repair);
    if (only && !rules.every((rule) => only.some((selector) => covers(selector, rule)))) return false;
    return !rules.some((rule) => skip.some((selector) => covers(selector, rule)));
  });
}

/** Whether a selector is the rule's name or a beginning of it that ends at `/` or `:`. */
function covered(rule: string, selector: string): boolean {
  if (!rule.startsWith(selector) || selector === '') return false;
  return (
    rule.length === selector.length || /[/:]$/.test(selector) || /[/:]/.test(rule.charAt(selector.length))
  );
}

function checkOrder(edits: readonly Edit[], index: number): void {
  const edit = edits[index] as Edit;
  const { start, end, original } = edit;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start) {
    fail(edit, index, 'has no valid range: offsets are integers with 0 <= start <= end');
  }
  if (original.length !== end - start) {
    fail(edit, index, `spans ${end - start} code units, but its original has ${original.length}`);
  }
  const before = edits[index - 1];
  if (before === undefined) return;
  if (start < before.start)
    fail(edit, index, `comes before edit ${index - 1} at ${before.start}: sort the edits by start`);
  const isSecondInsertion = start === end && before.start === before.end && start === before.start;
  if (start < before.end || isSecondInsertion) {
    fail(edit, index, `overlaps edit ${index - 1} at ${before.start}-${before.end}: compose or merge them`);
  }
}

function fail(edit: Edit, index: number, problem: string): never {
  throw new RangeError(`edit ${index} at ${edit.start}-${edit.end} (${edit.rule}) ${problem}`);
}

/** A stretch of text for an error message: short, on one line. */
function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}

/**
 * Tells where places of the text after edits stand in the text before them: the end of what was replaced for a place inside a
 * replacement. Offsets are asked for in ascending order, and so each edit is looked at once.
 */
export function offsetsBefore(edits: readonly Edit[]): (offset: number) => number {
  let shift = 0;
  let at = 0;
  return (offset) => {
    for (; at < edits.length; at++) {
      const { start, end, original, replacement } = edits[at] as Edit;
      if (start + shift >= offset) break;
      if (start + shift + replacement.length > offset) return end;
      shift += replacement.length - original.length;
    }
    return offset - shift;
  };
}
