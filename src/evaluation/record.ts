import type { Totals } from './totals.js';

/** The figures under the names, and rounded, as the reference scorer prints them: shares and rates to four decimals, harm to three. */
export function recordTotals(totals: Totals): Record<string, number> {
  const { articles, words, gold, edits, wordErrors } = totals;
  return {
    articles,
    words,
    gold,
    restored: roundHalfEven(totals.restored, 4),
    optional_restored: roundHalfEven(totals.optionalRestored, 4),
    tool_edits: edits,
    precision: roundHalfEven(totals.precision, 4),
    harm_per_1000_words: roundHalfEven(totals.harm, 3),
    ...(wordErrors && {
      wer_before: roundHalfEven(wordErrors.before, 4),
      wer_after: roundHalfEven(wordErrors.after, 4),
      wer_cut: roundHalfEven(wordErrors.cut, 4),
    }),
  };
}

/** A number rounded to some decimals as Python rounds: exact ties go to the even digit (0.03125 to 0.0312). */
export function roundHalfEven(value: number, decimals: number): number {
  const size = Math.abs(value);
  // A binary fraction ends exactly between two decimal places only if so many doublings make it odd.
  const tie = (size * 2 ** (decimals + 1)) % 2 === 1;
  const up = Number(size.toFixed(decimals));
  const lastDigit = Math.round(up * 10 ** decimals) % 10;
  const rounded = tie && lastDigit % 2 === 1 ? Number((up - 10 ** -decimals).toFixed(decimals)) : up;
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
