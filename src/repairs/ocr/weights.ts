/**
 * What the repair weighs, in nats unless said otherwise. Found by search on the development sets with a table of confusions learnt
 * on their other half (`../../../tools`), not by hand.
 */
export interface OcrWeights {
  /** What a nat of the language model counts. */
  readonly languageModel: number;
  /** What a nat of the channel counts. */
  readonly channel: number;
  /** Against every edit, beyond what the share of misread words says. */
  readonly bias: number;
  /** How improbable an unknown word in small letters may be spelled before it is held against it; the second, capitalised. */
  readonly unknownLower: number;
  readonly unknownCapital: number;
  /** Held against a word of the lexicon that the language model does not know: put in place of another, and as it stands. */
  readonly unmodelled: number;
  readonly unmodelledKept: number;
  /** Against a name in small letters. */
  readonly lowerName: number;
  /** Against a word that only the language model's texts have, in place of another. */
  readonly onlySeen: number;
  /** Against a known word whose letters are large and small without order. */
  readonly noisyCase: number;
  /** Against a single small letter. */
  readonly singleLetter: number;
  /** Most that is held against a word derived from a known one, against a compound, against a code or a name of a variable. */
  readonly derived: number;
  readonly compound: number;
  readonly code: number;

  /** Against keeping a word broken by a hyphen; for joining it; for closing it up with its hyphen. */
  readonly hyphenKept: number;
  readonly hyphenJoined: number;
  readonly hyphenClosed: number;
  /** Against taking a chunk for a speck. */
  readonly speck: number;

  /** By how much of itself a nat of the channel counts less for a nat of the engine's doubt. */
  readonly doubt: number;
  /** What the engine's first alternative for a word costs, and each further one more. */
  readonly alternative: number;
  readonly nextAlternative: number;

  /** Most that a misreading of an unknown word costs, and of a known one. */
  readonly most: number;
  readonly mostKnown: number;
  /** Words that a glued word may be parted into. */
  readonly words: number;

  /** Share of misread words that the table of confusions was learnt at. */
  readonly tableRate: number;
  /** Share of misread words expected of a text of which nothing is known, and how many words that counts. */
  readonly priorRate: number;
  /** By how much of itself, for each technical chunk in one, the expected share grows less. */
  readonly technicalPrior: number;
  readonly priorWords: number;
  /** Share of misread words from which on words are suspected that the lexicon knows, and from which on punctuation is repaired. */
  readonly knownRate: number;
  readonly punctuationRate: number;
}

export const OCR_WEIGHTS: OcrWeights = {
  languageModel: 0.97,
  channel: 0.86,
  bias: 1.05,
  unknownLower: 14,
  unknownCapital: 15,
  unmodelled: -1,
  unmodelledKept: -5,
  lowerName: 5,
  onlySeen: 4,
  noisyCase: 7,
  singleLetter: 6,
  derived: 3,
  compound: 8,
  code: 4,
  hyphenKept: 9,
  hyphenJoined: 0.7,
  hyphenClosed: 1.5,
  speck: 6.75,
  doubt: 0.1,
  alternative: 2.5,
  nextAlternative: 1,
  most: 24,
  mostKnown: 9,
  words: 6,
  tableRate: 0.15,
  priorRate: 0.06,
  technicalPrior: 100,
  priorWords: 30,
  knownRate: 0.02,
  punctuationRate: 0.0175,
};
