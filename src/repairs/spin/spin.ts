import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { Edit } from '../../text/edit.js';
import type { Tokens } from '../../text/tokens.js';
import { confidenceOf, harmOf } from './confidence.js';
import { decideSpin, type FormDecision, type SpinDecision } from './decide.js';
import type { SpunPrior } from './forms.js';
import type { PlannedCandidate } from './plans.js';
import { readingProbability } from './readings.js';
import { reasonOf } from './reason.js';
import type { SpinRepairer } from './repairer.js';
import { sharedWords } from './shared-words.js';
import { writeSurface } from './surface.js';

/** What the rules of composed terms begin with. */
const TERM_RULE = 'spin/en/terms:';

/** Alternatives less likely than this are not worth showing. */
const LEAST_ALTERNATIVE = 0.02;

/** Which edits are made; probabilities, 0 to 1. */
export interface SpinBounds {
  /** Edits less sure than this are not made. */
  readonly minConfidence: number;
  /** Nor those that more likely than this change what the author wrote. */
  readonly maxHarm: number;
}

/**
 * Finds the edits that put standard terms back in place of spun ones.
 *
 * @param tokens tokens of `text`, numbered by the dictionary's vocabulary, sentences marked
 * @param matches the dictionary's forms in them
 * @param prior how spun the text is
 */
export function repairSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  repairer: SpinRepairer,
  { minConfidence, maxHarm }: SpinBounds,
): Edit[] {
  const edits: Edit[] = [];
  for (const decision of decideSpin(text, tokens, matches, prior, repairer, minConfidence)) {
    const { confidence, harm } = surenessOf(decision, prior, repairer);
    if (confidence < minConfidence || harm > maxHarm) continue;
    const edit = writeDecision(decision, text, tokens, repairer, edits.at(-1)?.end ?? 0);
    if (edit !== undefined) edits.push({ ...edit, confidence });
  }
  return edits;
}

/** How sure a decision is, and what it risks; probabilities. */
function surenessOf(
  decision: SpinDecision,
  prior: SpunPrior,
  { weights }: SpinRepairer,
): { confidence: number; harm: number } {
  if (!('evidence' in decision)) {
    // The evidence of terms was fitted against sound text: harm is in it.
    return { confidence: readingProbability(decision.judged, decision.position), harm: 0 };
  }
  return { confidence: confidenceOf(decision, prior, weights), harm: harmOf(decision, weights) };
}

/**
 * The edit that a decision makes, without its confidence; undefined where it changes nothing.
 *
 * @param free offset from which on the text is not taken by an earlier edit
 */
export function writeDecision(
  decision: SpinDecision,
  text: string,
  tokens: Tokens,
  repairer: SpinRepairer,
  free: number,
): Omit<Edit, 'confidence'> | undefined {
  const { dictionary } = repairer;
  const { judged, place } = decision;
  const { from, to } = place;
  const { style } = judged;
  const write = (standard: string, free: number) =>
    writeSurface(text, tokens, from, to, standard, { free, style });
  const { start, end, replacement } = write(writtenBy(decision, dictionary), free);
  const original = text.slice(start, end);
  // A match over a border of parts may be taken already.
  if (original === replacement || start < free) return undefined;
  const readings = new Set([original, replacement]);
  const alternatives = alternativesOf(decision).flatMap(({ plan, confidence }) => {
    // An alternative stands in place of the whole edit: with the article before it only where the edit takes it along.
    const other = write(dictionary.standardText(plan.standard), start);
    const reading = text.slice(start, other.start) + other.replacement;
    if (readings.has(reading)) return [];
    readings.add(reading);
    return [{ replacement: reading, confidence }];
  });
  // An edit is no longer than what it changes; the reason names the whole phrase.
  const { before, after } = sharedWords(original, replacement);
  const shorten = (phrase: string) => phrase.slice(before, phrase.length - after);
  const shared = alternatives.filter(
    ({ replacement: other }) =>
      other.length > before + after &&
      other.startsWith(original.slice(0, before)) &&
      other.endsWith(original.slice(original.length - after)),
  );
  return {
    start: start + before,
    end: end - after,
    original: shorten(original),
    replacement: shorten(replacement),
    repair: 'spin',
    rule:
      'term' in place
        ? `${TERM_RULE}${place.term.proposal.standard}`
        : dictionary.rule((decision as FormDecision).candidate.plan.candidate),
    ...(shared.length > 0
      ? { alternatives: shared.map((other) => ({ ...other, replacement: shorten(other.replacement) })) }
      : {}),
    because: reasonOf(decision, text, tokens, repairer, { original, replacement }),
  };
}

/** The standard term that a decision puts in. */
function writtenBy(decision: SpinDecision, dictionary: ReversalDictionary): string {
  return 'candidate' in decision
    ? dictionary.standardText(decision.candidate.plan.standard)
    : decision.place.term.proposal.standard;
}

/** The other candidates of the same place, likeliest first. */
function alternativesOf(decision: SpinDecision): { plan: PlannedCandidate; confidence: number }[] {
  if (!('candidate' in decision)) return [];
  const { judged, place, candidate } = decision;
  const found: { plan: PlannedCandidate; confidence: number }[] = [];
  for (const [i, other] of place.form.candidates.entries()) {
    const confidence = judged.posterior[place.firstEdge + i] as number;
    if (other !== candidate && confidence >= LEAST_ALTERNATIVE) found.push({ plan: other.plan, confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}
