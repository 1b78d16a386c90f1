/** Names a compiled lexicon. */
export const LEXICON_MAGIC = 'EMENDLEX';
export const LEXICON_VERSION = 1;

/** Bits that say how a word is written. */
export const WordKind = {
  /** With a small letter. */
  Common: 1,
  /** With a capital: a name. */
  Name: 2,
  /** Known from the texts of the language model only: a name, or a word that is no part of the dictionaries. */
  Seen: 4,
  /** With a full stop behind it, also inside a sentence. */
  Abbreviation: 8,
} as const;
