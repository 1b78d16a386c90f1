import type { LanguageModel } from '../../language-model/language-model.js';
import { type Lexicon, openLexicon } from '../../lexicon/lexicon.js';
import { editsOutside } from '../../text/protected-phrases.js';
import type { Tokens } from '../../text/tokens.js';
import { type Confusion, parseConfusions } from './channel/confusions.js';
import type { EngineWord } from './engine/engine-word.js';
import { foreignStretches } from './foreign-stretches.js';
import { type LexicalData, lexicalData, repairLexical } from './lexical/repair-lexical.js';
import { withLongS } from './long-s/confusions.js';
import { repairAroundLongS } from './long-s/repair-long-s.js';
import { type OcrRepair, repairOcr } from './ocr.js';
import { createOcrRepairer, type OcrRepairer } from './repairer.js';
import { mayBeMisread } from './soundness.js';
import { OCR_WEIGHTS } from './weights.js';

/** What the repair is made of. */
export interface OcrData {
  /**
   * Bytes of a compiled lexicon: `dictionaries/en/lexicon.bin`, or of another language as {@link compileHunspell} makes them. Where it
   * is not of English, misread words are told by the lexicon alone.
   */
  readonly lexicon: Uint8Array;
  /** The table of confusions, `dictionaries/en/ocr/confusions.tsv`. */
  readonly confusions: string;
}

/** Repairs texts that look misread. The repair's parts are made for the first of them: most texts never need them. */
export class MisreadTexts {
  readonly lexicon: Lexicon;
  private repairer: OcrRepairer | undefined;
  /** The same for print with the long s. */
  private longS: OcrRepairer | undefined;
  private lexical: LexicalData | undefined;
  private readonly confusions: readonly Confusion[];

  /** @throws Error for a damaged lexicon or a bad table of confusions: now, not with the first text that looks misread */
  constructor(
    data: OcrData,
    private readonly model: LanguageModel,
    /** Whether a word that the lexicon lacks is known elsewhere. */
    private readonly isKnown: (word: string) => boolean,
  ) {
    this.lexicon = openLexicon(data.lexicon);
    this.confusions = parseConfusions(data.confusions);
  }

  /** Whether the language model, the reversal dictionary and the rules of English have a say. */
  get isEnglish(): boolean {
    return /^en(?:-|$)/i.test(this.lexicon.traits.language);
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
    if (!this.isEnglish) {
      this.lexical ??= lexicalData(this.lexicon, this.confusions);
      return repairLexical(text, this.lexical, minConfidence);
    }
    if (!mayBeMisread(text, tokens, this.lexicon)) return undefined;
    const { lexicon, model } = this;
    const found = repairAroundLongS(text, { lexicon, model, minConfidence }, (text, isLongS) =>
      repairOcr(text, isLongS ? this.longSRepairer() : this.plainRepairer(), minConfidence, words),
    );
    if (found.edits.length === 0) return found;
    // What another language spells otherwise is not misread.
    const edits = editsOutside(found.edits, foreignStretches(text));
    return { edits, rate: (found.rate * edits.length) / found.edits.length };
  }

  private plainRepairer(): OcrRepairer {
    this.repairer ??= this.repairerWith(this.confusions);
    return this.repairer;
  }

  private longSRepairer(): OcrRepairer {
    this.longS ??= this.repairerWith(withLongS(this.confusions));
    return this.longS;
  }

  private repairerWith(confusions: readonly Confusion[]): OcrRepairer {
    return createOcrRepairer(this.lexicon, this.model, confusions, OCR_WEIGHTS, this.isKnown);
  }
}
