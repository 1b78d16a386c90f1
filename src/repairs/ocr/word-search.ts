import type { WordTrie } from '../../lexicon/word-trie.js';
import type { Channel, GroupRules } from './confusions.js';

/** States followed at one place. */
const BEAM = 128;
/** States that may be made at one place, and in all: a power of two, half of which is filled. */
const ROOM = 4096;
const TABLE = 1 << 15;
const TABLE_SHIFT = 17;
/** Words that are reported. */
const MOST_FOUND = 4096;
/** Most characters that a word is read from. */
export const LONGEST_SEEN = 40;

/** Bounds are raised from the first by steps until a word is found, nats. */
const FIRST_BOUND = 8;
const BOUND_STEP = 4;
/** How much dearer than the cheapest a word may be, nats. */
const RIVALS = 6;
/** What a letter beyond the channel's tables costs for any other. */
const GENERAL = 9;

/** What a search is to look for. */
export interface SearchBounds {
  /** Whether the word is set in capitals. */
  readonly capitals: boolean;
  /** Most that a reading may cost, nats. */
  readonly most: number;
}

/**
 * Finds every word of a lexicon that a stretch of text may be a misreading of: a search through the tree of words along the
 * text, with the confusions of the channel as detours. Like the automata of Schulz and Mihov, "Fast string correction with
 * Levenshtein automata" (2002), but weighted.
 */
export class WordSearch {
  /** Readings of the last search: word, cost in nats, place where the word ends. */
  count = 0;
  readonly word = new Int32Array(MOST_FOUND);
  readonly cost = new Float64Array(MOST_FOUND);
  readonly end = new Int32Array(MOST_FOUND);

  /** States by place and slot: node of the tree and cost. */
  private readonly nodes = new Int32Array((LONGEST_SEEN + 1) * ROOM);
  private readonly costs = new Float64Array((LONGEST_SEEN + 1) * ROOM);
  private readonly sizes = new Int32Array(LONGEST_SEEN + 1);
  /** Slot of a node at a place, by open addressing; an entry is of this search where `stamps` says so. */
  private readonly keys = new Int32Array(TABLE);
  private readonly slots = new Int32Array(TABLE);
  private readonly stamps = new Int32Array(TABLE);
  private stamp = 0;
  private used = 0;
  /** Slot whose state is gone on from; those up to it at its place were. */
  private walked = -1;
  private readonly order = new Float64Array(ROOM);

  constructor(
    private readonly trie: WordTrie,
    private readonly channel: Channel,
  ) {}

