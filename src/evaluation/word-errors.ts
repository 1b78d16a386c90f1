import { scoringTokens } from './reading.js';

/**
 * Word error rate: the fewest words to insert, drop and replace that turn one text into the other, divided by the
 * number of words of the reference (0 = the same; can exceed 1). Case does not count, punctuation marks count as words.
 */
export function wordErrorRate(text: string, reference: string): number {
  const referenceTokens = scoringTokens(reference);
  return editDistance(scoringTokens(text), referenceTokens) / Math.max(1, referenceTokens.length);
}

/** Levenshtein distance of two sequences; time is proportional to their length times the distance. */
export function editDistance(left: readonly string[], right: readonly string[]): number {
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (start < leftEnd && start < rightEnd && left[start] === right[start]) start++;
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd--;
    rightEnd--;
  }
  const numbers = new Map<string, number>();
  const a = numbered(left.slice(start, leftEnd), numbers);
  const b = numbered(right.slice(start, rightEnd), numbers);
  const longest = Math.max(a.length, b.length);
  // Ukkonen: a distance of at most d stays within d of the diagonal, so the band doubles until it holds the answer.
  for (let band = Math.max(16, Math.abs(a.length - b.length)); ; band *= 2) {
    const distance = distanceInBand(a, b, band);
    if (distance <= band || band >= longest) return distance;
  }
}

function numbered(tokens: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(tokens, (token) => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  });
}

/** The distance, if it is at most `band`; else some number above `band`. */
function distanceInBand(a: Int32Array, b: Int32Array, band: number): number {
  const tooFar = a.length + b.length + 1;
  // Cell j of the row is the distance of the first i of a and the first j of b; cells outside the band are too far.
  const row = new Int32Array(b.length + 1).fill(tooFar);
  for (let j = 0; j <= Math.min(b.length, band); j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - band);
    const to = Math.min(b.length, i + band);
    const word = a[i - 1] as number;
    let diagonal = row[from - 1] as number;
    let before = from === 1 && i <= band ? i : tooFar;
    row[from - 1] = before;
    for (let j = from; j <= to; j++) {
      const above = row[j] as number;
      let best = diagonal + (word === (b[j - 1] as number) ? 0 : 1);
      if (above + 1 < best) best = above + 1;
      if (before + 1 < best) best = before + 1;
      row[j] = best;
      before = best;
      diagonal = above;
    }
  }
  return row[b.length] as number;
}
