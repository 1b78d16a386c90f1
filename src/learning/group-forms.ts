import type { PartOfSpeech } from '../dictionary/entry.js';
import { foldText } from '../text/characters.js';
import { type Occurrence, wordsBefore } from './contexts.js';
import { formsOf, type LemmaPair, type Lemmatiser } from './lemmas.js';

/** A substitution as it stands in the texts, and where. */
export interface FoundPair {
  readonly spun: string;
  readonly standard: string;
  readonly occurrences: Occurrence[];
}

/** Pairs as they were found, with the entry that they are forms of. */
export interface FormGroup {
  readonly spun: string;
  readonly standard: string;
  readonly partOfSpeech: PartOfSpeech;
  readonly forms: readonly FoundPair[];
}

/** Words before which verbs stand, uninflected: "to stay", but "the stay". */
const BEFORE_VERBS: ReadonlySet<string> = new Set(
  'to will would can could should must may might not cannot i we you they who please'.split(' '),
);

/** Puts inflected forms of the same lemmas together; pairs that are none stand for themselves. */
export function groupForms(found: ReadonlyMap<string, FoundPair>, lemmatiser: Lemmatiser): FormGroup[] {
  const options = new Map<string, { pair: LemmaPair; forms: FoundPair[]; weight: number }>();
  for (const { spun, standard } of found.values()) {
    for (const pair of lemmatiser.pairsOf(spun, standard)) {
      const key = `${pairKey(pair.spun, pair.standard)}\t${pair.partOfSpeech}`;
      if (options.has(key)) continue;
      const forms = formsOf(pair).flatMap((form) => found.get(pairKey(form.spun, form.standard)) ?? []);
      // One -ed or -ing may be an adjective or a noun; an -s alone is rather a noun's.
      if (pair.partOfSpeech === 'verb' && new Set(forms.map((form) => form.spun)).size < 2) continue;
      options.set(key, { pair, forms, weight: weightOf(pair, forms) });
    }
  }
  const groups: FormGroup[] = [];
  const grouped = new Set<FoundPair>();
  // The lemmas that explain most forms win; of equals the earlier, as sorting is stable.
  const ranked = [...options.values()].sort((a, b) => b.forms.length - a.forms.length || b.weight - a.weight);
  for (const { pair, forms } of ranked) {
    const free = forms.filter((form) => !grouped.has(form));
    if (!free.some(({ spun }) => spun !== pair.spun)) continue;
    for (const form of free) grouped.add(form);
    groups.push({ ...pair, forms: free });
  }
  for (const pair of found.values()) {
    if (!grouped.has(pair)) groups.push({ ...pair, partOfSpeech: 'fixed', forms: [pair] });
  }
  return groups;
}

/** Places that speak for a part of speech: whether the lemma itself stands where verbs do. */
function weightOf({ spun, partOfSpeech }: LemmaPair, forms: readonly FoundPair[]): number {
  return forms
    .flatMap((form) => form.occurrences.map((occurrence) => ({ occurrence, isLemma: form.spun === spun })))
    .filter(({ occurrence, isLemma }) => {
      const isVerbs = isLemma && BEFORE_VERBS.has(wordsBefore(occurrence).at(-1) ?? '');
      return !isLemma || isVerbs === (partOfSpeech === 'verb');
    }).length;
}

/** Both sides of a pair, folded, as the key of a map. */
export function pairKey(spun: string, standard: string): string {
  return `${foldText(spun)}\t${foldText(standard)}`;
}
