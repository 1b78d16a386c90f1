import type { LanguageModel } from '../../language-model/language-model.js';
import { WordKind } from '../../lexicon/format.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { foldText, isUpper } from '../../text/characters.js';
import { Memory } from './memory.js';
import type { OcrWeights } from './weights.js';

/** What is known of a word as it stands. */
export interface JudgedWord {
  /** Its number for the language model. */
  readonly id: number;
  /** What is held against its being right, beyond the language model's score; nats. */
  readonly penalty: number;
  /** Whether nothing is known that speaks for it. */
  readonly odd: boolean;
}

/** Parts of words that stand together without blanks: dashes, slashes, brackets, and the punctuation before them. */
const SEPARATOR = /[-–—/()[\]{}"“”&=<>+*|]+/;
/** Marks that stand between a word and what parts it from the next. */
const MARKS = ".,;:!?'’‘";

/** Digits with what stands behind numbers without a blank: ordinals, money, measures. */
const NUMBER =
  /^\d[\d.,:¼½¾]*(?:st|nd|rd|d|th|s|l|m|p|k|am|pm|a\.m|p\.m|ft|in|yds?|lbs?|oz|cwt|km|kg|cm|mm|bn|mph|vo|mo|to|ins|yrs?|hrs?|mins?)?$/i;
/** Names that begin with M', Mc or O'. */
const GAELIC = /^(?:M['’]|Mc|Mac|O['’])\p{Lu}\p{Ll}+$/u;

const PREFIXED =
  /^(?:un|re|pre|over|under|non|inter|anti|semi|sub|super|multi|co|de|dis|mis|out|counter|micro|macro|meta|neo|post|trans|ultra|auto|bio|hyper|fore|self)(.{4,})$/;
const SUFFIXED =
  /^(.{4,}?)(?:ness|ly|like|wise|less|able|ism|ist|ists|ship|hood|ward|wards|al|ally|s|es|ed|d|ing|ings|er|ers|ive|ion|ions)$/;
/** Shorter ones are too easily another word and a misread letter. */
const SHORTEST_DERIVED = 7;
const SHORTEST_PART = 4;
/** Log-probability below which a word may be part of a compound; commoner ones are glued to others by lost blanks. */
const RARE = -7.5;

/** Longer words are seldom repeated, and as slices they would keep the whole text in memory that they were cut from. */
const LONGEST_JUDGED = 12;

/** Tells how likely words are to be right as they stand. */
export class WordJudge {
  /** By word number of the lexicon: its number for the language model. */
  readonly ids: Int32Array;
  private readonly frequencies: Float32Array;
  private readonly unoffered: Uint8Array;
  /** What was judged before: most words of a text stand in it many times. */
  private readonly judged = new Memory<readonly JudgedWord[]>();
  private readonly shouted = new Memory<readonly JudgedWord[]>();

  constructor(
    readonly lexicon: Lexicon,
    readonly model: LanguageModel,
    private readonly weights: OcrWeights,
    private readonly isKnownElsewhere: (word: string) => boolean = () => false,
  ) {
    const { words } = lexicon;
    this.ids = new Int32Array(words.length);
    this.frequencies = new Float32Array(words.length);
    this.unoffered = new Uint8Array(words.length);
    for (let i = 0; i < words.length; i++) {
      const word = words[i] as string;
      const id = model.vocabulary.id(word);
      const isLoneLetter = word.length === 1 && word !== 'a' && word !== 'i';
      this.ids[i] = id;
      this.frequencies[i] = model.bigram(0, id);
      this.unoffered[i] = isLoneLetter || (lexicon.kindOf(i + 1) & WordKind.Unoffered) !== 0 ? 1 : 0;
    }
  }

  /**
   * Judges what stands between blanks, without the punctuation about it: one word, or several in their order.
   *
   * @param shouted whether the words about it are in capitals too
   */
  judge(core: string, shouted: boolean): readonly JudgedWord[] {
    if (core.length > LONGEST_JUDGED) return this.judgeAnew(core, shouted);
    const known = shouted ? this.shouted : this.judged;
    return known.of(core, () => this.judgeAnew(core, shouted));
  }

  private judgeAnew(core: string, shouted: boolean): JudgedWord[] {
    if (this.lexicon.kind(core) === 0 && SEPARATOR.test(core)) {
      return (
        core
          .split(SEPARATOR)
          .map(withoutMarks)
          .filter((part) => part !== '')
          // A letter in brackets or behind a hyphen is an ending or a label.
          .map((part) => (part.length === 1 ? { id: 0, penalty: 0, odd: false } : this.word(part, shouted)))
      );
    }
    return [this.word(core, shouted)];
  }

  /** Judges one word. */
  word(word: string, shouted: boolean): JudgedWord {
    const { weights, model, lexicon } = this;
    const first = word.charCodeAt(0);
    if (NUMBER.test(word)) return { id: model.numberWord, penalty: 0, odd: false };
    const capital = isUpper(first);
    if (word.length === 1) {
      if (word === 'a' || word === 'A' || word === 'I') {
        return { id: model.vocabulary.id(word), penalty: 0, odd: false };
      }
      return { id: 0, penalty: capital ? 0 : weights.singleLetter, odd: !capital };
    }
    if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) {
      return { id: model.vocabulary.id(`${word}.`), penalty: 0, odd: false };
    }
    const number = lexicon.vocabulary.id(word);
    if (number !== 0) {
      const id = this.ids[number - 1] as number;
      const name = !capital && lexicon.kindOf(number) === WordKind.Name;
      const noisy = (lexicon.kindOf(number) & WordKind.Common) !== 0 && hasNoisyCase(word);
      const penalty =
        (name ? weights.lowerName : 0) +
        (id === 0 ? weights.unmodelledKept : 0) +
        (noisy ? weights.noisyCase : 0);
      return { id, penalty, odd: name || noisy };
    }
    if (GAELIC.test(word)) return { id: 0, penalty: 0, odd: false };
    // In capitals among words that are not: an acronym.
    if (!shouted && /^\p{Lu}{2,5}$/u.test(word)) return { id: 0, penalty: 0, odd: false };
    return this.unknown(word, capital);
  }

  /** What is held against putting a word of the lexicon in place of another; nats. */
  against(number: number, capital: boolean): number {
    const { weights } = this;
    const kind = this.lexicon.kindOf(number);
    let penalty = this.ids[number - 1] === 0 ? weights.unmodelled : 0;
    if (kind === WordKind.Name && !capital) penalty += weights.lowerName;
    if (kind === WordKind.Seen) penalty += weights.onlySeen;
    return penalty;
  }

  /** Log-probability of a word of the lexicon without its context. */
  frequency(number: number): number {
    return this.frequencies[number - 1] as number;
  }

  /** Whether a word of the lexicon is put in no other's place: letters that are no words, words of other languages. */
  isUnoffered(number: number): boolean {
    return this.unoffered[number - 1] === 1;
  }

  private unknown(word: string, capital: boolean): JudgedWord {
    const { weights, lexicon } = this;
    const folded = foldText(word);
    const allowed = capital && !hasInnerCapital(word) ? weights.unknownCapital : weights.unknownLower;
    const penalty = Math.max(0, -lexicon.spelling.score(folded) - allowed);
    if (this.isKnownElsewhere(word))
      return { id: 0, penalty: Math.min(penalty, weights.derived), odd: false };
    const least = (bound: number, odd: boolean) => ({ id: 0, penalty: Math.min(penalty, bound), odd });
    if (isCode(word)) return least(weights.code, penalty > weights.code - 1);
    if (this.isDerived(folded, capital)) return least(weights.derived, folded.length < SHORTEST_DERIVED);
    if (this.isCompound(folded)) return least(weights.compound, true);
    return { id: 0, penalty, odd: true };
  }

  /** Whether the language makes the word of a known one; of names only others, as "Hamiltons". */
  private isDerived(word: string, capital: boolean): boolean {
    const isBase = (part: string) => (capital ? this.lexicon.kind(part) !== 0 : this.isCommon(part));
    const prefixed = PREFIXED.exec(word)?.[1];
    if (prefixed !== undefined && isBase(prefixed)) return true;
    const base = SUFFIXED.exec(word)?.[1];
    return base !== undefined && (isBase(base) || isBase(`${base}e`));
  }

  /** Whether two words that are not too common make up the word. */
  private isCompound(word: string): boolean {
    for (let at = SHORTEST_PART; at + SHORTEST_PART <= word.length; at++) {
      if (this.isPart(word.slice(0, at)) && this.isPart(word.slice(at))) return true;
    }
    return false;
  }

  private isCommon(word: string): boolean {
    return (this.lexicon.kind(word) & WordKind.Common) !== 0;
  }

  private isPart(word: string): boolean {
    if (!this.isCommon(word)) return false;
    const number = this.lexicon.vocabulary.id(word);
    const id = this.ids[number - 1] as number;
    return id === 0 || this.frequency(number) < RARE;
  }
}

