import { EDGE_EMPTY, edgeSlot } from './format.js';

/** A trie over word numbers, as a compiled dictionary holds it: see format.ts, sections 3 and 4. */
export interface TokenTrie {
  /** Hash table of edges, three numbers each: parent node, word, child node; node 0 is the root. */
  readonly edges: Uint32Array;
  /** Number of the form that ends at each node, 0 for none. */
  readonly formAtNode: Uint32Array;
}

/** A form to be found: its words, and the number to find. */
export interface TrieForm {
  readonly words: readonly number[];
  readonly form: number;
}

/**
 * The node below `node` for a word, 0 where there is none.
 *
 * @param mask slots of the table less one
 */
export function childOf(edges: Uint32Array, mask: number, node: number, word: number): number {
  for (let slot = edgeSlot(node, word, mask); ; slot = (slot + 1) & mask) {
    const parent = edges[slot * 3] as number;
    if (parent === EDGE_EMPTY) return 0;
    if (parent === node && edges[slot * 3 + 1] === word) return edges[slot * 3 + 2] as number;
  }
}

/** A trie of forms. */
export function buildTrie(forms: readonly TrieForm[]): TokenTrie {
  return extendTrie({ edges: new Uint32Array(6).fill(EDGE_EMPTY), formAtNode: new Uint32Array(1) }, forms);
}

/** A copy of a trie that finds more forms. Of a form that it has already, the number is replaced. */
export function extendTrie({ edges, formAtNode }: TokenTrie, added: readonly TrieForm[]): TokenTrie {
  const mask = edges.length / 3 - 1;
  const forms: number[] = [];
  const children = new Map<string, number>();
  const list: [parent: number, word: number, child: number][] = [];
  const known = new Map<number, number>();
  for (const { words, form } of added) {
    let node = 0;
    for (const word of words) {
      const key = `${node} ${word}`;
      let child = childOf(edges, mask, node, word) || children.get(key);
      if (child === undefined) {
        child = formAtNode.length + forms.length;
        forms.push(0);
        children.set(key, child);
        list.push([node, word, child]);
      }
      node = child;
    }
    if (node < formAtNode.length) known.set(node, form);
    else forms[node - formAtNode.length] = form;
  }
  const extended = new Uint32Array(formAtNode.length + forms.length);
  extended.set(formAtNode);
  extended.set(forms, formAtNode.length);
  for (const [node, form] of known) extended[node] = form;
  return { edges: withEdges(edges, list, extended.length - 1), formAtNode: extended };
}

/** A copy of a table with more edges, `count` in all. Filled at most half, so that a probe ends after one or two steps. */
function withEdges(
  edges: Uint32Array,
  added: readonly (readonly [parent: number, word: number, child: number])[],
  count: number,
): Uint32Array {
  const slots = Math.max(edges.length / 3, 2 ** Math.ceil(Math.log2(count * 2 + 2)));
  const fits = slots * 3 === edges.length;
  const table = fits ? edges.slice() : new Uint32Array(slots * 3).fill(EDGE_EMPTY);
  const insert = (parent: number, word: number, child: number) => {
    let slot = edgeSlot(parent, word, slots - 1);
    while (table[slot * 3] !== EDGE_EMPTY) slot = (slot + 1) & (slots - 1);
    table[slot * 3] = parent;
    table[slot * 3 + 1] = word;
    table[slot * 3 + 2] = child;
  };
  if (!fits) {
    for (let at = 0; at < edges.length; at += 3) {
      const parent = edges[at] as number;
      if (parent !== EDGE_EMPTY) insert(parent, edges[at + 1] as number, edges[at + 2] as number);
    }
  }
  for (const [parent, word, child] of added) insert(parent, word, child);
  return table;
}
