import { readContainer } from '../text/container.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { BLOCK_SHIFT, LEVELS, MODEL_MAGIC, MODEL_VERSION } from './format.js';

/** Bigrams remembered: as many as a processor's second cache holds beside other things. A power of two. */
const MEMORY_SIZE = 1 << 14;
/** How far a 32-bit hash goes down to number them. */
const MEMORY_SHIFT = 18;
/** Numbers that are remembered of a bigram: its two words, what it scores, its back-off, where its trigrams begin and end. */
const [WORDS, SCORE, BACKOFF, TRIGRAMS, TRIGRAMS_END] = [0, 1, 2, 3, 4] as const;
/** Room for them, so that one look-up touches one cache line: a power of two. */
const ENTRY_SHIFT = 3;

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
  /**
   * Bigrams asked for lately: a decoder asks for the same ones again and again, as what a word scores and as what the next word
   * stands behind. Direct-mapped: an entry lasts until another takes its slot.
   */
  private readonly memory = new Int32Array(MEMORY_SIZE << ENTRY_SHIFT);
  private readonly memoryScores = new Float32Array(this.memory.buffer);
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
    // The memory is all zeros: the bigram of two unknown words seems to stand in it.
    this.remember(0, 0, 0);
  }

  /** log P(word | first second). A context that the model does not know falls back to what it knows of it. */
  score(first: number, second: number, word: number): number {
    const { memory, memoryScores } = this;
    const context = this.recall(first, second);
    const from = memory[context + TRIGRAMS] as number;
    const to = memory[context + TRIGRAMS_END] as number;
    if (from !== to) {
      const index = search(this.trigramWord, from, to, word);
      if (index >= 0) return this.books[LEVELS * 4 + (this.trigramCode[index] as number)] as number;
    }
    return (memoryScores[context + BACKOFF] as number) + this.bigram(second, word);
  }

  /** log P(word | second). */
  bigram(second: number, word: number): number {
    return this.memoryScores[this.recall(second, word) + SCORE] as number;
  }

  /** Where a bigram stands in the memory; looked up in the tables where it is not there yet. */
  private recall(first: number, second: number): number {
    // Word numbers have sixteen bits.
    const words = (first << 16) | second;
    const entry = (Math.imul(words, 0x9e3779b1) >>> MEMORY_SHIFT) << ENTRY_SHIFT;
    if (this.memory[entry + WORDS] !== words) this.remember(entry, first, second);
    return entry;
  }

  private remember(entry: number, first: number, second: number): void {
    const { memory, memoryScores, books } = this;
    const from = this.bigramFirst[first] as number;
    const index = search(this.bigramWord, from, this.bigramFirst[first + 1] as number, second);
    const isKnown = index >= 0;
    memory[entry + WORDS] = (first << 16) | second;
    memoryScores[entry + SCORE] = isKnown
      ? (books[LEVELS * 2 + (this.bigramCode[index] as number)] as number)
      : (this.unigramBackoff[first] as number) + (this.unigram[second] as number);
    memoryScores[entry + BACKOFF] = isKnown
      ? (books[LEVELS * 3 + (this.bigramBackoff[index] as number)] as number)
      : 0;
    memory[entry + TRIGRAMS] = isKnown ? this.trigramStart(index) : 0;
    memory[entry + TRIGRAMS_END] = isKnown ? this.trigramStart(index + 1) : 0;
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
