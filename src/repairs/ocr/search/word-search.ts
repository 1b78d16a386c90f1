import type { WordTrie } from '../../../lexicon/word-trie.js';
import { foldCode } from '../../../text/characters.js';
import { type Channel, GENERAL_COST, type GroupRules, PAIR_COST } from '../channel/confusions.js';
import { RankedTree } from './ranked-tree.js';
import { RestBound } from './rest-bound.js';

/** States followed at one place, the most promising of them; and where words are sought within a rank. */
const BEAM = 32;
const BEAM_WITHIN = 10;
/** Buckets of promise that states are sorted into, and how many there are to a nat. */
const BUCKETS = 256;
const PER_NAT = 8;
/** States that may be made at one place, and in all: a power of two, half of which is filled. */
const ROOM = 4096;
const TABLE = 1 << 15;
const TABLE_SHIFT = 17;
/** Words that are reported. */
const MOST_FOUND = 4096;
/** Most characters that a word is read from. */
export const LONGEST_SEEN = 40;

/** By how much less promising than a word itself another one in its place may be, nats. */
const LESS_PROMISING = 6;
/** Most that a word may cost that ends inside: it is behind it that the stretch is right, or the word is another one. */
const MOST_INSIDE = 6.5;
const BLANK = 0x20;

/** Where a word may end. */
export const WordEnd = {
  No: 0,
  /** Inside the stretch: what stands behind it is another word. */
  Inside: 1,
  /** At its end. */
  Whole: 2,
  /** Before a mark that may part words. */
  Mark: 3,
} as const;

/** What a search is to look for. */
export interface SearchBounds {
  /** Whether the word is set in capitals. */
  readonly capitals: boolean;
  /** Most that a reading may cost, nats. */
  readonly most: number;
  /** Least that it costs to go on with another word behind one that ends inside, nats. */
  readonly parting?: number;
  /** Most that a reading and the rarity of its word may come to, nats of the channel; any without it. */
  readonly mostRank?: number;
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

  /** States by place and slot: node of the tree, cost, bucket of promise. */
  private readonly nodes = new Int32Array((LONGEST_SEEN + 1) * ROOM);
  private readonly costs = new Float64Array((LONGEST_SEEN + 1) * ROOM);
  private readonly bucket = new Uint8Array((LONGEST_SEEN + 1) * ROOM);
  private readonly sizes = new Int32Array(LONGEST_SEEN + 1);
  /** Slot of a node at a place, by open addressing; an entry is of this search where `stamps` says so. */
  private readonly keys = new Int32Array(TABLE);
  private readonly slots = new Int32Array(TABLE);
  private readonly stamps = new Int32Array(TABLE);
  private stamp = 0;
  private used = 0;
  /** Slot whose state is gone on from; those up to it at its place were. */
  private walked = -1;
  /** By place: how many states are in each bucket of promise, how many in those that are followed, and the last of these. */
  private readonly buckets = new Int32Array((LONGEST_SEEN + 1) * BUCKETS);
  private readonly followed = new Int32Array(LONGEST_SEEN + 1);
  private readonly lastBucket = new Int32Array(LONGEST_SEEN + 1);
  private readonly tree: RankedTree;
  private readonly rest: RestBound;
  /** Last place where a word may end inside. */
  private lastInside = -1;
  /** Most that a word may cost, and one that ends inside. */
  private most = 0;
  private mostInside = 0;
  private parting = 0;
  private beam = BEAM;
  private leastPromise = 0;
  private readonly wordRarity: Float32Array;

  constructor(
    trie: WordTrie,
    private readonly channel: Channel,
    /** By word number less 1: how rare the word is, in nats of the channel; frequent ones are more promising. None tells without it. */
    rarities?: Float32Array,
  ) {
    this.wordRarity = rarities ?? new Float32Array(trie.word.length);
    this.tree = new RankedTree(trie, this.wordRarity);
    this.rest = new RestBound(this.tree, LONGEST_SEEN);
  }

