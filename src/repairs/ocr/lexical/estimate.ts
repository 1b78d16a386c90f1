import type { DocumentWords } from './document-words.js';
import type { Candidate, OddWord } from './odd-words.js';

/** Share of misread words that a table of confusions is learnt at; see `OcrWeights.tableRate`. */
const TABLE_RATE = 0.15;
/** Share of misread words expected of a text of which nothing is known, and how many words that counts. */
const PRIOR_RATE = 0.005;
const RATE_WORDS = 150;
/** Share of the words in small letters, and of capitalised ones, that no lexicon has though they are right; and how many words that counts. */
const UNKNOWN_SMALL = 0.015;
const UNKNOWN_CAPITAL = 0.2;
const UNKNOWN_WORDS = 80;
const MOST_RATE = 0.5;
const ROUNDS = 6;

/** An odd word with what it may be and how likely that is. */
export interface Judged {
  readonly odd: OddWord;
  readonly candidates: readonly Candidate[];
  /** Probability of each candidate; that it is right as it stands has the rest. */
  readonly posterior: Float64Array;
}

/** What is estimated of a text. */
export interface Estimate {
  readonly judged: readonly Judged[];
  /** Share of the words that are misread. */
  readonly rate: number;
}

/**
 * Tells misread words from words that the lexicon lacks, by expectation and maximisation over the text: how many of its words are
 * misread, how many of its right words the lexicon lacks, and which are which. Starts low, so that a text of rare words is not taken
 * for a misread one. All places of a word are judged together: who writes it twice means it, unless he twice misreads one word.
 */
export function estimate(
  odd: readonly { readonly odd: OddWord; readonly candidates: readonly Candidate[] }[],
  words: DocumentWords,
  totals: { readonly small: number; readonly capital: number },
): Estimate {
  const judged = odd.map((word) => ({ ...word, posterior: new Float64Array(word.candidates.length) }));
  const total = totals.small + totals.capital;
  let rate = PRIOR_RATE;
  let small = UNKNOWN_SMALL;
  let capital = UNKNOWN_CAPITAL;
  for (let round = 0; round < ROUNDS; round++) {
    let misread = PRIOR_RATE * RATE_WORDS;
    let unknownSmall = UNKNOWN_SMALL * UNKNOWN_WORDS;
    let unknownCapital = UNKNOWN_CAPITAL * UNKNOWN_WORDS;
    for (const each of judged) {
      const { setting, parts } = each.odd;
      const changed = judge(each, words, rate, setting === 'small' ? small : capital);
      misread += changed * parts.length;
      if (setting === 'small') unknownSmall += (1 - changed) * parts.length;
      else unknownCapital += (1 - changed) * parts.length;
    }
    rate = Math.min(MOST_RATE, misread / (total + RATE_WORDS));
    small = unknownSmall / (totals.small + UNKNOWN_WORDS);
    capital = unknownCapital / (totals.capital + UNKNOWN_WORDS);
  }
  return { judged, rate };
}

/** Sets the posteriors of a word; returns their sum. */
function judge(
  { odd, candidates, posterior }: Judged,
  words: DocumentWords,
  rate: number,
  unknown: number,
): number {
  const count = odd.parts.length;
  const kept = Math.log(unknown) + odd.spelled + (count - 1) * words.again(count);
  const scores = candidates.map(({ numbers, cost }) => {
    let score = count * (Math.log(rate / TABLE_RATE) - cost);
    for (const number of numbers)
      score += words.score(number) + (count - 1) * words.again(words.count(number) + count);
    return score;
  });
  const best = Math.max(kept, ...scores);
  let sum = Math.exp(kept - best);
  for (const score of scores) sum += Math.exp(score - best);
  let changed = 0;
  scores.forEach((score, i) => {
    posterior[i] = Math.exp(score - best) / sum;
    changed += posterior[i] as number;
  });
  return changed;
}
