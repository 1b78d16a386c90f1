import type { OddWord } from './odd-words.js';

/**
 * Weights of a logistic regression of whether an edit brings its page nearer to the truth, on French and German news written for this
 * and read by Tesseract in eighteen ways; either language alone gives nearly the same. The posterior takes the lexicon's words for all
 * there are, and so is far too sure.
 */
const [ONE, POSTERIOR, CAPITAL, LENGTH] = [-2.5, 0.28, -0.8, 1.47] as const;
/** Log-odds beyond which the posterior says no more. */
const MOST_ODDS = 9;

/** How sure an edit of an odd word is: probability, 0 to 1. */
export function confidenceOf({ text, setting }: OddWord, posterior: number): number {
  const odds = Math.log(posterior / Math.max(1e-9, 1 - posterior));
  const sum =
    ONE +
    POSTERIOR * Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds)) +
    (setting === 'small' ? 0 : CAPITAL) +
    LENGTH * Math.log(text.length);
  return 1 / (1 + Math.exp(-sum));
}