  /**
   * Searches a text for the words that begin at `from` and end at `to` at the latest.
   *
   * @param mayEnd by place relative to `from`: whether a word may end there, a {@link WordEnd}
   */
  run(text: string, from: number, to: number, mayEnd: Uint8Array, bounds: SearchBounds): void {
    const { capitals, most, parting = 0, mostRank = Number.POSITIVE_INFINITY } = bounds;
    const length = Math.min(to - from, LONGEST_SEEN);
    const letters = capitals ? this.channel.capitals : this.channel.inside;
    this.rest.read(text, from, length, (place) => (mayEnd[place] as number) >= WordEnd.Whole, letters);
    this.parting = parting;
    this.beam = mostRank === Number.POSITIVE_INFINITY ? BEAM : BEAM_WITHIN;
    this.lastInside = mayEnd.lastIndexOf(WordEnd.Inside, length);
    this.most = most;
    this.mostInside = Math.min(most - parting, MOST_INSIDE);
    const rank = Math.min(mostRank, this.mostRankBeside(text, from, length, mayEnd));
    this.leastPromise = Math.min(BUCKETS - 1, Math.floor(rank * PER_NAT));
    if (rank >= 0) this.follow(text, from, length, mayEnd, capitals);
    else this.count = 0;
  }

  /** Most that a reading may come to beside the word that stands there, if one does. */
  private mostRankBeside(text: string, from: number, length: number, mayEnd: Uint8Array): number {
    if (mayEnd.lastIndexOf(WordEnd.Mark, length) !== -1) return Number.POSITIVE_INFINITY;
    let node = 0;
    let rarity = Number.POSITIVE_INFINITY;
    for (let at = 0; at < length && node !== -1; at++) {
      node = this.tree.child(node, foldCode(text.charCodeAt(from + at)));
      if (node === -1 || mayEnd[at + 1] !== WordEnd.Whole) continue;
      const word = this.tree.word[node] as number;
      if (word !== 0) rarity = Math.min(rarity, this.wordRarity[word - 1] as number);
    }
    return rarity + LESS_PROMISING;
  }

  private follow(text: string, from: number, length: number, mayEnd: Uint8Array, capitals: boolean): void {
    const { tree, channel, sizes, nodes, costs, bucket, lastBucket, most, mostInside } = this;
    this.count = 0;
    this.stamp++;
    this.used = 0;
    this.walked = -1;
    sizes.fill(0, 0, length + 1);
    this.buckets.fill(0, 0, (length + 1) * BUCKETS);
    this.followed.fill(0, 0, length + 1);
    this.lastBucket.fill(this.leastPromise, 0, length + 1);
    this.push(0, 0, 0);
    for (let at = 0; at <= length; at++) {
      if (sizes[at] === 0) continue;
      const base = at * ROOM;
      const isEnd = at === length;
      const endHere = at === 0 ? WordEnd.No : (mayEnd[at] as number);
      const mostHere = endHere === WordEnd.No ? -1 : endHere === WordEnd.Inside ? mostInside : most;
      const code = isEnd ? 0 : text.charCodeAt(from + at);
      const isPair = at + 2 <= length && code !== BLANK && text.charCodeAt(from + at + 1) !== BLANK;
      const inside = (capitals ? channel.capitals : channel.inside).seenAs(code);
      const start = capitals ? inside : channel.start.seenAs(code);
      // The list grows while it is walked: letters that were lost lead to states of the same place.
      for (let slot = 0; slot < (sizes[at] as number); slot++) {
        this.walked = base + slot;
        const node = nodes[base + slot] as number;
        const cost = costs[base + slot] as number;
        if ((bucket[base + slot] as number) > (lastBucket[at] as number)) continue;
        if (cost <= mostHere) this.report(tree.word[node] as number, cost, at);
        const { swaps, lost, leastLost, added, groups } = node === 0 ? start : inside;
        const budget = most - cost;
        const limit = ((lastBucket[at] as number) + 1) / PER_NAT - cost;
        const next = isEnd ? 0 : ((lastBucket[at + 1] as number) + 1) / PER_NAT - cost;
        const beyond = isPair ? ((lastBucket[at + 2] as number) + 1) / PER_NAT - cost : 0;
        const end = tree.firstChild(node + 1);
        for (let child = tree.firstChild(node); child < end; child++) {
          const rarity = tree.rarity(child);
          // The children that follow are rarer still.
          if (rarity >= next && leastLost >= limit - rarity) break;
          const letter = tree.letter(child);
          const lose = lost[letter] ?? GENERAL_COST;
          if (lose <= budget && lose < limit - rarity) this.push(at, child, cost + lose);
          if (isEnd) continue;
          const swap = swaps[letter] ?? GENERAL_COST;
          if (swap <= budget && swap < next - rarity) this.push(at + 1, child, cost + swap);
          if (PAIR_COST <= budget && PAIR_COST < beyond - rarity) this.push(at + 2, child, cost + PAIR_COST);
        }
        if (isEnd) continue;
        if (added <= budget && added < next - tree.rarity(node)) this.push(at + 1, node, cost + added);
        if (groups.cost.length > 0) this.followGroups(groups, text, from, at, { node, cost, length });
      }
    }
  }

