import type { PlannedCandidate } from './plans.js';

/** Candidates of one form that the language model is asked about. */
const MOST_CANDIDATES = 4;

/** A candidate this much worse than the best one of its form is not asked about, in nats. */
const WIDEST_GAP = 3.5;

/** A candidate and what its article adds to what is known of it. */
export interface Weighed {
  readonly plan: PlannedCandidate;
  readonly added: number;
}

/** The most promising candidates of a form. */
export class Shortlist {
  /** Best first. */
  readonly weighed: Weighed[] = [];
  /** What is less promising does not come in. */
  least = Number.NEGATIVE_INFINITY;

  clear(): void {
    this.weighed.length = 0;
    this.least = Number.NEGATIVE_INFINITY;
  }

  add(plan: PlannedCandidate, added: number): void {
    const { weighed } = this;
    const promise = plan.promise + added;
    if (promise < this.least) return;
    // Of two that write the same, the one whose entry asks for more context stays.
    const same = weighed.findIndex((other) => other.plan.standard === plan.standard);
    if (same !== -1) {
      if ((weighed[same] as Weighed).plan.asks >= plan.asks) return;
      weighed.splice(same, 1);
    }
    let at = weighed.length;
    while (at > 0 && promiseOf(weighed[at - 1] as Weighed) < promise) at--;
    weighed.splice(at, 0, { plan, added });
    if (weighed.length > MOST_CANDIDATES) weighed.pop();
    // An entry of the user's own with a context leaves the places where that does not hold to the others.
    const best = weighed.find(({ plan }) => !(plan.own && plan.conditional));
    const widest = best === undefined ? Number.NEGATIVE_INFINITY : promiseOf(best) - WIDEST_GAP;
    while (promiseOf(weighed.at(-1) as Weighed) < widest) weighed.pop();
    this.least =
      weighed.length < MOST_CANDIDATES ? widest : Math.max(widest, promiseOf(weighed.at(-1) as Weighed));
  }
}

function promiseOf({ plan, added }: Weighed): number {
  return plan.promise + added;
}
