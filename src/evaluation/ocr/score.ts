import { printedWords } from '../reading.js';
import { characterDistance, countCharacters } from './characters.js';
import type { OcrPage } from './page.js';
import { alignWords, WordNumbers } from './words.js';

/** How many errors a text has against the truth, before and after it was repaired. */
export interface ErrorCounts {
  readonly before: number;
  readonly after: number;
}

/** The score of one page. */
export interface PageScore {
  readonly id: string;
  /** Characters (code points) and words of the truth, its lines folded to one. */
  readonly characters: number;
  readonly words: number;
  /** Characters, and words, to insert, drop and replace. */
  readonly characterErrors: ErrorCounts;
  readonly wordErrors: ErrorCounts;
  /** Words of the truth that OCR read right, and how many of those are wrong after the repair. */
  readonly right: number;
  readonly broken: number;
  /** Words of the truth that OCR read wrong, and how many of those are right after the repair. */
  readonly wrong: number;
  readonly fixed: number;
  /** What was compared, for a list of the differences. */
  readonly compared: ComparedWords;
}

/** The words of a page, and how they are aligned: for each word of the truth, the index of the equal word it is paired with, or -1. */
export interface ComparedWords {
  readonly truth: readonly string[];
  readonly ocr: readonly string[];
  readonly repaired: readonly string[];
  readonly inOcr: Int32Array;
  readonly inRepaired: Int32Array;
}

/**
 * Counts the errors of a page before and after its repair, in characters and in words. Case and punctuation count; how lines are
 * broken does not. A word is right where a shortest alignment of the words pairs it with an equal one.
 *
 * @param repaired the page's text after the repair
 */
export function scorePage({ id, ...page }: OcrPage, repaired: string): PageScore {
  const truth = printedWords(page.truth);
  const ocr = printedWords(page.ocr);
  const after = repaired === page.ocr ? ocr : printedWords(repaired);
  const numbers = new WordNumbers();
  const wanted = numbers.numbersOf(truth);
  const alignedOcr = alignWords(numbers.numbersOf(ocr), wanted);
  const unchanged = after === ocr;
  const alignedAfter = unchanged ? alignedOcr : alignWords(numbers.numbersOf(after), wanted);
  const charactersBefore = characterDistance(ocr, truth, numbers);
  let right = 0;
  let broken = 0;
  let fixed = 0;
  for (const [index, before] of alignedOcr.partner.entries()) {
    const isRight = (alignedAfter.partner[index] as number) >= 0;
    if (before >= 0) right++;
    if (before >= 0 && !isRight) broken++;
    if (before < 0 && isRight) fixed++;
  }
  return {
    id,
    characters: truth.reduce((sum, word) => sum + countCharacters(word), Math.max(0, truth.length - 1)),
    words: truth.length,
    characterErrors: {
      before: charactersBefore,
      after: unchanged ? charactersBefore : characterDistance(after, truth, numbers),
    },
    wordErrors: { before: alignedOcr.distance, after: alignedAfter.distance },
    right,
    broken,
    wrong: truth.length - right,
    fixed,
    compared: { truth, ocr, repaired: after, inOcr: alignedOcr.partner, inRepaired: alignedAfter.partner },
  };
}
