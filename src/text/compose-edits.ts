import type { Alternative, Edit } from './edit.js';

/** What stands between the rules of an edit that several stages made. */
export const RULE_JOINT = ' + ';

/** An edit of the first stage with its place in that stage's output, the text between the two stages. */
interface Placed {
  readonly edit: Edit;
  readonly start: number;
  readonly end: number;
}

/**
 * The edits of two stages as one list with offsets into the input: `first` counts in the input, `second` in the output
 * of `first`. Exact: `applyEdits(applyEdits(t, first), second) === applyEdits(t, composeEdits(first, second))`. Edits
 * that touch the same place become one that tells both; one that then changes nothing is left out. Both lists must be
 * sorted and disjoint. Linear in the length of the lists. Throws a RangeError where `second` does not fit `first`.
 */
export function composeEdits(first: readonly Edit[], second: readonly Edit[]): Edit[] {
  const composed: Edit[] = [];
  // How much further a place stands in the text between the stages than in the input.
  let shift = 0;
  let i = 0;
  let j = 0;
  const nextPlaced = (): Placed | undefined => {
    const edit = first[i];
    return edit && { edit, start: edit.start + shift, end: edit.start + shift + edit.replacement.length };
  };
  for (;;) {
    const one = nextPlaced();
    const other = second[j];
    if (one === undefined && other === undefined) return composed;
    if (one !== undefined && other !== undefined && isSamePlace(one, other)) {
      const merged = mergePair(one.edit, other);
      shift += one.edit.replacement.length - one.edit.original.length;
      i++;
      j++;
      if (merged.original !== merged.replacement) composed.push(merged);
    } else if (one !== undefined && other !== undefined && meet(one, other)) {
      const before = shift;
      const placed: Placed[] = [];
      const cluster: Edit[] = [];
      let growing = true;
      while (growing) {
        growing = false;
        for (let next = nextPlaced(); next; next = nextPlaced()) {
          const last = cluster.at(-1);
          if (last !== undefined ? !meet(next, last) : placed.length > 0) break;
          placed.push(next);
          shift += next.edit.replacement.length - next.edit.original.length;
          i++;
          growing = true;
        }
        for (let next = second[j]; next; next = second[j]) {
          if (!meet(placed.at(-1) as Placed, next)) break;
          cluster.push(next);
          j++;
          growing = true;
        }
      }
      const merged = merge(placed, cluster, before, shift);
      if (merged.original !== merged.replacement) composed.push(merged);
    } else if (other === undefined || (one !== undefined && one.end <= other.start)) {
      const edit = (one as Placed).edit;
      composed.push(edit);
      shift += edit.replacement.length - edit.original.length;
      i++;
    } else {
      composed.push(shift === 0 ? other : { ...other, start: other.start - shift, end: other.end - shift });
      j++;
    }
  }
}

/** Whether two edits share code units, or stand at one point where their order would be lost in the input. */
function meet(one: Placed, other: Edit): boolean {
  if (one.start < other.end && other.start < one.end) return true;
  const isPoint = one.edit.start === one.edit.end || one.start === one.end;
  return isPoint && other.start === other.end && (other.start === one.start || other.start === one.end);
}

/** Whether the second stage rewrites just what the first wrote, as layers of wrong decoding do. */
function isSamePlace({ edit, start, end }: Placed, other: Edit): boolean {
  return start === other.start && end === other.end && start < end && edit.start < edit.end;
}

/** Two edits of the same place as one; what {@link merge} makes of them, at a fraction of its cost. */
function mergePair(edit: Edit, other: Edit): Edit {
  if (edit.replacement !== other.original) misfit(other);
  const confidence = Math.min(edit.confidence, other.confidence, 1);
  const because = edit.because === other.because ? edit.because : joined([edit, other]);
  const merged = {
    start: edit.start,
    end: edit.end,
    original: edit.original,
    replacement: other.replacement,
    repair: other.repair,
    rule: edit.rule === other.rule ? edit.rule : rulesOf([edit, other]),
    confidence,
  };
  const alternatives = other.alternatives?.map((each) => ({
    replacement: each.replacement,
    confidence: Math.min(each.confidence, confidence),
  }));
  if (alternatives === undefined || alternatives.length === 0)
    return because ? { ...merged, because } : merged;
  return { ...merged, alternatives, ...(because && { because }) };
}

function rulesOf(edits: readonly Edit[]): string {
  return distinct(edits.flatMap((edit) => edit.rule.split(RULE_JOINT))).join(RULE_JOINT);
}

function joined(edits: readonly Edit[]): string {
  return distinct(edits.map((edit) => edit.because)).join(', then: ');
}

function misfit({ start, end, rule }: Edit): never {
  throw new RangeError(
    `the edit at ${start}-${end} (${rule}) of the second stage does not fit the output of the first`,
  );
}

function merge(placed: readonly Placed[], cluster: readonly Edit[], before: number, after: number): Edit {
  const start = Math.min((placed[0] as Placed).start, (cluster[0] as Edit).start);
  const end = Math.max((placed.at(-1) as Placed).end, (cluster.at(-1) as Edit).end);
  const between = textBetween(placed, cluster, start, end);
  let original = '';
  let at = start;
  for (const one of placed) {
    original += between.slice(at - start, one.start - start) + one.edit.original;
    at = one.end;
  }
  original += between.slice(at - start);
  const edits = [...placed.map((one) => one.edit), ...cluster];
  const surest = (edits: readonly Edit[]) =>
    edits.reduce((least, edit) => Math.min(least, edit.confidence), 1);
  const confidence = surest(edits);
  const replacement = replaceIn(between, cluster, start);
  const alternatives = alternativesOf(between, cluster, start, confidence);
  const because = joined(edits);
  return {
    start: start - before,
    end: end - after,
    original,
    replacement,
    repair: (cluster[0] as Edit).repair,
    rule: rulesOf(edits),
    confidence,
    ...(alternatives.length > 0 && { alternatives }),
    ...(because !== '' && { because }),
  };
}

/** The text between the stages from `start` to `end`, which the edits of the two stages cover together. */
function textBetween(
  placed: readonly Placed[],
  cluster: readonly Edit[],
  start: number,
  end: number,
): string {
  let text = '';
  let j = 0;
  const copyUntil = (limit: number) => {
    while (start + text.length < limit) {
      const at = start + text.length;
      while ((cluster[j] as Edit).end <= at) j++;
      const { start: from, original } = cluster[j] as Edit;
      text += original.slice(at - from, limit - from);
    }
  };
  for (const one of placed) {
    copyUntil(one.start);
    text += one.edit.replacement;
  }
  copyUntil(end);
  for (const edit of cluster) {
    if (text.slice(edit.start - start, edit.end - start) !== edit.original) misfit(edit);
  }
  return text;
}

function replaceIn(text: string, edits: readonly Edit[], offset: number): string {
  let output = '';
  let at = 0;
  for (const edit of edits) {
    output += text.slice(at, edit.start - offset) + edit.replacement;
    at = edit.end - offset;
  }
  return output + text.slice(at);
}

/** The other readings of the later stage, written out over the whole place; none where several of its edits merged. */
function alternativesOf(
  between: string,
  cluster: readonly Edit[],
  offset: number,
  limit: number,
): Alternative[] {
  const [edit] = cluster;
  if (edit === undefined || cluster.length > 1) return [];
  return (edit.alternatives ?? []).map(({ replacement, confidence }) => ({
    replacement: replaceIn(between, [{ ...edit, replacement }], offset),
    confidence: Math.min(confidence, limit),
  }));
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
