import { bestPath, ForwardBackward, type Posteriors } from './forward-backward.js';
import { type Lattice, NO_WORD, SENTENCE_BREAK, type TrigramModel } from './lattice.js';
import { StateGraph } from './state-graph.js';

/** Tokens without candidates after which the two words of context are the same on every path (trigrams). */
const CONTEXT = 2;

/**
 * States that are so much less likely than the best one of their place, in nats, are given up: the words that follow rarely
 * tell for them. On parallel text no measure of the repair knows a difference from keeping them, and a quarter of the work is saved.
 */
const MARGIN = 8;

/** What the decoder found. Holds until its next call, which uses the same memory. */
export interface Decoded extends Posteriors {
  /** Edges on the likeliest path, ascending. */
  path(): number[];
  /** Decodes again after `lattice.unary` has changed, without asking the language model again. */
  rescore(): void;
}

/**
 * Finds the likeliest reading of a lattice (Viterbi) and the probability of every candidate (forward–backward), over
 * states of two words of context.
 *
 * A stretch of tokens without candidates says nothing, so only the stretches around candidates are unrolled into states and
 * transitions. Cost is linear in tokens and edges, with the beam as its factor.
 */
export class Decoder {
  private readonly graph: StateGraph;
  private readonly algorithm = new ForwardBackward();

  /**
   * @param weight what a nat of the language model counts against a nat of `lattice.unary`
   * @param margin nats by which a state may be less likely than the best one of its place
   */
  constructor(
    private readonly trigrams: TrigramModel,
    private readonly weight: number,
    margin = MARGIN,
  ) {
    this.graph = new StateGraph(margin);
  }

  decode(lattice: Lattice): Decoded {
    const { graph, algorithm } = this;
    const tokens = lattice.tokenWords.length;
    const result = {
      posterior: new Float64Array(lattice.count),
      kept: new Float64Array(tokens).fill(1),
      path: () => bestPath(graph),
      rescore: () => algorithm.run(graph, lattice, result),
    };
    graph.clear(tokens);
    this.unrollAll(lattice);
    algorithm.run(graph, lattice, result);
    return result;
  }

  /** Unrolls every stretch of tokens around candidates. */
  private unrollAll(lattice: Lattice): void {
    const { tokenWords } = lattice;
    let edge = 0;
    while (edge < lattice.count) {
      const begin = lattice.from[edge] as number;
      // The stretch reaches as far as candidates follow each other within the context, and the context beyond.
      let last = edge;
      let reach = lattice.to[edge] as number;
      while (
        last + 1 < lattice.count &&
        (lattice.from[last + 1] as number) <= skip(tokenWords, reach, CONTEXT)
      ) {
        last++;
        reach = Math.max(reach, lattice.to[last] as number);
      }
      this.unroll(lattice, begin, skip(tokenWords, reach, CONTEXT), edge, last);
      edge = last + 1;
    }
  }

  private unroll(lattice: Lattice, begin: number, end: number, firstEdge: number, lastEdge: number): void {
    const { graph, trigrams, weight } = this;
    const { tokenWords } = lattice;
    const [one, two] = this.contextBefore(tokenWords, begin);
    graph.begin(begin, one, two);
    let edge = firstEdge;
    for (let place = begin; place < end; place++) {
      let until = edge;
      while (until <= lastEdge && lattice.from[until] === place) until++;
      const word = tokenWords[place] as number;
      for (let state = graph.statesAt(place); state !== -1; state = graph.next[state] as number) {
        const first = graph.first[state] as number;
        const second = graph.second[state] as number;
        if (word === NO_WORD) graph.connect(state, graph.state(place + 1, first, second), -1 - place, 0, 0);
        else if (word === SENTENCE_BREAK) {
          const score = weight * trigrams.score(first, second, trigrams.sentenceEnd);
          graph.connect(state, graph.state(place + 1, 0, trigrams.sentenceStart), -1 - place, score, 0);
        } else {
          const score = weight * trigrams.score(first, second, word);
          graph.connect(state, graph.state(place + 1, second, word), -1 - place, score, 0);
        }
        for (let e = edge; e < until; e++) this.follow(lattice, state, e);
      }
      edge = until;
    }
    graph.end(begin, end);
  }

  /** Follows a candidate from a state. */
  private follow(lattice: Lattice, state: number, edge: number): void {
    const { graph, trigrams } = this;
    let first = graph.first[state] as number;
    let second = graph.second[state] as number;
    let score = 0;
    const end = lattice.firstWord[edge + 1] as number;
    for (let k = lattice.firstWord[edge] as number; k < end; k++) {
      const word = lattice.words[k] as number;
      score += trigrams.score(first, second, word);
      first = second;
      second = word;
    }
    const target = graph.state(lattice.to[edge] as number, first, second);
    graph.connect(state, target, edge, score * this.weight, lattice.unary[edge] as number);
  }

  /** The two words before a place, as the text has them. */
  private contextBefore(tokenWords: Int32Array, place: number): [number, number] {
    const { sentenceStart } = this.trigrams;
    const context: number[] = [];
    for (let i = place - 1; i >= 0 && context.length < CONTEXT; i--) {
      const word = tokenWords[i] as number;
      if (word === NO_WORD) continue;
      if (word === SENTENCE_BREAK) {
        context.push(sentenceStart, 0);
        break;
      }
      context.push(word);
    }
    if (context.length === 0) context.push(sentenceStart);
    const [second, first = second === sentenceStart ? 0 : sentenceStart] = context;
    return [first, second as number];
  }
}

/** The place after so many more words from a place on, or the end of the text. */
function skip(tokenWords: Int32Array, place: number, words: number): number {
  let left = words;
  let at = place;
  while (at < tokenWords.length && left > 0) if ((tokenWords[at++] as number) !== NO_WORD) left--;
  return at;
}
