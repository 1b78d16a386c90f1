import { Lattice, NO_WORD, SENTENCE_BREAK, type TrigramModel } from './lattice.js';

/** States kept at one place between tokens; the least likely are dropped (beam). */
const BEAM = 8;

/** Logarithm of a factor that is taken for zero. */
const NEGLIGIBLE = -40;

/** Tokens without candidates after which the two words of context are the same on every path (trigrams). */
const CONTEXT = 2;

/** What the decoder found. */
export interface Decoded {
  /** By edge: probability, 0 to 1, that the candidate is right. */
  readonly posterior: Float64Array;
  /** By token: probability, 0 to 1, that the token is kept as it is. */
  readonly kept: Float64Array;
  /** Edges on the likeliest path, ascending. */
  path(): number[];
  /** Decodes again after `lattice.unary` has changed, without asking the language model again. */
  rescore(): void;
}

/**
 * Finds the likeliest reading of a lattice (Viterbi) and the probability of every candidate (forward–backward), over
 * states of two words of context.
 *
 * A stretch of tokens without candidates says nothing, so only the stretches around candidates are walked: the lattice is
 * unrolled into states (place and two words of context) and transitions between them. Cost is linear in tokens and edges,
 * with the beam as its factor. What `decode` returns holds until the next call, which uses the same memory.
 */
export class Decoder {
  private lattice = new Lattice(new Int32Array(0), 0);
  private posterior = new Float64Array(0);
  private kept = new Float64Array(0);
  /** First state of the list at each place; -1 for none. */
  private head = new Int32Array(0);

  private readonly beam = new Int32Array(BEAM);

  private states = 0;
  private first = new Int32Array(1024);
  private second = new Int32Array(1024);
  private next = new Int32Array(1024); // next state at the same place
  private forward = new Float64Array(1024);
  private backward = new Float64Array(1024);
  private best = new Float64Array(1024);
  private bestTransition = new Int32Array(1024);

  private transitions = 0;
  private source = new Int32Array(4096);
  private target = new Int32Array(4096);
  private edge = new Int32Array(4096); // an edge, or -1 - token for a kept token
  private model = new Float64Array(4096); // weighted log-probability of the words
  private factor = new Float64Array(4096); // the transition's factor in `forward` and `backward`

  /** First state of each stretch. */
  private starts: number[] = [];
  /** First state of the list at the end of each stretch. */
  private ends: number[] = [];

  /** @param weight what a nat of the language model counts against a nat of `lattice.unary` */
  constructor(
    private readonly trigrams: TrigramModel,
    private readonly weight: number,
  ) {}

  decode(lattice: Lattice): Decoded {
    const tokens = lattice.tokenWords.length;
    this.lattice = lattice;
    this.posterior = new Float64Array(lattice.count);
    this.kept = new Float64Array(tokens).fill(1);
    if (this.head.length <= tokens) this.head = new Int32Array(tokens + 1).fill(-1);
    this.states = 0;
    this.transitions = 0;
    this.starts = [];
    this.ends = [];
    this.unrollAll();
    this.run();
    return {
      posterior: this.posterior,
      kept: this.kept,
      path: () => this.path(),
      rescore: () => this.run(),
    };
  }

  /** Unrolls every stretch of tokens around candidates. */
  private unrollAll(): void {
    const { lattice, head } = this;
    let edge = 0;
    while (edge < lattice.count) {
      const begin = lattice.from[edge] as number;
      // The stretch reaches as far as candidates follow each other within the context, and the context beyond.
      let last = edge;
      let reach = lattice.to[edge] as number;
      while (last + 1 < lattice.count && (lattice.from[last + 1] as number) <= this.skip(reach, CONTEXT)) {
        last++;
        reach = Math.max(reach, lattice.to[last] as number);
      }
      this.unroll(begin, this.skip(reach, CONTEXT), edge, last, head);
      edge = last + 1;
    }
  }

  /** The place after `words` more words from a place on, or the end of the text. */
  private skip(place: number, words: number): number {
    const { tokenWords } = this.lattice;
    let left = words;
    let at = place;
    while (at < tokenWords.length && left > 0) if ((tokenWords[at++] as number) !== NO_WORD) left--;
    return at;
  }

