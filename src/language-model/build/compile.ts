import { writeContainer } from '../../text/container.js';
import { BLOCK_SHIFT, MODEL_MAGIC, MODEL_VERSION } from '../format.js';
import type { Ngrams } from './ngrams.js';
import { quantise } from './quantising.js';

/** Packs a model into the binary file that `format.ts` describes. `words[i]` is the word with the number i + 1. */
export function compileModel(words: readonly string[], model: Ngrams): Uint8Array {
  const letters = Uint8Array.from(words.join(''), (letter) => letter.charCodeAt(0));
  const lengths = Uint8Array.from(words, (word) => word.length);
  // Index 0 and the sentence start, which nothing predicts, have no probability: they get the least.
  const least = model.unigram.reduce((least, p) => (p > 0 && p < least ? p : least), 1);
  const unigram = quantise(model.unigram.map((p) => p || least));
  const unigramBackoff = quantise(model.unigramBackoff);
  const bigram = quantise(model.bigram);
  const bigramBackoff = quantise(model.bigramBackoff);
  const trigram = quantise(model.trigram);
  const codebooks = [unigram, unigramBackoff, bigram, bigramBackoff, trigram].map(({ codebook }) => codebook);
  const { bases, offsets } = blocksOf(model.trigramFirst);
  return writeContainer(MODEL_MAGIC, MODEL_VERSION, [
    letters,
    lengths,
    Float32Array.from([...codebooks.flatMap((codebook) => [...codebook]), Math.log(least)]),
    unigram.codes,
    unigramBackoff.codes,
    model.bigramFirst,
    model.bigramWord,
    bigram.codes,
    bigramBackoff.codes,
    bases,
    offsets,
    model.trigramWord,
    trigram.codes,
  ]);
}

function blocksOf(first: Uint32Array): { bases: Uint32Array; offsets: Uint16Array } {
  const bases = new Uint32Array(((first.length - 1) >> BLOCK_SHIFT) + 1);
  const offsets = new Uint16Array(first.length);
  first.forEach((index, i) => {
    if (i % (1 << BLOCK_SHIFT) === 0) bases[i >> BLOCK_SHIFT] = index;
    const offset = index - (bases[i >> BLOCK_SHIFT] as number);
    if (offset > 0xffff)
      throw new Error('a block of bigrams has more than 65,535 trigrams: make blocks smaller');
    offsets[i] = offset;
  });
  return { bases, offsets };
}
