/** Parts of speech of dictionary entries; see dictionaries/README.md for what each means. */
export const PARTS_OF_SPEECH = ['noun', 'verb', 'adjective', 'adverb', 'name', 'fixed'] as const;

export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

export function isPartOfSpeech(text: string): text is PartOfSpeech {
  return (PARTS_OF_SPEECH as readonly string[]).includes(text);
}

/** Keys of context clauses that hold words. */
export const CONTEXT_KEYS = ['near', 'not', 'after', 'before'] as const;

export type ContextKey = (typeof CONTEXT_KEYS)[number];

/** Names that stand for a class of words in `after` and `before`. */
export const WORD_CLASSES = ['NUMBER', 'NAME', 'START', 'END'] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** One condition of an entry: a key and the words, lower case but for the names of word classes. */
export interface ContextClause {
  readonly key: ContextKey;
  readonly words: readonly string[];
}

/** One line of a reversal dictionary. */
export interface DictionaryEntry {
  /** Lemma that the spinner wrote, folded, words parted by one space, without head marks. */
  readonly spun: string;
  /** Lemma that stood there before; capitals kept, without head marks. */
  readonly standard: string;
  readonly partOfSpeech: PartOfSpeech;
  /** Index of the word that takes the endings, where a `*` marks it. */
  readonly spunHead?: number;
  readonly standardHead?: number;
  /** Conditions that must all hold. */
  readonly when: readonly ContextClause[];
  /** Whether the entry applies only in a document diagnosed as spun. */
  readonly onlySpun: boolean;
  /** Whether it holds for the words of terms alone: where a whole stretch becomes a standard term of several words. */
  readonly onlyInTerms?: true;
  /** Where it was made of a synonym group: which side is the group's head. */
  readonly grouped?: 'spun' | 'standard';
  readonly note: string;
  /** Name of the dictionary: the file's without its ending, such as `en/politics`. */
  readonly domain: string;
  /** Line in the file, counted from 1. */
  readonly line: number;
}

/** Something wrong in a dictionary file. Columns count characters from 1. */
export interface DictionaryProblem {
  readonly domain: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** What to do about it. */
  readonly advice: string;
  /** Where else it shows, such as places in sound texts; each as a person reads it. */
  readonly places?: readonly string[];
}

/** Stable name of the rule that an entry is: `spin/en/politics:high minister`. */
export function ruleName(entry: Pick<DictionaryEntry, 'domain' | 'spun'>): string {
  return `spin/${entry.domain}:${entry.spun}`;
}
