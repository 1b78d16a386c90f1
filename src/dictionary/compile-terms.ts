import { pluralVariants } from '../lexicon/inflection.js';
import { foldText } from '../text/characters.js';
import { writeContainer } from '../text/container.js';
import { buildStringTable } from '../text/strings.js';
import { buildVocabulary } from '../text/vocabulary.js';
import { edgeSlot } from './format.js';
import { TERM_EDGE, TERMS_MAGIC, TERMS_VERSION, wordStretches } from './terms-index.js';

/** The first line of a file of terms. */
const HEADER = 'term';

/** Words before which the head of a noun phrase stands: "degree of freedom". */
const PREPOSITIONS: ReadonlySet<string> = new Set('of in on at for to from with by and or'.split(' '));

/**
 * Compiles files of standard terms into the binary that {@link TermIndex} reads. Deterministic.
 *
 * @param texts contents of the files, see dictionaries/README.md: the header `term`, then one term a line; empty lines and
 *   comments (`#`) are left out. Of terms that differ in hyphens or capitals alone the first stays.
 */
export function compileTerms(texts: readonly string[]): Uint8Array {
  const terms = new Map<string, { term: string; words: readonly string[] }>();
  for (const term of texts.flatMap(readTerms)) {
    const words = wordsOf(term);
    const key = words.join(' ');
    if (words.length > 1 && !terms.has(key)) terms.set(key, { term, words });
  }
  const heads = [...terms.values()].map(({ words }) => headOf(words));
  const words = new Set([...terms.values()].flatMap((term) => term.words));
  const singulars = new Map<string, string>();
  [...terms.values()].forEach((term, i) => {
    const head = term.words[heads[i] as number] as string;
    for (const plural of pluralVariants(head))
      if (plural !== head && !singulars.has(plural)) singulars.set(plural, head);
  });
  for (const plural of singulars.keys()) words.add(plural);
  const vocabulary = buildVocabulary([...words].sort());
  const singularOf = new Uint32Array(vocabulary.size + 1);
  for (const [plural, singular] of singulars) singularOf[vocabulary.id(plural)] = vocabulary.id(singular);

  const trie = buildTrie([...terms.values()].map((term) => term.words.map((word) => vocabulary.id(word))));
  const table = buildStringTable([...terms.values()].map(({ term }) => term));
  return writeContainer(TERMS_MAGIC, TERMS_VERSION, [
    vocabulary.units,
    vocabulary.offsets,
    vocabulary.slots,
    singularOf,
    trie.edges,
    trie.terms,
    table.units,
    table.offsets,
    Uint8Array.from([0, ...heads]),
  ]);
}

/** The terms of a file. */
function readTerms(text: string): string[] {
  const lines = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && line !== HEADER && !line.startsWith('#'));
}

/** The folded words of a term. */
function wordsOf(term: string): string[] {
  return wordStretches(term).map(({ start, end }) => foldText(term.slice(start, end)));
}

/** Index of the word that takes the plural. */
function headOf(words: readonly string[]): number {
  const preposition = words.findIndex((word, i) => i > 0 && PREPOSITIONS.has(word));
  return (preposition === -1 ? words.length : preposition) - 1;
}

/** A trie as a hash table of edges, and the number of the term that ends at each node. */
function buildTrie(sequences: readonly (readonly number[])[]): { edges: Uint32Array; terms: Uint32Array } {
  const children = new Map<string, number>();
  const list: [parent: number, word: number, child: number][] = [];
  const terms: number[] = [0];
  sequences.forEach((sequence, i) => {
    let node = 0;
    for (const word of sequence) {
      const key = `${node} ${word}`;
      let child = children.get(key);
      if (child === undefined) {
        child = terms.length;
        terms.push(0);
        children.set(key, child);
        list.push([node, word, child]);
      }
      node = child;
    }
    terms[node] = i + 1;
  });
  const slots = 2 ** Math.ceil(Math.log2(list.length * 2 + 2));
  const edges = new Uint32Array(slots * TERM_EDGE);
  for (const edge of list) {
    let slot = edgeSlot(edge[0], edge[1], slots - 1);
    while (edges[slot * TERM_EDGE + 2] !== 0) slot = (slot + 1) & (slots - 1);
    edges.set(edge, slot * TERM_EDGE);
  }
  return { edges, terms: Uint32Array.from(terms) };
}
