import { Lattice } from '../../decoder/lattice.js';
import { candidateApplies } from '../../dictionary/context.js';
import type { Matches } from '../../dictionary/match.js';
import type { Tokens } from '../../text/tokens.js';
import { type ArticleForm, gatherForms, type SpunPrior } from './forms.js';
import { Keeping } from './keeping.js';
import type { Place } from './places.js';
import type { DecodedLattice } from './readings.js';
import type { SpinRepairer } from './repairer.js';
import { shareEvidence } from './sharing.js';
import type { TextStyle } from './style.js';
import { determinerBefore } from './surface.js';
import type { TermCandidate } from './term-candidates.js';

/** What a text was read for as a whole, whatever its articles. */
export interface Reading {
  /** Terms of several words that may stand in the article. */
  readonly terms: readonly TermCandidate[];
  /** Numbers of all words of the text. */
  readonly words: () => Int32Array;
  readonly style: TextStyle;
}

/** A decoded article: every candidate that was asked about, and what came of it. */
export interface Judged extends DecodedLattice {
  /** By edge: the place where the candidate stands. */
  readonly placeOf: readonly Place[];
  readonly style: TextStyle;
}

/**
 * Decodes an article: builds the lattice of all candidates, lets occurrences share their evidence, and decodes. Undefined
 * where there is no candidate.
 *
 * @param part the matches that are the article's
 * @param leastProbability see `gatherForms`
 */
export function judgeSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  part: readonly [first: number, end: number],
  prior: SpunPrior,
  repairer: SpinRepairer,
  { terms, words, style }: Reading,
  leastProbability: number,
): Judged | undefined {
  const { dictionary, weights } = repairer;
  const isSpun = prior.probability >= leastProbability;
  const keeping = new Keeping(tokens, matches, part, dictionary, prior, weights.kept, isSpun);
  const forms = gatherForms(text, tokens, matches, part, prior, repairer, keeping, leastProbability);
  if (forms.length === 0 && terms.length === 0) return undefined;
  const [first, end] = part;
  const formOfMatch: (ArticleForm | undefined)[] = new Array(end - first);
  for (const form of forms) for (const match of form.occurrences) formOfMatch[match - first] = form;
  const lattice = new Lattice(words(), (end - first) * 2 + 16);
  const placeOf: Place[] = [];
  let next = 0;
  /** Adds the terms that begin before a token: edges stand in the order of their places. */
  const addTermsBefore = (token: number) => {
    for (; next < terms.length; next++) {
      const term = terms[next] as TermCandidate;
      const { from, to } = term.proposal;
      if (from >= token) return;
      placeOf.push({ from, to, firstEdge: lattice.count, term });
      lattice.add(from, to, term.words, term.unary + keeping.costOfAll(from, to));
    }
  };
  for (let match = first; match < end; match++) {
    const form = formOfMatch[match - first];
    if (form === undefined) continue;
    const from = matches.from[match] as number;
    const to = matches.to[match] as number;
    addTermsBefore(from);
    const determined = determinerBefore(text, tokens, from) !== undefined;
    const place = { from, to, form, kept: keeping.cost(match), firstEdge: lattice.count };
    for (const { plan, unary } of form.candidates) {
      // A context that holds at one occurrence lets the candidate in at all of them, but speaks for it only there.
      const holds =
        plan.contextual === 0 || candidateApplies(dictionary, plan.candidate, text, tokens, from, to);
      const score = unary + place.kept - (holds ? 0 : plan.contextual);
      lattice.add(from, to, determined ? plan.term.bareWords : plan.term.words, score);
      placeOf.push(place);
    }
  }
  addTermsBefore(tokens.count);
  const decoded = repairer.decoder.decode(lattice);
  shareEvidence(forms, placeOf, lattice, decoded, weights);
  decoded.rescore();
  const { posterior, kept } = decoded;
  return { placeOf, lattice, posterior, kept, path: decoded.path(), style };
}
