import { Decoder } from '../../decoder/decoder.js';
import type { LanguageModel } from '../../language-model/language-model.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { Channel, type Confusion } from './channel/confusions.js';
import { withGeneral } from './channel/general-confusions.js';
import { WindowReader } from './search/window-reader.js';
import { WordMemory } from './search/word-memory.js';
import { OCR_WEIGHTS, type OcrWeights } from './weights.js';
import { WordJudge } from './word-judge.js';

/** States so much less likely than the best, in nats, are given up; more than for spinning, as candidates crowd where much is misread. */
const MARGIN = 12;

/** What the repair works with. */
export interface OcrRepairer {
  readonly lexicon: Lexicon;
  readonly channel: Channel;
  readonly judge: WordJudge;
  readonly windows: WindowReader;
  readonly decoder: Decoder;
  readonly weights: OcrWeights;
}

/**
 * Puts the repair's parts together.
 *
 * @param isKnown whether a word that the lexicon lacks is known elsewhere, and so no misreading
 */
export function createOcrRepairer(
  lexicon: Lexicon,
  model: LanguageModel,
  confusions: readonly Confusion[],
  weights: OcrWeights = OCR_WEIGHTS,
  isKnown: (word: string) => boolean = () => false,
): OcrRepairer {
  const channel = new Channel(withGeneral(confusions));
  const judge = new WordJudge(lexicon, model, weights, isKnown);
  const memory = new WordMemory(judge, channel, weights.channel);
  return {
    lexicon,
    channel,
    judge,
    windows: new WindowReader(lexicon, channel, judge, memory, weights),
    decoder: new Decoder(model, weights.languageModel, MARGIN),
    weights,
  };
}
