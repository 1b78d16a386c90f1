/** States kept at one place between tokens; the least likely are dropped (beam). */
const BEAM = 8;

/**
 * A lattice unrolled: states (a place between tokens and the two words before it) and transitions between them, in parallel
 * arrays that are used again for the next lattice. Transitions are made in ascending order of place, so all that lead into a
 * state come before those out of it.
 */
export class StateGraph {
  /** Number of states. */
  states = 0;
  first = new Int32Array(1024);
  second = new Int32Array(1024);
  /** The next state at the same place; -1 after the last. */
  next = new Int32Array(1024);
  /** Score of the best path into each state. */
  best = new Float64Array(1024);
  /** Last transition of that path; -1 at the start of a stretch. */
  bestTransition = new Int32Array(1024);

  /** Number of transitions. */
  transitions = 0;
  source = new Int32Array(4096);
  target = new Int32Array(4096);
  /** An edge of the lattice, or -1 - token for a token that is kept. */
  edge = new Int32Array(4096);
  /** Weighted log-probability of the words that the transition writes. */
  model = new Float64Array(4096);

  /** First state of each stretch. */
  starts: number[] = [];
  /** First state of the list at the end of each stretch. */
  ends: number[] = [];

  /** First state of the list at each place; -1 for none. */
  private head = new Int32Array(0);
  private readonly beam = new Int32Array(BEAM);

  /** @param margin states so much less likely than the best one of their place, in nats, are dropped too */
  constructor(private readonly margin: number) {}

  /** Forgets the last lattice and makes room for a text of so many tokens. */
  clear(tokens: number): void {
    this.states = 0;
    this.transitions = 0;
    this.starts = [];
    this.ends = [];
    if (this.head.length <= tokens) this.head = new Int32Array(tokens + 1).fill(-1);
  }

  /** Begins a stretch at a place with two words of context. */
  begin(place: number, first: number, second: number): void {
    this.starts.push(this.state(place, first, second));
  }

  /** Ends the stretch that began at `begin`; its places may be used again. */
  end(begin: number, end: number): void {
    this.ends.push(this.head[end] as number);
    this.head.fill(-1, begin, end + 1);
  }

  /** First of the likeliest states of a place, all transitions into which have been made; the others are dropped. */
  statesAt(place: number): number {
    this.prune(place);
    return this.head[place] as number;
  }

  /** The state at a place with these two words of context; made where it is missing. */
  state(place: number, first: number, second: number): number {
    const { head } = this;
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

  /** Makes a transition. `unary` is what the edge scores besides its words. */
  connect(source: number, target: number, edge: number, model: number, unary: number): void {
    if (this.transitions === this.source.length) this.growTransitions();
    const t = this.transitions++;
    this.source[t] = source;
    this.target[t] = target;
    this.edge[t] = edge;
    this.model[t] = model;
    // A running best score, for the beam only.
    const from = this.best[source] as number;
    const score = (from === Number.NEGATIVE_INFINITY ? 0 : from) + model + unary;
    if (score > (this.best[target] as number)) this.best[target] = score;
  }

  /** Keeps the best states of a place. */
  private prune(place: number): void {
    const { head, next, best, beam } = this;
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
    if (length === 0) return;
    const least = (best[beam[0] as number] as number) - this.margin;
    while ((best[beam[length - 1] as number] as number) < least) length--;
    for (let i = 0; i < length; i++) next[beam[i] as number] = i + 1 < length ? (beam[i + 1] as number) : -1;
    head[place] = beam[0] as number;
  }

  private growStates(): void {
    const size = this.first.length * 2;
    this.first = copied(this.first, new Int32Array(size));
    this.second = copied(this.second, new Int32Array(size));
    this.next = copied(this.next, new Int32Array(size));
    this.best = copied(this.best, new Float64Array(size));
    this.bestTransition = copied(this.bestTransition, new Int32Array(size));
  }

  private growTransitions(): void {
    const size = this.source.length * 2;
    this.source = copied(this.source, new Int32Array(size));
    this.target = copied(this.target, new Int32Array(size));
    this.edge = copied(this.edge, new Int32Array(size));
    this.model = copied(this.model, new Float64Array(size));
  }
}

function copied<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
