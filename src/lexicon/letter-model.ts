/** Letters that are told apart: a to z, apostrophe, hyphen, any other; then the border of a word, and letters of the language's own. */
const OTHER = 28;
const BORDER = 29;
const OWN = 30;
/** Most letters of its own, and least share of the letters of the words that makes a letter one. */
const MOST_OWN = 60;
const LEAST_OWN = 0.001;

/** What is added to every count of a trigram, as a share of what its bigram leaves. */
const DISCOUNT = 0.75;

/**
 * How a language spells: a trigram model of letters over the words of a lexicon, each counted once. It tells a name nobody
 * has listed ("Humphreys") from what no language spells ("rtnister").
 */
export class LetterModel {
  private readonly letters: ReadonlyMap<number, number>;
  /** Number of letters that are told apart, the border among them. */
  private readonly size: number;
  private readonly scores: Float32Array;

  constructor(words: readonly string[]) {
    this.letters = ownLetters(words);
    const size = OWN + this.letters.size;
    this.size = size;
    this.scores = new Float32Array(size ** 3);
    const three = new Float64Array(size ** 3);
    const two = new Float64Array(size ** 2);
    const one = new Float64Array(size);
    for (const word of words) {
      let a = BORDER;
      let b = BORDER;
      for (let i = 0; i <= word.length; i++) {
        const c = i === word.length ? BORDER : this.letterOf(word.charCodeAt(i));
        const index = (a * size + b) * size + c;
        three[index] = (three[index] as number) + 1;
        two[b * size + c] = (two[b * size + c] as number) + 1;
        one[c] = (one[c] as number) + 1;
        a = b;
        b = c;
      }
    }
    this.fit(three, two, one);
  }

  /** log P(the letters and the end of a word), of folded code units. */
  score(word: string): number {
    const { size } = this;
    let a = BORDER;
    let b = BORDER;
    let score = 0;
    for (let i = 0; i <= word.length; i++) {
      const c = i === word.length ? BORDER : this.letterOf(word.charCodeAt(i));
      score += this.scores[(a * size + b) * size + c] as number;
      a = b;
      b = c;
    }
    return score;
  }

  /** Interpolated absolute discounting. */
  private fit(three: Float64Array, two: Float64Array, one: Float64Array): void {
    const all = one.reduce((sum, count) => sum + count, 0);
    const { size } = this;
    const unigram = Float64Array.from(one, (count) => (count + 1) / (all + size));
    const bigram = interpolated(two, unigram, size);
    const trigram = interpolated(three, bigram, size);
    for (let i = 0; i < trigram.length; i++) this.scores[i] = Math.log(trigram[i] as number);
  }

  private letterOf(code: number): number {
    if (code >= 0x61 && code <= 0x7a) return code - 0x61;
    if (code < 0x80) return code === 0x27 ? 26 : code === 0x2d ? 27 : OTHER;
    return this.letters.get(code) ?? OTHER;
  }
}

/** The letters beyond ASCII that make up a good share of the words, with their numbers; of English none. */
function ownLetters(words: readonly string[]): Map<number, number> {
  const counts = new Map<number, number>();
  let all = 0;
  for (const word of words) {
    all += word.length;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      if (code >= 0x80) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  const frequent = [...counts].filter(([, count]) => count >= LEAST_OWN * all);
  frequent.sort(([a, m], [b, n]) => n - m || a - b);
  return new Map(frequent.slice(0, MOST_OWN).map(([code], i) => [code, OWN + i]));
}

/** Probabilities of the counts' last letter behind the letters before it; `lower` is the same with one letter less. */
function interpolated(counts: Float64Array, lower: Float64Array, size: number): Float64Array {
  const period = lower.length;
  const result = new Float64Array(counts.length);
  for (let context = 0; context < counts.length; context += size) {
    let total = 0;
    let kinds = 0;
    for (let i = context; i < context + size; i++) {
      total += counts[i] as number;
      if ((counts[i] as number) > 0) kinds++;
    }
    const rest = total === 0 ? 1 : (DISCOUNT * kinds) / total;
    for (let i = context; i < context + size; i++) {
      const own = total === 0 ? 0 : Math.max(0, (counts[i] as number) - DISCOUNT) / total;
      result[i] = own + rest * (lower[i % period] as number);
    }
  }
  return result;
}
