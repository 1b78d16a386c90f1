import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { type TermIndex, wordStretches } from '../../dictionary/terms-index.js';

/** The dictionary, as far as terms are composed from it. */
export type PairSource = Pick<
  ReversalDictionary,
  'vocabulary' | 'spunForms' | 'child' | 'formAt' | 'firstCandidate' | 'standardNumber' | 'standardText'
>;

/** Words of an index of terms that a spun form may stand for. */
export interface Alternative {
  readonly words: readonly number[];
  /** log P(spun form | these words), below 0. */
  readonly logChannel: number;
}

/** Alternatives of a spun form that are tried. */
const MOST_ALTERNATIVES = 64;
/** Nothing is quite sure: a channel of 0 would say that the words are the same. */
const MOST_SURE = -1e-6;

const NONE: readonly Alternative[] = [];

/** What the forms of a dictionary may stand for in terms, made when a form is first seen. */
export class TermAlternatives {
  /** By form. */
  private readonly alternatives: (readonly Alternative[])[] = [];
  /** By number of a standard: its words in the index; empty where it has one that no term has. */
  private readonly standards: (readonly number[])[] = [];

  constructor(
    private readonly dictionary: PairSource,
    private readonly terms: TermIndex,
    private readonly channel: (candidate: number) => number,
  ) {}

  /** What a form may stand for in a term, the likeliest first. Context that an entry asks for does not count here. */
  of(form: number): readonly Alternative[] {
    if (form === 0 || form > this.dictionary.spunForms) return NONE;
    const known = this.alternatives[form];
    if (known !== undefined) return known;
    const found = new Map<string, Alternative>();
    const end = this.dictionary.firstCandidate(form + 1);
    for (let candidate = this.dictionary.firstCandidate(form); candidate < end; candidate++) {
      const words = this.wordsOf(this.dictionary.standardNumber(candidate));
      if (words.length === 0) continue;
      const logChannel = Math.min(MOST_SURE, Math.log(this.channel(candidate)));
      const key = words.join(' ');
      const twin = found.get(key);
      if (twin === undefined || twin.logChannel < logChannel) found.set(key, { words, logChannel });
    }
    const alternatives = [...found.values()]
      .sort((a, b) => b.logChannel - a.logChannel)
      .slice(0, MOST_ALTERNATIVES);
    this.alternatives[form] = alternatives;
    return alternatives;
  }

  /** The same for a single word that was not matched: a part of a hyphenated one. */
  ofWord(word: string): readonly Alternative[] {
    const number = this.dictionary.vocabulary.id(word);
    const node = number === 0 ? 0 : this.dictionary.child(0, number);
    return node === 0 ? NONE : this.of(this.dictionary.formAt(node));
  }

  private wordsOf(standard: number): readonly number[] {
    const known = this.standards[standard];
    if (known !== undefined) return known;
    const text = this.dictionary.standardText(standard);
    const words = wordStretches(text).map(({ start, end }) => this.terms.wordAt(text, start, end));
    const kept = words.includes(0) ? [] : words;
    this.standards[standard] = kept;
    return kept;
  }
}
