import levenshtein from 'fast-levenshtein';
import stemmers from 'natural/lib/natural/stemmers/index.js';
import type { Units } from './units.js';

/** Words of a segment at most, on either side: longer substitutions are one in a thousand. */
const MOST_WORDS = 5;

/** How many sightings the guess is worth. */
const GUESS_STRENGTH = 0.3;
/** What each word beyond one on either side costs: "high" and "school" tell more than "high school". */
const FURTHER_WORD = 0.2;
/** The same once more where nothing is counted: most substitutions are of one word by one. */
const FURTHER_GUESSED = 0.25;
/** How likely a word stays as it is, before any is counted. */
const KEPT = 0.7;
/** How likely nothing stands for a word, and for one more behind it: sentences go or come as a whole. */
const LOST = 1e-5;
const FURTHER_LOST = 0.2;
/** How likely words change places: "women and men" for "men and women". */
const MOVED = 0.01;
/** How much likelier a pair is that the dictionary offers, and one whose words are alike. */
const OFFERED = 1000;
const ALIKE = 100;
/** Words this alike may be forms of one: edits per letter of the longer one. */
const MOST_EDITS = 0.34;
/** Longer words are not compared by their letters, which takes the product of their lengths. */
const LONGEST_COMPARED = 40;
/** Numbers of words and of phrases are below these; both keys are exact in a double. */
const WORDS = 2 ** 22;
const PHRASES = 2 ** 26;

/** A phrase on one side of a segment. */
export interface Phrase {
  /** From 1; 0 is the empty phrase. */
  readonly number: number;
  /** Product of its words' shares. */
  readonly share: number;
  readonly words: readonly number[];
  /** Sum of their numbers, the same for phrases of the same words. */
  readonly sum: number;
  /** How often the phrase was counted on its side. */
  readonly count: number;
}

/** The side of a segment that a phrase stands on. */
export type Side = 'spun' | 'original';

const EMPTY: Phrase = { number: 0, share: 1, words: [], sum: 0, count: 0 };

/**
 * How likely a stretch of spun text stands for a stretch of the original. Segments are counted as in a joint-sequence model
 * (Bisani and Ney, “Joint-sequence models for grapheme-to-phoneme conversion”, 2008) and weighed by how well either side tells
 * the other: by what they are together alone, "excessive college" for "high school" would explain more than its parts. Where
 * little is counted a guess stands in, which knows the dictionary, how frequent words are, and whether they are alike.
 *
 * Weights are probabilities in relation to those that the words of both sides have alone. All ways to cut a hunk have the same
 * words, so that changes nothing but that products of many stay within a double's range.
 */
export class SegmentModel {
  /** By number of a phrase and its next word: number of the longer phrase. */
  private readonly numbers = new Map<number, number>();
  private readonly offered = new Set<number>();
  private counts = new Map<number, number>();
  private next = new Map<number, number>();
  private readonly sideCounts = { spun: new Map<number, number>(), original: new Map<number, number>() };
  private readonly shares: Float64Array;

  /**
   * @param frequencies by number of a word: how often it stands in the texts
   * @param words by number: the folded word
   */
  constructor(
    frequencies: Float64Array,
    private readonly words: readonly string[],
  ) {
    const sum = frequencies.reduce((all, count) => all + count + 1, 0);
    this.shares = frequencies.map((count) => (count + 1) / sum);
  }

  /** The phrases of movable units that begin at one and end before another, shortest first. */
  phrasesAt({ word, movable }: Units, from: number, to: number, side: Side): Phrase[] {
    const phrases: Phrase[] = [];
    let last = EMPTY;
    for (let i = from; i < Math.min(to, from + MOST_WORDS) && movable[i] === 1; i++) {
      last = this.longer(last, word[i] as number, side);
      phrases.push(last);
    }
    return phrases;
  }

  /** The phrase that is one word longer than another. */
  private longer({ number, share, words, sum }: Phrase, word: number, side: Side): Phrase {
    const key = number * WORDS + word;
    const known = this.numbers.get(key);
    if (known === undefined) this.numbers.set(key, this.numbers.size + 1);
    const longer = known ?? this.numbers.size;
    return {
      number: longer,
      share: share * (this.shares[word] as number),
      words: [...words, word],
      sum: sum + word,
      count: this.sideCounts[side].get(longer) ?? 0,
    };
  }

