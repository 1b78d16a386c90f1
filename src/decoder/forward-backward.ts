import type { Lattice } from './lattice.js';
import type { StateGraph } from './state-graph.js';

/** Logarithm of a factor that is taken for zero. */
const NEGLIGIBLE = -40;

/** Probabilities of the edges of a lattice and of its tokens being kept. */
export interface Posteriors {
  /** By edge: probability, 0 to 1, that the candidate is right. */
  readonly posterior: Float64Array;
  /** By token: probability, 0 to 1, that the token is kept as it is. */
  readonly kept: Float64Array;
}

/** The forward–backward algorithm over a state graph, with its memory. */
export class ForwardBackward {
  private forward = new Float64Array(0);
  private backward = new Float64Array(0);
  /** The transitions' factors in `forward` and `backward`. */
  private factor = new Float64Array(0);

  /** Finds the best path (it stands in the graph afterwards) and the posteriors, which it writes into `result`. */
  run(graph: StateGraph, lattice: Lattice, result: Posteriors): void {
    if (this.forward.length < graph.first.length) {
      this.forward = new Float64Array(graph.first.length);
      this.backward = new Float64Array(graph.first.length);
    }
    if (this.factor.length < graph.source.length) this.factor = new Float64Array(graph.source.length);
    this.findBest(graph, lattice);
    this.goForward(graph);
    this.closeStretches(graph);
    this.goBackward(graph, result);
  }

  /** Viterbi. Leaves the transitions' scores in `factor`. */
  private findBest(graph: StateGraph, lattice: Lattice): void {
    const { transitions, source, target, edge, model, best, bestTransition } = graph;
    const { factor } = this;
    best.fill(Number.NEGATIVE_INFINITY, 0, graph.states);
    bestTransition.fill(-1, 0, graph.states);
    for (const start of graph.starts) best[start] = 0;
    for (let t = 0; t < transitions; t++) {
      const e = edge[t] as number;
      const score = (model[t] as number) + (e < 0 ? 0 : (lattice.unary[e] as number));
      factor[t] = score;
      const reached = (best[source[t] as number] as number) + score;
      const g = target[t] as number;
      if (reached > (best[g] as number)) {
        best[g] = reached;
        bestTransition[g] = t;
      }
    }
  }

  /** Probabilities are kept relative to the best path into each state, so that they neither vanish nor overflow. */
  private goForward({ states, starts, transitions, source, target, best }: StateGraph): void {
    const { forward, factor } = this;
    forward.fill(0, 0, states);
    for (const start of starts) forward[start] = 1;
    for (let t = 0; t < transitions; t++) {
      const s = source[t] as number;
      const g = target[t] as number;
      const relative = (best[s] as number) + (factor[t] as number) - (best[g] as number);
      // 1 for the best transition into a state: about every second one.
      const weight = relative === 0 ? 1 : relative > NEGLIGIBLE ? Math.exp(relative) : 0;
      factor[t] = weight;
      forward[g] = (forward[g] as number) + (forward[s] as number) * weight;
    }
  }

  /** Starts the backward probabilities at the last states of each stretch, scaled so that all paths sum to 1. */
  private closeStretches({ states, ends, next, best }: StateGraph): void {
    const { forward, backward } = this;
    backward.fill(0, 0, states);
    for (const end of ends) {
      let most = Number.NEGATIVE_INFINITY;
      for (let s = end; s !== -1; s = next[s] as number) most = Math.max(most, best[s] as number);
      let total = 0;
      for (let s = end; s !== -1; s = next[s] as number) {
        total += (forward[s] as number) * Math.exp((best[s] as number) - most);
      }
      for (let s = end; s !== -1; s = next[s] as number) {
        backward[s] = Math.exp((best[s] as number) - most) / total;
      }
    }
  }

  private goBackward(
    { transitions, source, target, edge }: StateGraph,
    { posterior, kept }: Posteriors,
  ): void {
    const { forward, backward, factor } = this;
    posterior.fill(0);
    for (let t = 0; t < transitions; t++) if ((edge[t] as number) < 0) kept[-1 - (edge[t] as number)] = 0;
    for (let t = transitions - 1; t >= 0; t--) {
      const s = source[t] as number;
      const e = edge[t] as number;
      const ahead = (backward[target[t] as number] as number) * (factor[t] as number);
      if (ahead === 0) continue;
      backward[s] = (backward[s] as number) + ahead;
      const probability = (forward[s] as number) * ahead;
      if (e < 0) kept[-1 - e] = (kept[-1 - e] as number) + probability;
      else posterior[e] = (posterior[e] as number) + probability;
    }
  }
}

/** Edges of the best path of every stretch, ascending; after {@link ForwardBackward.run}. */
export function bestPath({ ends, next, best, bestTransition, edge, source }: StateGraph): number[] {
  const edges: number[] = [];
  for (const end of ends) {
    let state = -1;
    for (let s = end; s !== -1; s = next[s] as number) {
      if (state === -1 || (best[s] as number) > (best[state] as number)) state = s;
    }
    const found: number[] = [];
    while (state !== -1) {
      const t = bestTransition[state] as number;
      if (t === -1) break;
      if ((edge[t] as number) >= 0) found.push(edge[t] as number);
      state = source[t] as number;
    }
    for (let i = found.length - 1; i >= 0; i--) edges.push(found[i] as number);
  }
  return edges;
}
