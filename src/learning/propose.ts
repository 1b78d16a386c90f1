import levenshtein from 'fast-levenshtein';
import inflectors from 'natural/lib/natural/inflectors/index.js';
import type { DictionaryEntry, PartOfSpeech } from '../dictionary/entry.js';
import { expandEntry } from '../dictionary/expand.js';
import { foldText } from '../text/characters.js';
import { contextClauses, type Occurrence } from './contexts.js';
import type { ParallelDocument } from './parallel.js';

/** An entry that parallel text suggests, for a person to look through. */
export interface Proposal {
  readonly spun: string;
  readonly standard: string;
  readonly partOfSpeech: PartOfSpeech;
  /** Times that the spun form stood for the standard. */
  readonly replaced: number;
  /** Times that the spun form was seen, whatever it stood for. */
  readonly seen: number;
  /** Context clauses that part this reading from the others; empty where none was found. */
  readonly when: string;
  /** One place, with the spun form in brackets. */
  readonly example: string;
  /** Whether the two sides are so alike that they are rather a misspelling or an inflected form. */
  readonly alike: boolean;
}

export interface ProposalOptions {
  /** Entries that exist; what they cover is not proposed again. */
  readonly entries?: readonly DictionaryEntry[];
  /** Pairs seen fewer times are left out. Default 1. */
  readonly minCount?: number;
}

/** Two words this alike are hardly synonyms: edits per letter of the longer one. */
const ALIKE = 0.2;
const EXAMPLE_REACH = 30;

/**
 * Proposes entries for substitutions that the dictionary lacks, most frequent first. Words that both sides share at their
 * borders are cut off ("to assist" for "to help" becomes assist → help), and pairs that are the plural of nouns or the
 * third person of verbs become lemmas.
 */
export function proposeEntries(
  documents: readonly ParallelDocument[],
  { entries = [], minCount = 1 }: ProposalOptions = {},
): Proposal[] {
  const covered = new Set<string>();
  for (const entry of entries)
    for (const pair of expandEntry(entry)) covered.add(pairKey(pair.spun, pair.standard));
  const found = new Map<string, { spun: string; standard: string; occurrences: Occurrence[] }>();
  for (const document of documents) {
    for (const { start, end, clean } of document.edits) {
      const spun = document.spun.slice(start, end);
      const core = covered.has(pairKey(spun, clean)) ? undefined : cutShared(spun, clean);
      if (core === undefined || covered.has(pairKey(core.spun, core.standard))) continue;
      const key = pairKey(core.spun, core.standard);
      const at = start + core.offset;
      const occurrence = { document, start: at, end: at + core.spun.length };
      const known = found.get(key);
      if (known === undefined) found.set(key, { ...core, occurrences: [occurrence] });
      else known.occurrences.push(occurrence);
    }
  }
  const wanted = [...found.values()].filter(({ occurrences }) => occurrences.length >= minCount);
  const all = occurrencesOf(new Set(wanted.map(({ spun }) => spun)), documents);
  return wanted
    .map(({ spun, standard, occurrences }) => {
      const everywhere = all.get(spun) ?? occurrences;
      const mine = new Set(occurrences.map(placeKey));
      const others = everywhere.filter((occurrence) => !mine.has(placeKey(occurrence)));
      return {
        ...lemmaOf(spun, standard),
        replaced: occurrences.length,
        seen: Math.max(occurrences.length, everywhere.length),
        when: contextClauses(occurrences, others),
        example: exampleOf(occurrences[0] as Occurrence, standard),
        alike: levenshtein.get(spun, standard) <= ALIKE * Math.max(spun.length, standard.length),
      };
    })
    .sort((a, b) => b.replaced - a.replaced || (a.spun < b.spun ? -1 : 1));
}

