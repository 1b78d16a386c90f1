import { NO_WORD, SENTENCE_BREAK, type TrigramModel } from '../../decoder/lattice.js';
import type { Matches } from '../../dictionary/match.js';
import type { Tokens } from '../../text/tokens.js';
import type { TermProposal } from './composition.js';
import type { SpunPrior } from './forms.js';
import type { SpinRepairer } from './repairer.js';
import { articleEvidence, scoreAlone, termEvidence } from './term-evidence.js';

/** A standard term of several words that may stand in place of a stretch which was spun word by word. */
export interface TermCandidate {
  readonly proposal: TermProposal;
  /** The language model's words of the term. */
  readonly words: Int32Array;
  /** Score against keeping the words, in nats, without what the language model says. */
  readonly unary: number;
}

/** Tokens of a text at most of which too little stands there to tell whether it was spun. */
const LONGEST_UNTOLD = 300;
/** Probability from which on a text is taken to be spun for sure. */
const SPUN = 0.95;
/** Words on either side that the language model sees of a place. */
const CONTEXT = 2;
/** Log-odds below which a term is not asked about, in nats. */
const LEAST_EVIDENCE = -4;

/**
 * Proposes terms for a text too short to tell whether it was spun, in the order of their places: a lone phrase, a sentence of a
 * paper. A tortured phrase is none that anyone writes, so it tells by itself. In spun articles of news terms restore nothing that the
 * entries do not (on parallel text a fifth of a point less), and cost a third of the time.
 *
 * @param words numbers of all words of the text
 */
export function proposeTerms(
  text: string,
  tokens: Tokens,
  matches: Matches,
  prior: SpunPrior,
  { composition, dictionary, model, weights, words: numbers }: SpinRepairer,
  words: () => Int32Array,
): TermCandidate[] {
  if (composition === undefined || tokens.count > LONGEST_UNTOLD || prior.probability >= SPUN) return [];
  const proposals = composition.propose(text, tokens, matches);
  if (proposals.length === 0) return [];
  // Of a stretch that the dictionary has as a whole, its entry says more.
  const whole = new Set<number>();
  for (let i = 0; i < matches.count; i++) {
    if ((matches.form[i] as number) <= dictionary.spunForms)
      whole.add((matches.from[i] as number) * tokens.count + (matches.to[i] as number));
  }
  const article = articleEvidence(prior.probability);
  const candidates: TermCandidate[] = [];
  let likeliest = Number.NEGATIVE_INFINITY;
  for (const proposal of proposals) {
    const { from, to, standard } = proposal;
    if (whole.has(from * tokens.count + to)) continue;
    const kept = words().subarray(from, to);
    const evidence = termEvidence(proposal, scoreAlone(model, kept)) + article;
    if (evidence < LEAST_EVIDENCE) continue;
    const own = numbers.ofTerm(standard);
    // The evidence is all that tells the term from the words as they stand: the decoder's model is for other candidates.
    const put = weights.languageModel * scoreBeside(model, words(), from, to, own);
    const unary = evidence - put + weights.languageModel * scoreBeside(model, words(), from, to, kept);
    // Of the terms for one stretch, which stand one after the other, the likeliest is meant by the evidence.
    const last = candidates.at(-1)?.proposal;
    const isRival = last !== undefined && last.from === from && last.to === to;
    const likely = evidence + put;
    if (isRival && likely <= likeliest) continue;
    if (isRival) candidates.pop();
    likeliest = likely;
    candidates.push({ proposal, words: own, unary });
  }
  return candidates;
}

/** What the language model gives words in place of the tokens `from` to `to - 1`, up to the words behind that see them. */
function scoreBeside(
  model: TrigramModel,
  text: Int32Array,
  from: number,
  to: number,
  words: Int32Array,
): number {
  const before: number[] = [];
  for (let i = from - 1; i >= 0 && before.length < CONTEXT && text[i] !== SENTENCE_BREAK; i--) {
    if (text[i] !== NO_WORD) before.unshift(text[i] as number);
  }
  const after: number[] = [];
  for (let i = to; i < text.length && after.length < CONTEXT && text[i] !== SENTENCE_BREAK; i++) {
    if (text[i] !== NO_WORD) after.push(text[i] as number);
  }
  return scoreAlone(model, [...before, ...words, ...after]);
}
