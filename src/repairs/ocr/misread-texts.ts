import type { LanguageModel } from '../../language-model/language-model.js';
import { type Lexicon, openLexicon } from '../../lexicon/lexicon.js';
import type { Tokens } from '../../text/tokens.js';
import { type Confusion, parseConfusions } from './confusions.js';
import type { EngineWord } from './engine-word.js';
import { type OcrRepair, repairOcr } from './ocr.js';
import { createOcrRepairer, type OcrRepairer } from './repairer.js';
import { mayBeMisread } from './soundness.js';
import { OCR_WEIGHTS } from './weights.js';

/** What the repair is made of. */
export interface OcrData {
  /** Bytes of the compiled lexicon, `dictionaries/en/lexicon.bin`. */
  readonly lexicon: Uint8Array;
  /** The table of confusions, `dictionaries/en/ocr/confusions.tsv`. */
  readonly confusions: string;
}

/** Repairs texts that look misread. The repair's parts are made for the first of them: most texts never need them. */
export class MisreadTexts {
  private opened: Lexicon | undefined;
  private repairer: OcrRepairer | undefined;
  private readonly confusions: readonly Confusion[];

  /** @throws Error for a bad table of confusions: now, not with the first text that looks misread */
  constructor(
    private readonly data: OcrData,
    private readonly model: LanguageModel,
    /** Whether a word that the lexicon lacks is known elsewhere. */
    private readonly isKnown: (word: string) => boolean,
  ) {
    this.confusions = parseConfusions(data.confusions);
  }

  /**
   * Repairs a text; undefined where nothing in it looks misread.
   *
   * @param tokens the tokens of `text`, numbered where another vocabulary knows them
   * @param minConfidence edits less sure than this are not made; probability, 0 to 1
   * @param words what an OCR engine said of the text's words, in their order
   */
  repair(
    text: string,
    tokens: Tokens,
    minConfidence: number,
    words?: readonly EngineWord[],
  ): OcrRepair | undefined {
    this.opened ??= openLexicon(this.data.lexicon);
    if (!mayBeMisread(text, tokens, this.opened)) return undefined;
    this.repairer ??= createOcrRepairer(this.opened, this.model, this.confusions, OCR_WEIGHTS, this.isKnown);
    return repairOcr(text, this.repairer, minConfidence, words);
  }
}
