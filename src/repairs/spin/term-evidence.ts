import type { TrigramModel } from '../../decoder/lattice.js';
import type { TermProposal } from './composition.js';

/*
 * Fitted by logistic regression on proposals for a third of the tortured phrases of science in spin/tortured-dev.tsv, against
 * those for the clean side of spin/releases-train.jsonl; see tools/measure-terms.ts. The bias was lowered since, as the list of terms grew:
 * to where sound paragraphs of papers keep their words (three edits in 10,000 words, two of them not of terms). It costs a third of what was
 * restored.
 */
const BIAS = -10;
/** A nat of improbability of the stretch as it stands: a spun term is no phrase that anyone writes. */
const SURPRISE = 0.51;
/** A nat of log P(spun | standard). */
const CHANNEL = 0.25;
/** Each word of the term, longer ones being less probable as they stand anyway. */
const WORD = -0.92;
/** A differing word is part of a term that stands as it should. */
const BREAKS_TERM = -1.95;

/**
 * How surely a proposal is right in a text of which nothing else is known: log-odds, in nats. What the language model says of the
 * term is no part of it: that the term is known says more.
 *
 * @param kept what the language model gives the stretch as it stands, see {@link scoreAlone}
 */
export function termEvidence({ logChannel, words, breaksTerm }: TermProposal, kept: number): number {
  return BIAS - SURPRISE * kept + CHANNEL * logChannel + WORD * words + (breaksTerm ? BREAKS_TERM : 0);
}

/** Probability that a text is spun which says nothing for or against it: a lone phrase, a short sentence. */
const UNTOLD = 0.2;
/** A nat of log-odds that the article is spun: it was told by other words, which depend on each other. */
const ARTICLE = 0.5;
/** What an article counts at most, in nats. */
const MOST_ARTICLE = 2;

/**
 * What an article adds to the evidence of all its proposals, in nats.
 *
 * @param probability that the article is spun, 0 to 1
 */
export function articleEvidence(probability: number): number {
  const evidence = ARTICLE * (logit(probability) - logit(UNTOLD));
  return Math.max(-MOST_ARTICLE, Math.min(MOST_ARTICLE, evidence));
}

function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

/** Natural logarithm of the probability of words outside any context; tokens that the model does not see are passed over. */
export function scoreAlone(model: TrigramModel, words: ArrayLike<number>): number {
  let score = 0;
  let first = 0;
  let second = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    if (word < 0) continue;
    score += model.score(first, second, word);
    first = second;
    second = word;
  }
  return score;
}
