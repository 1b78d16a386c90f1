import { decode } from '../../decoder/decoder.js';
import { Lattice, type TrigramModel } from '../../decoder/lattice.js';
import type { Matches } from '../../dictionary/match.js';
import type { ReversalDictionary } from '../../dictionary/reversal-dictionary.js';
import type { Edit } from '../../text/edit.js';
import type { Tokens } from '../../text/tokens.js';
import { type ArticleForm, type FormCandidate, gatherForms } from './forms.js';
import { determinerBefore, writeSurface } from './surface.js';
import type { SpinWeights } from './weights.js';

/** How spun the article is; see diagnosis/spun.ts. */
export interface SpunPrior {
  readonly probability: number;
  readonly intensity: number;
}

/** Numbers the words of texts for the decoder; see decoder/words.ts. */
export interface WordNumbers {
  /** Word number of every token, or NO_WORD or SENTENCE_BREAK. */
  ofTokens(text: string, tokens: Tokens): Int32Array;
  /** Word numbers of a short text, such as a standard term. */
  ofTerm(term: string): Int32Array;
}

export interface SpinRepairer {
  readonly dictionary: ReversalDictionary;
  readonly model: TrigramModel;
  readonly words: WordNumbers;
  readonly weights: SpinWeights;
}

/** An entry that is never right English is believed as if the article were spun with at least this intensity. */
const LEAST_INTENSITY = 0.2;

/** Candidates this much worse than keeping the words, before the language model is asked, are not asked about. */
const HOPELESS = -9;

/** Candidates asked about at one place. */
const MOST_CANDIDATES = 6;

/** Alternatives less likely than this are not worth showing. */
const LEAST_ALTERNATIVE = 0.02;

/** What one occurrence may contribute to the others at most, in nats. */
const MOST_SHARED = 6;

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
    const write = (candidate: FormCandidate) =>
      writeSurface(text, tokens, from, to, repairer.dictionary.standard(candidate.candidate), {
        free: edits.at(-1)?.end ?? 0,
        curly,
      });
    const { start, end, replacement } = write(arc.candidate);
    const original = text.slice(start, end);
    if (original === replacement) continue;
    const alternatives = judged.arcs
      .map((other, k) => ({ other, confidence: judged.posterior[k] as number }))
      .slice(Math.max(0, index - MOST_CANDIDATES), index + MOST_CANDIDATES)
      .filter(
        ({ other, confidence: c }) => other.match === arc.match && other !== arc && c >= LEAST_ALTERNATIVE,
      )
      .sort((a, b) => b.confidence - a.confidence)
      .map(({ other, confidence: c }) => ({
        replacement: write(other.candidate).replacement,
        confidence: c,
      }));
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

/** Decodes an article: builds the lattice of all candidates, lets occurrences share their evidence, and decodes. */
export function judgeSpin(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  repairer: SpinRepairer,
): Judged {
  const { dictionary, model, words, weights } = repairer;
  const forms = gatherForms(text, tokens, dictionary, matches);
  const formOfMatch = new Map<
    number,
    { form: ArticleForm; ranked: { candidate: FormCandidate; unary: number }[] }
  >();
  for (const form of forms) {
    const ranked = form.candidates
      .map((candidate) => ({ candidate, unary: unaryOf(candidate, form, dictionary, prior, weights) }))
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
      const standard = dictionary.standard(candidate.candidate);
      const term = words.ofTerm(determined ? standard.replace(/^(?:the|an?) /, '') : standard);
      lattice.add(from, matches.to[match] as number, term, unary);
      arcs.push({ match, form: group.form, candidate, unary });
    }
  }
  const decoded = decode(lattice, model, weights.languageModel);
  if (shareEvidence(arcs, lattice, decoded.posterior, decoded.kept, weights.sharing)) decoded.rescore();
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
  dictionary: ReversalDictionary,
  prior: SpunPrior,
  weights: SpinWeights,
): number {
  const intensity = candidate.onlySpun ? prior.intensity : Math.max(LEAST_INTENSITY, prior.intensity);
  return (
    Math.log(Math.max(1e-6, intensity)) + weighFeatures(featuresOf(candidate, form, dictionary), weights)
  );
}

/** What is known of a candidate besides the language model: the features that the weights of the same names weigh. */
export function featuresOf(candidate: FormCandidate, form: ArticleForm, dictionary: ReversalDictionary) {
  const words = dictionary.formWords(form.form);
  return {
    channel: candidate.channel,
    direct: candidate.direct,
    standardStands: candidate.standardStands,
    articleBetrays: candidate.articleBetrays,
    articleSpoilt: candidate.articleSpoilt,
    longer: countWords(dictionary.standard(candidate.candidate)) - words,
    phrase: words > 1 ? 1 : 0,
    bias: 1,
  };
}

function weighFeatures(features: ReturnType<typeof featuresOf>, weights: SpinWeights): number {
  let sum = 0;
  for (const name of Object.keys(features) as (keyof typeof features)[])
    sum += weights[name] * features[name];
  return sum;
}

function countWords(term: string): number {
  let words = 1;
  for (let i = 0; i < term.length; i++) if (term.charCodeAt(i) === 0x20) words++;
  return words;
}

/**
 * One spun form means one original throughout an article: adds to the unary score of each arc what the language model made
 * of the same candidate at the form's other occurrences. Returns whether anything changed.
 */
function shareEvidence(
  arcs: readonly Arc[],
  lattice: Lattice,
  posterior: Float64Array,
  kept: Float64Array,
  sharing: number,
): boolean {
  const sums = new Map<FormCandidate, number>();
  const own = new Float64Array(arcs.length);
  arcs.forEach((arc, k) => {
    if (arc.form.occurrences.length < 2) return;
    const evidence = modelEvidence(
      posterior[k] as number,
      kept[lattice.from[k] as number] as number,
      arc.unary,
    );
    own[k] = Math.max(-MOST_SHARED, Math.min(MOST_SHARED, evidence));
    sums.set(arc.candidate, (sums.get(arc.candidate) ?? 0) + (own[k] as number));
  });
  if (sums.size === 0) return false;
  arcs.forEach((arc, k) => {
    const others = arc.form.occurrences.length - 1;
    if (others < 1) return;
    // The square root: occurrences in one article resemble each other.
    const shared = ((sums.get(arc.candidate) as number) - (own[k] as number)) / Math.sqrt(others);
    lattice.unary[k] = arc.unary + sharing * shared;
  });
  return true;
}

/** What the language model says for a candidate against keeping the words, in weighted nats; 0 where it was not asked. */
export function modelEvidence(posterior: number, kept: number, unary: number): number {
  // Where a longer candidate took the place, neither side was weighed.
  if (posterior + kept < 1e-3) return 0;
  return Math.log(Math.max(1e-9, posterior) / Math.max(1e-9, kept)) - unary;
}

/** Calibrated probability that an arc of the path is right, and the text spun where the entry asks for that. */
function confidenceOf(index: number, judged: Judged, prior: SpunPrior, weights: SpinWeights): number {
  const arc = judged.arcs[index] as Arc;
  const posterior = Math.min(1 - 1e-6, Math.max(1e-6, judged.posterior[index] as number));
  const logit = weights.slope * Math.log(posterior / (1 - posterior)) + weights.intercept;
  const confidence = 1 / (1 + Math.exp(-logit));
  return arc.candidate.onlySpun ? confidence * prior.probability : confidence;
}
