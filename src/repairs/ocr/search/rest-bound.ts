import { letterBit } from '../../../lexicon/word-trie.js';
import { foldCode } from '../../../text/characters.js';
import type { LetterChannel } from '../channel/confusions.js';
import type { RankedTree } from './ranked-tree.js';

/** Bits of letters. */
const BITS = 32;
/** Of these, bits of a to z. */
const LATIN = 26;

/**
 * What the rest of a stretch costs at least where a word is gone on with from a node of the tree: letters of the stretch that stand
 * nowhere behind the node are misread, and so is what is too long or too short for any word there. Never more than the true cost, as
 * A* asks of it (Hart, Nilsson and Raphael, "A formal basis for the heuristic determination of minimum cost paths", 1968).
 */
export class RestBound {
  /** By place: letters up to the next end, as bits. */
  private readonly letters: Int32Array;
  /** By place: characters to the next end, and to the last one; -1 where there is none. */
  private readonly least: Int32Array;
  private readonly most: Int32Array;
  /** By place and letter: what it costs that all of these are misread; and where only a to z are printed. */
  private readonly misread: Float32Array;
  private readonly misreadLatin: Float32Array;
  /** By place: least cost of a letter that is not seen. */
  private readonly short: Float32Array;
  /** By place: least cost of a surplus character. */
  private readonly surplus: Float32Array;

  constructor(
    private readonly tree: RankedTree,
    longest: number,
  ) {
    this.letters = new Int32Array(longest + 1);
    this.least = new Int32Array(longest + 1);
    this.most = new Int32Array(longest + 1);
    this.misread = new Float32Array((longest + 1) * BITS);
    this.misreadLatin = new Float32Array((longest + 1) * BITS);
    this.short = new Float32Array(longest + 1);
    this.surplus = new Float32Array(longest + 1);
  }

  /**
   * Reads the stretch from `from`, `length` characters long, that is gone through next.
   *
   * @param isEnd whether the stretch may end at a place, relative to `from`
   * @param channel that of its letters behind the first
   */
  read(
    text: string,
    from: number,
    length: number,
    isEnd: (place: number) => boolean,
    channel: LetterChannel,
  ): void {
    const { letters, misread, misreadLatin, short, surplus } = this;
    for (let at = length; at >= 0; at--) {
      const row = at * BITS;
      const behind = at === length ? -1 : (this.most[at + 1] as number);
      const ends = isEnd(at);
      this.most[at] = behind === -1 ? (ends ? 0 : -1) : behind + 1;
      const character = channel.seenAs(at === length ? 0 : text.charCodeAt(from + at));
      short[at] = Math.min(
        character.leastShort,
        behind === -1 ? Number.POSITIVE_INFINITY : (short[at + 1] as number),
      );
      if (ends || behind === -1) {
        this.least[at] = ends ? 0 : -1;
        letters[at] = 0;
        surplus[at] = Number.POSITIVE_INFINITY;
        misread.fill(0, row, row + BITS);
        misreadLatin.fill(0, row, row + BITS);
        continue;
      }
      this.least[at] = (this.least[at + 1] as number) + 1;
      const bit = letterBit(foldCode(text.charCodeAt(from + at)));
      const index = row + 31 - Math.clz32(bit);
      misread.copyWithin(row, row + BITS, row + 2 * BITS);
      misread[index] = (misread[index] as number) + character.leastMisread;
      misreadLatin.copyWithin(row, row + BITS, row + 2 * BITS);
      misreadLatin[index] = (misreadLatin[index] as number) + character.leastMisreadLatin;
      letters[at] = (letters[at + 1] as number) | bit;
      surplus[at] = Math.min(surplus[at + 1] as number, character.leastSurplus);
    }
  }

  /** Least that the stretch costs from a place and a node on, nats; infinite where that is more than `budget`. */
  of(at: number, node: number, budget: number): number {
    const most = this.most[at] as number;
    if (most === -1) return Number.POSITIVE_INFINITY;
    const { tree } = this;
    const short = (tree.nearest(node) - most) * (this.short[at] as number);
    const surplus = (this.least[at] as number) - tree.farthest(node);
    const length = Math.max(0, short, surplus > 0 ? surplus * (this.surplus[at] as number) : 0);
    if (length > budget) return Number.POSITIVE_INFINITY;
    // What the first letter may be, another channel says.
    if (node === 0) return length;
    const below = tree.below(node);
    const misread = below >>> LATIN === 0 ? this.misreadLatin : this.misread;
    let missing = (this.letters[at] as number) & ~below;
    let cost = 0;
    while (missing !== 0) {
      const index = 31 - Math.clz32(missing);
      cost += misread[at * BITS + index] as number;
      if (cost > budget) return Number.POSITIVE_INFINITY;
      missing &= ~(1 << index);
    }
    return Math.max(cost, length);
  }
}
