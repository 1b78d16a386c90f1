/*
 * The compiled language model: a container (see text/container.ts) of thirteen sections. Words are numbered from 1, the
 * most frequent first, after the reserved ones: 1 <s>, 2 </s>, 3 <num>. Natural logarithms throughout.
 *
 *    0  u8   vocabulary: folded words in Latin-1, one after the other
 *    1  u8   vocabulary: length of each word
 *    2  f32  codebooks, 256 values each: log P of unigrams, back-off of unigrams, log P of bigrams, back-off of bigrams,
 *            log P of trigrams; then log P of an unknown word
 *    3  u8   unigrams by word: code of log P; index 0 stands for no word
 *    4  u8   unigrams by word: code of the back-off weight
 *    5  u32  bigrams: index of the first one of each first word; two more than there are words
 *    6  u16  bigrams: second word; sorted by first and second word
 *    7  u8   bigrams: code of log P
 *    8  u8   bigrams: code of the back-off weight
 *    9  u32  trigrams: index of the first one of each block of sixteen bigrams
 *   10  u16  trigrams: how far behind that the first one of each bigram stands; one more than there are bigrams
 *   11  u16  trigrams: third word; sorted by first, second and third word
 *   12  u8   trigrams: code of log P
 */

export const MODEL_MAGIC = 'EMENDLM3';
export const MODEL_VERSION = 1;

/** Values in a codebook. */
export const LEVELS = 256;

/** Bigrams in a block of section 9, as a power of two. */
export const BLOCK_SHIFT = 4;
