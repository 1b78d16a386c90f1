import { candidateApplies } from '../dictionary/context.js';
import type { Matches } from '../dictionary/match.js';
import type { ReversalDictionary } from '../dictionary/reversal-dictionary.js';
import { UNKNOWN_SETTING } from '../dictionary/spinner-table.js';
import type { Tokens } from '../text/tokens.js';
import type { Signal } from './diagnosis.js';

/** How spun a text is. */
export interface SpunEstimate {
  /** Probability, 0 to 1, that the text was spun at all. */
  readonly probability: number;
  /** The spinner's setting, as the dictionary numbers them; UNKNOWN_SETTING where none is sure. */
  readonly setting: number;
  /** Expected intensity if it was spun: 1 is as heavily as the parallel text that the dictionary's weights were learnt on. */
  readonly intensity: number;
  /** The strongest evidence, strongest first. */
  readonly signals: readonly Signal[];
}

/** What is said of a text that nobody can have spun, as the dictionary is of another language. */
export const NOT_SPUN: SpunEstimate = { probability: 0, setting: UNKNOWN_SETTING, intensity: 0, signals: [] };

/** A way in which a text may have been spun. */
interface Hypothesis {
  readonly setting: number;
  readonly intensity: number;
}

/** The ways of spinning that are weighed against each other and against "not spun". */
const HYPOTHESES: readonly Hypothesis[] = [
  // A spinner that is known replaces all that it can; a part of the text may be of other make.
  ...Array.from({ length: UNKNOWN_SETTING }, (_, setting) =>
    [0.5, 0.8, 1].map((intensity) => ({ setting, intensity })),
  ).flat(),
  ...[0.1, 0.2, 0.4, 0.7, 1].map((intensity) => ({ setting: UNKNOWN_SETTING, intensity })),
];

/** A setting less probable than this is not relied on. */
const SURE_OF_SETTING = 0.8;

/** No form is lost for sure; a phrase the less, as one of its words may have been put in. */
const MOST_LOSS = 0.95;
const MOST_PHRASE_LOSS = 0.5;

/** Probability that a text is spun before one word of it is read. */
const PRIOR_SPUN = 0.4;

/** No single form counts for more than this gain: the dictionary may be wrong about one. */
const MOST_GAIN = 20;

/** What one form's evidence is worth: the forms of an article depend on each other through its topic. */
const TEMPER = 0.5;

/**
 * Evidence that every token must bring before any counts, in nats: text of another time or genre than the sound text the
 * gains were counted on (speeches of the 19th century) differs from it a little in every word, spun text a lot in many.
 */
const GENRE_ALLOWANCE = 0.02;

/**
 * Tokens that are weighed together at most. A longer text is weighed piece by piece: in an article new words get fewer and fewer,
 * and their evidence would be lost among all its tokens.
 */
const LONGEST_PIECE = 4000;

const MOST_SIGNALS = 12;

/** Forms that say less for spinning than this, in nats, are no signals. */
const LEAST_SIGNAL = 0.5;

/** What a form says under each hypothesis, if it stands once. */
interface FormEvidence {
  /** By hypothesis: logarithm of how much more frequent the form is in spun text than in sound. */
  readonly ratios: Float64Array;
  /** By setting: how often it is put in for others, against sound text. */
  readonly gains: Float64Array;
}

/** A form of a text. */
interface SeenForm {
  readonly form: number;
  /** Its first match. */
  readonly match: number;
  readonly evidence: FormEvidence;
  count: number;
}

/** Tells how spun texts are. Remembers what it has worked out of the dictionary's forms, so one is made for a dictionary and kept. */
export class SpunEstimator {
  /** By form, those that can be put in where they stand and those that cannot; of full length from the start. */
  private readonly evidence: (FormEvidence | undefined)[];
  /** Scratch, by form: one more than where it stands in a list of forms; all 0 between calls. */
  private readonly seenAt: Int32Array;

  constructor(private readonly dictionary: ReversalDictionary) {
    this.evidence = new Array(2 * (dictionary.forms + 1));
    this.seenAt = new Int32Array(dictionary.forms + 1);
  }

