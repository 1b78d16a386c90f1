import { buildStringTable, type StringTable, stringAt } from '../text/strings.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { compileDictionary } from './compile.js';
import type { DictionaryEntry } from './entry.js';
import { CANDIDATE_COLUMNS, CandidateFlag, EDGE_EMPTY, WORD_CLASS_BIT } from './format.js';
import { type DictionarySections, readSections } from './sections.js';
import { UNKNOWN_SETTING } from './spinner-table.js';
import { NO_STATISTICS } from './statistics.js';
import { childOf, extendTrie } from './trie.js';

/** Tables that have a row for each setting. */
const SETTING_ROWS = UNKNOWN_SETTING + 1;

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
  const trie = extendTrie(
    { edges: base.edges, formAtNode: base.formAtNode.map(numbers.ofBase) },
    numbers.words.map((words, i) => ({ words, form: numbers.ofOwn(i + 1) })),
  );
  return {
    vocabulary,
    ...trie,
    ...joinCandidates(base, own, numbers, standards.numberOf),
    contexts: joinContexts(base.contexts, own.contexts, wordOf),
    standards: standards.table,
    rules: joinStrings(base.rules, own.rules),
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
  const { units, offsets } = joinStrings(base, buildStringTable(added));
  return { vocabulary: indexVocabulary(units, offsets), wordOf: (word) => numbers[word] as number };
}

/** Numbers of the forms of both dictionaries in the joint one: spun ones first, as ever. */
interface FormNumbers {
  /** By own form, counted from 0: its words. */
  readonly words: readonly (readonly number[])[];
  readonly spunForms: number;
  readonly forms: number;
  ofBase(form: number): number;
  ofOwn(form: number): number;
}

function numberForms(
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
  const numbers = new Uint32Array(words.length + 1);
  let spunForms = baseSpun;
  for (let form = 1; form <= ownSpun; form++) {
    const known = inBase[form - 1] as number;
    numbers[form] = known !== 0 && known <= baseSpun ? known : ++spunForms;
    if (known > baseSpun) moved.set(known, spunForms);
  }
  const shift = spunForms - baseSpun;
  const ofBase = (form: number) => (form <= baseSpun ? form : (moved.get(form) ?? form + shift));
  let forms = base.lengths.length - 1 + shift;
  for (let form = ownSpun + 1; form <= words.length; form++) {
    const known = inBase[form - 1] as number;
    numbers[form] = known === 0 ? ++forms : ofBase(known);
  }
  return { words, spunForms, forms, ofBase, ofOwn: (form) => numbers[form] as number };
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
    table: joinStrings(base, buildStringTable(added)),
    numberOf: (number) => numbers[number] as number,
  };
}

