import levenshtein from 'fast-levenshtein';
import type { DictionaryEntry, PartOfSpeech } from '../dictionary/entry.js';
import { expandEntry } from '../dictionary/expand.js';
import { foldText } from '../text/characters.js';
import { contextClauses, type Occurrence } from './contexts.js';
import { type FoundPair, groupForms, pairKey } from './group-forms.js';
import { Lemmatiser } from './lemmas.js';
import { originalOf, type ParallelDocument } from './parallel.js';

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
  /** Pairs seen fewer times, all their forms together, are left out. Default 1. */
  readonly minCount?: number;
  /**
   * Pairs that a smaller share of the spun form's places stands for, 0 to 1, are left out unless a context tells those
   * places. Default 0.05.
   */
  readonly minShare?: number;
}

/** Two words this alike are hardly synonyms: edits per letter of the longer one. */
const ALIKE = 0.2;
/** How much text an example shows on either side, in code units. */
const EXAMPLE_REACH = 40;

/**
 * Proposes entries for substitutions that the dictionary lacks, most frequent first. Words that both sides share at their
 * borders are cut off ("to assist" for "to help" becomes assist → help), and the inflected forms of a pair become one
 * entry with lemmas.
 */
export function proposeEntries(
  documents: readonly ParallelDocument[],
  { entries = [], minCount = 1, minShare = 0.05 }: ProposalOptions = {},
): Proposal[] {
  const found = collectPairs(documents, entries);
  const groups = groupForms(found, new Lemmatiser(wordsOf(documents)))
    .map((group) => ({ ...group, occurrences: group.forms.flatMap(({ occurrences }) => occurrences) }))
    .filter(({ occurrences }) => occurrences.length >= minCount);
  const forms = new Set(groups.flatMap((group) => group.forms.map(({ spun }) => spun)));
  const everywhere = occurrencesOf(forms, documents);
  return groups
    .map(({ spun, standard, partOfSpeech, forms: [first], forms, occurrences }) => {
      const mine = new Set(occurrences.map(placeKey));
      const others = [...new Set(forms.map((form) => form.spun))]
        .flatMap((form) => everywhere.get(form) ?? [])
        .filter((occurrence) => !mine.has(placeKey(occurrence)));
      return {
        spun,
        standard,
        partOfSpeech,
        replaced: occurrences.length,
        seen: occurrences.length + others.length,
        when: contextClauses(occurrences, others),
        example: exampleOf(occurrences[0] as Occurrence, (first as FoundPair).standard),
        alike: levenshtein.get(spun, standard) <= ALIKE * Math.max(spun.length, standard.length),
      };
    })
    .filter(({ replaced, seen, when }) => when !== '' || replaced >= minShare * seen)
    .sort((a, b) => b.replaced - a.replaced || (a.spun < b.spun ? -1 : 1));
}

/** The substitutions that no entry covers, by their two sides. */
function collectPairs(
  documents: readonly ParallelDocument[],
  entries: readonly DictionaryEntry[],
): Map<string, FoundPair> {
  const covered = new Set<string>();
  for (const entry of entries)
    for (const pair of expandEntry(entry)) covered.add(pairKey(pair.spun, pair.standard));
  const found = new Map<string, FoundPair>();
  for (const document of documents) {
    for (const { start, end, clean, unpaired } of document.edits) {
      if (unpaired) continue;
      const spun = document.spun.slice(start, end);
      const core = covered.has(pairKey(spun, clean)) ? undefined : cutShared(spun, clean);
      if (core === undefined || covered.has(pairKey(core.spun, core.standard))) continue;
      const at = start + core.offset;
      const occurrence = { document, start: at, end: at + core.spun.length };
      const known = found.get(pairKey(core.spun, core.standard));
      if (known !== undefined) known.occurrences.push(occurrence);
      else {
        const { spun, standard } = core;
        found.set(pairKey(spun, standard), { spun, standard, occurrences: [occurrence] });
      }
    }
  }
  return found;
}

/** The words of both halves of the documents, folded, commonest first. */
function wordsOf(documents: readonly ParallelDocument[]): string[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const { spun } = document;
    for (const text of [spun, originalOf(document, 0, spun.length, 0) ?? '']) {
      for (const [word] of foldText(text).matchAll(/[a-z]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
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

function placeKey({ document, start }: Occurrence): string {
  return `${document.id} ${start}`;
}

/** Both sides folded and without the words they share at their borders; undefined where no entry could be made of what is left. */
export function cutShared(
  spun: string,
  standard: string,
): { spun: string; standard: string; offset: number } | undefined {
  const from = foldText(spun).split(' ');
  const to = foldText(standard).split(' ');
  let offset = 0;
  // The article follows the word: "a rise" for "an increase" says nothing of a and an.
  const isShared = () => from[0] === to[0] || (isArticle(from[0]) && isArticle(to[0]));
  while (from.length > 1 && to.length > 1 && isShared()) {
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

function isArticle(word: string | undefined): boolean {
  return word === 'a' || word === 'an';
}

function exampleOf({ document, start, end }: Occurrence, standard: string): string {
  const { spun } = document;
  const from = start - EXAMPLE_REACH;
  const to = end + EXAMPLE_REACH;
  const before = from > 0 ? `…${spun.slice(from, start).replace(/^\S*/, '')}` : spun.slice(0, start);
  const after =
    to < spun.length
      ? `${spun
          .slice(end, to)
          .split(/(?<=\s)/)
          .slice(0, -1)
          .join('')}…`
      : spun.slice(end);
  return `${before}[${spun.slice(start, end)} ← ${standard}]${after}`.replace(/\s+/g, ' ').trim();
}
