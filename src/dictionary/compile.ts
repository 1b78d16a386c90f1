import { pluralVariants, verbVariants } from '../lexicon/inflection.js';
import { inVariety } from '../lexicon/variety.js';
import { foldText } from '../text/characters.js';
import { writeContainer } from '../text/container.js';
import { buildStringTable } from '../text/strings.js';
import { tokenize } from '../text/tokens.js';
import { buildVocabulary } from '../text/vocabulary.js';
import { CONTEXT_KEYS, type DictionaryEntry, ruleName, WORD_CLASSES } from './entry.js';
import { expandEntry, type SurfacePair } from './expand.js';
import { CandidateFlag, DICTIONARY_MAGIC, DICTIONARY_VERSION, WORD_CLASS_BIT } from './format.js';
import { isWordClass } from './parse.js';
import { SpinnerTable, UNKNOWN_SETTING } from './spinner-table.js';
import { backgroundRate, type DictionaryStatistics } from './statistics.js';
import { buildTrie } from './trie.js';

interface Candidate extends SurfacePair {
  readonly entry: DictionaryEntry;
}

/**
 * Compiles entries into the binary that {@link openDictionary} reads; see format.ts for its layout.
 * Deterministic: the same entries and statistics give the same bytes.
 */
export function compileDictionary(
  entries: readonly DictionaryEntry[],
  statistics: DictionaryStatistics,
  weights: readonly number[],
): Uint8Array {
  const forms = candidatesByForm(entries);
  const sources = new Map<string, Set<string>>();
  for (const { spun, standard, entry } of [...forms.values()].flat()) {
    if (entry.onlyInTerms) continue;
    const folded = foldText(standard);
    const known = sources.get(folded) ?? new Set();
    // Groups are guesses: how many they add says nothing of how many synonyms a spinner has.
    if (entry.grouped === undefined) known.add(spun);
    sources.set(folded, known);
  }
  const spunForms = [...forms.keys()].sort();
  // Standard forms are matched as well: one that still stands in a text was not replaced there.
  const standards = [
    ...new Set([...forms.values()].flatMap((c) => c.map((candidate) => candidate.standard))),
  ].sort();
  const standardForms = standards.map(foldText);
  const allForms = [...spunForms, ...new Set(standardForms.filter((form) => !forms.has(form)))];
  const formNumber = new Map(allForms.map((form, i) => [form, i + 1]));

  const words = new Set<string>();
  const wordsOf = (form: string): string[] => {
    const tokens = tokenize(form);
    return Array.from({ length: tokens.count }, (_, i) => form.slice(tokens.start[i], tokens.end[i]));
  };
  for (const form of allForms) for (const word of wordsOf(form)) words.add(word);
  const contextWords = (clauseWords: readonly string[], inflect: boolean): string[] => [
    ...new Set(clauseWords.flatMap((word) => (inflect ? inflections(word) : [word]))),
  ];
  for (const entry of entries) {
    for (const clause of entry.when) {
      const inflect = clause.key === 'near' || clause.key === 'not';
      for (const word of contextWords(clause.words, inflect)) if (!isWordClass(word)) words.add(word);
    }
  }
  const vocabulary = buildVocabulary([...words].sort());

  const trie = buildTrie(
    allForms.map((form, i) => ({ words: wordsOf(form).map((word) => vocabulary.id(word)), form: i + 1 })),
  );

  const standardNumber = new Map(standards.map((standard, i) => [standard, i]));
  const rules = [...new Set(entries.map(ruleName))].sort();
  const ruleNumber = new Map(rules.map((rule, i) => [rule, i]));
  const contexts: number[] = [0];
  const contextNumber = new Map<string, number>([['', 0]]);
  const first: number[] = [0];
  const candidateColumns: number[] = [];
  const table = new SpinnerTable(
    statistics,
    allForms.map((form) => {
      const synonyms = sources.get(form);
      const spun = forms.get(form)?.some(({ entry }) => !entry.onlyInTerms) ?? false;
      return { form, spun, standard: synonyms !== undefined, synonyms: synonyms?.size ?? 0 };
    }),
  );
  const rates = new Map(allForms.map((form) => [form, backgroundRate(form, statistics)]));
  // By setting, the unknown one last.
  const shares: number[][] = Array.from({ length: UNKNOWN_SETTING + 1 }, () => []);
  const gains: number[][] = shares.map(() => [0]);
  const losses = shares.map((_, setting) => [0, ...allForms.map((form) => table.loss(form, setting))]);
  const memberships = [0];
  let count = 0;
  for (const form of spunForms) {
    const candidates = forms.get(form) as Candidate[];
    const gain = shares.map(() => 0);
    const membership = table.membership(form);
    memberships.push(membership);
    for (const { standard, entry } of candidates) {
      const key = JSON.stringify(entry.when);
      let context = entry.when.length === 0 ? 0 : contextNumber.get(key);
      if (context === undefined) {
        context = contexts.length;
        contextNumber.set(key, context);
        contexts.push(entry.when.length);
        for (const clause of entry.when) {
          const inflect = clause.key === 'near' || clause.key === 'not';
          const ids = contextWords(clause.words, inflect).map((word) =>
            isWordClass(word) ? WORD_CLASS_BIT | WORD_CLASSES.indexOf(word) : vocabulary.id(word),
          );
          contexts.push(CONTEXT_KEYS.indexOf(clause.key), ids.length, ...ids);
        }
      }
      candidateColumns.push(
        standardNumber.get(standard) as number,
        formNumber.get(foldText(standard)) as number,
        ruleNumber.get(ruleName(entry)) as number,
        context,
        (entry.onlySpun ? CandidateFlag.OnlySpun : 0) |
          (entry.onlyInTerms ? CandidateFlag.OnlyInTerms : 0) |
          (entry.when.some(({ key }) => key === 'after' || key === 'before') ? CandidateFlag.Positional : 0) |
          (table.areRowmates(form, foldText(standard)) ? CandidateFlag.Learnt : 0) |
          (entry.grouped === 'standard' ? CandidateFlag.Grouped : 0) |
          (entry.grouped === 'spun' ? CandidateFlag.GroupedHead : 0) |
          (entry.partOfSpeech === 'name' ? CandidateFlag.Name : 0),
      );
      const folded = foldText(standard);
      for (const [setting, list] of shares.entries()) {
        const share = table.share(form, folded, setting);
        list.push(share);
        if (entry.onlyInTerms) continue;
        const damaged = table.loss(folded, setting) * share * membership;
        gain[setting] = (gain[setting] as number) + damaged * (rates.get(folded) as number);
      }
      count++;
    }
    for (const [setting, list] of gains.entries())
      list.push((gain[setting] as number) / (rates.get(form) as number));
    first.push(count);
  }
  const standardTable = buildStringTable(standards);
  const ruleTable = buildStringTable(rules);
  return writeContainer(DICTIONARY_MAGIC, DICTIONARY_VERSION, [
    vocabulary.units,
    vocabulary.offsets,
    vocabulary.slots,
    trie.edges,
    trie.formAtNode,
    Uint32Array.from(first),
    Uint32Array.from(candidateColumns),
    Uint32Array.from(contexts),
    standardTable.units,
    standardTable.offsets,
    ruleTable.units,
    ruleTable.offsets,
    Float32Array.from(gains.flat()),
    Float32Array.from(losses.flat()),
    Float32Array.from(shares.flat()),
    Float32Array.from(memberships),
    Uint8Array.from([0, ...allForms.map((form) => wordsOf(form).length)]),
    Float32Array.from(weights),
  ]);
}

