import inflectors from 'natural/lib/natural/inflectors/index.js';
import type { DictionaryEntry, PartOfSpeech } from '../dictionary/entry.js';
import { expandEntry } from '../dictionary/expand.js';
import { pluralVariants, verbVariants } from '../lexicon/inflection.js';

/** A pair of lemmas, one of whose inflected forms is a pair that was found. */
export interface LemmaPair {
  readonly spun: string;
  readonly standard: string;
  readonly partOfSpeech: 'noun' | 'verb';
}

/** Finds lemmas of words. Words that are seen are taken for lemmas before those that rules guess. */
export class Lemmatiser {
  private readonly lemmas = { noun: new Map<string, string[]>(), verb: new Map<string, string[]>() };
  private readonly guesses = {
    noun: (word: string) => new inflectors.NounInflector().singularize(word),
    verb: (word: string) => new inflectors.PresentVerbInflector().pluralize(word),
  };

  /** @param seen words as they stand in texts, folded; commonest first */
  constructor(seen: Iterable<string>) {
    for (const word of seen) {
      if (!/^[a-z]{2,}$/.test(word)) continue;
      for (const plural of pluralVariants(word)) addTo(this.lemmas.noun, plural, word);
      for (const forms of verbVariants(word))
        for (const form of Object.values({ ...forms })) addTo(this.lemmas.verb, form, word);
    }
  }

  /** The lemmas that a pair of inflected terms may come from, nouns first; none where the pair has no inflection in common. */
  pairsOf(spun: string, standard: string): LemmaPair[] {
    // Both parts of "men and women" are inflected, which entries cannot say.
    if (/ (?:and|or) /.test(`${spun}|${standard}`)) return [];
    const pairs: LemmaPair[] = [];
    for (const partOfSpeech of ['noun', 'verb'] as const) {
      const standards = this.lemmasOf(standard, partOfSpeech);
      for (const from of this.lemmasOf(spun, partOfSpeech)) {
        for (const to of standards) {
          const forms = formsOf({ spun: from, standard: to, partOfSpeech });
          if (forms.some((form) => form.spun === spun && form.standard === standard))
            pairs.push({ spun: from, standard: to, partOfSpeech });
        }
      }
    }
    return pairs;
  }

  /** A term with one of its words as lemma; which word takes the ending, `expandEntry` decides. */
  private lemmasOf(term: string, partOfSpeech: 'noun' | 'verb'): string[] {
    const words = term.split(' ');
    return words.flatMap((word, i) => {
      if ((partOfSpeech === 'verb' && i > 0) || !/[a-z]$/.test(word) || word.includes("'")) return [];
      const seen = this.lemmas[partOfSpeech].get(word) ?? [];
      // Whether the e of an unseen word's -es is its own, as in "headaches", cannot be told.
      const guessed = /(?:[sxzo]|ch|sh)es$/.test(word) ? [] : [this.guesses[partOfSpeech](word)];
      const lemmas = seen.length > 0 ? seen : guessed;
      return lemmas.filter((lemma) => lemma !== word).map((lemma) => words.with(i, lemma).join(' '));
    });
  }
}

/** All surface forms of a pair of lemmas, the lemmas first. */
export function formsOf(pair: { spun: string; standard: string; partOfSpeech: PartOfSpeech }) {
  const entry: DictionaryEntry = { ...pair, when: [], onlySpun: true, note: '', domain: '', line: 0 };
  return expandEntry(entry);
}

function addTo(map: Map<string, string[]>, form: string, lemma: string): void {
  const known = map.get(form);
  if (known === undefined) map.set(form, [lemma]);
  else if (!known.includes(lemma)) known.push(lemma);
}
