import { comparative, pluralVariants, superlative, verbVariants } from './inflection.js';
import { IRREGULAR_PLURALS } from './irregular-nouns.js';
import { IRREGULAR_VERBS, VERB_PREFIXES } from './irregular-verbs.js';

/** Inflections of English, by the numbers that {@link Reading} uses. */
export const Inflection = {
  Base: 0,
  Plural: 1,
  ThirdPerson: 2,
  Past: 3,
  PastParticiple: 4,
  PresentParticiple: 5,
  Comparative: 6,
  Superlative: 7,
} as const;

/** Bits of the parts of speech. */
export const WordClass = { Noun: 1, Verb: 2, Adjective: 4, Adverb: 8 } as const;

/** What a word may be a form of. */
export interface Reading {
  readonly lemma: string;
  /** One of {@link Inflection}. */
  readonly inflection: number;
}

const IRREGULAR_COMPARISONS: Readonly<Record<string, readonly string[]>> = {
  better: ['good', 'well'],
  best: ['good', 'well'],
  worse: ['bad', 'ill'],
  worst: ['bad', 'ill'],
  further: ['far'],
  furthest: ['far'],
  less: ['little'],
  least: ['little'],
  more: ['much', 'many'],
  most: ['much', 'many'],
};

/** Letters of the longest word that is looked up; keeps the work on hostile input small. */
export const LONGEST_WORD = 40;

/** Finds the lemmas of words by undoing endings; every guess is checked by making the form again. */
export class Lemmas {
  private readonly irregular = new Map<string, string[]>();

  constructor() {
    for (const verb of Object.keys(IRREGULAR_VERBS)) {
      for (const { past, pastParticiple } of verbVariants(verb)) {
        this.addIrregular(past, verb);
        this.addIrregular(pastParticiple, verb);
      }
    }
    for (const { past, pastParticiple, thirdPerson } of verbVariants('be')) {
      for (const form of [past, pastParticiple, thirdPerson]) this.addIrregular(form, 'be');
    }
    this.addIrregular('has', 'have');
    for (const [noun, plurals] of Object.entries(IRREGULAR_PLURALS)) {
      for (const plural of plurals.split('|')) this.addIrregular(plural, noun);
    }
  }

  /**
   * All readings of a word in small letters as an inflected form, each once; the word itself, uninflected, is not among them.
   *
   * @param isLemma whether a word is one that may have forms
   */
  readingsOf(word: string, isLemma: (word: string) => boolean): Reading[] {
    if (word.length > LONGEST_WORD) return [];
    const readings: Reading[] = [];
    for (const lemma of new Set(this.stemsOf(word))) {
      if (lemma === word || !isLemma(lemma)) continue;
      for (let inflection = 1; inflection <= Inflection.Superlative; inflection++) {
        if (variantsOf(lemma, inflection).includes(word)) readings.push({ lemma, inflection });
      }
    }
    return readings;
  }

  private stemsOf(word: string): string[] {
    const stems = [...(this.irregular.get(word) ?? [])];
    if (Object.hasOwn(IRREGULAR_COMPARISONS, word)) stems.push(...(IRREGULAR_COMPARISONS[word] ?? []));
    for (const prefix of VERB_PREFIXES) {
      if (!word.startsWith(prefix)) continue;
      for (const stem of this.irregular.get(word.slice(prefix.length)) ?? []) stems.push(prefix + stem);
    }
    const cut = (letters: number, added = '') => word.slice(0, -letters) + added;
    if (word.endsWith('s')) stems.push(cut(1), cut(2), cut(3, 'y'), cut(3, 'f'), cut(3, 'fe'), cut(2, 'is'));
    if (word.endsWith('men')) stems.push(cut(2, 'an'));
    if (/(?:ed|er)$/.test(word)) stems.push(cut(1), cut(2), cut(3), cut(3, 'y'));
    if (/(?:ing|est)$/.test(word)) stems.push(cut(3), cut(4), cut(3, 'e'), cut(4, 'y'), cut(4, 'ie'));
    return stems.filter((stem) => stem.length > 1);
  }

  private addIrregular(form: string, lemma: string): void {
    const known = this.irregular.get(form);
    if (known === undefined) this.irregular.set(form, [lemma]);
    else known.push(lemma);
  }
}

/** The part of speech that has an inflection, one of {@link WordClass}; 0 for the base form, which all have. */
export function classOf(inflection: number): number {
  if (inflection === Inflection.Base) return 0;
  if (inflection === Inflection.Plural) return WordClass.Noun;
  return inflection >= Inflection.Comparative ? WordClass.Adjective : WordClass.Verb;
}

/** A lemma in an inflection, in its most usual spelling; undefined for one that it does not have. */
export function inflect(lemma: string, inflection: number): string | undefined {
  return variantsOf(lemma, inflection)[0];
}

function variantsOf(lemma: string, inflection: number): readonly string[] {
  switch (inflection) {
    case Inflection.Base:
      return [lemma];
    case Inflection.Plural:
      return pluralVariants(lemma);
    case Inflection.ThirdPerson:
      return verbVariants(lemma).map((forms) => forms.thirdPerson);
    case Inflection.Past:
      return verbVariants(lemma).map((forms) => forms.past);
    case Inflection.PastParticiple:
      return verbVariants(lemma).map((forms) => forms.pastParticiple);
    case Inflection.PresentParticiple:
      return verbVariants(lemma).map((forms) => forms.presentParticiple);
    case Inflection.Comparative:
      return [comparative(lemma) ?? []].flat();
    default:
      return [superlative(lemma) ?? []].flat();
  }
}
