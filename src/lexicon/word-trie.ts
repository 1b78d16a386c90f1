/**
 * A tree of words, letter by letter, in typed arrays. The children of a node stand one after the other in ascending order
 * of their letters, so a node is its number and nothing else; 0 is the root.
 */
export class WordTrie {
  private constructor(
    /** The children of node n are `firstChild[n]` to `firstChild[n + 1] - 1`. */
    readonly firstChild: Uint32Array,
    /** Letter by which a node is reached, as a UTF-16 code unit. */
    readonly letter: Uint16Array,
    /** Number of the word that ends at a node, counted from 1; 0 where none does. */
    readonly word: Uint32Array,
  ) {}

  /** Builds the tree of words that are distinct and sorted by code units; `words[i]` gets the number i + 1. */
  static of(words: readonly string[]): WordTrie {
    let size = 1;
    let before = '';
    for (const word of words) {
      size += word.length - sharedLength(before, word);
      before = word;
    }
    const firstChild = new Uint32Array(size + 1);
    const letter = new Uint16Array(size);
    const ends = new Uint32Array(size);
    // Level by level: a node is the range of words that begin alike, and its children are numbered when it is visited.
    const low = new Uint32Array(size);
    const high = new Uint32Array(size);
    const depth = new Uint8Array(size);
    high[0] = words.length;
    let count = 1;
    for (let node = 0; node < count; node++) {
      firstChild[node] = count;
      const at = depth[node] as number;
      let i = low[node] as number;
      const end = high[node] as number;
      if (i < end && (words[i] as string).length === at) {
        ends[node] = i + 1;
        i++;
      }
      while (i < end) {
        const code = (words[i] as string).charCodeAt(at);
        let next = i + 1;
        while (next < end && (words[next] as string).charCodeAt(at) === code) next++;
        letter[count] = code;
        low[count] = i;
        high[count] = next;
        depth[count] = at + 1;
        count++;
        i = next;
      }
    }
    firstChild[count] = count;
    return new WordTrie(firstChild, letter, ends);
  }

  /** The child of a node by a letter, or -1. */
  child(node: number, code: number): number {
    const end = this.firstChild[node + 1] as number;
    for (let child = this.firstChild[node] as number; child < end; child++) {
      if (this.letter[child] === code) return child;
    }
    return -1;
  }

  /** Number of a word, 0 where it is not in the tree. */
  find(word: string): number {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      node = this.child(node, word.charCodeAt(i));
      if (node === -1) return 0;
    }
    return this.word[node] as number;
  }
}

/** A bit for each folded letter from a to z; the others share six. */
export function letterBit(code: number): number {
  return 1 << (code >= 0x61 && code <= 0x7a ? code - 0x61 : 26 + (code % 6));
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}
