import { compileDictionary } from '../../../src/dictionary/compile.js';
import { findMatches, type Matches } from '../../../src/dictionary/match.js';
import { ReversalDictionary } from '../../../src/dictionary/reversal-dictionary.js';
import { type DictionaryStatistics, NO_STATISTICS } from '../../../src/dictionary/statistics.js';
import type { SpunPrior } from '../../../src/repairs/spin/forms.js';
import { type Judged, judgeSpin } from '../../../src/repairs/spin/judge.js';
import { createSpinRepairer, type SpinRepairer } from '../../../src/repairs/spin/repairer.js';
import { repairSpin } from '../../../src/repairs/spin/spin.js';
import { styleOf } from '../../../src/repairs/spin/style.js';
import { SPIN_WEIGHT_NAMES, type SpinWeights } from '../../../src/repairs/spin/weights.js';
import type { Edit } from '../../../src/text/edit.js';
import type { Tokens } from '../../../src/text/tokens.js';
import { entriesOf, tokensOf } from '../../dictionary/compiled.js';
import { EXAMPLE, modelOf, type Probabilities } from '../../language-model/tiny-model.js';

/** What a spin repair is made of in a test. */
interface Making {
  readonly statistics?: Partial<DictionaryStatistics>;
  readonly weights?: Partial<SpinWeights>;
  readonly model?: Probabilities;
}

/** Weights of which nothing counts but those given; entries are believed, and no edit is held for harmful. */
export function weightsOf(weights: Partial<SpinWeights> = {}): SpinWeights {
  const believing: Partial<SpinWeights> = { bias: 20, kept: 1, surePosterior: 1, soundBias: -20, ...weights };
  return Object.fromEntries(
    SPIN_WEIGHT_NAMES.map((name) => [name, believing[name] ?? 0]),
  ) as unknown as SpinWeights;
}

/** A repairer of entries such as `high minister | prime minister | noun`. */
export function repairerOf(lines: readonly string[], making: Making = {}): SpinRepairer {
  const statistics = { ...NO_STATISTICS, ...making.statistics };
  const dictionary = new ReversalDictionary(compileDictionary(entriesOf(lines), statistics, []));
  return createSpinRepairer(
    dictionary,
    modelOf(making.model ?? EXAMPLE),
    undefined,
    weightsOf(making.weights),
  );
}

/** A text spun for sure, with a setting. */
export function spunWith(setting: number, probability = 1): SpunPrior {
  return { probability, setting, intensity: 1 };
}

/** A text as a repairer reads it. */
export function read(text: string, { dictionary }: SpinRepairer): { tokens: Tokens; matches: Matches } {
  const tokens = tokensOf(text, dictionary);
  return { tokens, matches: findMatches(dictionary, tokens) };
}

/** A decoded text. Throws where there is no candidate. */
export function judge(text: string, repairer: SpinRepairer, prior = spunWith(0)): Judged {
  const { tokens, matches } = read(text, repairer);
  const words = () => repairer.words.ofTokens(text, tokens);
  const judged = judgeSpin(
    text,
    tokens,
    matches,
    [0, matches.count],
    prior,
    repairer,
    { terms: [], words, style: styleOf(text, tokens) },
    0,
  );
  if (judged === undefined) throw new Error(`no candidate in “${text}”`);
  return judged;
}

/** The edits of a text, unsure ones too. */
export function repair(text: string, repairer: SpinRepairer, prior = spunWith(0)): Edit[] {
  const { tokens, matches } = read(text, repairer);
  return repairSpin(text, tokens, matches, prior, repairer, { minConfidence: 0, maxHarm: 1 });
}
