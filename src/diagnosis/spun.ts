import { candidateApplies } from '../dictionary/context.js';
import type { Matches } from '../dictionary/match.js';
import type { ReversalDictionary } from '../dictionary/reversal-dictionary.js';
import type { Tokens } from '../text/tokens.js';
import type { Signal } from './diagnosis.js';

/** How spun a text is. */
export interface SpunEstimate {
  /** Probability, 0 to 1, that the text was spun at all. */
  readonly probability: number;
  /** Expected intensity if it was spun: 1 is as heavily as the parallel text the dictionary's odds were learnt on. */
  readonly intensity: number;
  /** The strongest evidence, strongest first. */
  readonly signals: readonly Signal[];
}

/** Intensities of spinning that are weighed against each other and against "not spun". */
const INTENSITIES = [0.1, 0.2, 0.4, 0.7, 1, 1.5] as const;

/** Probability that a text is spun before one word of it is read. */
const PRIOR_SPUN = 0.2;

/** No single form counts for more than this gain: the dictionary may be wrong about one. */
const MOST_GAIN = 20;

/** What one form's evidence is worth: the forms of an article depend on each other through its topic. */
const TEMPER = 0.5;

/**
 * Evidence that every token must bring before any counts, in nats: text of another time or genre than the sound text the
 * gains were counted on (speeches of the 19th century) differs from it a little in every word, spun text a lot in many.
 */
const GENRE_ALLOWANCE = 0.025;

const MOST_SIGNALS = 12;

/**
 * Weighs all forms of the dictionary that stand in the text, spun and standard ones.
 *
 * In text spun with intensity a, a form is 1 - a · loss + a · gain times as frequent as in sound text: the author's own
 * occurrences are replaced by others, and it replaces others in turn. Repetitions count by the logarithm, since a word that
 * stands once in an article tends to stand there again.
 */
export function estimateSpun(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  matches: Matches,
): SpunEstimate {
  const seen = new Map<number, { gain: number; loss: number; count: number; first: number }>();
  let covered = 0;
  for (let i = 0; i < matches.count; i++) {
    const from = matches.from[i] as number;
    if (from < covered) continue;
    // The longest match at this place: the matches of one place stand together, shorter first.
    while (i + 1 < matches.count && matches.from[i + 1] === from) i++;
    const to = matches.to[i] as number;
    covered = to;
    const form = matches.form[i] as number;
    const known = seen.get(form);
    if (known !== undefined) known.count++;
    else {
      const gain = mayBeSpun(text, tokens, dictionary, form, from, to)
        ? Math.min(MOST_GAIN, dictionary.gain(form))
        : 0;
      seen.set(form, { gain, loss: dictionary.loss(form), count: 1, first: i });
    }
  }

  // Natural logarithms of the likelihood ratio spun : sound at each intensity.
  const ratios: number[] = INTENSITIES.map(() => -GENRE_ALLOWANCE * tokens.count);
  for (const { gain, loss, count } of seen.values()) {
    const weight = TEMPER * (1 + Math.log(count));
    for (let k = 0; k < ratios.length; k++) {
      const intensity = INTENSITIES[k] as number;
      ratios[k] =
        (ratios[k] as number) + weight * Math.log(1 - Math.min(0.95, intensity * loss) + intensity * gain);
    }
  }
  const most = Math.max(0, ...ratios);
  let spun = 0;
  let mean = 0;
  ratios.forEach((ratio, k) => {
    const likelihood = Math.exp(ratio - most) / INTENSITIES.length;
    spun += likelihood;
    mean += likelihood * (INTENSITIES[k] as number);
  });
  const intensity = spun > 0 ? mean / spun : 0;
  const sound = Math.exp(-most) * (1 - PRIOR_SPUN);
  const probability = (spun * PRIOR_SPUN) / (spun * PRIOR_SPUN + sound);

  const signals = [...seen.values()]
    .map(({ gain, count, first }) => {
      const start = tokens.start[matches.from[first] as number] as number;
      return {
        damage: 'spun' as const,
        text: text.slice(start, tokens.end[(matches.to[first] as number) - 1]),
        count,
        weight: TEMPER * (1 + Math.log(count)) * Math.log1p(Math.max(intensity, 0.1) * gain),
        start,
      };
    })
    .filter((signal) => signal.weight > 0.5)
    .sort((a, b) => b.weight - a.weight || a.start - b.start)
    .slice(0, MOST_SIGNALS);
  return { probability, intensity, signals };
}

/** Whether the form at these tokens can stand for any of its candidates there. */
function mayBeSpun(
  text: string,
  tokens: Tokens,
  dictionary: ReversalDictionary,
  form: number,
  from: number,
  to: number,
): boolean {
  for (let c = dictionary.firstCandidate(form); c < dictionary.firstCandidate(form + 1); c++) {
    if (candidateApplies(dictionary, c, text, tokens, from, to)) return true;
  }
  return false;
}
