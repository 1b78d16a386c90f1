import { foldText, isLetter, isUpper } from '../../text/characters.js';
import { ChunkMark, type ChunkReading } from './chunk-reading.js';
import type { Proposal } from './search/proposal.js';
import type { WordJudge } from './word-judge.js';

/** What tells whether a chosen candidate is right; see {@link evidenceOf}. */
export const EVIDENCE = [
  'one',
  'log-odds of the decoder',
  'logarithm of the share of misread words',
  'cost',
  'cost a letter',
  'name',
  'known',
  'other characters than letters',
  'speck',
  'blanks',
  'unmodelled',
  'parts',
  'short',
  'reach of decoder and share',
  'rarest word',
  'spelling',
  'letters',
  'technical',
  'strange',
  'odd',
  'held against what stands',
] as const;

/**
 * Weights of the evidence: a logistic regression of whether an edit is right, that is, alone brings its page nearer to the truth. It is
 * made on every second page of the development sets, with confusions learnt of the others; nearly sound modern pages count twice.
 * `npx jiti tools/fit-ocr.ts PAGES.jsonl…` prints them.
 */
const WEIGHTS = [
  4.1993, 0.4037, 1.352, -0.0108, -0.2908, -0.5191, 0.157, 0.0164, -0.4076, 0.2224, 0.8931, -0.8273, -0.2967,
  -0.0123, 0.1678, 0.0266, 0.3498, -11.2225, 2.4686, -2.8438, 0.034,
];

/** Log-odds beyond which the decoder's certainty says no more. */
const MOST_ODDS = 7;

/** The evidence for a candidate, in the order of {@link EVIDENCE}. */
export function evidenceOf(
  proposal: Proposal,
  posterior: number,
  reading: ChunkReading,
  rate: number,
  judge: WordJudge,
): number[] {
  const { chunks, marks } = reading;
  const { text, start, end, cost, from, to, ids, rule } = proposal;
  const seen = chunks.flat.slice(start, end);
  const odds = Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(posterior / Math.max(1e-9, 1 - posterior))));
  let letters = 0;
  for (let i = 0; i < seen.length; i++) if (isLetter(seen.charCodeAt(i))) letters++;
  const isName = isUpper(seen.charCodeAt(0)) && seen !== seen.toUpperCase();
  const isKnown = from === to && ((marks[from] as number) & ChunkMark.Odd) === 0;
  let penalty = 0;
  for (let i = from; i <= to; i++) penalty += reading.penalty[i] as number;
  const flag = (value: boolean) => (value ? 1 : 0);
  return [
    1,
    odds,
    Math.log(rate),
    cost,
    cost / Math.max(1, text?.length ?? 1),
    flag(isName),
    flag(isKnown),
    flag(letters < seen.replaceAll(' ', '').length),
    flag(rule === 'speck'),
    flag(rule === 'blanks'),
    flag(ids.includes(0)),
    Math.max(0, ids.length - 1 - (to - from)),
    flag(letters <= 3),
    odds * Math.log(rate),
    ids.reduce((least, id) => Math.min(least, judge.model.bigram(0, id)), 0),
    judge.lexicon.spelling.score(foldText(seen)) / (seen.length + 1),
    Math.log(1 + letters),
    reading.technical,
    reading.strange,
    reading.odd,
    penalty,
  ];
}

/** The probability that a chosen candidate is right: calibrated, 0 to 1. */
export function confidenceOf(
  proposal: Proposal,
  posterior: number,
  reading: ChunkReading,
  rate: number,
  judge: WordJudge,
): number {
  const { text = '', start, end } = proposal;
  const isCase = text !== '' && foldText(text) === foldText(reading.chunks.flat.slice(start, end));
  if (!proposal.misread || isCase) return posterior;
  let sum = 0;
  evidenceOf(proposal, posterior, reading, rate, judge).forEach((value, i) => {
    sum += value * (WEIGHTS[i] as number);
  });
  return 1 / (1 + Math.exp(-sum));
}
