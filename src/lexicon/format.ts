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
  /** As the first, a middle or the last part of a closed compound; without the bits above it by itself is no word. */
  Begin: 16,
  Middle: 32,
  End: 64,
  /** Known, but never to be put in place of another word. */
  Unoffered: 128,
} as const;

/** The bits of `WordKind` of which a word that stands by itself has one at least. */
export const STANDING = WordKind.Common | WordKind.Name | WordKind.Seen | WordKind.Abbreviation;
