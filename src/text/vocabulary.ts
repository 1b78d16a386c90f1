import { foldCode } from './characters.js';
import { allStrings, buildStringTable, stringAt } from './strings.js';

/** Start of the running hash of a word: the FNV-1a offset basis. */
export const HASH_START = 0x811c9dc5 | 0;

/** The running hash after one more folded code unit (FNV-1a over 16-bit units). */
export function hashStep(hash: number, folded: number): number {
  return Math.imul(hash ^ folded, 0x01000193);
}

/** Hash of a whole folded word. */
export function hashWord(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Words and their numbers, 1 to `size`, in three typed arrays that a binary file can hold as they are.
 * A word is found from a stretch of a text, without making a string of it.
 */
export class Vocabulary {
  /** Number of words. */
  readonly size: number;
  private readonly mask: number;

  constructor(
    /** The folded words one after the other, as UTF-16 code units. */
    readonly units: Uint16Array,
    /** Where each word begins in `units`; one more than there are words. */
    readonly offsets: Uint32Array,
    /** Open-addressing hash table of word numbers, 0 for an empty slot; its length is a power of two. */
    readonly slots: Uint32Array,
  ) {
    this.size = offsets.length - 1;
    this.mask = slots.length - 1;
  }

  /** Number of the word at `text[start, end)`, whose folded hash is `hash`; 0 where it is not in the vocabulary. */
  find(text: string, start: number, end: number, hash: number): number {
    const { units, offsets, slots, mask } = this;
    const length = end - start;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot] as number;
      if (id === 0) return 0;
      const at = offsets[id - 1] as number;
      if ((offsets[id] as number) - at !== length) continue;
      let i = 0;
      while (i < length && units[at + i] === foldCode(text.charCodeAt(start + i))) i++;
      if (i === length) return id;
    }
  }

  /** Number of a word, 0 where it is not in the vocabulary. */
  id(word: string): number {
    let hash = HASH_START;
    for (let i = 0; i < word.length; i++) hash = hashStep(hash, foldCode(word.charCodeAt(i)));
    return this.find(word, 0, word.length, hash);
  }

  /** All words, folded; word `words()[i]` has the number i + 1. */
  words(): string[] {
    return allStrings(this);
  }

  /** The word of a number from 1 to `size`, folded. */
  word(id: number): string {
    return stringAt(this, id - 1);
  }
}

/** Builds a vocabulary; word `words[i]` gets the number i + 1. The words must be folded and distinct. */
export function buildVocabulary(words: readonly string[]): Vocabulary {
  const { units, offsets } = buildStringTable(words);
  return indexVocabulary(units, offsets);
}

/** The vocabulary of folded, distinct words that stand one after the other in `units`, with its hash table made anew. */
export function indexVocabulary(units: Uint16Array, offsets: Uint32Array): Vocabulary {
  const size = offsets.length - 1;
  // Filled at most half, so that a probe ends after one or two steps.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(size * 2 + 2)));
  const mask = slots.length - 1;
  for (let id = 1; id <= size; id++) {
    let hash = HASH_START;
    for (let i = offsets[id - 1] as number; i < (offsets[id] as number); i++) {
      hash = hashStep(hash, units[i] as number);
    }
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id;
  }
  return new Vocabulary(units, offsets, slots);
}
