import { Lattice } from '../../decoder/lattice.js';
import { candidateApplies } from '../../dictionary/context.js';
import type { Matches } from '../../dictionary/match.js';
import type { Tokens } from '../../text/tokens.js';
import { type ArticleForm, type FormCandidate, gatherForms, type SpunPrior } from './forms.js';
import { Keeping } from './keeping.js';
import type { DecodedLattice } from './readings.js';
import type { SpinRepairer } from './repairer.js';
import { shareEvidence } from './sharing.js';
import { styleOf, type TextStyle } from './style.js';
import { determinerBefore } from './surface.js';

/** An occurrence of a form. Its candidates stand in the lattice one after the other, as edges from `firstEdge` on. */
export interface Place {
  /** Index of the match. */
  readonly match: number;
  readonly form: ArticleForm;
  /** What it costs to keep the words there, in nats. */
  readonly kept: number;
  readonly firstEdge: number;
}

/** A decoded article: every candidate that was asked about, and what came of it. */
export interface Judged extends DecodedLattice {
  /** By edge: the place where the candidate stands. */
  readonly placeOf: readonly Place[];
  readonly style: TextStyle;
}

/** The candidate that an edge of the lattice puts in. */
export function candidateOf({ placeOf }: Judged, edge: number): FormCandidate {
  const { form, firstEdge } = placeOf[edge] as Place;
  return form.candidates[edge - firstEdge] as FormCandidate;
}

/**
 * Decodes an article: builds the lattice of all candidates, lets occurrences share their evidence, and decodes. Undefined
 * where there is no candidate.
 *
 * @param part the matches that are the article's
 * @param words numbers of all words of the text
 * @param leastProbability see `gatherForms`
 */
export function judgeSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  part: readonly [first: number, end: number],
  prior: SpunPrior,
  repairer: SpinRepairer,
  words: () => Int32Array,
  leastProbability: number,
): Judged | undefined {
  const { dictionary, weights } = repairer;
  const isSpun = prior.probability >= leastProbability;
  const keeping = new Keeping(tokens, matches, part, dictionary, prior, weights.kept, isSpun);
  const forms = gatherForms(text, tokens, matches, part, prior, repairer, keeping, leastProbability);
  if (forms.length === 0) return undefined;
  const [first, end] = part;
  const formOfMatch: (ArticleForm | undefined)[] = new Array(end - first);
  for (const form of forms) for (const match of form.occurrences) formOfMatch[match - first] = form;
  const lattice = new Lattice(words(), (end - first) * 2 + 16);
  const placeOf: Place[] = [];
  for (let match = first; match < end; match++) {
    const form = formOfMatch[match - first];
    if (form === undefined) continue;
    const from = matches.from[match] as number;
    const to = matches.to[match] as number;
    const determined = determinerBefore(text, tokens, from) !== undefined;
    const place = { match, form, kept: keeping.cost(match), firstEdge: lattice.count };
    for (const { plan, unary } of form.candidates) {
      // A context that holds at one occurrence lets the candidate in at all of them, but speaks for it only there.
      const holds =
        plan.contextual === 0 || candidateApplies(dictionary, plan.candidate, text, tokens, from, to);
      const score = unary + place.kept - (holds ? 0 : plan.contextual);
      lattice.add(from, to, determined ? plan.term.bareWords : plan.term.words, score);
      placeOf.push(place);
    }
  }
  const decoded = repairer.decoder.decode(lattice);
  shareEvidence(forms, placeOf, lattice, decoded, weights);
  decoded.rescore();
  const { posterior, kept } = decoded;
  return { placeOf, lattice, posterior, kept, path: decoded.path(), style: styleOf(text, tokens) };
}
