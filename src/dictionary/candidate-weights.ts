import { foldText } from '../text/characters.js';
import { tokenize } from '../text/tokens.js';
import { standardKey } from './compile.js';
import type { DictionaryEntry } from './entry.js';
import { expandEntry } from './expand.js';
import { CandidateFlag } from './format.js';
import type { ReversalDictionary } from './reversal-dictionary.js';
import { UNKNOWN_SETTING } from './spinner-table.js';

/**
 * How much an entry counts for a form, 0 to 1; undefined where the form is none of its spun side. 0 where its pair stands behind
 * words of terms only, or entries of the user's own have put it out.
 */
export type EntryWeight = (entry: DictionaryEntry) => number | undefined;

/**
 * Weighs what a form may stand for before anything is read around it, by an unknown spinner: how often a spinner replaces the
 * standard, times how often by this form. All standards of the form together weigh 1; spellings of one are one.
 *
 * @param term the form, in any case
 * @param dictionary the compiled dictionary that the entries are in
 */
export function weighCandidates(term: string, dictionary: ReversalDictionary): EntryWeight {
  const spun = foldText(term);
  const weights = new Map<string, number>();
  const form = formOf(spun, dictionary);
  const end = form === 0 ? 0 : dictionary.firstCandidate(form + 1);
  for (let c = form === 0 ? 0 : dictionary.firstCandidate(form); c < end; c++) {
    if ((dictionary.flags(c) & CandidateFlag.OnlyInTerms) !== 0) continue;
    const weight = dictionary.share(c, UNKNOWN_SETTING) * dictionary.standardLoss(c, UNKNOWN_SETTING);
    // The same pair in another context is no other candidate.
    const key = standardKey(dictionary.standard(c));
    weights.set(key, Math.max(weight, weights.get(key) ?? 0));
  }
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return (entry) => {
    const pairs = expandEntry(entry).filter((pair) => pair.spun === spun);
    if (pairs.length === 0) return undefined;
    if (entry.onlyInTerms || total === 0) return 0;
    return Math.max(...pairs.map(({ standard }) => weights.get(standardKey(standard)) ?? 0)) / total;
  };
}

/** Number of a folded form, 0 where the dictionary has none. */
function formOf(form: string, dictionary: ReversalDictionary): number {
  const { count, start, end } = tokenize(form);
  let node = 0;
  for (let i = 0; i < count; i++) {
    const word = dictionary.vocabulary.id(form.slice(start[i], end[i]));
    node = word === 0 ? 0 : dictionary.child(node, word);
    if (node === 0) return 0;
  }
  return dictionary.formAt(node);
}
