import { pluralize } from '../lexicon/inflection.js';
import { foldCode, isHyphen } from '../text/characters.js';
import { readContainer } from '../text/container.js';
import { type StringTable, stringAt } from '../text/strings.js';
import { HASH_START, hashStep, Vocabulary } from '../text/vocabulary.js';
import { edgeSlot } from './format.js';

/*
 * Compiled terms: a container (see text/container.ts) of nine sections.
 *
 *   0  u16  vocabulary: folded words of the terms and plurals of their heads, one after the other
 *   1  u32  vocabulary: where each word begins
 *   2  u32  vocabulary: hash table
 *   3  u32  words: number of the head that the word is the plural of, 0 for none
 *   4  u32  trie: hash table of edges, three numbers each: parent node, word, child node; node 0 is the root, and as it is no
 *           child, a child of 0 marks an empty slot
 *   5  u32  trie: number of the term that ends at each node, from 1; 0 for none
 *   6  u16, 7 u32  terms as they are written
 *   8  u8   terms: index of the word that takes the plural
 */

export const TERMS_MAGIC = 'EMENDTRM';
export const TERMS_VERSION = 1;

/** Numbers per edge of the trie. */
export const TERM_EDGE = 3;

const BLANK = 0x20;

/**
 * Standard terms of several words, as a trie over their words. A hyphen parts words as a blank does: "time-delay system" has
 * three. Immutable.
 */
export class TermIndex {
  /** Words of the terms, and plurals of their heads. */
  readonly vocabulary: Vocabulary;
  /** Number of terms. */
  readonly size: number;
  private readonly singulars: Uint32Array;
  private readonly edges: Uint32Array;
  private readonly mask: number;
  private readonly termAtNode: Uint32Array;
  private readonly terms: StringTable;
  private readonly heads: Uint8Array;

  /** @throws Error when the bytes are no terms, of another version, or damaged */
  constructor(bytes: Uint8Array) {
    const sections = readContainer(TERMS_MAGIC, TERMS_VERSION, bytes);
    const u32 = (i: number) => sections[i] as Uint32Array;
    this.vocabulary = new Vocabulary(sections[0] as Uint16Array, u32(1), u32(2));
    this.singulars = u32(3);
    this.edges = u32(4);
    this.mask = this.edges.length / TERM_EDGE - 1;
    this.termAtNode = u32(5);
    this.terms = { units: sections[6] as Uint16Array, offsets: u32(7) };
    this.heads = sections[8] as Uint8Array;
    this.size = this.heads.length - 1;
  }

  /** Number of the word at `text[start, end)`, from 1; 0 where no term has it. */
  wordAt(text: string, start: number, end: number): number {
    let hash = HASH_START;
    for (let i = start; i < end; i++) hash = hashStep(hash, foldCode(text.charCodeAt(i)));
    return this.vocabulary.find(text, start, end, hash);
  }

  /** Number of the word that a word is the plural of, 0 where it is none of a term's head. */
  singularOf(word: number): number {
    return this.singulars[word] as number;
  }

  /** The node below `node` for a word, 0 where there is none; the root is node 0. */
  child(node: number, word: number): number {
    const { edges, mask } = this;
    for (let slot = edgeSlot(node, word, mask); ; slot = (slot + 1) & mask) {
      const child = edges[slot * TERM_EDGE + 2] as number;
      if (child === 0 || (edges[slot * TERM_EDGE] === node && edges[slot * TERM_EDGE + 1] === word))
        return child;
    }
  }

  /** Number of the term that ends at a node, from 1; 0 for none. */
  termAt(node: number): number {
    return this.termAtNode[node] as number;
  }

  /** Index of the word of a term that takes the plural. */
  headOf(term: number): number {
    return this.heads[term] as number;
  }

  /** A term as its file writes it, or in the plural. */
  textOf(term: number, { plural = false } = {}): string {
    const text = stringAt(this.terms, term - 1);
    if (!plural) return text;
    const { start, end } = wordStretches(text)[this.headOf(term)] as { start: number; end: number };
    return text.slice(0, start) + pluralize(text.slice(start, end)) + text.slice(end);
  }
}

/** Where the words of a term stand in it. */
export function wordStretches(term: string): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= term.length; i++) {
    const code = i < term.length ? term.charCodeAt(i) : BLANK;
    if (code !== BLANK && !isHyphen(code)) continue;
    if (i > start) stretches.push({ start, end: i });
    start = i + 1;
  }
  return stretches;
}