/** The candidates of all spun forms: those of the base that no own entry speaks against, then own ones. */
function joinCandidates(
  base: DictionarySections,
  own: DictionarySections,
  numbers: FormNumbers,
  standardOf: (own: number) => number,
): Pick<DictionarySections, 'first' | 'candidates' | 'shares'> {
  const baseSpun = base.first.length - 1;
  const baseCount = base.first[baseSpun] as number;
  const ownSpun = own.first.length - 1;
  const ownCount = own.first[ownSpun] as number;
  const rules = base.rules.offsets.length - 1;
  const pairKey = (spun: number, standard: number) => spun * (numbers.forms + 1) + standard;
  /** Pairs that own entries say, and those the other way round. */
  const settled = new Set<number>();
  /** Forms that are never right by an own entry: nothing is restored to them. */
  const neverRight = new Set<number>();
  const ownOf = new Map<number, readonly [first: number, end: number]>();
  for (let form = 1; form <= ownSpun; form++) {
    const spun = numbers.ofOwn(form);
    const range = [own.first[form - 1] as number, own.first[form] as number] as const;
    ownOf.set(spun, range);
    for (let c = range[0]; c < range[1]; c++) {
      const [, standardForm = 0, , context, flags = 0] = candidateRow(own, c);
      const standard = numbers.ofOwn(standardForm);
      settled.add(pairKey(spun, standard)).add(pairKey(standard, spun));
      const bound = context !== 0 || (flags & (CandidateFlag.OnlySpun | CandidateFlag.Name)) !== 0;
      if (!bound) neverRight.add(spun);
    }
  }
  const first = new Uint32Array(numbers.spunForms + 1);
  const candidates = new Uint32Array((baseCount + ownCount) * CANDIDATE_COLUMNS);
  const sourceOf = new Int32Array(baseCount + ownCount);
  let count = 0;
  for (let form = 1; form <= numbers.spunForms; form++) {
    const end = form <= baseSpun ? (base.first[form] as number) : 0;
    for (let c = form <= baseSpun ? (base.first[form - 1] as number) : 0; c < end; c++) {
      const at = c * CANDIDATE_COLUMNS;
      const standard = numbers.ofBase(base.candidates[at + 1] as number);
      if (neverRight.has(standard) || settled.has(pairKey(form, standard))) continue;
      const to = count * CANDIDATE_COLUMNS;
      for (let column = 0; column < CANDIDATE_COLUMNS; column++)
        candidates[to + column] = base.candidates[at + column] as number;
      candidates[to + 1] = standard;
      sourceOf[count++] = c;
    }
    const [ownFirst, ownEnd] = ownOf.get(form) ?? [0, 0];
    for (let c = ownFirst; c < ownEnd; c++) {
      const [standard = 0, standardForm = 0, rule = 0, context = 0, flags = 0] = candidateRow(own, c);
      const row = [
        standardOf(standard),
        numbers.ofOwn(standardForm),
        rules + rule,
        context === 0 ? 0 : base.contexts.length + context,
        flags | CandidateFlag.Own | (isGuess(flags) ? 0 : CandidateFlag.Learnt),
      ];
      candidates.set(row, count * CANDIDATE_COLUMNS);
      sourceOf[count++] = -1 - c;
    }
    first[form] = count;
  }
  const shares = new Float32Array(count * SETTING_ROWS);
  for (let setting = 0; setting < SETTING_ROWS; setting++) {
    for (let c = 0; c < count; c++) {
      const source = sourceOf[c] as number;
      shares[setting * count + c] =
        source >= 0 ? (base.shares[setting * baseCount + source] as number) : ownShare(setting, -1 - source);
    }
  }
  return { first, candidates: candidates.subarray(0, count * CANDIDATE_COLUMNS), shares };

  /** What the user says is so; a member of his groups is one of several. */
  function ownShare(setting: number, candidate: number): number {
    const flags = candidateRow(own, candidate)[4] as number;
    return isGuess(flags) ? (own.shares[setting * ownCount + candidate] as number) : 1;
  }
}

function candidateRow({ candidates }: DictionarySections, candidate: number): Uint32Array {
  return candidates.subarray(candidate * CANDIDATE_COLUMNS, (candidate + 1) * CANDIDATE_COLUMNS);
}

function isGuess(flags: number): boolean {
  return (flags & (CandidateFlag.Grouped | CandidateFlag.GroupedHead)) !== 0;
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
  const gains = new Float32Array((numbers.spunForms + 1) * SETTING_ROWS);
  const losses = new Float32Array((numbers.forms + 1) * SETTING_ROWS);
  for (let setting = 0; setting < SETTING_ROWS; setting++) {
    const from = setting * (baseSpun + 1);
    gains.set(base.gains.subarray(from, from + baseSpun + 1), setting * (numbers.spunForms + 1));
    for (let form = 1; form <= baseForms; form++) {
      const to = setting * (numbers.forms + 1) + numbers.ofBase(form);
      losses[to] = base.losses[setting * (baseForms + 1) + form] as number;
    }
  }
  const memberships = new Float32Array(numbers.spunForms + 1);
  memberships.set(base.memberships);
  const lengths = new Uint8Array(numbers.forms + 1);
  for (let form = 1; form <= baseForms; form++) lengths[numbers.ofBase(form)] = base.lengths[form] as number;
  for (let form = 1; form < own.lengths.length; form++) {
    lengths[numbers.ofOwn(form)] = own.lengths[form] as number;
    // The user says that these are put in for others.
    if (form <= ownSpun) memberships[numbers.ofOwn(form)] = 1;
  }
  return { gains, losses, memberships, lengths };
}

function joinStrings(base: StringTable, added: StringTable): StringTable {
  const units = new Uint16Array(base.units.length + added.units.length);
  units.set(base.units);
  units.set(added.units, base.units.length);
  const offsets = new Uint32Array(base.offsets.length + added.offsets.length - 1);
  offsets.set(base.offsets);
  offsets.set(
    added.offsets.map((offset) => base.units.length + offset),
    base.offsets.length - 1,
  );
  return { units, offsets };
}
