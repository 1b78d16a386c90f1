import { foldCode } from '../../text/characters.js';

/**
 * Numbers the distinct words of a text in order of appearance, from 1, and counts them. Words are handed over as
 * stretches of a text with their folded hash, so that no string is made of sixty million tokens.
 */
export class Interner {
  /** Number of distinct words. */
  size = 0;
  private units = new Uint16Array(1 << 20);
  private offsets = new Uint32Array(1 << 16);
  private hashes = new Int32Array(1 << 16);
  private slots = new Uint32Array(1 << 18);

  /** The number of the word at `text[start, end)`. */
  intern(text: string, start: number, end: number, hash: number): number {
    const mask = this.slots.length - 1;
    const length = end - start;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot] as number;
      if (id === 0) break;
      const at = this.offsets[id - 1] as number;
      if (this.hashes[id - 1] !== hash || (this.offsets[id] as number) - at !== length) continue;
      let i = 0;
      while (i < length && this.units[at + i] === foldCode(text.charCodeAt(start + i))) i++;
      if (i === length) return id;
    }
    return this.add(text, start, end, hash, slot);
  }

  /** The word of a number, folded. */
  word(id: number): string {
    return String.fromCharCode(...this.units.subarray(this.offsets[id - 1], this.offsets[id]));
  }

  private add(text: string, start: number, end: number, hash: number, slot: number): number {
    const id = ++this.size;
    const at = this.offsets[id - 1] as number;
    if (id + 1 >= this.offsets.length) {
      this.offsets = grown(this.offsets, new Uint32Array(this.offsets.length * 2));
      this.hashes = grown(this.hashes, new Int32Array(this.hashes.length * 2));
    }
    while (at + end - start > this.units.length) {
      this.units = grown(this.units, new Uint16Array(this.units.length * 2));
    }
    for (let i = start; i < end; i++) this.units[at + i - start] = foldCode(text.charCodeAt(i));
    this.offsets[id] = at + end - start;
    this.hashes[id - 1] = hash;
    this.slots[slot] = id;
    if (id * 2 > this.slots.length) this.rehash();
    return id;
  }

  private rehash(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    const mask = this.slots.length - 1;
    for (let id = 1; id <= this.size; id++) {
      const hash = this.hashes[id - 1] as number;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

function grown<T extends Uint16Array | Uint32Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
