import type { Matches } from '../../dictionary/match.js';
import type { Edit } from '../../text/edit.js';
import { TokenFlag, type Tokens } from '../../text/tokens.js';
import { confidenceOf, evidenceOf, harmOf } from './confidence.js';
import type { FormCandidate, SpunPrior } from './forms.js';
import { candidateOf, type Judged, judgeSpin, type Place } from './judge.js';
import { reasonOf } from './reason.js';
import type { SpinRepairer } from './repairer.js';
import { sharedWords } from './shared-words.js';
import { writeSurface } from './surface.js';

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
    const confidence = confidenceOf(decision, prior, repairer.weights);
    if (confidence < minConfidence || harmOf(decision, repairer.weights) > maxHarm) continue;
    const edit = writeDecision(decision, text, tokens, matches, repairer, edits.at(-1)?.end ?? 0);
    if (edit !== undefined) edits.push({ ...edit, confidence });
  }
  return edits;
}

/** A candidate on the likeliest reading of an article. */
export interface SpinDecision {
  readonly judged: Judged;
  /** Index in `judged.path`. */
  readonly position: number;
  /** What speaks for it; see `evidenceOf`. */
  readonly evidence: readonly number[];
  /** Whether its entry holds in spun documents only. */
  readonly onlySpun: boolean;
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
  return partsOf(tokens, matches).flatMap((part) => {
    const judged = judgeSpin(text, tokens, matches, part, prior, repairer, words, leastProbability);
    if (judged === undefined) return [];
    return judged.path.map((edge, position) => ({
      judged,
      position,
      evidence: evidenceOf(position, judged, prior, repairer),
      onlySpun: candidateOf(judged, edge).plan.onlySpun,
    }));
  });
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
  { judged, position }: SpinDecision,
  text: string,
  tokens: Tokens,
  matches: Matches,
  repairer: SpinRepairer,
  free: number,
): Omit<Edit, 'confidence'> | undefined {
  const { dictionary } = repairer;
  const edge = judged.path[position] as number;
  const candidate = candidateOf(judged, edge);
  const { match } = judged.placeOf[edge] as Place;
  const from = matches.from[match] as number;
  const to = matches.to[match] as number;
  const { style } = judged;
  const write = ({ plan }: FormCandidate, free: number) =>
    writeSurface(text, tokens, from, to, dictionary.standardText(plan.standard), { free, style });
  const { start, end, replacement } = write(candidate, free);
  const original = text.slice(start, end);
  // A match over a border of parts may be taken already.
  if (original === replacement || start < free) return undefined;
  const readings = new Set([original, replacement]);
  const alternatives = alternativesOf(edge, judged).flatMap(({ candidate, confidence }) => {
    // An alternative stands in place of the whole edit: with the article before it only where the edit takes it along.
    const other = write(candidate, start);
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
    rule: dictionary.rule(candidate.plan.candidate),
    ...(shared.length > 0
      ? { alternatives: shared.map((other) => ({ ...other, replacement: shorten(other.replacement) })) }
      : {}),
    because: reasonOf(position, judged, text, tokens, matches, repairer, { original, replacement }),
  };
}

/** The other candidates of the same place, likeliest first. */
function alternativesOf(
  edge: number,
  { placeOf, posterior }: Judged,
): { candidate: FormCandidate; confidence: number }[] {
  const { form, firstEdge } = placeOf[edge] as Place;
  const found: { candidate: FormCandidate; confidence: number }[] = [];
  for (const [i, candidate] of form.candidates.entries()) {
    const confidence = posterior[firstEdge + i] as number;
    if (firstEdge + i !== edge && confidence >= LEAST_ALTERNATIVE) found.push({ candidate, confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
}
