import { readContainer } from '../text/container.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { BLOCK_SHIFT, LEVELS, MODEL_MAGIC, MODEL_VERSION } from './format.js';

/** Bigrams remembered, and how far a 32-bit hash goes down to number them. */
const CACHE_SIZE = 8192;
const CACHE_SHIFT = 19;

/**
 * A trigram model of English news and politics. Scores are natural logarithms of probabilities; words go by their
 * numbers in the model's vocabulary, 0 for an unknown one. At the start of a sentence the word before is
 * `sentenceStart`; its end is the word `sentenceEnd`.
 */
export class LanguageModel {
  readonly vocabulary: Vocabulary;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** Stands for everything that begins with a digit. */
  readonly numberWord: number;
  /** Bigrams found lately: a decoder asks for the same ones again and again. Key 0, no bigram, has index -1. */
  private readonly cacheKeys = new Uint32Array(CACHE_SIZE);
  private readonly cacheIndices = new Int32Array(CACHE_SIZE).fill(-1);
  private readonly books: Float32Array;
  private readonly unigram: Float32Array;
  private readonly unigramBackoff: Float32Array;
  private readonly bigramFirst: Uint32Array;
  private readonly bigramWord: Uint16Array;
  private readonly bigramCode: Uint8Array;
  private readonly bigramBackoff: Uint8Array;
  private readonly trigramBase: Uint32Array;
  private readonly trigramOffset: Uint16Array;
  private readonly trigramWord: Uint16Array;
  private readonly trigramCode: Uint8Array;

  /** Opens the bytes of a compiled model, without copying its tables. Throws where they are damaged or of another kind. */
  constructor(bytes: Uint8Array) {
    const sections = readContainer(MODEL_MAGIC, MODEL_VERSION, bytes);
    const [letters, lengths, books, unigram, unigramBackoff, ...tables] = sections;
    const [bigramFirst, bigramWord, bigramCode, bigramBackoff, ...rest] = tables;
    const [trigramBase, trigramOffset, trigramWord, trigramCode] = rest;
    this.vocabulary = vocabularyOf(letters as Uint8Array, lengths as Uint8Array);
    this.sentenceStart = this.vocabulary.id('<s>');
    this.sentenceEnd = this.vocabulary.id('</s>');
    this.numberWord = this.vocabulary.id('<num>');
    this.books = books as Float32Array;
    this.unigram = Float32Array.from(unigram as Uint8Array, (code) => this.books[code] as number);
    this.unigram[0] = this.books[LEVELS * 5] as number;
    const weights = this.books.subarray(LEVELS);
    this.unigramBackoff = Float32Array.from(unigramBackoff as Uint8Array, (code) => weights[code] as number);
    this.bigramFirst = bigramFirst as Uint32Array;
    this.bigramWord = bigramWord as Uint16Array;
    this.bigramCode = bigramCode as Uint8Array;
    this.bigramBackoff = bigramBackoff as Uint8Array;
    this.trigramBase = trigramBase as Uint32Array;
    this.trigramOffset = trigramOffset as Uint16Array;
    this.trigramWord = trigramWord as Uint16Array;
    this.trigramCode = trigramCode as Uint8Array;
  }

  /** log P(word | first second). A context that the model does not know falls back to what it knows of it. */
  score(first: number, second: number, word: number): number {
    const context = this.findBigram(first, second);
    if (context < 0) return this.bigram(second, word);
    const from = this.trigramStart(context);
    const to = this.trigramStart(context + 1);
    if (from !== to) {
      const index = search(this.trigramWord, from, to, word);
      if (index >= 0) return this.books[LEVELS * 4 + (this.trigramCode[index] as number)] as number;
    }
    const weight = this.books[LEVELS * 3 + (this.bigramBackoff[context] as number)] as number;
    return weight + this.bigram(second, word);
  }

  /** log P(word | second). */
  bigram(second: number, word: number): number {
    const index = this.findBigram(second, word);
    if (index >= 0) return this.books[LEVELS * 2 + (this.bigramCode[index] as number)] as number;
    return (this.unigramBackoff[second] as number) + (this.unigram[word] as number);
  }

  private findBigram(first: number, second: number): number {
    const key = ((first << 16) | second) >>> 0;
    const slot = (Math.imul(key, 0x9e3779b1) >>> CACHE_SHIFT) | 0;
    if (this.cacheKeys[slot] === key) return this.cacheIndices[slot] as number;
    const from = this.bigramFirst[first] as number;
    const index = search(this.bigramWord, from, this.bigramFirst[first + 1] as number, second);
    this.cacheKeys[slot] = key;
    this.cacheIndices[slot] = index;
    return index;
  }

  private trigramStart(bigram: number): number {
    return (this.trigramBase[bigram >> BLOCK_SHIFT] as number) + (this.trigramOffset[bigram] as number);
  }
}

/** Index of `word` in the sorted stretch [from, to) of `words`, or -1. */
function search(words: Uint16Array, from: number, to: number, word: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low === high && words[low] === word ? low : -1;
}

function vocabularyOf(letters: Uint8Array, lengths: Uint8Array): Vocabulary {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) {
    offsets[i + 1] = (offsets[i] as number) + (lengths[i] as number);
  }
  return indexVocabulary(Uint16Array.from(letters), offsets);
}
