import { UNKNOWN_SETTING } from '../../dictionary/spinner-table.js';
import type { SpunPrior } from './forms.js';
import type { Judged } from './judge.js';
import { candidateOf, type FormPlace } from './places.js';
import { readingProbability } from './readings.js';
import type { SpinRepairer } from './repairer.js';
import { EVIDENCE_NAMES, type SpinWeights } from './weights.js';

/** What the confidence in an edge is made of. */
interface Evidence {
  /** See {@link evidenceOf}. */
  readonly evidence: readonly number[];
  /** Whether its entry holds in spun documents only. */
  readonly onlySpun: boolean;
}

/** Names of the weights of the two regressions, in the order of the evidence. */
const SURE = EVIDENCE_NAMES.map((name) => `sure${name}` as const);
const SOUND = EVIDENCE_NAMES.map((name) => `sound${name}` as const);

/**
 * What it would cost to keep the words if the spinner's setting were known, in nats: the evidence is weighed as it was found in texts
 * of known settings, where most of the right edges have more.
 */
const UNTOLD_KNOWN = 1;

/** Probabilities nearer to 0 or 1 say no more. */
const LEAST = 1e-6;

/**
 * What the decoder found about an edge of the likeliest reading, as the calibration weighs it; in the order of
 * EVIDENCE_NAMES. The decoder's probability alone does not tell a doubt between two standards from a doubt whether anything was
 * replaced at all.
 */
export function evidenceOf(
  position: number,
  place: FormPlace,
  judged: Judged,
  prior: SpunPrior,
  repairer: SpinRepairer,
): number[] {
  const { dictionary, weights } = repairer;
  const edge = judged.path[position] as number;
  const { form, kept: keptCost } = place;
  const { plan } = candidateOf(place, edge);
  const posterior = bound(readingProbability(judged, position));
  const kept = bound(judged.kept[judged.lattice.from[edge] as number] as number);
  return [
    Math.log(posterior / (1 - posterior)),
    Math.log(kept),
    Math.log(bound(dictionary.standardLoss(plan.candidate, prior.setting))),
    prior.setting === UNKNOWN_SETTING ? UNTOLD_KNOWN : weights.kept === 0 ? 0 : keptCost / weights.kept,
    Math.log(bound(dictionary.share(plan.candidate, prior.setting))),
    plan.learnt ? 1 : 0,
    dictionary.formWords(form.form) > 1 ? 1 : 0,
    Math.log(form.occurrences.length),
    1,
  ];
}

/** Calibrated probability, 0 to 1, that an edge is right, and the text spun where its entry asks for that. */
export function confidenceOf(
  { evidence, onlySpun }: Evidence,
  prior: SpunPrior,
  weights: SpinWeights,
): number {
  const confidence = logistic(SURE, evidence, weights);
  return onlySpun ? confidence * prior.probability : confidence;
}

/**
 * Calibrated probability, 0 to 1, that an edge would change what the author wrote; 0 where its entry says that nobody writes so.
 */
export function harmOf({ evidence, onlySpun }: Evidence, weights: SpinWeights): number {
  return onlySpun ? logistic(SOUND, evidence, weights) : 0;
}

function logistic(
  names: readonly (keyof SpinWeights)[],
  evidence: readonly number[],
  weights: SpinWeights,
): number {
  let logit = 0;
  for (let i = 0; i < names.length; i++) {
    logit += weights[names[i] as keyof SpinWeights] * (evidence[i] as number);
  }
  return 1 / (1 + Math.exp(-logit));
}

function bound(probability: number): number {
  return Math.min(1 - LEAST, Math.max(LEAST, probability));
}
