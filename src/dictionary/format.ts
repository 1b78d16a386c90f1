/*
 * The compiled reversal dictionary: a container (see text/container.ts) of eighteen sections.
 *
 *    0  u16  vocabulary: folded words, one after the other
 *    1  u32  vocabulary: where each word begins
 *    2  u32  vocabulary: hash table
 *    3  u32  trie: hash table of edges, three numbers each: parent node, word, child node; node 0 is the root
 *    4  u32  trie: number of the form that ends at each node, 0 for none
 *    5  u32  forms: first candidate of each spun form (form f has first[f - 1] to first[f]); standard forms,
 *            which have no candidates, are numbered after the spun ones
 *    6  u32  candidates, five numbers each: standard text, form number of the standard, rule, context, flags
 *    7  u32  contexts: number of clauses, then for each its key, number of words, words; 0 is the empty context
 *    8  u16, 9 u32  standard texts, sorted
 *   10  u16, 11 u32  names of rules
 *   12  f32  forms, by setting: how many times more often a spun form stands in spun text, as a substitute, than in sound text
 *   13  f32  forms, by setting: share of the occurrences of a form that spun text has lost
 *   14  f32  candidates, by setting: share of the replaced occurrences of the standard that become the spun form
 *   15  f32  spun forms: how surely a spinner's table puts the form in for others
 *   16  u8   forms: number of words, by form number
 *   17  f32  weights of the evidence, in the order of SPIN_WEIGHT_NAMES in repairs/spin/weights.ts
 *
 * Settings are those of spinner-table.ts, the unknown one last: the table of each follows that of the one before.
 *
 * A word in a context is its vocabulary number, or WORD_CLASS_BIT and the number of a word class.
 */

export const DICTIONARY_MAGIC = 'EMENDDIC';
export const DICTIONARY_VERSION = 3;

/** Parent of an empty slot of the edge table. */
export const EDGE_EMPTY = 0xffffffff;

export const WORD_CLASS_BIT = 0x80000000;

/** Numbers per candidate in section 6. */
export const CANDIDATE_COLUMNS = 5;

export const CandidateFlag = {
  /** Applies only in a document diagnosed as spun. */
  OnlySpun: 1,
  /** Matches only where the text is capitalised. */
  Name: 2,
  /** Parallel text has shown the pair in one row of a spinner's table. */
  Learnt: 4,
  /** The entry asks for certain words right before or after. */
  Positional: 8,
  /** The entry was made of a synonym group, of a member for the head. */
  Grouped: 16,
  /** The entry was made of a synonym group, of the head for a member. */
  GroupedHead: 32,
  /** Holds for the words of composed terms alone. */
  OnlyInTerms: 128,
  /** The entry is the user's own; never in a file, see extend.ts. */
  Own: 64,
} as const;

/** First slot of the edge table to look in. */
export function edgeSlot(node: number, word: number, mask: number): number {
  const hash = Math.imul(Math.imul(node, 0x9e3779b1) ^ word, 0x85ebca6b);
  return (hash ^ (hash >>> 15)) & mask;
}
