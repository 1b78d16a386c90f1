import { diffArrays } from 'diff';
import type { Bead } from './sentences.js';
import type { Units } from './units.js';

/** Units `[spunFrom, spunTo)` and `[originalFrom, originalTo)` in which words were changed, with an equal one at either side. */
export type Hunk = Bead;

/** Where two sentences differ. What stands outside the hunks is the same in both. */
export interface Difference {
  readonly hunks: readonly Hunk[];
  /** How many units are the same, in hunks and outside. */
  readonly shared: number;
}

/** Words that go or come at most: what Myers' algorithm takes grows with its square. Spun sentences need some dozens. */
const MOST_CHANGES = 1000;
/** Equal units beside each other that part two hunks: single ones may be equal by chance ("the", "of"). */
const PARTING_RUN = 2;

/**
 * Finds where two sentences differ; undefined where they have too little in common.
 *
 * A hunk has the equal word on either side in it, as that may belong to a substitution: "by way of" for "by".
 */
export function findHunks(spun: Units, original: Units, bead: Bead): Difference | undefined {
  const { spunFrom, spunTo, originalFrom, originalTo } = bead;
  const parts = diffArrays(
    [...spun.word.subarray(spunFrom, spunTo)],
    [...original.word.subarray(originalFrom, originalTo)],
    { maxEditLength: MOST_CHANGES },
  );
  if (parts === undefined) return undefined;
  const hunks: Hunk[] = [];
  let shared = 0;
  let at = spunFrom;
  let other = originalFrom;
  let begun: { at: number; other: number } | undefined;
  for (const [index, { added, removed, count }] of parts.entries()) {
    if (added || removed) {
      begun ??= { at, other };
      if (removed) at += count;
      else other += count;
      continue;
    }
    // The last words of a sentence end its hunk, however few.
    const isLast = index === parts.length - 1;
    if (begun !== undefined && (count >= PARTING_RUN || isLast)) {
      close(begun, at, other, 1);
      begun = undefined;
    }
    at += count;
    other += count;
    shared += count;
    if (!isLast) begun ??= { at: at - 1, other: other - 1 };
  }
  if (begun !== undefined) close(begun, at, other, 0);
  return { hunks, shared };

  function close(begun: { at: number; other: number }, at: number, other: number, more: number): void {
    hunks.push({
      spunFrom: begun.at,
      spunTo: at + more,
      originalFrom: begun.other,
      originalTo: other + more,
    });
  }
}
