import { foldText } from '../text/characters.js';
import type { SurfacePair } from './expand.js';

/** What was counted about surface forms: the only source of the dictionary's weights. All keys are folded. */
export interface DictionaryStatistics {
  /** Times that a spun form stood for a standard one in parallel text; by `spun<tab>standard`. */
  readonly replaced: ReadonlyMap<string, number>;
  /** Times that a form was seen in the spun half of the parallel text. */
  readonly seenSpun: ReadonlyMap<string, number>;
  /** Times that a form was seen in the sound half of the parallel text. */
  readonly seenSound: ReadonlyMap<string, number>;
  /** Times that a form was seen in a large sound text. */
  readonly background: ReadonlyMap<string, number>;
  /** Number of words of that large sound text. */
  readonly backgroundWords: number;
}

/** Statistics of nothing: every weight then comes from the priors alone. */
export const NO_STATISTICS: DictionaryStatistics = {
  replaced: new Map(),
  seenSpun: new Map(),
  seenSound: new Map(),
  background: new Map(),
  backgroundWords: 0,
};

/**
 * Reads the two tables of counts in dictionaries/en/statistics/.
 *
 * @param pairsText `pairs.tsv`: spun, standard, times that the one stood for the other
 * @param formsText `forms.tsv`: form, times seen in spun, in sound parallel text and in the background; its first line is
 *   `# background words N`
 */
export function parseStatistics(pairsText: string, formsText: string): DictionaryStatistics {
  const replaced = new Map<string, number>();
  const seenSpun = new Map<string, number>();
  const seenSound = new Map<string, number>();
  const background = new Map<string, number>();
  for (const [spun, standard, count] of parseRows(pairsText))
    replaced.set(`${spun}\t${standard}`, Number(count));
  for (const [form, spun, sound, count] of parseRows(formsText)) {
    if (form === undefined) continue;
    seenSpun.set(form, Number(spun));
    seenSound.set(form, Number(sound));
    background.set(form, Number(count));
  }
  const backgroundWords = Number(/^# background words (\d+)$/m.exec(formsText)?.[1] ?? 0);
  return { replaced, seenSpun, seenSound, background, backgroundWords };
}

/** Cells of the lines of a table; comments are left out. */
export function parseRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Share of the occurrences of a standard form that a spinner is taken to replace, before any is seen. */
const SPINNING = 0.3;
/** Spun forms that a standard form is taken to have at least, in a spinner's table. */
const LEAST_SYNONYMS = 4;
/** Share of the occurrences of a standard form taken to be lost before any is seen; less, as not all tables have it. */
const UNSEEN_LOSS = 0.1;
/** Sightings that the prior of the channel is worth. */
const CHANNEL_STRENGTH = 3;
/** Sightings that the channel is worth against the direct count of what a spun form stood for. */
const DIRECT_STRENGTH = 2;

/** Occurrences per million words that a form is taken to have at least, by its number of words. */
const FLOOR = [0, 1.5, 0.15, 0.05, 0.03];

/** Occurrences of a folded form per million words of sound text, never 0. */
function backgroundRate(form: string, statistics: DictionaryStatistics): number {
  const words = form.split(' ').length;
  const floor = FLOOR[Math.min(words, FLOOR.length - 1)] as number;
  const count = statistics.background.get(form) ?? 0;
  return (count / Math.max(1, statistics.backgroundWords)) * 1e6 + floor;
}

/** What the compiler stores about one spun form. */
export interface FormWeights {
  /**
   * For every candidate, the odds that in a heavily spun text an occurrence of the form stands for it, against the form
   * being the author's own word.
   */
  readonly odds: readonly number[];
  /**
   * For every candidate, the share of its standard's occurrences that become this form in heavily spun text: P(damage |
   * standard), 0 to 1.
   */
  readonly channel: readonly number[];
  /** How many times more often than in sound text the form stands in heavily spun text as a substitute. */
  readonly gain: number;
}

/**
 * Weighs the candidates of one spun form.
 *
 * The noisy channel: a candidate is as likely as its standard is frequent in sound text, times the share of its
 * occurrences that become this spun form. That share is counted in parallel text and smoothed (Dirichlet) with the
 * assumption that all spun forms of a standard share evenly. What the form itself was seen to stand for is counted as
 * well and corrects the channel.
 *
 * @param pairs the candidates; all have the same spun form
 * @param synonyms number of spun forms that a folded standard has in the dictionary
 */
export function weighForm(
  pairs: readonly SurfacePair[],
  synonyms: (standard: string) => number,
  statistics: DictionaryStatistics,
): FormWeights {
  const { spun } = pairs[0] as SurfacePair;
  const own = backgroundRate(spun, statistics);
  const counts = pairs.map((pair) => statistics.replaced.get(`${spun}\t${foldText(pair.standard)}`) ?? 0);
  const channel = pairs.map((pair, i) => {
    const standard = foldText(pair.standard);
    const share = SPINNING / Math.max(LEAST_SYNONYMS, synonyms(standard));
    const replaced = counts[i] as number;
    const seen = Math.max(replaced, statistics.seenSound.get(standard) ?? 0);
    return (replaced + CHANNEL_STRENGTH * share) / (seen + CHANNEL_STRENGTH);
  });
  const rates = pairs.map(
    (pair, i) => backgroundRate(foldText(pair.standard), statistics) * (channel[i] as number),
  );
  const rate = rates.reduce((sum, each) => sum + each, 0);
  const stood = counts.reduce((sum, count) => sum + count, 0);
  const kept = Math.max(0, (statistics.seenSpun.get(spun) ?? 0) - stood);
  const keptMass = kept + DIRECT_STRENGTH * (own / (own + rate));
  const odds = rates.map(
    (each, i) => ((counts[i] as number) + DIRECT_STRENGTH * (each / (own + rate))) / keptMass,
  );
  return { odds, channel, gain: rate / own };
}

/** Share, 0 to 1, of the occurrences of a folded standard form that heavily spun text has lost. */
export function lossOf(
  standard: string,
  spunForms: readonly string[],
  statistics: DictionaryStatistics,
): number {
  if (spunForms.length === 0) return 0;
  let replaced = 0;
  for (const spun of spunForms) replaced += statistics.replaced.get(`${spun}\t${standard}`) ?? 0;
  const seen = Math.max(replaced, statistics.seenSound.get(standard) ?? 0);
  return (replaced + CHANNEL_STRENGTH * UNSEEN_LOSS) / (seen + CHANNEL_STRENGTH);
}
