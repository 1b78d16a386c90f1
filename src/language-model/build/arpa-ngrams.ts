import type { Arpa } from './arpa.js';
import { findBigram, type Ngrams, normalise } from './ngrams.js';
import { NUMBER, SENTENCE_END, SENTENCE_START } from './vocabulary.js';

/**
 * An ARPA model in the numbers of a vocabulary. What holds a word outside it is left out; back-offs are made anew.
 *
 * @param numbers the number of each word of the ARPA model, 0 for none
 * @param size number of words in the vocabulary
 */
export function ngramsOfArpa(arpa: Arpa, numbers: Uint16Array, size: number): Ngrams {
  const ids = Uint16Array.from(numbers, (id, i) => specialId(arpa.words[i] as string) ?? id);
  const unigram = new Float64Array(size + 1);
  ids.forEach((id, i) => {
    if (id !== 0 && id !== SENTENCE_START) unigram[id] = 10 ** (arpa.logUnigram[i] as number);
  });
  const bigrams = sortedBigrams(arpa, ids);
  const count = bigrams.length;
  const bigramFirst = new Uint32Array(size + 2);
  const bigramWord = new Uint16Array(count);
  const bigram = new Float32Array(count);
  const parents = new Uint32Array(count);
  bigrams.forEach((i, at) => {
    const first = ids[arpa.bigramWords[i * 2] as number] as number;
    bigramFirst[first + 1] = (bigramFirst[first + 1] as number) + 1;
    parents[at] = first;
    bigramWord[at] = ids[arpa.bigramWords[i * 2 + 1] as number] as number;
    bigram[at] = 10 ** (arpa.logBigram[i] as number);
  });
  for (let i = 1; i < bigramFirst.length; i++) {
    bigramFirst[i] = (bigramFirst[i] as number) + (bigramFirst[i - 1] as number);
  }
  const partial = {
    size,
    unigram,
    unigramBackoff: new Float64Array(size + 1),
    unigramShare: Float64Array.from(unigram),
    bigramFirst,
    bigramWord,
    bigram,
    bigramBackoff: new Float32Array(count),
    bigramShare: new Float32Array(count),
    trigramFirst: new Uint32Array(count + 1),
    trigramWord: new Uint16Array(0),
    trigram: new Float32Array(0),
  };
  const model: Ngrams = { ...partial, ...trigramsOf(arpa, ids, partial) };
  // A sentence starts as often as it ends.
  model.unigramShare[SENTENCE_START] = unigram[SENTENCE_END] as number;
  for (let at = 0; at < count; at++) {
    const share = (model.unigramShare[parents[at] as number] as number) * (bigram[at] as number);
    model.bigramShare[at] = share;
  }
  normalise(model);
  return model;
}

function specialId(word: string): number | undefined {
  if (word === '<s>') return SENTENCE_START;
  if (word === '</s>') return SENTENCE_END;
  return word === '<num>' ? NUMBER : undefined;
}

/** Indices of the bigrams whose words are all known, in order of first and second word. */
function sortedBigrams(arpa: Arpa, ids: Uint16Array): Float64Array {
  const keys = new Float64Array(arpa.logBigram.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const first = ids[arpa.bigramWords[i * 2] as number] as number;
    const second = ids[arpa.bigramWords[i * 2 + 1] as number] as number;
    // Ids take 32 bits and the index, below 2^21, fits beneath them in the 53 bits of a number.
    if (first !== 0 && second !== 0) keys[count++] = (first * 0x10000 + second) * 0x200000 + i;
  }
  if (keys.length > 0x200000) throw new Error('the ARPA model has more than two million bigrams');
  return keys
    .subarray(0, count)
    .sort()
    .map((key) => key % 0x200000);
}

function trigramsOf(
  arpa: Arpa,
  ids: Uint16Array,
  model: Ngrams,
): Pick<Ngrams, 'trigramFirst' | 'trigramWord' | 'trigram'> {
  const keys = new Float64Array(arpa.logTrigram.length);
  const found = new Float32Array(arpa.logTrigram.length);
  const order = new Map<number, number>();
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    const first = ids[arpa.trigramWords[i * 3] as number] as number;
    const second = ids[arpa.trigramWords[i * 3 + 1] as number] as number;
    const third = ids[arpa.trigramWords[i * 3 + 2] as number] as number;
    if (first === 0 || second === 0 || third === 0) continue;
    const parent = findBigram(model, first, second);
    if (parent < 0) continue;
    const key = parent * 0x10000 + third;
    order.set(key, i);
    keys[count++] = key;
  }
  const sorted = keys.subarray(0, count).sort();
  const trigramFirst = new Uint32Array(model.bigramWord.length + 1);
  const trigramWord = new Uint16Array(count);
  sorted.forEach((key, at) => {
    const parent = Math.floor(key / 0x10000);
    trigramFirst[parent + 1] = (trigramFirst[parent + 1] as number) + 1;
    trigramWord[at] = key % 0x10000;
    found[at] = 10 ** (arpa.logTrigram[order.get(key) as number] as number);
  });
  for (let i = 1; i < trigramFirst.length; i++) {
    trigramFirst[i] = (trigramFirst[i] as number) + (trigramFirst[i - 1] as number);
  }
  return { trigramFirst, trigramWord, trigram: found.slice(0, count) };
}
