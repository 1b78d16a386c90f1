import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isLetter, isUpper } from '../../../text/characters.js';
import type { Channel } from '../channel/confusions.js';
import type { Change } from './document-confusions.js';

/** What a document's own words count next to those of the language model: an author uses a word again. */
const CACHE = 0.05;
/** Most that a word's standing elsewhere in the document says for it, nats. */
const MOST_CACHE = 3;
/** Shorter words are a cheap confusion away from too many others; characters. */
const SHORTEST_WORD = 4;

/** A change that is so sure speaks, by so many nats, for the same change wherever the same was read. */
const SURE_CHANGE = 0.66;
const SAME_CHANGE = 2;

/** An unknown word with a capital that stands so often is a name; so many names are looked for. */
const LEAST_NAME = 2;
const MOST_NAMES = 500;
const NAME = /^\p{Lu}\p{Ll}{4,}$/u;
/** So many times rarer than the name a form is that may be the name, misread. */
const RARER = 3;
/** Most that the one confusion may cost that makes the name of the form, and what the name's standing there says for it; nats. */
const MOST_NAME_COST = 7;
const NAME_SUPPORT = 6;

/** A name of the document and what reading it so costs, nats. */
interface NameReading {
  readonly name: string;
  readonly cost: number;
}

/** The words of one document: what stands there elsewhere is likelier meant than what does not. */
export class DocumentWords {
  private total = 0;
  /** How often each word stands as it is left, and how often the first decoding was sure of each change. */
  private readonly left = new Map<string, number>();
  private readonly changed = new Map<string, number>();
  private readonly names: readonly string[];
  private readonly found = new Map<string, NameReading[]>();

  /**
   * @param words those that the first decoding leaves as they are, without the marks about them
   * @param changes what it changes
   */
  constructor(
    words: Iterable<string>,
    changes: readonly Change[],
    private readonly lexicon: Lexicon,
    private readonly channel: Channel,
  ) {
    for (const word of words) {
      this.total++;
      add(this.left, word);
    }
    for (const { seen, text, confidence } of changes) {
      if (confidence >= SURE_CHANGE) add(this.changed, `${seen}\t${text}`);
    }
    this.names = [...this.left]
      .filter(([word, count]) => count >= LEAST_NAME && NAME.test(word) && lexicon.kind(word) === 0)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_NAMES)
      .map(([word]) => word);
  }

  /**
   * What the document says for a reading, nats: 0 or more.
   *
   * @param frequency log-probability of the reading as the language model has it, for one word
   */
  support(seen: string, text: string, frequency: number | undefined): number {
    if (this.namesLike(seen).some(({ name }) => name === text)) return NAME_SUPPORT;
    const kept = this.left.get(seen) ?? 0;
    // What is left more often than it is changed was mostly meant, and a letter by itself may be a variable.
    const isSeries = seen.length > 1 && (this.changed.get(`${seen}\t${text}`) ?? 0) > kept;
    const again = isSeries ? SAME_CHANGE : 0;
    const count = this.left.get(text) ?? 0;
    if (frequency === undefined || text.length < SHORTEST_WORD || count <= kept || !beginAlike(seen, text))
      return again;
    return again + Math.min(MOST_CACHE, Math.log1p((CACHE * count) / (this.total * Math.exp(frequency))));
  }

  /** The names that the lexicon lacks, stand in the document, and are one cheap confusion away from a rare unknown word. */
  namesLike(seen: string): readonly NameReading[] {
    if (this.names.length === 0) return [];
    let readings = this.found.get(seen);
    if (readings === undefined) {
      readings = this.lexicon.kind(seen) === 0 ? this.findNames(seen) : [];
      this.found.set(seen, readings);
    }
    return readings;
  }

  private findNames(seen: string): NameReading[] {
    const readings: NameReading[] = [];
    const count = this.left.get(seen) ?? 0;
    for (const name of this.names) {
      if (name === seen || (this.left.get(name) as number) < RARER * count) continue;
      const cost = this.costOf(seen, name);
      if (cost <= MOST_NAME_COST) readings.push({ name, cost });
    }
    return readings;
  }

  /** Cost of the one confusion of the table that parts two words; infinite where there is none. */
  private costOf(seen: string, name: string): number {
    const shorter = Math.min(seen.length, name.length);
    let head = 0;
    while (head < shorter && seen.charCodeAt(head) === name.charCodeAt(head)) head++;
    let tail = 0;
    while (tail < shorter - head && seen.at(-1 - tail) === name.at(-1 - tail)) tail++;
    const truth = name.slice(head, name.length - tail);
    return this.channel.cost(truth, seen.slice(head, seen.length - tail), Number.POSITIVE_INFINITY);
  }
}

/** Whether two words begin with a capital, or neither does; what was read for the first letter may be no letter. */
function beginAlike(seen: string, text: string): boolean {
  const first = seen.charCodeAt(0);
  return !isLetter(first) || isUpper(first) === isUpper(text.charCodeAt(0));
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
