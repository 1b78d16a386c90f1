/** Letters that are told apart: a to z, apostrophe, hyphen, any other; then the border of a word. */
const LETTERS = 30;
const BORDER = 29;
const OTHER = 28;

/** What is added to every count of a trigram, as a share of what its bigram leaves. */
const DISCOUNT = 0.75;

/**
 * How a language spells: a trigram model of letters over the words of a lexicon, each counted once. It tells a name nobody
 * has listed ("Humphreys") from what no language spells ("rtnister").
 */
export class LetterModel {
  private readonly scores = new Float32Array(LETTERS ** 3);

  constructor(words: readonly string[]) {
    const three = new Float64Array(LETTERS ** 3);
    const two = new Float64Array(LETTERS ** 2);
    const one = new Float64Array(LETTERS);
    for (const word of words) {
      let a = BORDER;
      let b = BORDER;
      for (let i = 0; i <= word.length; i++) {
        const c = i === word.length ? BORDER : letterOf(word.charCodeAt(i));
        const index = (a * LETTERS + b) * LETTERS + c;
        three[index] = (three[index] as number) + 1;
        two[b * LETTERS + c] = (two[b * LETTERS + c] as number) + 1;
        one[c] = (one[c] as number) + 1;
        a = b;
        b = c;
      }
    }
    this.fit(three, two, one);
  }

  /** log P(the letters and the end of a word), of folded code units. */
  score(word: string): number {
    let a = BORDER;
    let b = BORDER;
    let score = 0;
    for (let i = 0; i <= word.length; i++) {
      const c = i === word.length ? BORDER : letterOf(word.charCodeAt(i));
      score += this.scores[(a * LETTERS + b) * LETTERS + c] as number;
      a = b;
      b = c;
    }
    return score;
  }

  /** Interpolated absolute discounting. */
  private fit(three: Float64Array, two: Float64Array, one: Float64Array): void {
    const all = one.reduce((sum, count) => sum + count, 0);
    const unigram = Float64Array.from(one, (count) => (count + 1) / (all + LETTERS));
    const bigram = interpolated(two, unigram, LETTERS);
    const trigram = interpolated(three, bigram, LETTERS * LETTERS);
    for (let i = 0; i < trigram.length; i++) this.scores[i] = Math.log(trigram[i] as number);
  }
}

/** Probabilities of the counts' last letter behind the letters before it; `lower` is the same with one letter less. */
function interpolated(counts: Float64Array, lower: Float64Array, period: number): Float64Array {
  const result = new Float64Array(counts.length);
  for (let context = 0; context < counts.length; context += LETTERS) {
    let total = 0;
    let kinds = 0;
    for (let i = context; i < context + LETTERS; i++) {
      total += counts[i] as number;
      if ((counts[i] as number) > 0) kinds++;
    }
    const rest = total === 0 ? 1 : (DISCOUNT * kinds) / total;
    for (let i = context; i < context + LETTERS; i++) {
      const own = total === 0 ? 0 : Math.max(0, (counts[i] as number) - DISCOUNT) / total;
      result[i] = own + rest * (lower[i % period] as number);
    }
  }
  return result;
}

function letterOf(code: number): number {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return code === 0x27 ? 26 : code === 0x2d ? 27 : OTHER;
}
