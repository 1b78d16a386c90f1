import type { Decoded } from '../../decoder/decoder.js';
import type { Lattice } from '../../decoder/lattice.js';
import { type ArticleForm, CASES } from './forms.js';
import { candidateOf, type Place } from './places.js';
import type { SpinWeights } from './weights.js';

/** What one occurrence may contribute to the others at most, in nats. */
const MOST_SHARED = 6;

/**
 * Lets the places of an article speak to each other, after a first decoding; adds to `lattice.unary`.
 *
 * A spinner maps surface forms one to one in an article. So what the language model made of a candidate at one occurrence
 * of a form counts at the others too; and a standard that one form surely stands for is hardly what another form stands for.
 *
 * @param placeOf by edge, the place where it stands
 */
export function shareEvidence(
  forms: readonly ArticleForm[],
  placeOf: readonly Place[],
  lattice: Lattice,
  decoded: Decoded,
  weights: SpinWeights,
): void {
  const slots = (forms.at(-1)?.candidates.at(-1)?.slot ?? -1) + 1;
  // By candidate of the article: what the model said at all its places together, and how surely it stands at one of them.
  const sums = new Float64Array(slots);
  const beliefs = new Float64Array(slots);
  const own = new Float64Array(lattice.count);
  for (let edge = 0; edge < lattice.count; edge++) {
    const place = placeOf[edge] as Place;
    if (!('form' in place)) continue;
    const { form } = place;
    const { slot } = candidateOf(place, edge);
    const posterior = decoded.posterior[edge] as number;
    if (posterior > (beliefs[slot] as number)) beliefs[slot] = posterior;
    if (form.occurrences.length < 2) continue;
    const kept = decoded.kept[lattice.from[edge] as number] as number;
    const evidence = modelEvidence(posterior, kept, lattice.unary[edge] as number);
    own[edge] = evidence;
    sums[slot] = (sums[slot] as number) + evidence;
  }
  const rivals = rivalBeliefs(forms, beliefs);
  for (let edge = 0; edge < lattice.count; edge++) {
    const place = placeOf[edge] as Place;
    if (!('form' in place)) continue;
    const { form } = place;
    const { slot } = candidateOf(place, edge);
    const others = form.occurrences.length - 1;
    const rival = rivals[slot] as number;
    let unary = lattice.unary[edge] as number;
    // The square root: occurrences in one article resemble each other.
    if (others > 0) {
      unary += (weights.sharing * ((sums[slot] as number) - (own[edge] as number))) / Math.sqrt(others);
    }
    if (rival > 0) unary += Math.log(1 - weights.exclusive * rival);
    lattice.unary[edge] = unary;
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
  // The two surest slots of each standard, the second only of standards that have two; a form has each standard once.
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
      const next = second.get(key);
      if (next === undefined) continue;
      const surest = first.get(key) as number;
      rivals[slot] = beliefs[surest === slot ? next : surest] as number;
    }
  }
  return rivals;
}