  private unroll(begin: number, end: number, firstEdge: number, lastEdge: number, head: Int32Array): void {
    const { lattice } = this;
    const { tokenWords } = lattice;
    const [one, two] = this.contextBefore(begin);
    this.starts.push(this.state(begin, one, two, head));
    let edge = firstEdge;
    for (let place = begin; place < end; place++) {
      this.prune(place, head);
      let until = edge;
      while (until <= lastEdge && lattice.from[until] === place) until++;
      const word = tokenWords[place] as number;
      for (let state = head[place] as number; state !== -1; state = this.next[state] as number) {
        const first = this.first[state] as number;
        const second = this.second[state] as number;
        if (word === NO_WORD) this.connect(state, this.state(place + 1, first, second, head), -1 - place, 0);
        else if (word === SENTENCE_BREAK) {
          const score = this.trigrams.score(first, second, this.trigrams.sentenceEnd);
          const target = this.state(place + 1, 0, this.trigrams.sentenceStart, head);
          this.connect(state, target, -1 - place, score * this.weight);
        } else {
          const score = this.trigrams.score(first, second, word);
          this.connect(state, this.state(place + 1, second, word, head), -1 - place, score * this.weight);
        }
        for (let e = edge; e < until; e++) this.follow(state, e, head);
      }
      edge = until;
    }
    this.ends.push(head[end] as number);
    head.fill(-1, begin, end + 1);
  }

  /** Follows a candidate from a state. */
  private follow(state: number, e: number, head: Int32Array): void {
    const { lattice } = this;
    let first = this.first[state] as number;
    let second = this.second[state] as number;
    let score = 0;
    const end = lattice.firstWord[e + 1] as number;
    for (let k = lattice.firstWord[e] as number; k < end; k++) {
      const word = lattice.words[k] as number;
      score += this.trigrams.score(first, second, word);
      first = second;
      second = word;
    }
    this.connect(state, this.state(lattice.to[e] as number, first, second, head), e, score * this.weight);
  }

  /** The two words before a place, as the text has them. */
  private contextBefore(place: number): [number, number] {
    const { tokenWords } = this.lattice;
    const context: number[] = [];
    for (let i = place - 1; i >= 0 && context.length < CONTEXT; i--) {
      const word = tokenWords[i] as number;
      if (word === NO_WORD) continue;
      if (word === SENTENCE_BREAK) {
        context.push(this.trigrams.sentenceStart, 0);
        break;
      }
      context.push(word);
    }
    if (context.length === 0) context.push(this.trigrams.sentenceStart);
    return [
      context[1] ?? (context[0] === this.trigrams.sentenceStart ? 0 : this.trigrams.sentenceStart),
      context[0] as number,
    ];
  }

  /** The state at a place with these two words of context; made where it is missing. */
  private state(place: number, first: number, second: number, head: Int32Array): number {
    for (let state = head[place] as number; state !== -1; state = this.next[state] as number) {
      if (this.first[state] === first && this.second[state] === second) return state;
    }
    if (this.states === this.first.length) this.growStates();
    const state = this.states++;
    this.first[state] = first;
    this.second[state] = second;
    this.next[state] = head[place] as number;
    this.best[state] = Number.NEGATIVE_INFINITY;
    head[place] = state;
    return state;
  }

  private connect(source: number, target: number, edge: number, model: number): void {
    if (this.transitions === this.source.length) this.growTransitions();
    const t = this.transitions++;
    this.source[t] = source;
    this.target[t] = target;
    this.edge[t] = edge;
    this.model[t] = model;
    // A running best score, for the beam only.
    const from = this.best[source] as number;
    const unary = edge < 0 ? 0 : (this.lattice.unary[edge] as number);
    const score = (from === Number.NEGATIVE_INFINITY ? 0 : from) + model + unary;
    if (score > (this.best[target] as number)) this.best[target] = score;
  }

