import type { Arpa } from './arpa.js';
import type { Corpus } from './corpus.js';

/** The words that every vocabulary holds, with these numbers. */
export const RESERVED = ['<s>', '</s>', '<num>'] as const;
export const SENTENCE_START = 1;
export const SENTENCE_END = 2;
export const NUMBER = 3;

/** Word numbers have 16 bits; 0 is the unknown word, and counting needs the last number for itself. */
const LARGEST = 65_534;
/** A word that the texts hold less often, and the ARPA model not at all, is as likely a slip as a word. */
const LEAST_COUNT = 3;

/** The chosen words in order of their numbers, from 1. */
export interface Choice {
  readonly words: readonly string[];
  /** Number of each word of the corpus' interner; 0 where it is not in the vocabulary, nor its noun. */
  readonly ofCorpus: Uint16Array;
  /** Number of each word of the ARPA model, likewise. */
  readonly ofArpa: Uint16Array;
}

/** Chooses the most frequent words of texts and ARPA model, by the mean of their shares in both; frequent ones first. */
export function chooseVocabulary(corpus: Corpus, arpa: Arpa | undefined): Choice {
  const shares = new Map<string, number>();
  let total = 0;
  for (let id = 1; id <= corpus.words.size; id++) total += corpus.counts[id] as number;
  for (let id = 1; id <= corpus.words.size; id++) {
    const count = corpus.counts[id] as number;
    if (count >= LEAST_COUNT && id !== corpus.number) {
      shares.set(corpus.words.word(id), count / total);
    }
  }
  arpa?.words.forEach((word, i) => {
    if (isKept(word)) shares.set(word, (shares.get(word) ?? 0) + 10 ** (arpa.logUnigram[i] as number));
  });
  const ranked = [...shares].filter(([word]) => isLatin1(word));
  ranked.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const words = [...RESERVED, ...ranked.slice(0, LARGEST - RESERVED.length).map(([word]) => word)];
  const numbers = new Map(words.map((word, i) => [word, i + 1]));
  const ofCorpus = new Uint16Array(corpus.words.size + 1);
  for (let id = 1; id <= corpus.words.size; id++) {
    ofCorpus[id] = numbers.get(corpus.words.word(id)) ?? 0;
  }
  for (let id = 1; id <= corpus.words.size; id++) {
    if (ofCorpus[id] === 0) ofCorpus[id] = ofCorpus[corpus.stems[id] as number] as number;
  }
  const ofArpa = Uint16Array.from(arpa?.words ?? [], (word) => numbers.get(word) ?? 0);
  return { words, ofCorpus, ofArpa };
}

/** Whether the tokeniser would give this word as one token: no pieces like "'bout", initials like "a." and markers. */
function isKept(word: string): boolean {
  return /^[a-z]+(?:['-][a-z]+)*$/.test(word);
}

function isLatin1(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0xff) return false;
  return word.length < 256;
}
