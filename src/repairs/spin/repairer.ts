import { Decoder } from '../../decoder/decoder.js';
import type { TrigramModel } from '../../decoder/lattice.js';
import { WordNumbers } from '../../decoder/words.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import { UNKNOWN_SETTING } from '../../dictionary/spinner-table.js';
import type { TermIndex } from '../../dictionary/terms-index.js';
import type { LanguageModel } from '../../language-model/language-model.js';
import { Composition } from './composition.js';
import type { FormJudge } from './forms.js';
import { Plans } from './plans.js';
import { Terms } from './terms.js';
import { readSpinWeights, type SpinWeights } from './weights.js';

/** What the repair works with. */
export interface SpinRepairer extends FormJudge {
  readonly decoder: Decoder;
  readonly words: WordNumbers;
  readonly model: TrigramModel;
  /** Composes terms of several words; undefined where there is no list of them. */
  readonly composition?: Composition | undefined;
}

/**
 * Puts the repair's parts together.
 *
 * @param terms the standard terms of several words; without them none is composed
 * @param weights without them, those that the dictionary was compiled with
 */
export function createSpinRepairer(
  dictionary: ReversalDictionary,
  model: LanguageModel,
  terms?: TermIndex,
  weights: SpinWeights = readSpinWeights(dictionary.weights),
): SpinRepairer {
  const words = new WordNumbers(model);
  const prepared = new Terms(dictionary, words, model);
  return {
    dictionary,
    model,
    decoder: new Decoder(model, weights.languageModel),
    words,
    terms: prepared,
    plans: new Plans(dictionary, prepared, weights),
    weights,
    composition:
      terms &&
      new Composition(dictionary, terms, (candidate) => dictionary.share(candidate, UNKNOWN_SETTING)),
  };
}
