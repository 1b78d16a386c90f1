/** A spelling checker that emend is compared with. */
export interface Speller {
  readonly name: string;
  knows(word: string): boolean;
  /** Its first suggestion for a word that it does not know. */
  suggest(word: string): string | undefined;
}

/**
 * Words of four lower-case letters or more, and no parts of others: what a checker takes for errors among shorter and capitalised
 * ones, and beside hyphens and apostrophes, is mostly right.
 */
const PLAIN_WORD = /(?<![\p{L}\p{N}'’-])[a-z]{4,}(?![\p{L}\p{N}'’-])/gu;

/**
 * A text with each unknown plain word replaced by the checker's first suggestion. Asked about every word, all of these make more
 * errors than they mend.
 */
export function correctWith(speller: Speller, text: string): string {
  return text.replace(PLAIN_WORD, (word) => (speller.knows(word) ? word : (speller.suggest(word) ?? word)));
}
