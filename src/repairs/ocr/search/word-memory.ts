import type { Channel } from '../channel/confusions.js';
import { Memory } from '../memory.js';
import type { WordJudge } from '../word-judge.js';
import { LONGEST_SEEN, WordSearch } from './word-search.js';

/** Words kept for one place where they end. */
const KEPT = 8;
/** What a nat of a word's own frequency counts next to its cost. */
export const FREQUENCY = 0.7;

/** Words that a stretch may be a misreading of, in parallel arrays; those that end at one place, best first. */
export interface FoundWords {
  readonly word: Int32Array;
  /** Places where the words end, from the search's start. */
  readonly end: Int32Array;
  /** What the channel says and what is held against the words, nats. */
  readonly cost: Float64Array;
  /** The cost and the words' rarity. */
  readonly rank: Float64Array;
}

/** What a search is asked for. */
export interface WordQuery {
  /** Whether the word is set in capitals, or begins with one. */
  readonly capitals: boolean;
  readonly capital: boolean;
  /** Most that a reading may cost, and least that going on with another word inside costs, nats. */
  readonly most: number;
  readonly parting: number;
  /** Most that a reading and the rarity of its words may come to, nats; any without it. */
  readonly mostRank?: number | undefined;
}

/** Finds words and remembers what was found: most words of a text stand in it many times. */
export class WordMemory {
  private readonly words: WordSearch;
  private readonly found = new Memory<FoundWords>();
  /** By place, the best words that end there. */
  private readonly sizes = new Uint8Array(LONGEST_SEEN + 1);
  private readonly best = new Int32Array((LONGEST_SEEN + 1) * KEPT);
  private readonly costs = new Float64Array((LONGEST_SEEN + 1) * KEPT);
  private readonly ranks = new Float64Array((LONGEST_SEEN + 1) * KEPT);

  /** @param weight what a nat of the channel counts */
  constructor(
    private readonly judge: WordJudge,
    channel: Channel,
    private readonly weight: number,
  ) {
    const { trie, words } = judge.lexicon;
    const rarities = new Float32Array(words.length);
    for (let i = 0; i < words.length; i++) {
      const rarity = (-FREQUENCY * judge.frequency(i + 1)) / weight;
      rarities[i] = judge.isUnoffered(i + 1) ? Number.POSITIVE_INFINITY : rarity;
    }
    this.words = new WordSearch(trie, channel, rarities);
  }

  /**
   * The words that `text` may be a misreading of from `from` on.
   *
   * @param mayEnd as for {@link WordSearch.run}
   */
  find(text: string, from: number, to: number, mayEnd: Uint8Array, query: WordQuery): FoundWords {
    // What is sought within a rank is seldom sought twice.
    if (query.mostRank !== undefined) return this.search(text, from, to, mayEnd, query);
    const most = Math.ceil(query.most);
    const ends = String.fromCharCode(...mayEnd.subarray(0, to - from + 1));
    const { capitals, capital, parting } = query;
    const key = `${capitals ? 'A' : capital ? 'b' : 'a'}${most} ${parting} ${ends}${text.slice(from, to)}`;
    return this.found.of(key, () => this.search(text, from, to, mayEnd, { ...query, most }));
  }

  private search(text: string, from: number, to: number, mayEnd: Uint8Array, query: WordQuery): FoundWords {
    const { capital, mostRank = Number.POSITIVE_INFINITY } = query;
    this.words.run(text, from, to, mayEnd, { ...query, mostRank: mostRank / this.weight });
    return this.ranked(capital);
  }

  /** The best of the words that the search has found, by the places where they end. */
  private ranked(capital: boolean): FoundWords {
    const { words: search, judge, sizes, best, costs, ranks } = this;
    sizes.fill(0);
    let count = 0;
    for (let r = 0; r < search.count; r++) {
      const word = search.word[r] as number;
      const end = search.end[r] as number;
      const cost = (search.cost[r] as number) * this.weight + judge.against(word, capital);
      const rank = cost - FREQUENCY * judge.frequency(word);
      const row = end * KEPT;
      const size = sizes[end] as number;
      let at = row + size;
      while (at > row && (ranks[at - 1] as number) > rank) at--;
      if (at === row + KEPT) continue;
      const last = Math.min(row + size, row + KEPT - 1);
      best.copyWithin(at + 1, at, last);
      costs.copyWithin(at + 1, at, last);
      ranks.copyWithin(at + 1, at, last);
      best[at] = word;
      costs[at] = cost;
      ranks[at] = rank;
      if (size === KEPT) continue;
      sizes[end] = size + 1;
      count++;
    }
    const found: FoundWords = {
      word: new Int32Array(count),
      end: new Int32Array(count),
      cost: new Float64Array(count),
      rank: new Float64Array(count),
    };
    let next = 0;
    for (let end = 0; end <= LONGEST_SEEN; end++) {
      const row = end * KEPT;
      for (let at = row; at < row + (sizes[end] as number); at++, next++) {
        found.word[next] = best[at] as number;
        found.end[next] = end;
        found.cost[next] = costs[at] as number;
        found.rank[next] = ranks[at] as number;
      }
    }
    return found;
  }
}