/** The candidates of every spun form, each once. */
function candidatesByForm(entries: readonly DictionaryEntry[]): Map<string, Candidate[]> {
  const forms = new Map<string, Map<string, Candidate>>();
  const keys = new Map<string, string>();
  for (const entry of entries) {
    const when = entry.when.length === 0 ? '' : JSON.stringify(entry.when);
    for (const pair of expandEntry(entry)) {
      let key = keys.get(pair.standard);
      if (key === undefined) {
        key = standardKey(pair.standard);
        keys.set(pair.standard, key);
      }
      key += when;
      let candidates = forms.get(pair.spun);
      if (candidates === undefined) {
        candidates = new Map();
        forms.set(pair.spun, candidates);
      }
      // The same pair may stand with and without a context.
      const known = candidates.get(key);
      if (known === undefined) candidates.set(key, { ...pair, entry });
      else {
        const wider = narrowness(entry) < narrowness(known.entry) ? entry : known.entry;
        const standard = writtenOf(known.standard, pair.standard);
        candidates.set(key, { spun: pair.spun, standard, entry: wider });
      }
    }
  }
  return new Map(Array.from(forms, ([form, candidates]) => [form, [...candidates.values()]]));
}

/** How few texts an entry holds in: of two alike the wider counts, and of these the first. */
function narrowness({ onlySpun, onlyInTerms }: DictionaryEntry): number {
  return onlyInTerms ? 2 : onlySpun ? 1 : 0;
}

/**
 * What standards that are the same have in common: both spellings of English are, and phrases whatever their capitals (but “march”
 * and “March” are two words).
 */
export function standardKey(standard: string): string {
  const american = inVariety(standard, 'american');
  return american.includes(' ') ? foldText(american) : american;
}

/** Of two standards that are the same, the one that is written. */
function writtenOf(a: string, b: string): string {
  // A spinner's table is American, and so are the counts that tell of it.
  const isBritish = inVariety(a, 'american') !== a;
  if (foldText(a) !== foldText(b)) return isBritish ? b : a;
  // Capitals sort before small letters: of “the us” and “the US” the second is written.
  return a < b ? a : b;
}

/** A context word in every form it may stand in. */
function inflections(word: string): string[] {
  return [
    word,
    ...pluralVariants(word),
    ...verbVariants(word).flatMap((forms) => Object.values({ ...forms })),
  ].map(foldText);
}