  /** Keeps the best states of a place. */
  private prune(place: number, head: Int32Array): void {
    const { next, best, beam } = this;
    let length = 0;
    for (let state = head[place] as number; state !== -1; state = next[state] as number) {
      if (length === BEAM) {
        // Insertion into the sorted beam; the worst falls out.
        if ((best[state] as number) <= (best[beam[BEAM - 1] as number] as number)) continue;
        length--;
      }
      let at = length++;
      while (at > 0 && (best[beam[at - 1] as number] as number) < (best[state] as number)) {
        beam[at] = beam[at - 1] as number;
        at--;
      }
      beam[at] = state;
    }
    if (length < BEAM) return;
    for (let i = 0; i < length; i++) next[beam[i] as number] = i + 1 < length ? (beam[i + 1] as number) : -1;
    head[place] = beam[0] as number;
  }

  /** The best path, forward and backward probabilities, and from them the posteriors. */
  private run(): void {
    const {
      transitions,
      source,
      target,
      edge,
      model,
      factor,
      lattice,
      forward,
      backward,
      best,
      bestTransition,
    } = this;
    best.fill(Number.NEGATIVE_INFINITY, 0, this.states);
    bestTransition.fill(-1, 0, this.states);
    forward.fill(0, 0, this.states);
    backward.fill(0, 0, this.states);
    for (const start of this.starts) {
      best[start] = 0;
      forward[start] = 1;
    }
    // Transitions were made in ascending order of place, so all that lead into a state come before those out of it.
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
    // Probabilities are kept relative to the best path into each state, so that they neither vanish nor overflow.
    for (let t = 0; t < transitions; t++) {
      const s = source[t] as number;
      const g = target[t] as number;
      const relative = (best[s] as number) + (factor[t] as number) - (best[g] as number);
      const weight = relative > NEGLIGIBLE ? Math.exp(relative) : 0;
      factor[t] = weight;
      forward[g] = (forward[g] as number) + (forward[s] as number) * weight;
    }
    this.closeStretches();
    const { posterior, kept } = this;
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

  /** Starts the backward probabilities at the last states of each stretch, scaled so that all paths sum to 1. */
  private closeStretches(): void {
    const { forward, backward, best } = this;
    for (const end of this.ends) {
      let most = Number.NEGATIVE_INFINITY;
      for (let s = end; s !== -1; s = this.next[s] as number) {
        most = Math.max(most, best[s] as number);
      }
      let total = 0;
      for (let s = end; s !== -1; s = this.next[s] as number) {
        total += (forward[s] as number) * Math.exp((best[s] as number) - most);
      }
      for (let s = end; s !== -1; s = this.next[s] as number) {
        backward[s] = Math.exp((best[s] as number) - most) / total;
      }
    }
  }

  /** Edges of the best path of every stretch, ascending. */
  private path(): number[] {
    const edges: number[] = [];
    for (const end of this.ends) {
      let state = -1;
      for (let s = end; s !== -1; s = this.next[s] as number) {
        if (state === -1 || (this.best[s] as number) > (this.best[state] as number)) state = s;
      }
      const found: number[] = [];
      while (state !== -1) {
        const t = this.bestTransition[state] as number;
        if (t === -1) break;
        if ((this.edge[t] as number) >= 0) found.push(this.edge[t] as number);
        state = this.source[t] as number;
      }
      for (let i = found.length - 1; i >= 0; i--) edges.push(found[i] as number);
    }
    return edges;
  }

  private growStates(): void {
    const size = this.first.length * 2;
    this.first = copied(this.first, new Int32Array(size));
    this.second = copied(this.second, new Int32Array(size));
    this.next = copied(this.next, new Int32Array(size));
    this.forward = copied(this.forward, new Float64Array(size));
    this.backward = copied(this.backward, new Float64Array(size));
    this.best = copied(this.best, new Float64Array(size));
    this.bestTransition = copied(this.bestTransition, new Int32Array(size));
  }

  private growTransitions(): void {
    const size = this.source.length * 2;
    this.source = copied(this.source, new Int32Array(size));
    this.target = copied(this.target, new Int32Array(size));
    this.edge = copied(this.edge, new Int32Array(size));
    this.model = copied(this.model, new Float64Array(size));
    this.factor = new Float64Array(size);
  }
}

function copied<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