/** The proposals as a dictionary file to look through; counts and examples stand in the notes. */
export function proposalText(proposals: readonly Proposal[]): string {
  const lines = proposals.map(({ spun, standard, partOfSpeech, replaced, seen, when, example, alike }) => {
    const clauses = [...(when === '' ? [] : [when]), 'spun'].join('; ');
    const note = `${replaced} of ${seen}: ${example}${alike ? ' (alike: a misspelling?)' : ''}`;
    return [spun, standard, partOfSpeech, clauses, note].join('\t');
  });
  return `spun\tstandard\tpos\twhen\tnote\n${lines.map((line) => `${line}\n`).join('')}`;
}

function pairKey(spun: string, standard: string): string {
  return `${foldText(spun)}\t${foldText(standard)}`;
}

function placeKey({ document, start }: Occurrence): string {
  return `${document.id} ${start}`;
}

/** Both sides folded and without the words they share at their borders; undefined where nothing is left of one. */
function cutShared(
  spun: string,
  standard: string,
): { spun: string; standard: string; offset: number } | undefined {
  const from = foldText(spun).split(' ');
  const to = foldText(standard).split(' ');
  let offset = 0;
  while (from.length > 1 && to.length > 1 && from[0] === to[0]) {
    offset += (from.shift() as string).length + 1;
    to.shift();
  }
  while (from.length > 1 && to.length > 1 && from.at(-1) === to.at(-1)) {
    from.pop();
    to.pop();
  }
  const core = { spun: from.join(' '), standard: to.join(' '), offset };
  // A dictionary's cells hold no tabs, line breaks or doubled blanks; # and * have a meaning of their own there.
  const writable = /^[^\s#*]+( [^\s#*]+)*$/;
  return core.spun !== core.standard && writable.test(core.spun) && writable.test(core.standard)
    ? core
    : undefined;
}

/** Every place where one of the forms stands as whole words in the spun texts. */
function occurrencesOf(
  forms: ReadonlySet<string>,
  documents: readonly ParallelDocument[],
): Map<string, Occurrence[]> {
  const longest = Math.max(1, ...[...forms].map((form) => form.split(' ').length));
  const found = new Map<string, Occurrence[]>();
  for (const document of documents) {
    const words = [...document.spun.matchAll(/[^\s.,;:!?"()]+/g)].map((match) => ({
      word: foldText(match[0]),
      at: match.index,
    }));
    for (let i = 0; i < words.length; i++) {
      let form = '';
      for (let k = i; k < Math.min(words.length, i + longest); k++) {
        const { word, at } = words[k] as { word: string; at: number };
        form = k === i ? word : `${form} ${word}`;
        if (!forms.has(form)) continue;
        const list = found.get(form) ?? [];
        list.push({ document, start: (words[i] as { at: number }).at, end: at + word.length });
        found.set(form, list);
      }
    }
  }
  return found;
}

/** The pair as lemmas where both sides are the same inflected form of nouns or verbs; else as it stands. */
function lemmaOf(
  spun: string,
  standard: string,
): { spun: string; standard: string; partOfSpeech: PartOfSpeech } {
  const nouns = new inflectors.NounInflector();
  const verbs = new inflectors.PresentVerbInflector();
  const guesses = [
    { partOfSpeech: 'noun', lemma: (word: string) => nouns.singularize(word) },
    { partOfSpeech: 'verb', lemma: (word: string) => verbs.pluralize(word) },
  ] as const;
  for (const { partOfSpeech, lemma } of guesses) {
    const entry = { spun: lemma(spun), standard: lemma(standard), partOfSpeech };
    if (entry.spun === spun || entry.standard === standard) continue;
    // natural guesses; our own inflection decides whether the guess leads back.
    const forms = expandEntry({ ...entry, when: [], onlySpun: true, note: '', domain: '', line: 0 });
    if (forms.some((pair) => pair.spun === spun && pair.standard === standard)) return entry;
  }
  return { spun, standard, partOfSpeech: 'fixed' };
}

function exampleOf({ document, start, end }: Occurrence, standard: string): string {
  const before = document.spun.slice(Math.max(0, start - EXAMPLE_REACH), start);
  const after = document.spun.slice(end, end + EXAMPLE_REACH);
  return `…${before}[${document.spun.slice(start, end)} ← ${standard}]${after}…`.replace(/\s+/g, ' ');
}
