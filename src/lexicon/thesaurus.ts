import { foldText } from '../text/characters.js';
import { readContainer } from '../text/container.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { classOf, Inflection, inflect, Lemmas, LONGEST_WORD, type Reading, WordClass } from './lemmas.js';

/*
 * The compiled thesaurus: a container (see text/container.ts) of seven sections. Words are lemmas in small letters, numbered
 * from 1; all may have neighbours.
 *
 *   0  u8   letters of the words, one after the other
 *   1  u8   length of each word
 *   2  u8   of each word: bits of WordClass, its parts of speech, and of WordFlag
 *   3  u32  first neighbour of each word, by number; one more than there are words
 *   4  u16  neighbours: number of the word, less one
 *   5  u8   neighbours: score in steps of -SCORE_STEP nats
 *   6  f32  log shares, in the order of SHARES
 */

export const THESAURUS_MAGIC = 'EMENDTHE';
export const THESAURUS_VERSION = 1;

/** Nats between two scores that the file can tell apart. */
export const SCORE_STEP = 1 / 24;

/** What is said of a word besides its parts of speech. */
export const WordFlag = {
  /** A noun that is hardly ever written in the plural: "legislation". */
  Mass: 128,
} as const;

/**
 * How often each of two readings is right where a word leaves it open: past or participle for "obtained"; singular or plural for
 * "legislation"; a word of its own or a form of another for "meeting".
 */
export const SHARES = ['past', 'participle', 'singular', 'plural', 'own', 'form'] as const;

/** Log shares by name. */
export type Shares = Readonly<Record<(typeof SHARES)[number], number>>;

/** A word that another may have been put for. */
export interface Neighbour {
  /** In small letters, inflected as the word is. */
  readonly word: string;
  /** log P(this was the original | the word was put for some single word), in nats, below 0. */
  readonly score: number;
}

/** A compiled thesaurus, opened. Immutable. */
export class Thesaurus {
  private readonly vocabulary: Vocabulary;
  private readonly lemmas = new Lemmas();
  private readonly flags: Uint8Array;
  private readonly first: Uint32Array;
  private readonly targets: Uint16Array;
  private readonly scores: Uint8Array;
  private readonly shares: Shares;

  /** @throws Error when the bytes are no thesaurus, of another version, or damaged */
  constructor(bytes: Uint8Array) {
    const sections = readContainer(THESAURUS_MAGIC, THESAURUS_VERSION, bytes);
    const [letters, lengths, flags, first, targets, scores, shares] = sections;
    const offsets = new Uint32Array((lengths as Uint8Array).length + 1);
    lengths?.forEach((length, i) => {
      offsets[i + 1] = (offsets[i] as number) + length;
    });
    this.vocabulary = indexVocabulary(Uint16Array.from(letters as Uint8Array), offsets);
    this.flags = flags as Uint8Array;
    this.first = first as Uint32Array;
    this.targets = targets as Uint16Array;
    this.scores = scores as Uint8Array;
    this.shares = Object.fromEntries(SHARES.map((name, i) => [name, shares?.[i] as number])) as Shares;
  }

  /** Number of lemmas that have neighbours. */
  get size(): number {
    return this.first.length - 1;
  }

  /**
   * The words that a word may stand for, likeliest first, in its inflection: "permitted" has "allowed". A word that is several
   * forms ("permits") has the neighbours of all. None for an unknown word.
   */
  neighbours(word: string): Neighbour[] {
    if (word.length > LONGEST_WORD) return [];
    const folded = foldText(word);
    const found = new Map<string, number>();
    const readings = this.readingsOf(folded);
    const hasForms = readings.some(({ inflection }) => inflection !== Inflection.Base);
    const isOwn = readings.some(({ inflection }) => inflection === Inflection.Base);
    for (const reading of readings) {
      const prior =
        !isOwn || !hasForms ? 0 : this.shares[reading.inflection === Inflection.Base ? 'own' : 'form'];
      this.collect(reading, prior, isBothPasts(reading, readings), found);
    }
    found.delete(folded);
    return [...found]
      .map(([neighbour, score]) => ({ word: neighbour, score }))
      .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
  }

  private readingsOf(word: string): Reading[] {
    const readings = this.lemmas.readingsOf(word, (lemma) => this.isKey(lemma));
    return this.isKey(word) ? [{ lemma: word, inflection: Inflection.Base }, ...readings] : readings;
  }

  private isKey(word: string): boolean {
    const id = this.vocabulary.id(word);
    return id > 0 && id <= this.size;
  }

  /**
   * @param prior log P(this reading)
   * @param open whether the word can be both past and participle
   */
  private collect(
    { lemma, inflection }: Reading,
    prior: number,
    open: boolean,
    found: Map<string, number>,
  ): void {
    const id = this.vocabulary.id(lemma);
    const ownClasses = this.flags[id - 1] as number;
    const wanted = classOf(inflection);
    const from = this.first[id - 1] as number;
    const to = this.first[id] as number;
    // What is said of the lemma, of which an inflection keeps one part of speech, is shared among those that are left.
    let all = 0;
    let fitting = 0;
    for (let i = from; i < to; i++) {
      const p = Math.exp(-SCORE_STEP * (this.scores[i] as number));
      all += p;
      if (wanted === 0 || (this.classesOf(i) & ownClasses & wanted) !== 0) fitting += p;
    }
    const gain = prior + (fitting === 0 ? 0 : Math.log(all / fitting));
    const isMass = this.isMass(id);
    const { past, participle, singular, plural } = this.shares;
    for (let i = from; i < to; i++) {
      const classes = this.classesOf(i) & ownClasses;
      if (wanted !== 0 && (classes & wanted) === 0) continue;
      const target = (this.targets[i] as number) + 1;
      const base = this.vocabulary.word(target);
      const score = Math.min(0, gain - SCORE_STEP * (this.scores[i] as number));
      if (inflection === Inflection.Plural && this.isMass(target)) {
        keepBest(found, base, score);
        continue;
      }
      const form = inflect(base, inflection);
      if (form === undefined) continue;
      if (open && inflect(base, Inflection.Past) !== inflect(base, Inflection.PastParticiple)) {
        keepBest(found, form, score + (inflection === Inflection.Past ? past : participle));
      } else if (inflection === Inflection.Base && isMass && (classes & WordClass.Noun) !== 0) {
        keepBest(found, form, score + singular);
        const many = this.isMass(target) ? undefined : inflect(base, Inflection.Plural);
        if (many !== undefined) keepBest(found, many, score + plural);
      } else keepBest(found, form, score);
    }
  }

  /** Parts of speech of a neighbour, and its flags. */
  private classesOf(neighbour: number): number {
    return this.flags[this.targets[neighbour] as number] as number;
  }

  private isMass(id: number): boolean {
    return ((this.flags[id - 1] as number) & WordFlag.Mass) !== 0;
  }
}

/** Whether a reading is one of past and participle, and the other is a reading of the word, too. */
function isBothPasts({ lemma, inflection }: Reading, readings: readonly Reading[]): boolean {
  const { Past, PastParticiple } = Inflection;
  if (inflection !== Past && inflection !== PastParticiple) return false;
  const other = inflection === Past ? PastParticiple : Past;
  return readings.some((reading) => reading.lemma === lemma && reading.inflection === other);
}

function keepBest(found: Map<string, number>, word: string, score: number): void {
  if (score > (found.get(word) ?? Number.NEGATIVE_INFINITY)) found.set(word, score);
}