/** Whether a word is written as names of variables, files and models are. */
function isCode(word: string): boolean {
  return /[_@#]|\d$|\p{Ll}\p{Lu}\p{Ll}*\p{Lu}|^\p{Lu}{2,}\p{Ll}{2}/u.test(word);
}

/** A part of a chunk without the marks at its ends. */
function withoutMarks(part: string): string {
  let start = 0;
  let end = part.length;
  while (start < end && MARKS.includes(part.charAt(start))) start++;
  while (end > start && MARKS.includes(part.charAt(end - 1))) end--;
  return part.slice(start, end);
}

/** Whether a capital stands behind a small letter. */
function hasInnerCapital(word: string): boolean {
  const small = word.search(/\p{Ll}/u);
  return small !== -1 && /\p{Lu}/u.test(word.slice(small));
}

/** Whether the letters of a word are small and large ones as no word is written: "recoVer", "ThE", but not "iPhone", "MPs" or "MacDonald". */
function hasNoisyCase(word: string): boolean {
  return (
    /^\p{Lu}?\p{Ll}+\p{Lu}|^\p{Lu}{2,}\p{Ll}{2}/u.test(word) &&
    !/^(?:Mac|Mc|Fitz|De|La|Le|Van|Di|[iex])\p{Lu}/u.test(word)
  );
}

/** Whether a character parts words that stand together without blanks. */
export function isSeparator(character: string): boolean {
  return SEPARATOR.test(character);
}
