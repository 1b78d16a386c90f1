import { decode } from '../../decoder/decoder.js';
import { Lattice, type TrigramModel } from '../../decoder/lattice.js';
import type { WordNumbers } from '../../decoder/words.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { Edit } from '../../text/edit.js';
import type { Tokens } from '../../text/tokens.js';
import { type ArticleForm, type FormCandidate, gatherForms } from './forms.js';
import { shareEvidence } from './sharing.js';
import { determinerBefore, writeSurface } from './surface.js';
import type { Terms } from './terms.js';
import type { SpinWeights } from './weights.js';

/** How spun the article is; see diagnosis/spun.ts. */
export interface SpunPrior {
  readonly probability: number;
  readonly intensity: number;
}

/** What the repair works with. */
export interface SpinRepairer {
  readonly dictionary: ReversalDictionary;
  readonly model: TrigramModel;
  readonly words: WordNumbers;
  readonly terms: Terms;
  readonly weights: SpinWeights;
}

/** An entry that is never right English is believed as if the article were spun with at least this intensity. */
const LEAST_INTENSITY = 0.2;

/** Candidates this much worse than keeping the words, before the language model is asked, are not asked about. */
const HOPELESS = -7;

/** Candidates asked about at one place. */
const MOST_CANDIDATES = 5;

/** Alternatives less likely than this are not worth showing. */
const LEAST_ALTERNATIVE = 0.02;

/** One candidate at one place of the lattice. */
export interface Arc {
  /** Index of the match. */
  readonly match: number;
  readonly form: ArticleForm;
  readonly candidate: FormCandidate;
  /** Unary score before occurrences share their evidence. */
  readonly unary: number;
}

/** A decoded article: every candidate that was asked about, and what came of it. */
export interface Judged {
  readonly arcs: readonly Arc[];
  /** By arc: probability that the candidate is right. */
  readonly posterior: Float64Array;
  /** By token: probability that it stands as its author wrote it. */
  readonly kept: Float64Array;
  /** By arc: the unary score it was decoded with. */
  readonly unary: Float64Array;
  /** Arcs of the likeliest reading, ascending. */
  readonly path: readonly number[];
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
  const judged = judgeSpin(text, tokens, matches, prior, repairer);
  const edits: Edit[] = [];
  const curly = text.includes('\u2019');
  for (const index of judged.path) {
    const confidence = confidenceOf(index, judged, prior, repairer.weights);
    if (confidence < minConfidence) continue;
    const arc = judged.arcs[index] as Arc;
    const from = matches.from[arc.match] as number;
    const to = matches.to[arc.match] as number;
    const write = (candidate: FormCandidate, free: number) =>
      writeSurface(text, tokens, from, to, repairer.dictionary.standard(candidate.candidate), {
        free,
        curly,
      });
    const { start, end, replacement } = write(arc.candidate, edits.at(-1)?.end ?? 0);
    const original = text.slice(start, end);
    if (original === replacement) continue;
    const readings = new Set([original, replacement]);
    const alternatives = alternativesOf(index, judged).flatMap(({ candidate, confidence: c }) => {
      // An alternative stands in place of the whole edit: with the article before it only where the edit takes it along.
      const other = write(candidate, start);
      const reading = text.slice(start, other.start) + other.replacement;
      if (readings.has(reading)) return [];
      readings.add(reading);
      return [{ replacement: reading, confidence: c }];
    });
    const times = arc.form.occurrences.length;
    edits.push({
      start,
      end,
      original,
      replacement,
      repair: 'spin',
      rule: repairer.dictionary.rule(arc.candidate.candidate),
      confidence,
      ...(alternatives.length > 0 ? { alternatives } : {}),
      because: `spinners write “${original}” for “${replacement}”${times > 1 ? `, here ${times} times` : ''}`,
    });
  }
  return edits;
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

/** Decodes an article: builds the lattice of all candidates, lets occurrences share their evidence, and decodes. */
export function judgeSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  repairer: SpinRepairer,
): Judged {
  const { dictionary, model, words, terms, weights } = repairer;
  const forms = gatherForms(text, tokens, dictionary, matches);
  const formOfMatch = new Map<
    number,
    { form: ArticleForm; ranked: { candidate: FormCandidate; unary: number }[] }
  >();
  for (const form of forms) {
    const ranked = form.candidates
      .map((candidate) => ({ candidate, unary: unaryOf(candidate, form, repairer, prior) }))
      .filter(({ unary }) => unary > HOPELESS)
      .sort((a, b) => b.unary - a.unary || a.candidate.candidate - b.candidate.candidate)
      .slice(0, MOST_CANDIDATES);
    if (ranked.length > 0) for (const match of form.occurrences) formOfMatch.set(match, { form, ranked });
  }
  const lattice = new Lattice(words.ofTokens(text, tokens), matches.count * 2 + 16);
  const arcs: Arc[] = [];
  for (let match = 0; match < matches.count; match++) {
    const group = formOfMatch.get(match);
    if (group === undefined) continue;
    const from = matches.from[match] as number;
    const determined = determinerBefore(text, tokens, from) !== undefined;
    for (const { candidate, unary } of group.ranked) {
      const term = terms.of(candidate.candidate);
      lattice.add(from, matches.to[match] as number, determined ? term.bareWords : term.words, unary);
      arcs.push({ match, form: group.form, candidate, unary });
    }
  }
  const decoded = decode(lattice, model, weights.languageModel);
  if (shareEvidence(arcs, lattice, decoded, repairer)) decoded.rescore();
  return {
    arcs,
    posterior: decoded.posterior,
    kept: decoded.kept,
    unary: lattice.unary,
    path: decoded.path(),
  };
}

function unaryOf(
  candidate: FormCandidate,
  form: ArticleForm,
  { dictionary, terms, weights }: SpinRepairer,
  prior: SpunPrior,
): number {
  const intensity = candidate.onlySpun ? prior.intensity : Math.max(LEAST_INTENSITY, prior.intensity);
  const formWords = dictionary.formWords(form.form);
  return (
    Math.log(Math.max(1e-6, intensity)) +
    weights.channel * candidate.channel +
    weights.direct * candidate.direct +
    weights.standardStands * candidate.standardStands +
    weights.articleBetrays * candidate.articleBetrays +
    weights.articleSpoilt * candidate.articleSpoilt +
    weights.near * candidate.near +
    weights.beside * candidate.beside +
    weights.never * candidate.never +
    weights.learnt * candidate.learnt +
    weights.longer * (terms.of(candidate.candidate).length - formWords) +
    weights.phrase * (formWords > 1 ? 1 : 0) +
    weights.bias
  );
}

/** Calibrated probability that an arc of the path is right, and the text spun where the entry asks for that. */
function confidenceOf(index: number, judged: Judged, prior: SpunPrior, weights: SpinWeights): number {
  const arc = judged.arcs[index] as Arc;
  const posterior = Math.min(1 - 1e-6, Math.max(1e-6, judged.posterior[index] as number));
  const logit = weights.slope * Math.log(posterior / (1 - posterior)) + weights.intercept;
  const confidence = 1 / (1 + Math.exp(-logit));
  return arc.candidate.onlySpun ? confidence * prior.probability : confidence;
}