  /** Follows confusions of several characters. */
  private followGroups(
    rules: GroupRules,
    text: string,
    from: number,
    at: number,
    { node, cost, length }: { node: number; cost: number; length: number },
  ): void {
    for (let r = 0; r < rules.cost.length; r++) {
      const total = cost + (rules.cost[r] as number);
      if (total > this.most) continue;
      const seen = rules.seen[r] as string;
      if (at + seen.length > length || !matches(text, from + at, seen)) continue;
      const truth = rules.truth[r] as string;
      let target = node;
      for (let k = 0; k < truth.length && target !== -1; k++) {
        target = this.tree.child(target, truth.charCodeAt(k));
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

  /** Counts a state of a place, and gives up the least promising where a beam of better ones is there. */
  private countState(at: number, bucket: number): void {
    const { buckets, followed, lastBucket } = this;
    const row = at * BUCKETS;
    buckets[row + bucket] = (buckets[row + bucket] as number) + 1;
    let count = (followed[at] as number) + 1;
    let last = lastBucket[at] as number;
    while (count - (buckets[row + last] as number) >= this.beam) count -= buckets[row + last--] as number;
    followed[at] = count;
    lastBucket[at] = last;
  }

  /** Adds a state, or lowers the cost of the one that is there; but none that can lead to no word. */
  private push(at: number, node: number, cost: number): void {
    const last = this.lastBucket[at] as number;
    const rarity = this.tree.rarity(node);
    const most = Math.min(this.most, (last + 1) / PER_NAT - rarity);
    let total = cost + this.rest.of(at, node, most - cost);
    if (at <= this.lastInside && cost <= this.mostInside) total = Math.min(total, cost + this.parting);
    if (total > most) return;
    const bucket = Math.min(BUCKETS - 1, Math.floor((total + rarity) * PER_NAT));
    if (bucket > last) return;
    const key = node * 64 + at;
    const mask = TABLE - 1;
    let index = Math.imul(key, 0x9e3779b1) >>> TABLE_SHIFT;
    while (this.stamps[index] === this.stamp) {
      if (this.keys[index] === key) {
        const slot = this.slots[index] as number;
        if (cost >= (this.costs[slot] as number)) return;
        if (slot > this.walked) {
          this.costs[slot] = cost;
          this.bucket[slot] = bucket;
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
    this.bucket[slot] = bucket;
    this.countState(at, bucket);
    this.keys[index] = key;
    this.slots[index] = slot;
    this.stamps[index] = this.stamp;
  }
}

function matches(text: string, at: number, seen: string): boolean {
  for (let i = 1; i < seen.length; i++) if (text.charCodeAt(at + i) !== seen.charCodeAt(i)) return false;
  return true;
}
