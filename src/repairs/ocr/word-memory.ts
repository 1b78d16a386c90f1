import type { WordJudge } from './word-judge.js';
import type { WordSearch } from './word-search.js';

/** Searches remembered; then all are forgotten at once. */
const MOST = 20_000;
/** Words kept for one place where they end. */
const KEPT = 8;
/** What a nat of a word's own frequency counts next to its cost. */
const FREQUENCY = 0.7;

/** Words that a stretch may be a misreading of, best first, in parallel arrays. */
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
  /** Most that a reading may cost, nats. */
  readonly most: number;
}

/** Finds words and remembers what was found: most words of a text stand in it many times. */
export class WordMemory {
  private readonly found = new Map<string, FoundWords>();

  constructor(
    private readonly search: WordSearch,
    private readonly judge: WordJudge,
    /** What a nat of the channel counts. */
    private readonly channel: number,
  ) {}

  /**
   * The words that `text` may be a misreading of from `from` on.
   *
   * @param mayEnd as for {@link WordSearch.run}
   */
  find(text: string, from: number, to: number, mayEnd: Uint8Array, query: WordQuery): FoundWords {
    const most = Math.ceil(query.most);
    const ends = String.fromCharCode(...mayEnd.subarray(0, to - from + 1));
    const key = `${query.capitals ? 'A' : query.capital ? 'b' : 'a'}${most} ${ends}${text.slice(from, to)}`;
    let found = this.found.get(key);
    if (found === undefined) {
      this.search.run(text, from, to, mayEnd, { capitals: query.capitals, most });
      found = this.ranked(query.capital);
      if (this.found.size >= MOST) this.found.clear();
      this.found.set(key, found);
    }
    return found;
  }

  /** The best of the words that the search has found. */
  private ranked(capital: boolean): FoundWords {
    const { search, judge } = this;
    const list: { word: number; end: number; cost: number; rank: number }[] = [];
    for (let r = 0; r < search.count; r++) {
      const word = search.word[r] as number;
      if (judge.isLoneLetter(word)) continue;
      const cost = (search.cost[r] as number) * this.channel + judge.against(word, capital);
      list.push({ word, end: search.end[r] as number, cost, rank: cost - FREQUENCY * judge.frequency(word) });
    }
    list.sort((a, b) => a.rank - b.rank);
    const room = new Map<number, number>();
    const kept = list.filter(({ end }) => {
      const taken = room.get(end) ?? 0;
      room.set(end, taken + 1);
      return taken < KEPT;
    });
    return {
      word: Int32Array.from(kept, ({ word }) => word),
      end: Int32Array.from(kept, ({ end }) => end),
      cost: Float64Array.from(kept, ({ cost }) => cost),
      rank: Float64Array.from(kept, ({ rank }) => rank),
    };
  }
}