  /** Makes a pair likelier that the dictionary has, given as numbers of words. */
  offer(spun: readonly number[], original: readonly number[]): void {
    const phraseOf = (words: readonly number[], side: Side) =>
      words.reduce((last, word) => this.longer(last, word, side), EMPTY);
    this.offered.add(keyOf(phraseOf(spun, 'spun'), phraseOf(original, 'original')));
  }

  /** Key of a word that stays as it is. */
  keptKey(word: number): number {
    const phrase = this.longer(EMPTY, word, 'spun');
    return keyOf(phrase, phrase);
  }

  /** Weight of a word that stays; `own` as in {@link weighReplaced}. */
  weighKept(word: number, own: number): number {
    const phrase = this.longer(EMPTY, word, 'spun');
    return this.weigh(phrase, this.longer(EMPTY, word, 'original'), KEPT / phrase.share, own);
  }

  /** Weight of units beside each other for which nothing stands. */
  weighLost(count: number): number {
    return LOST * FURTHER_LOST ** (count - 1);
  }

  /**
   * Weight of a substitution.
   *
   * @param own how much of its count its own hunk gave: a hunk is no evidence for itself
   */
  weighReplaced(spun: Phrase, original: Phrase, own: number): number {
    // Words that change places explain each other, so they cost nothing for being many.
    if (haveSameWords(spun, original)) return this.weigh(spun, original, MOVED / spun.share, own);
    const further = spun.words.length + original.words.length - 2;
    const guess = this.guess(spun, original) * FURTHER_GUESSED ** further;
    return FURTHER_WORD ** further * this.weigh(spun, original, guess, own);
  }

  /** Counts a segment, for the next round. */
  count(key: number, by: number): void {
    this.next.set(key, (this.next.get(key) ?? 0) + by);
  }

  /** Begins the next round: what was counted is now believed. */
  turn(): void {
    this.counts = this.next;
    this.next = new Map();
    const { spun, original } = this.sideCounts;
    spun.clear();
    original.clear();
    const add = (side: Map<number, number>, phrase: number, count: number) =>
      side.set(phrase, (side.get(phrase) ?? 0) + count);
    for (const [key, count] of this.counts) {
      add(spun, Math.floor(key / PHRASES), count);
      add(original, key % PHRASES, count);
    }
  }

  /** The geometric mean of how well either side tells the other. */
  private weigh(spun: Phrase, original: Phrase, guess: number, own: number): number {
    const count = Math.max(0, (this.counts.get(keyOf(spun, original)) ?? 0) - own);
    const ofSpun = Math.max(0, spun.count - own);
    const ofOriginal = Math.max(0, original.count - own);
    const forward = (count / original.share + GUESS_STRENGTH * guess) / (ofSpun + GUESS_STRENGTH);
    const backward = (count / spun.share + GUESS_STRENGTH * guess) / (ofOriginal + GUESS_STRENGTH);
    return Math.sqrt(forward * backward);
  }

  private guess(spun: Phrase, original: Phrase): number {
    const replaced = 1 - KEPT;
    if (this.offered.has(keyOf(spun, original))) return replaced * OFFERED;
    const isOne = spun.words.length === 1 && original.words.length === 1;
    return isOne && this.areAlike(spun.sum, original.sum) ? replaced * ALIKE : replaced;
  }

  private areAlike(one: number, other: number): boolean {
    const a = this.words[one] as string;
    const b = this.words[other] as string;
    const longest = Math.max(a.length, b.length);
    if (a[0] !== b[0] || Math.min(a.length, b.length) < 3 || longest > LONGEST_COMPARED) return false;
    return (
      levenshtein.get(a, b) <= MOST_EDITS * longest ||
      stemmers.PorterStemmer.stem(a) === stemmers.PorterStemmer.stem(b)
    );
  }
}

/** Key of a pair of phrases. */
export function keyOf(spun: Phrase, original: Phrase): number {
  return spun.number * PHRASES + original.number;
}

function haveSameWords(spun: Phrase, original: Phrase): boolean {
  if (spun.sum !== original.sum || spun.words.length !== original.words.length) return false;
  const others = [...original.words].sort();
  return [...spun.words].sort().every((word, i) => word === others[i]);
}