  /**
   * Weighs all forms of the dictionary that stand in the text, spun and standard ones.
   *
   * In text spun with a setting and intensity a, a form is 1 - a · loss + a · gain times as frequent as in sound text: the author's own
   * occurrences are replaced by others, and it replaces others in turn. Repetitions count by the logarithm, since a word that
   * stands once in an article tends to stand there again.
   */
  estimate(text: string, tokens: Tokens, matches: Matches): SpunEstimate {
    // Natural logarithms of the likelihood ratio spun : sound of each hypothesis.
    const ratios = new Float64Array(HYPOTHESES.length).fill(-GENRE_ALLOWANCE * tokens.count);
    const all: SeenForm[] = [];
    for (let first = 0; first < matches.count; ) {
      const seen: SeenForm[] = [];
      first = this.formsOf(text, tokens, matches, first, seen);
      for (const { count, evidence } of seen) {
        const weight = weightOf(count);
        for (let k = 0; k < ratios.length; k++) {
          ratios[k] = (ratios[k] as number) + weight * (evidence.ratios[k] as number);
        }
      }
      all.push(...seen);
    }
    const most = Math.max(0, ...ratios);
    const settings = new Float64Array(UNKNOWN_SETTING + 1);
    let spun = 0;
    for (const [k, ratio] of ratios.entries()) {
      const likelihood = Math.exp(ratio - most) / HYPOTHESES.length;
      const { setting } = HYPOTHESES[k] as Hypothesis;
      spun += likelihood;
      settings[setting] = (settings[setting] as number) + likelihood;
    }
    const likeliest = settings.indexOf(Math.max(...settings));
    const setting = (settings[likeliest] as number) >= SURE_OF_SETTING * spun ? likeliest : UNKNOWN_SETTING;
    const intensity = meanIntensity(ratios, most, setting);
    const sound = Math.exp(-most) * (1 - PRIOR_SPUN);
    const probability = (spun * PRIOR_SPUN) / (spun * PRIOR_SPUN + sound);

    const signals: Signal[] = [];
    for (const { count, evidence, match } of together(all, this.seenAt)) {
      const weight =
        weightOf(count) * Math.log1p(Math.max(intensity, 0.1) * (evidence.gains[setting] as number));
      if (weight <= LEAST_SIGNAL) continue;
      const start = tokens.start[matches.from[match] as number] as number;
      const end = tokens.end[(matches.to[match] as number) - 1];
      signals.push({ damage: 'spun', text: text.slice(start, end), count, weight, start });
    }
    signals.sort((a, b) => b.weight - a.weight || a.start - b.start);
    return { probability, setting, intensity, signals: signals.slice(0, MOST_SIGNALS) };
  }

  /**
   * Finds the forms of a piece of text that no longer one covers.
   *
   * @param first the piece's first match
   * @param seen is filled with the forms
   * @returns the match after its last
   */
  private formsOf(text: string, tokens: Tokens, matches: Matches, first: number, seen: SeenForm[]): number {
    const { seenAt, dictionary } = this;
    const end = (matches.from[first] as number) + LONGEST_PIECE;
    let covered = 0;
    let i = first;
    for (; i < matches.count; i++) {
      const from = matches.from[i] as number;
      if (from < covered) continue;
      if (from >= end) break;
      // The longest match at this place: the matches of one place stand together, shorter first.
      while (i + 1 < matches.count && matches.from[i + 1] === from) i++;
      covered = matches.to[i] as number;
      const form = matches.form[i] as number;
      const known = seen[(seenAt[form] as number) - 1];
      if (known !== undefined) known.count++;
      else {
        const possible = mayBeSpun(text, tokens, dictionary, form, from, covered);
        seen.push({ form, match: i, count: 1, evidence: this.evidenceOf(form, possible) });
        seenAt[form] = seen.length;
      }
    }
    for (const { form } of seen) seenAt[form] = 0;
    return i;
  }

  private evidenceOf(form: number, possible: boolean): FormEvidence {
    const key = 2 * form + (possible ? 1 : 0);
    const known = this.evidence[key];
    if (known !== undefined) return known;
    const { dictionary } = this;
    const gains = new Float64Array(UNKNOWN_SETTING + 1);
    if (possible)
      for (let setting = 0; setting < gains.length; setting++)
        gains[setting] = Math.min(MOST_GAIN, dictionary.gain(form, setting));
    const mostLoss = dictionary.formWords(form) > 1 ? MOST_PHRASE_LOSS : MOST_LOSS;
    const ratios = Float64Array.from(HYPOTHESES, ({ setting, intensity }) => {
      const loss = Math.min(mostLoss, intensity * dictionary.loss(form, setting));
      return Math.log(1 - loss + intensity * (gains[setting] as number));
    });
    const evidence = { ratios, gains };
    this.evidence[key] = evidence;
    return evidence;
  }
}

/** The forms of all pieces, each once. */
function together(forms: readonly SeenForm[], seenAt: Int32Array): SeenForm[] {
  const all: SeenForm[] = [];
  for (const seen of forms) {
    const known = all[(seenAt[seen.form] as number) - 1];
    if (known !== undefined) known.count += seen.count;
    else {
      all.push({ ...seen });
      seenAt[seen.form] = all.length;
    }
  }
  for (const { form } of all) seenAt[form] = 0;
  return all;
}

/** What the evidence of a form that stands so often counts. */
function weightOf(count: number): number {
  return TEMPER * (1 + Math.log(count));
}

/** The intensity to be expected with a setting. */
function meanIntensity(ratios: Float64Array, most: number, of: number): number {
  let sum = 0;
  let mean = 0;
  for (const [k, { setting, intensity }] of HYPOTHESES.entries()) {
    if (setting !== of) continue;
    const likelihood = Math.exp((ratios[k] as number) - most);
    sum += likelihood;
    mean += likelihood * intensity;
  }
  return sum > 0 ? mean / sum : 0;
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
