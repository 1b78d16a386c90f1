import type { Decoded } from '../../decoder/decoder.js';
import type { Lattice } from '../../decoder/lattice.js';
import { type ArticleForm, CASES } from './forms.js';
import type { Arc } from './judge.js';
import type { SpinWeights } from './weights.js';

/** What one occurrence may contribute to the others at most, in nats. */
const MOST_SHARED = 6;

/**
 * Lets the places of an article speak to each other, after a first decoding; sets `lattice.unary`.
 *
 * A spinner maps surface forms one to one in an article. So what the language model made of a candidate at one occurrence
 * of a form counts at the others too; and a standard that one form surely stands for is hardly what another form stands for.
 */
export function shareEvidence(
  forms: readonly ArticleForm[],
  arcs: readonly Arc[],
  lattice: Lattice,
  decoded: Decoded,
  weights: SpinWeights,
): void {
  let slots = 0;
  for (const { candidates } of forms) slots = Math.max(slots, (candidates.at(-1)?.slot ?? -1) + 1);
  // By candidate of the article: what the model said at all its places together, and how surely it stands at one of them.
  const sums = new Float64Array(slots);
  const beliefs = new Float64Array(slots);
  const own = new Float64Array(arcs.length);
  for (let k = 0; k < arcs.length; k++) {
    const { form, candidate, unary } = arcs[k] as Arc;
    const { slot } = candidate;
    beliefs[slot] = Math.max(beliefs[slot] as number, decoded.posterior[k] as number);
    if (form.occurrences.length < 2) continue;
    own[k] = modelEvidence(
      decoded.posterior[k] as number,
      decoded.kept[lattice.from[k] as number] as number,
      unary,
    );
    sums[slot] = (sums[slot] as number) + (own[k] as number);
  }
  const rivals = rivalBeliefs(forms, beliefs);
  for (let k = 0; k < arcs.length; k++) {
    const { form, candidate, unary } = arcs[k] as Arc;
    const { slot } = candidate;
    const others = form.occurrences.length - 1;
    // The square root: occurrences in one article resemble each other.
    const shared = others > 0 ? ((sums[slot] as number) - (own[k] as number)) / Math.sqrt(others) : 0;
    const excluded = Math.log(1 - weights.exclusive * (rivals[slot] as number));
    lattice.unary[k] = unary + weights.sharing * shared + excluded;
  }
}

/** What the language model says for a candidate against keeping the words, in weighted nats. */
function modelEvidence(posterior: number, kept: number, unary: number): number {
  // Where a longer candidate took the place, neither side was weighed.
  if (posterior + kept < 1e-3) return 0;
  const evidence = Math.log(Math.max(1e-9, posterior) / Math.max(1e-9, kept)) - unary;
  return Math.max(-MOST_SHARED, Math.min(MOST_SHARED, evidence));
}

/** By candidate of the article: how surely another form, in the same letter case, stands for its standard. */
function rivalBeliefs(forms: readonly ArticleForm[], beliefs: Float64Array): Float64Array {
  // The two surest slots of each standard; a form has each standard once.
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  for (const { letterCase, candidates } of forms) {
    for (const { plan, slot } of candidates) {
      const key = plan.standard * CASES + letterCase;
      const surest = first.get(key);
      if (surest === undefined) first.set(key, slot);
      else if ((beliefs[slot] as number) > (beliefs[surest] as number)) {
        first.set(key, slot);
        second.set(key, surest);
      } else {
        const next = second.get(key);
        if (next === undefined || (beliefs[slot] as number) > (beliefs[next] as number))
          second.set(key, slot);
      }
    }
  }
  const rivals = new Float64Array(beliefs.length);
  for (const { letterCase, candidates } of forms) {
    for (const { plan, slot } of candidates) {
      const key = plan.standard * CASES + letterCase;
      const rival = first.get(key) === slot ? second.get(key) : first.get(key);
      if (rival !== undefined) rivals[slot] = beliefs[rival] as number;
    }
  }
  return rivals;
}
