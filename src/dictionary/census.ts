import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';

/** Numbers about a dictionary. */
export interface DictionaryCensus {
  readonly entries: number;
  /** Distinct surface forms that the entries match. */
  readonly spunForms: number;
  /** Distinct standard terms. */
  readonly standards: number;
  /** Forms by their number of candidates: `ambiguity[2]` have two. */
  readonly ambiguity: readonly number[];
  readonly byDomain: ReadonlyMap<string, number>;
  readonly byPartOfSpeech: ReadonlyMap<string, number>;
  /** Entries that apply only in a document diagnosed as spun. */
  readonly onlySpun: number;
  /** Entries for the words of composed terms alone. */
  readonly onlyInTerms: number;
  /** Entries that were made of synonym groups. */
  readonly grouped: number;
  /** Entries with a context. */
  readonly withContext: number;
}

/** Counts the entries of a dictionary. */
export function takeCensus(entries: readonly DictionaryEntry[]): DictionaryCensus {
  const byDomain = new Map<string, number>();
  const byPartOfSpeech = new Map<string, number>();
  // Most forms have one standard: a set for each would take longer than all the rest.
  const candidates = new Map<string, string | Set<string>>();
  const standards = new Set<string>();
  for (const entry of entries) {
    byDomain.set(entry.domain, (byDomain.get(entry.domain) ?? 0) + 1);
    byPartOfSpeech.set(entry.partOfSpeech, (byPartOfSpeech.get(entry.partOfSpeech) ?? 0) + 1);
    standards.add(entry.standard);
    for (const { spun, standard } of expandEntry(entry)) {
      const known = candidates.get(spun);
      if (known === undefined) candidates.set(spun, standard);
      else if (known instanceof Set) known.add(standard);
      else if (known !== standard) candidates.set(spun, new Set([known, standard]));
    }
  }
  const ambiguity: number[] = [];
  for (const found of candidates.values()) {
    const count = found instanceof Set ? found.size : 1;
    ambiguity[count] = (ambiguity[count] ?? 0) + 1;
  }
  return {
    entries: entries.length,
    spunForms: candidates.size,
    standards: standards.size,
    ambiguity: Array.from(ambiguity, (count) => count ?? 0),
    byDomain,
    byPartOfSpeech,
    onlySpun: entries.filter((entry) => entry.onlySpun && !entry.onlyInTerms).length,
    onlyInTerms: entries.filter((entry) => entry.onlyInTerms).length,
    grouped: entries.filter((entry) => entry.grouped !== undefined).length,
    withContext: entries.filter((entry) => entry.when.length > 0).length,
  };
}
