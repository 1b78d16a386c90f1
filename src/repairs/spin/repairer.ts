import { Decoder } from '../../decoder/decoder.js';
import type { TrigramModel } from '../../decoder/lattice.js';
import { WordNumbers } from '../../decoder/words.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { LanguageModel } from '../../language-model/language-model.js';
import type { FormJudge } from './forms.js';
import { Plans } from './plans.js';
import { Terms } from './terms.js';
import { readSpinWeights, type SpinWeights } from './weights.js';

/** What the repair works with. */
export interface SpinRepairer extends FormJudge {
  readonly decoder: Decoder;
  readonly words: WordNumbers;
  readonly model: TrigramModel;
}

/** Puts the repair's parts together; without weights, those that the dictionary was compiled with. */
export function createSpinRepairer(
  dictionary: ReversalDictionary,
  model: LanguageModel,
  weights: SpinWeights = readSpinWeights(dictionary.weights),
): SpinRepairer {
  const words = new WordNumbers(model);
  const terms = new Terms(dictionary, words, model);
  return {
    dictionary,
    model,
    decoder: new Decoder(model, weights.languageModel),
    words,
    terms,
    plans: new Plans(dictionary, terms, weights),
    weights,
  };
}
