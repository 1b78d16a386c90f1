import { type Counted, countBigrams, NOTHING } from './counting.js';
import { findBigram, type Ngrams, normalise } from './ngrams.js';
import { SENTENCE_START } from './vocabulary.js';

/*
 * Interpolated modified Kneser-Ney smoothing: Chen and Goodman, "An empirical study of smoothing techniques for language
 * modeling", Computer Speech and Language 13, 1999, section 3. N-grams above unigrams that stand in the texts once are
 * dropped (they gain nothing when pruning follows), after the discounts have been estimated with them. The distributions are over known words; the unknown word
 * is a context like others, as first word: after a name that nobody knows, "said" is likelier than elsewhere.
 */

/** N-grams above unigrams that stand in the texts less often are dropped. */
const LEAST = 2;

/** The discounts for counts of one, two, and three or more (equation 26). */
type Discounts = readonly [number, number, number];

/** A trigram model of counts. `size` is the number of words; throws where the texts are too small to estimate discounts. */
export function kneserNey(trigrams: Counted<Float64Array>, size: number): Ngrams {
  const bigrams = countBigrams(trigrams);
  const unigram = unigramsOf(bigrams.keys, size);
  const count = bigrams.keys.length;
  // Below the highest order a count is a number of left neighbours; a sentence start has none but itself.
  const adjusted = bigrams.types;
  for (let i = 0; i < count; i++) {
    if ((bigrams.keys[i] as number) >>> 16 === SENTENCE_START) adjusted[i] = bigrams.counts[i] as number;
  }
  let tokens = 0;
  for (let i = 0; i < count; i++) tokens += bigrams.counts[i] as number;
  const isWhole = (i: number) => (bigrams.keys[i] as number) >>> 16 !== NOTHING;
  const discounts = estimateDiscounts(
    adjusted.filter((_, i) => isWhole(i)),
    'bigrams',
  );
  const kept = bigrams.counts.reduce((kept, n, i) => kept + (n >= LEAST && isWhole(i) ? 1 : 0), 0);
  const bigramFirst = new Uint32Array(size + 2);
  const bigramWord = new Uint16Array(kept);
  const bigram = new Float32Array(kept);
  const bigramShare = new Float32Array(kept);
  const unigramShare = new Float64Array(size + 1);
  let at = 0;
  for (let from = 0; from < count; ) {
    const first = (bigrams.keys[from] as number) >>> 16;
    let to = from;
    while (to < count && (bigrams.keys[to] as number) >>> 16 === first) to++;
    if (first !== NOTHING) {
      const { total, rest } = contextOf(adjusted, from, to, discounts);
      for (let i = from; i < to; i++) {
        const n = bigrams.counts[i] as number;
        unigramShare[first] = (unigramShare[first] as number) + n / tokens;
        if (n < LEAST) continue;
        const word = (bigrams.keys[i] as number) & 0xffff;
        const own = discounted(adjusted[i] as number, discounts) / total;
        bigramWord[at] = word;
        bigram[at] = own + rest * (unigram[word] as number);
        bigramShare[at] = n / tokens;
        at++;
      }
      bigramFirst[first + 1] = at;
    }
    from = to;
  }
  for (let i = 1; i < bigramFirst.length; i++) {
    bigramFirst[i] = Math.max(bigramFirst[i] as number, bigramFirst[i - 1] as number);
  }
  const partial = {
    size,
    unigram,
    unigramBackoff: new Float64Array(size + 1),
    unigramShare,
    bigramFirst,
    bigramWord,
    bigram,
    bigramBackoff: new Float32Array(kept),
    bigramShare,
    trigramFirst: new Uint32Array(kept + 1),
    trigramWord: new Uint16Array(0),
    trigram: new Float32Array(0),
  };
  const model: Ngrams = { ...partial, ...trigramsOf(trigrams, partial) };
  normalise(model);
  return model;
}

function trigramsOf(
  { keys, counts }: Counted<Float64Array>,
  model: Ngrams,
): Pick<Ngrams, 'trigramFirst' | 'trigramWord' | 'trigram'> {
  const isWhole = (i: number) => {
    const context = Math.floor((keys[i] as number) / 0x10000);
    const second = context % 0x10000;
    return context < NOTHING * 0x10000 && second !== 0 && second !== NOTHING;
  };
  const discounts = estimateDiscounts(
    counts.filter((_, i) => isWhole(i)),
    'trigrams',
  );
  const kept = counts.reduce((kept, n, i) => kept + (n >= LEAST && isWhole(i) ? 1 : 0), 0);
  const trigramFirst = new Uint32Array(model.bigramWord.length + 1);
  const trigramWord = new Uint16Array(kept);
  const trigram = new Float32Array(kept);
  let at = 0;
  for (let from = 0; from < keys.length; ) {
    const context = Math.floor((keys[from] as number) / 0x10000);
    let to = from;
    while (to < keys.length && (keys[to] as number) < (context + 1) * 0x10000) to++;
    const second = context % 0x10000;
    const parent = isWhole(from) ? findBigram(model, Math.floor(context / 0x10000), second) : -1;
    if (parent >= 0) {
      const { total, rest } = contextOf(counts, from, to, discounts);
      for (let i = from; i < to; i++) {
        if ((counts[i] as number) < LEAST) continue;
        const word = (keys[i] as number) % 0x10000;
        const lower = model.bigram[findBigram(model, second, word)] as number;
        trigramWord[at] = word;
        trigram[at] = discounted(counts[i] as number, discounts) / total + rest * lower;
        at++;
      }
      trigramFirst[parent + 1] = at;
    }
    from = to;
  }
  for (let i = 1; i < trigramFirst.length; i++) {
    trigramFirst[i] = Math.max(trigramFirst[i] as number, trigramFirst[i - 1] as number);
  }
  return { trigramFirst, trigramWord, trigram };
}

/** P(w): a word's share of all distinct bigrams; 0 for a word that only another model knows. */
function unigramsOf(bigrams: Uint32Array, size: number): Float64Array {
  const unigram = new Float64Array(size + 1);
  for (const key of bigrams) unigram[key & 0xffff] = (unigram[key & 0xffff] as number) + 1;
  return unigram.map((types) => types / bigrams.length);
}

/** The sum of the counts of a context, and the share of it that discounting frees. */
function contextOf(counts: Uint32Array, from: number, to: number, discounts: Discounts) {
  let total = 0;
  let freed = 0;
  for (let i = from; i < to; i++) {
    const n = counts[i] as number;
    total += n;
    freed += n - discounted(n, discounts);
  }
  return { total, rest: freed / total };
}

function discounted(count: number, discounts: Discounts): number {
  return count - (discounts[Math.min(count, 3) - 1] as number);
}

function estimateDiscounts(counts: Uint32Array, what: string): Discounts {
  const n = [0, 0, 0, 0, 0];
  for (const count of counts) if (count < 5) n[count] = (n[count] as number) + 1;
  const [, one, two, three, four] = n as [number, number, number, number, number];
  if (one * two * three * four === 0) {
    throw new Error(`the texts are too small: ${what} that stand there once to four times are needed`);
  }
  const y = one / (one + 2 * two);
  return [1 - (2 * y * two) / one, 2 - (3 * y * three) / two, 3 - (4 * y * four) / three];
}