  /**
   * Searches with a low bound first and a higher one where that is not enough: most words are a cheap confusion away.
   *
   * @param text the text; the word begins at `from` and ends at `to` at the latest
   * @param mayEnd by place relative to `from`: whether a word may end there; 2 where it best should
   */
  run(text: string, from: number, to: number, mayEnd: Uint8Array, { capitals, most }: SearchBounds): void {
    for (let bound = Math.min(most, FIRST_BOUND); ; ) {
      this.runWithin(text, from, to, mayEnd, { capitals, most: bound });
      if (bound >= most) return;
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < this.count; i++) {
        if (mayEnd[this.end[i] as number] === 2) least = Math.min(least, this.cost[i] as number);
      }
      // Dearer words than the cheapest may fit better.
      const wanted = Math.min(most, least === Number.POSITIVE_INFINITY ? bound + BOUND_STEP : least + RIVALS);
      if (wanted <= bound) return;
      bound = wanted;
    }
  }

  private runWithin(text: string, from: number, to: number, mayEnd: Uint8Array, bounds: SearchBounds): void {
    const { trie, channel, sizes, nodes, costs } = this;
    const { firstChild, letter: letters } = trie;
    const { capitals, most } = bounds;
    const length = Math.min(to - from, LONGEST_SEEN);
    this.count = 0;
    this.stamp++;
    this.used = 0;
    this.walked = -1;
    sizes.fill(0, 0, length + 1);
    this.push(0, 0, 0);
    for (let at = 0; at <= length; at++) {
      if (sizes[at] === 0) continue;
      const limit = this.limitAt(at, most);
      const base = at * ROOM;
      const isEnd = at === length;
      const mayEndHere = at > 0 && mayEnd[at] !== 0;
      const code = isEnd ? 0 : text.charCodeAt(from + at);
      // The list grows while it is walked: letters that were lost lead to states of the same place.
      for (let slot = 0; slot < (sizes[at] as number); slot++) {
        this.walked = base + slot;
        const node = nodes[base + slot] as number;
        const cost = costs[base + slot] as number;
        if (cost > limit) continue;
        if (mayEndHere) this.report(trie.word[node] as number, cost, at);
        const table = capitals ? channel.capitals : node === 0 ? channel.start : channel.inside;
        const first = firstChild[node] as number;
        const last = firstChild[node + 1] as number;
        const budget = most - cost;
        if (budget >= table.leastLost) {
          for (let child = first; child < last; child++) {
            const lost = table.lostCost(letters[child] as number);
            if (lost <= budget) this.push(at, child, cost + lost);
          }
        }
        if (isEnd) continue;
        const swaps = table.swapCosts(code);
        for (let child = first; child < last; child++) {
          const swap = swaps[letters[child] as number] ?? GENERAL;
          if (swap <= budget) this.push(at + 1, child, cost + swap);
        }
        const added = table.addedCost(code);
        if (added <= budget) this.push(at + 1, node, cost + added);
        this.followGroups(table.groupRules(code), text, from, at, { node, cost, most, length });
      }
    }
  }

  /** Follows confusions of several characters. */
  private followGroups(
    rules: GroupRules,
    text: string,
    from: number,
    at: number,
    { node, cost, most, length }: { node: number; cost: number; most: number; length: number },
  ): void {
    for (let r = 0; r < rules.cost.length; r++) {
      const total = cost + (rules.cost[r] as number);
      if (total > most) continue;
      const seen = rules.seen[r] as string;
      if (at + seen.length > length || !matches(text, from + at, seen)) continue;
      const truth = rules.truth[r] as string;
      let target = node;
      for (let k = 0; k < truth.length && target !== -1; k++) {
        target = this.trie.child(target, truth.charCodeAt(k));
      }
      if (target !== -1) this.push(at + seen.length, target, total);
    }
  }

  private report(word: number, cost: number, at: number): void {
    if (word === 0 || this.count === MOST_FOUND) return;
    this.word[this.count] = word;
    this.cost[this.count] = cost;
    this.end[this.count++] = at;
  }

  /** Cost above which a place's states are left: so that at most a beam of them is followed. */
  private limitAt(at: number, most: number): number {
    const size = this.sizes[at] as number;
    if (size <= BEAM) return most;
    const base = at * ROOM;
    const sorted = this.order.subarray(0, size);
    sorted.set(this.costs.subarray(base, base + size));
    sorted.sort();
    return sorted[BEAM - 1] as number;
  }

  /** Adds a state, or lowers the cost of the one that is there. */
  private push(at: number, node: number, cost: number): void {
    const key = node * 64 + at;
    const mask = TABLE - 1;
    let index = Math.imul(key, 0x9e3779b1) >>> TABLE_SHIFT;
    while (this.stamps[index] === this.stamp) {
      if (this.keys[index] === key) {
        const slot = this.slots[index] as number;
        if (cost >= (this.costs[slot] as number)) return;
        if (slot > this.walked) {
          this.costs[slot] = cost;
          return;
        }
        // What was gone on from already is gone on from again, as a state of its own.
        break;
      }
      index = (index + 1) & mask;
    }
    const size = this.sizes[at] as number;
    if (size === ROOM || this.used > TABLE / 2) return;
    this.sizes[at] = size + 1;
    this.used++;
    const slot = at * ROOM + size;
    this.nodes[slot] = node;
    this.costs[slot] = cost;
    this.keys[index] = key;
    this.slots[index] = slot;
    this.stamps[index] = this.stamp;
  }
}

function matches(text: string, at: number, seen: string): boolean {
  for (let i = 1; i < seen.length; i++) if (text.charCodeAt(at + i) !== seen.charCodeAt(i)) return false;
  return true;
}
