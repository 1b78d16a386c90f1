import { letterBit, type WordTrie } from '../../../lexicon/word-trie.js';

/** Numbers of a node. */
const FIELDS = 4;
/** Which is which: its first child; the letters behind it, as {@link letterBit}s; its letter and depths; its rarity. */
const FIRST_CHILD = 0;
const BELOW = 1;
const LETTER = 2;
const RARITY = 3;

/**
 * A tree of words as a search for the likeliest of them wants it: the children of a node stand side by side, those with the most
 * frequent words first, and all that is asked of a node lies together in memory, as fetching it is what takes the time.
 */
export class RankedTree {
  /** Number of the word that ends at a node, counted from 1; 0 where none does. */
  readonly word: Uint32Array;
  private readonly fields: Int32Array;
  private readonly rarities: Float32Array;

  /**
   * @param rarities by word number less 1: how rare it is, in any unit; words that are infinitely rare are left out
   */
  constructor(trie: WordTrie, rarities: Float32Array) {
    const size = trie.word.length;
    const rarity = leastBehind(trie, rarities);
    const near = new Uint8Array(size);
    const far = new Uint8Array(size);
    const below = new Int32Array(size);
    survey(trie, rarity, rarities, { near, far, below });
    this.fields = new Int32Array((size + 1) * FIELDS);
    this.rarities = new Float32Array(this.fields.buffer);
    this.word = new Uint32Array(size);
    /** By new number: the old one. */
    const old = new Int32Array(size);
    let count = 1;
    for (let node = 0; node < count; node++) {
      const from = old[node] as number;
      const first = count;
      for (
        let child = trie.firstChild[from] as number;
        child < (trie.firstChild[from + 1] as number);
        child++
      ) {
        const own = rarity[child] as number;
        if (own === Number.POSITIVE_INFINITY) continue;
        // Few children each: sorted by insertion.
        let at = count++;
        for (; at > first && (rarity[old[at - 1] as number] as number) > own; at--)
          old[at] = old[at - 1] as number;
        old[at] = child;
      }
      const word = trie.word[from] as number;
      if (word !== 0 && rarities[word - 1] !== Number.POSITIVE_INFINITY) this.word[node] = word;
      const row = node * FIELDS;
      this.fields[row + FIRST_CHILD] = first;
      this.fields[row + BELOW] = below[from] as number;
      this.fields[row + LETTER] =
        (trie.letter[from] as number) | ((near[from] as number) << 16) | ((far[from] as number) << 24);
      this.rarities[row + RARITY] = rarity[from] as number;
    }
    this.fields[count * FIELDS + FIRST_CHILD] = count;
  }

  /** The children of a node are those from its first to the first of the next node. */
  firstChild(node: number): number {
    return this.fields[node * FIELDS + FIRST_CHILD] as number;
  }

  /** Letter by which a node is reached, as a UTF-16 code unit. */
  letter(node: number): number {
    return (this.fields[node * FIELDS + LETTER] as number) & 0xffff;
  }

  /** The letters behind a node, as {@link letterBit}s. */
  below(node: number): number {
    return this.fields[node * FIELDS + BELOW] as number;
  }

  /** Letters to the nearest word that ends at a node or behind it. */
  nearest(node: number): number {
    return ((this.fields[node * FIELDS + LETTER] as number) >>> 16) & 0xff;
  }

  /** Letters to the farthest one. */
  farthest(node: number): number {
    return (this.fields[node * FIELDS + LETTER] as number) >>> 24;
  }

  /** Rarity of the most frequent word that ends at a node or behind it. */
  rarity(node: number): number {
    return this.rarities[node * FIELDS + RARITY] as number;
  }

  /** The child of a node by a letter, or -1. */
  child(node: number, code: number): number {
    const end = this.firstChild(node + 1);
    for (let child = this.firstChild(node); child < end; child++) {
      if (this.letter(child) === code) return child;
    }
    return -1;
  }
}

/** By node: the least value of the words that end at it or behind it. */
function leastBehind({ firstChild, word }: WordTrie, values: Float32Array): Float32Array {
  const least = new Float32Array(word.length);
  for (let node = word.length - 1; node >= 0; node--) {
    const number = word[node] as number;
    let value = number === 0 ? Number.POSITIVE_INFINITY : (values[number - 1] as number);
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++) {
      value = Math.min(value, least[child] as number);
    }
    least[node] = value;
  }
  return least;
}

/** Fills in what stands behind each node: depths of the nearest and the farthest word, and the letters. */
function survey(
  { firstChild, letter, word }: WordTrie,
  rarity: Float32Array,
  rarities: Float32Array,
  { near, far, below }: { near: Uint8Array; far: Uint8Array; below: Int32Array },
): void {
  for (let node = word.length - 1; node >= 0; node--) {
    const number = word[node] as number;
    let letters = 0;
    let nearest = number === 0 || rarities[number - 1] === Number.POSITIVE_INFINITY ? 0xff : 0;
    let farthest = 0;
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++) {
      if (rarity[child] === Number.POSITIVE_INFINITY) continue;
      letters |= letterBit(letter[child] as number) | (below[child] as number);
      nearest = Math.min(nearest, 1 + (near[child] as number));
      farthest = Math.max(farthest, 1 + (far[child] as number));
    }
    near[node] = nearest;
    far[node] = farthest;
    below[node] = letters;
  }
}
