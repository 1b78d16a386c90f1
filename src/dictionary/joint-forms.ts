import { EDGE_EMPTY } from './format.js';
import type { DictionarySections } from './sections.js';
import { childOf } from './trie.js';

/** Numbers of the forms of both dictionaries in the joint one: spun ones first, as ever. */
export interface FormNumbers {
  /** By own form, counted from 0: its words. */
  readonly words: readonly (readonly number[])[];
  readonly spunForms: number;
  readonly forms: number;
  /** By form of the base, and by own form: its number. */
  readonly ofBase: Uint32Array;
  readonly ofOwn: Uint32Array;
}

/**
 * Numbers the forms of a dictionary and of own entries together.
 *
 * @param wordOf the number, in the joint vocabulary, of a word of the own one
 */
export function numberForms(
  base: DictionarySections,
  own: DictionarySections,
  wordOf: (own: number) => number,
): FormNumbers {
  const words = wordsOfForms(own).map((form) => form.map(wordOf));
  const mask = base.edges.length / 3 - 1;
  const inBase = words.map((form) => {
    let node = 0;
    for (const word of form) {
      node = childOf(base.edges, mask, node, word);
      if (node === 0) return 0;
    }
    return base.formAtNode[node] as number;
  });
  const baseSpun = base.first.length - 1;
  const ownSpun = own.first.length - 1;
  // A form that is only standard in the base may be spun in an own entry: then it moves, and its old number stays empty.
  const moved = new Map<number, number>();
  const ofOwn = new Uint32Array(words.length + 1);
  let spunForms = baseSpun;
  for (let form = 1; form <= ownSpun; form++) {
    const known = inBase[form - 1] as number;
    ofOwn[form] = known !== 0 && known <= baseSpun ? known : ++spunForms;
    if (known > baseSpun) moved.set(known, spunForms);
  }
  const shift = spunForms - baseSpun;
  const ofBase = new Uint32Array(base.lengths.length);
  for (let form = 1; form < ofBase.length; form++) ofBase[form] = form <= baseSpun ? form : form + shift;
  for (const [form, number] of moved) ofBase[form] = number;
  let forms = ofBase.length - 1 + shift;
  for (let form = ownSpun + 1; form <= words.length; form++) {
    const known = inBase[form - 1] as number;
    ofOwn[form] = known === 0 ? ++forms : (ofBase[known] as number);
  }
  return { words, spunForms, forms, ofBase, ofOwn };
}

/** The words of all forms of a dictionary, by form number less one. */
function wordsOfForms({ edges, formAtNode, lengths }: DictionarySections): number[][] {
  const parent = new Uint32Array(formAtNode.length);
  const word = new Uint32Array(formAtNode.length);
  for (let at = 0; at < edges.length; at += 3) {
    if (edges[at] === EDGE_EMPTY) continue;
    parent[edges[at + 2] as number] = edges[at] as number;
    word[edges[at + 2] as number] = edges[at + 1] as number;
  }
  const words: number[][] = Array.from({ length: lengths.length - 1 }, () => []);
  for (const [end, form] of formAtNode.entries()) {
    if (form === 0) continue;
    for (let node = end; node !== 0; node = parent[node] as number) {
      words[form - 1]?.unshift(word[node] as number);
    }
  }
  return words;
}
