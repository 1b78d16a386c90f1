import { buildStringTable, joinStringTables, type StringTable, stringAt } from '../text/strings.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { compileDictionary } from './compile.js';
import type { DictionaryEntry } from './entry.js';
import { WORD_CLASS_BIT } from './format.js';
import { joinCandidates } from './joint-candidates.js';
import { type FormNumbers, numberForms } from './joint-forms.js';
import { type DictionarySections, readSections } from './sections.js';
import { SETTING_TABLES } from './spinner-table.js';
import { NO_STATISTICS } from './statistics.js';
import { extendTrie } from './trie.js';

/**
 * A compiled dictionary with entries of the user's own, which come before its own: an entry takes the place of those that
 * say the same pair, and those go that would undo it. What is known of the spinner stays as it was, so own entries say nothing
 * of whether a text is spun. Nothing is compiled but the new entries; the rest is copied once, in time linear in its size.
 */
export function extendDictionary(
  base: DictionarySections,
  entries: readonly DictionaryEntry[],
): DictionarySections {
  const own = readSections(compileDictionary(entries, NO_STATISTICS, []));
  const { vocabulary, wordOf } = joinVocabularies(base.vocabulary, own.vocabulary);
  const numbers = numberForms(base, own, wordOf);
  const standards = joinStandards(base.standards, own.standards);
  const formAtNode = new Uint32Array(base.formAtNode.length);
  for (let node = 0; node < formAtNode.length; node++)
    formAtNode[node] = numbers.ofBase[base.formAtNode[node] as number] as number;
  const trie = extendTrie(
    { edges: base.edges, formAtNode },
    numbers.words.map((words, i) => ({ words, form: numbers.ofOwn[i + 1] as number })),
  );
  return {
    vocabulary,
    ...trie,
    ...joinCandidates(base, own, numbers, standards.numberOf),
    contexts: joinContexts(base.contexts, own.contexts, wordOf),
    standards: standards.table,
    rules: joinStringTables(base.rules, own.rules),
    ...joinFormTables(base, own, numbers),
    weights: base.weights,
  };
}

/** The words of both; own words get numbers after those of the base where it lacks them. */
function joinVocabularies(
  base: Vocabulary,
  own: Vocabulary,
): { vocabulary: Vocabulary; wordOf: (own: number) => number } {
  const numbers = new Uint32Array(own.size + 1);
  const added: string[] = [];
  for (let word = 1; word <= own.size; word++) {
    const text = own.word(word);
    numbers[word] = base.id(text) || base.size + added.push(text);
  }
  const { units, offsets } = joinStringTables(base, buildStringTable(added));
  return { vocabulary: indexVocabulary(units, offsets), wordOf: (word) => numbers[word] as number };
}

/** Standard texts of both; `numberOf` gives an own one's number, that of the base's where it has the same. */
function joinStandards(
  base: StringTable,
  own: StringTable,
): { table: StringTable; numberOf: (own: number) => number } {
  const count = base.offsets.length - 1;
  const added: string[] = [];
  const numbers = Array.from({ length: own.offsets.length - 1 }, (_, i) => {
    const text = stringAt(own, i);
    let first = 0;
    for (let after = count; first < after; ) {
      const middle = (first + after) >> 1;
      if (stringAt(base, middle) < text) first = middle + 1;
      else after = middle;
    }
    if (first < count && stringAt(base, first) === text) return first;
    return count + added.push(text) - 1;
  });
  return {
    table: joinStringTables(base, buildStringTable(added)),
    numberOf: (number) => numbers[number] as number,
  };
}

/** Own contexts after those of the base, with the words' joint numbers. */
function joinContexts(base: Uint32Array, own: Uint32Array, wordOf: (own: number) => number): Uint32Array {
  const joint = new Uint32Array(base.length + own.length);
  joint.set(base);
  joint.set(own, base.length);
  for (let at = 0; at < own.length; ) {
    let clauses = own[at++] as number;
    for (; clauses > 0; clauses--) {
      const first = at + 2;
      at = first + (own[at + 1] as number);
      for (let k = first; k < at; k++) {
        const word = own[k] as number;
        if (word < WORD_CLASS_BIT) joint[base.length + k] = wordOf(word);
      }
    }
  }
  return joint;
}

/** What is known of the forms. Of new ones nothing: they are no evidence for or against spinning. */
function joinFormTables(
  base: DictionarySections,
  own: DictionarySections,
  numbers: FormNumbers,
): Pick<DictionarySections, 'gains' | 'losses' | 'memberships' | 'lengths'> {
  const baseSpun = base.first.length - 1;
  const ownSpun = own.first.length - 1;
  const baseForms = base.lengths.length - 1;
  const gains = new Float32Array((numbers.spunForms + 1) * SETTING_TABLES);
  const losses = new Float32Array((numbers.forms + 1) * SETTING_TABLES);
  for (let setting = 0; setting < SETTING_TABLES; setting++) {
    const from = setting * (baseSpun + 1);
    gains.set(base.gains.subarray(from, from + baseSpun + 1), setting * (numbers.spunForms + 1));
    for (let form = 1; form <= baseForms; form++) {
      const to = setting * (numbers.forms + 1) + (numbers.ofBase[form] as number);
      losses[to] = base.losses[setting * (baseForms + 1) + form] as number;
    }
  }
  const memberships = new Float32Array(numbers.spunForms + 1);
  memberships.set(base.memberships);
  const lengths = new Uint8Array(numbers.forms + 1);
  for (let form = 1; form <= baseForms; form++)
    lengths[numbers.ofBase[form] as number] = base.lengths[form] as number;
  for (let form = 1; form < own.lengths.length; form++) {
    lengths[numbers.ofOwn[form] as number] = own.lengths[form] as number;
    // The user says that these are put in for others.
    if (form <= ownSpun) memberships[numbers.ofOwn[form] as number] = 1;
  }
  return { gains, losses, memberships, lengths };
}
