import type { Decoded } from '../../decoder/decoder.js';
import type { Lattice } from '../../decoder/lattice.js';
import type { FormCandidate } from './forms.js';
import type { Arc } from './spin.js';
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
  arcs: readonly Arc[],
  lattice: Lattice,
  decoded: Decoded,
  weights: SpinWeights,
): void {
  const own = modelEvidence(arcs, lattice, decoded);
  const sums = new Map<FormCandidate, number>();
  const owners = ownersOf(arcs, decoded.posterior);
  arcs.forEach((arc, k) => {
    if (arc.form.occurrences.length > 1) {
      sums.set(arc.candidate, (sums.get(arc.candidate) ?? 0) + (own[k] as number));
    }
  });
  arcs.forEach((arc, k) => {
    let { unary } = arc.candidate;
    const others = arc.form.occurrences.length - 1;
    if (others > 0) {
      // The square root: occurrences in one article resemble each other.
      const shared = ((sums.get(arc.candidate) as number) - (own[k] as number)) / Math.sqrt(others);
      unary += weights.sharing * shared;
    }
    const { first, second } = owners.get(standardKey(arc)) as Owners;
    const rival = first.form === arc.form ? second : first;
    unary += Math.log(1 - weights.exclusive * rival.belief);
    lattice.unary[k] = unary;
  });
}

/** By arc: what the language model says for the candidate against keeping the words, in weighted nats. */
function modelEvidence(arcs: readonly Arc[], lattice: Lattice, { posterior, kept }: Decoded): Float64Array {
  return Float64Array.from(arcs, (arc, k) => {
    const right = posterior[k] as number;
    const keep = kept[lattice.from[k] as number] as number;
    // Where a longer candidate took the place, neither side was weighed.
    if (arc.form.occurrences.length < 2 || right + keep < 1e-3) return 0;
    const evidence = Math.log(Math.max(1e-9, right) / Math.max(1e-9, keep)) - arc.candidate.unary;
    return Math.max(-MOST_SHARED, Math.min(MOST_SHARED, evidence));
  });
}

/** The two forms of the article that most likely stand for one standard. */
interface Owners {
  first: { form: Arc['form'] | undefined; belief: number };
  second: { form: Arc['form'] | undefined; belief: number };
}

function standardKey({ candidate, form }: Arc): number {
  return candidate.plan.standard * 2 + form.capital;
}

function ownersOf(arcs: readonly Arc[], posterior: Float64Array): Map<number, Owners> {
  const owners = new Map<number, Owners>();
  arcs.forEach((arc, k) => {
    const key = standardKey(arc);
    const belief = posterior[k] as number;
    let known = owners.get(key);
    if (known === undefined) {
      known = { first: { form: undefined, belief: 0 }, second: { form: undefined, belief: 0 } };
      owners.set(key, known);
    }
    if (arc.form === known.first.form) known.first.belief = Math.max(known.first.belief, belief);
    else if (belief > known.first.belief) {
      known.second = known.first;
      known.first = { form: arc.form, belief };
    } else if (belief > known.second.belief) known.second = { form: arc.form, belief };
  });
  return owners;
}
