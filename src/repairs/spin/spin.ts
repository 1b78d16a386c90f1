import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { Edit } from '../../text/edit.js';
import { TokenFlag, type Tokens } from '../../text/tokens.js';
import { confidenceOf, evidenceOf, harmOf } from './confidence.js';
import type { FormCandidate, SpunPrior } from './forms.js';
import { type Judged, judgeSpin } from './judge.js';
import { candidateOf, type FormPlace, type Place, type TermPlace } from './places.js';
import type { PlannedCandidate } from './plans.js';
import { readingProbability } from './readings.js';
import { reasonOf } from './reason.js';
import type { SpinRepairer } from './repairer.js';
import { sharedWords } from './shared-words.js';
import { writeSurface } from './surface.js';
import { proposeTerms, type TermCandidate } from './term-candidates.js';

/** What the rules of composed terms begin with. */
const TERM_RULE = 'spin/en/terms:';

/** Alternatives less likely than this are not worth showing. */
const LEAST_ALTERNATIVE = 0.02;

/** Tokens decoded together at most: longer texts are no single article, and their parts are decoded one by one. */
const LONGEST_ARTICLE = 20_000;

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

/** A candidate on the likeliest reading of an article: an entry's, or a composed term. */
export type SpinDecision = FormDecision | TermDecision;

interface Decision {
  readonly judged: Judged;
  /** Index in `judged.path`. */
  readonly position: number;
}

interface FormDecision extends Decision {
  readonly place: FormPlace;
  readonly candidate: FormCandidate;
  /** What speaks for it; see `evidenceOf`. */
  readonly evidence: readonly number[];
  /** Whether its entry holds in spun documents only. */
  readonly onlySpun: boolean;
}

interface TermDecision extends Decision {
  readonly place: TermPlace;
}

/** Decodes a text, article by article, and lists the candidates on the likeliest readings, in the order of the text. */
export function decideSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  repairer: SpinRepairer,
  leastProbability: number,
): SpinDecision[] {
  const words = lazily(() => repairer.words.ofTokens(text, tokens));
  const terms = proposeTerms(text, tokens, matches, prior, repairer, words);
  return partsOf(tokens, matches).flatMap((part): SpinDecision[] => {
    const own = terms.length === 0 ? terms : termsIn(part, terms, matches);
    const judged = judgeSpin(text, tokens, matches, part, prior, repairer, own, words, leastProbability);
    if (judged === undefined) return [];
    return judged.path.map((edge, position) => {
      const place = judged.placeOf[edge] as Place;
      if ('term' in place) return { judged, position, place };
      const candidate = candidateOf(place, edge);
      const evidence = evidenceOf(position, place, judged, prior, repairer);
      return { judged, position, place, candidate, evidence, onlySpun: candidate.plan.onlySpun };
    });
  });
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

/** The terms that begin in a part of the text. */
function termsIn(
  [first, end]: readonly [first: number, end: number],
  terms: readonly TermCandidate[],
  matches: Matches,
): readonly TermCandidate[] {
  const from = first === 0 ? 0 : (matches.from[first] as number);
  const to = end === matches.count ? Number.POSITIVE_INFINITY : (matches.from[end] as number);
  return terms.filter(({ proposal }) => proposal.from >= from && proposal.from < to);
}

/** A value made when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}

/** Cuts a text into articles: ranges of matches. */
function partsOf(tokens: Tokens, matches: Matches): [first: number, end: number][] {
  if (tokens.count <= LONGEST_ARTICLE) return [[0, matches.count]];
  const parts: [number, number][] = [];
  let first = 0;
  let limit = LONGEST_ARTICLE;
  for (let i = 0; i < matches.count; i++) {
    const from = matches.from[i] as number;
    // At a sentence start, where no match reaches over; without one, matches that reach over are parted all the same.
    const fits = from < limit || ((tokens.flags[from] as number) & TokenFlag.SentenceStart) === 0;
    if (fits && from < limit + LONGEST_ARTICLE) continue;
    parts.push([first, i]);
    first = i;
    limit = from + LONGEST_ARTICLE;
  }
  parts.push([first, matches.count]);
  return parts;
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
