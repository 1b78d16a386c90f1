import type { Matches } from '../../dictionary/match.js';
import { TokenFlag, type Tokens } from '../../text/tokens.js';
import { evidenceOf } from './confidence.js';
import type { FormCandidate, SpunPrior } from './forms.js';
import { type Judged, judgeSpin } from './judge.js';
import { candidateOf, type FormPlace, type Place, type TermPlace } from './places.js';
import type { SpinRepairer } from './repairer.js';
import { styleOf } from './style.js';
import { proposeTerms } from './term-candidates.js';

/** Tokens decoded together at most: longer texts are no single article, and their parts are decoded one by one. */
const LONGEST_ARTICLE = 20_000;

/** A candidate on the likeliest reading of an article: an entry's, or a composed term. */
export type SpinDecision = FormDecision | TermDecision;

interface Decision {
  readonly judged: Judged;
  /** Index in `judged.path`. */
  readonly position: number;
}

export interface FormDecision extends Decision {
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
  // Terms are proposed for short texts only, which have one part.
  const terms = proposeTerms(text, tokens, matches, prior, repairer, words);
  const reading = { terms, words, style: styleOf(text, tokens) };
  return partsOf(tokens, matches).flatMap((part): SpinDecision[] => {
    const judged = judgeSpin(text, tokens, matches, part, prior, repairer, reading, leastProbability);
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
