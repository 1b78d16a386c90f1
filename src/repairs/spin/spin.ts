import { Lattice } from '../../decoder/lattice.js';
import { candidateApplies } from '../../dictionary/context.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { Edit } from '../../text/edit.js';
import { TokenFlag, type Tokens } from '../../text/tokens.js';
import { type ArticleForm, type FormCandidate, gatherForms, type SpunPrior } from './forms.js';
import { type DecodedLattice, readingProbability } from './readings.js';
import type { SpinRepairer } from './repairer.js';
import { sharedWords } from './shared-words.js';
import { shareEvidence } from './sharing.js';
import { determinerBefore, writeSurface } from './surface.js';
import type { SpinWeights } from './weights.js';

/** Alternatives less likely than this are not worth showing. */
const LEAST_ALTERNATIVE = 0.02;

/** Tokens decoded together at most: longer texts are no single article, and their parts are decoded one by one. */
const LONGEST_ARTICLE = 20_000;

/** One candidate at one place of the lattice. */
export interface Arc {
  /** Index of the match. */
  readonly match: number;
  readonly form: ArticleForm;
  readonly candidate: FormCandidate;
  /** The candidate's score at this place, before places share their evidence. */
  readonly unary: number;
}

/** A decoded article: every candidate that was asked about, and what came of it. Arcs are the lattice's edges. */
export interface Judged extends DecodedLattice {
  readonly arcs: readonly Arc[];
}

/**
 * Finds the edits that put standard terms back in place of spun ones.
 *
 * @param tokens tokens of `text`, numbered by the dictionary's vocabulary, sentences marked
 * @param matches the dictionary's forms in them
 * @param prior how spun the text is
 * @param minConfidence edits less sure than this are not made
 */
export function repairSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  repairer: SpinRepairer,
  minConfidence: number,
): Edit[] {
  const edits: Edit[] = [];
  const words = lazily(() => repairer.words.ofTokens(text, tokens));
  const curly = text.includes('\u2019');
  for (const part of partsOf(tokens, matches)) {
    const judged = judgeSpin(text, tokens, matches, part, prior, repairer, words, minConfidence);
    if (judged === undefined) continue;
    for (const [position, index] of judged.path.entries()) {
      const confidence = confidenceOf(position, judged, prior, repairer.weights);
      if (confidence < minConfidence) continue;
      const free = edits.at(-1)?.end ?? 0;
      const edit = editOf(index, judged, text, tokens, matches, repairer.dictionary, {
        free,
        curly,
      });
      if (edit !== undefined) edits.push({ ...edit, confidence });
    }
  }
  return edits;
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

function editOf(
  index: number,
  judged: Judged,
  text: string,
  tokens: Tokens,
  matches: Matches,
  dictionary: ReversalDictionary,
  style: { readonly free: number; readonly curly: boolean },
): Omit<Edit, 'confidence'> | undefined {
  const arc = judged.arcs[index] as Arc;
  const from = matches.from[arc.match] as number;
  const to = matches.to[arc.match] as number;
  const write = ({ plan }: FormCandidate, free: number) =>
    writeSurface(text, tokens, from, to, dictionary.standardText(plan.standard), { ...style, free });
  const { start, end, replacement } = write(arc.candidate, style.free);
  const original = text.slice(start, end);
  // A match over a border of parts may be taken already.
  if (original === replacement || start < style.free) return undefined;
  const readings = new Set([original, replacement]);
  const alternatives = alternativesOf(index, judged).flatMap(({ candidate, confidence }) => {
    // An alternative stands in place of the whole edit: with the article before it only where the edit takes it along.
    const other = write(candidate, start);
    const reading = text.slice(start, other.start) + other.replacement;
    if (readings.has(reading)) return [];
    readings.add(reading);
    return [{ replacement: reading, confidence }];
  });
  const times = arc.form.occurrences.length;
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
    rule: dictionary.rule(arc.candidate.plan.candidate),
    ...(shared.length > 0
      ? { alternatives: shared.map((other) => ({ ...other, replacement: shorten(other.replacement) })) }
      : {}),
    because: `spinners write “${original}” for “${replacement}”${times > 1 ? `, here ${times} times` : ''}`,
  };
}

/** The other candidates of the same place, likeliest first. */
function alternativesOf(
  index: number,
  { arcs, posterior }: Judged,
): { candidate: FormCandidate; confidence: number }[] {
  const { match } = arcs[index] as Arc;
  const found: { candidate: FormCandidate; confidence: number }[] = [];
  // The arcs of one match stand together.
  let k = index;
  while (k > 0 && (arcs[k - 1] as Arc).match === match) k--;
  for (; k < arcs.length && (arcs[k] as Arc).match === match; k++) {
    const confidence = posterior[k] as number;
    if (k !== index && confidence >= LEAST_ALTERNATIVE)
      found.push({ candidate: (arcs[k] as Arc).candidate, confidence });
  }
  return found.sort((a, b) => b.confidence - a.confidence);
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
  const forms = gatherForms(text, tokens, matches, part, prior, repairer, leastProbability);
  if (forms.length === 0) return undefined;
  const [first, end] = part;
  const formOfMatch: (ArticleForm | undefined)[] = new Array(end - first);
  for (const form of forms) for (const match of form.occurrences) formOfMatch[match - first] = form;
  const lattice = new Lattice(words(), (end - first) * 2 + 16);
  const arcs: Arc[] = [];
  for (let match = first; match < end; match++) {
    const form = formOfMatch[match - first];
    if (form === undefined) continue;
    const from = matches.from[match] as number;
    const determined = determinerBefore(text, tokens, from) !== undefined;
    for (const candidate of form.candidates) {
      const { plan } = candidate;
      // A context that holds at one occurrence lets the candidate in at all of them, but speaks for it only there.
      const to = matches.to[match] as number;
      const holds =
        plan.contextual === 0 ||
        candidateApplies(repairer.dictionary, plan.candidate, text, tokens, from, to);
      const unary = candidate.unary - (holds ? 0 : plan.contextual);
      lattice.add(from, to, determined ? plan.term.bareWords : plan.term.words, unary);
      arcs.push({ match, form, candidate, unary });
    }
  }
  const decoded = repairer.decoder.decode(lattice);
  shareEvidence(forms, arcs, lattice, decoded, repairer.weights);
  decoded.rescore();
  return { arcs, lattice, posterior: decoded.posterior, kept: decoded.kept, path: decoded.path() };
}

/** Calibrated probability that an arc of the path is right, and the text spun where the entry asks for that. */
function confidenceOf(position: number, judged: Judged, prior: SpunPrior, weights: SpinWeights): number {
  const arc = judged.arcs[judged.path[position] as number] as Arc;
  const posterior = Math.min(1 - 1e-6, Math.max(1e-6, readingProbability(judged, position)));
  const logit = weights.slope * Math.log(posterior / (1 - posterior)) + weights.intercept;
  const confidence = 1 / (1 + Math.exp(-logit));
  return arc.candidate.plan.onlySpun ? confidence * prior.probability : confidence;
}
