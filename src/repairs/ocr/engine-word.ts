/** What an OCR engine said of a word that it read. */
export interface EngineWord {
  /** First UTF-16 offset of the word in the text. */
  readonly start: number;
  /** Offset after its last one; a hyphen at the end of a line belongs to the word before it. */
  readonly end: number;
  /** How sure the engine was of the word, 0 to 1; engines differ in what they call sure. */
  readonly confidence?: number;
  /** What else the engine took it for, likeliest first. */
  readonly alternatives?: readonly string[];
}
