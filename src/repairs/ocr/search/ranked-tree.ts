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
    const { rarity, near, far, below } = surveyOf(trie, rarities);
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

/** What stands behind each node of a tree. */
interface Survey {
  /** Rarity of the most frequent word that ends at it or behind it. */
  readonly rarity: Float32Array;
  /** Letters to the nearest and to the farthest word. */
  readonly near: Uint8Array;
  readonly far: Uint8Array;
  /** The letters, as {@link letterBit}s. */
  readonly below: Int32Array;
}

function surveyOf({ firstChild, letter, word }: WordTrie, rarities: Float32Array): Survey {
  const rarity = new Float32Array(word.length).fill(Number.POSITIVE_INFINITY);
  const near = new Uint8Array(word.length).fill(0xff);
  const far = new Uint8Array(word.length);
  const below = new Int32Array(word.length);
  // Children stand behind their parents.
  for (let node = word.length - 1; node >= 0; node--) {
    const number = word[node] as number;
    const own = number === 0 ? Number.POSITIVE_INFINITY : (rarities[number - 1] as number);
    if (own !== Number.POSITIVE_INFINITY) {
      rarity[node] = own;
      near[node] = 0;
    }
    for (let child = firstChild[node] as number; child < (firstChild[node + 1] as number); child++) {
      if (rarity[child] === Number.POSITIVE_INFINITY) continue;
      rarity[node] = Math.min(rarity[node] as number, rarity[child] as number);
      near[node] = Math.min(near[node] as number, 1 + (near[child] as number));
      far[node] = Math.max(far[node] as number, 1 + (far[child] as number));
      below[node] = (below[node] as number) | letterBit(letter[child] as number) | (below[child] as number);
    }
  }
  return { rarity, near, far, below };
}
