import { NO_WORD } from '../../../decoder/lattice.js';
import { isDigit, isLetter, isUpper } from '../../../text/characters.js';
import type { Channel } from '../channel/confusions.js';
import { ChunkMark, type ChunkReading, coreOf } from '../chunk-reading.js';
import type { Chunks } from '../chunks.js';
import { isInCapitals } from '../surface.js';
import type { OcrWeights } from '../weights.js';
import { isSeparator, type WordJudge } from '../word-judge.js';
import { type FoundWords, FREQUENCY, type WordMemory } from './word-memory.js';
import { LONGEST_SEEN, WordEnd } from './word-search.js';

/** Words that are followed to one place inside a window. */
const FOLLOWED = 3;
/** Beginnings of a window that are kept at one place. */
const PARTIAL = 5;
/** By how much the penalty of a word may be exceeded in the search for others. */
export const SLACK = 9;
/**
 * What is by so much worse than the best reading of the chunk, with the rarity of its words, is not sought behind a word that was cut
 * off, nor on the other side of a blank; nats.
 */
const TOO_RARE = 2;
/** What it costs to lose or mistake a blank or a mark between words where the table says nothing. */
export const SEPARATION = 7;
/** What it costs to lose another blank in the same chunk. */
const NEXT_BLANK = 1.5;

/** Where a word of a window begins. */
interface Beginning {
  /** The word before it, and what stands between them. */
  readonly before: WordRead | undefined;
  readonly mark: string;
  /** Words before it. */
  readonly words: number;
  /** Whether a blank was lost already. */
  readonly parted: boolean;
  readonly cost: number;
  /** Cost and rarity of the words. */
  readonly rank: number;
}

/** A word of a window, and those before it. */
export interface WordRead {
  readonly begun: Beginning;
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly rank: number;
}

/** A reading that reaches the end of chunk `to`. */
export interface Whole {
  readonly last: WordRead;
  readonly to: number;
}

/** Chunks that are read from one place on. */
interface Window {
  readonly chunks: Chunks;
  /** First of them. */
  readonly i: number;
  readonly start: number;
  /** Most that a reading may cost, nats. */
  readonly most: number;
  /** By place from the start: the beginnings there. */
  readonly places: (Beginning[] | undefined)[];
  readonly wholes: Whole[];
  /** Rank of the best reading of the first chunk. */
  best: number;
}

const NOTHING_READ: Beginning = { before: undefined, mark: '', words: 0, parted: false, cost: 0, rank: 0 };

/**
 * Finds what chunks that stand side by side may be read as: words in a row, each of which begins where one before it ends. Where a word
 * may go on beyond a blank it is sought a second time, as hardly any does.
 */
export class WindowSearch {
  private readonly mayEnd = new Uint8Array(LONGEST_SEEN + 1);
  /** By length: words of it that were followed. */
  private readonly room = new Uint8Array(LONGEST_SEEN + 1);
  /** What it costs to lose the first blank of a chunk, nats. */
  private readonly lostBlank: number;

  constructor(
    private readonly channel: Channel,
    private readonly judge: WordJudge,
    private readonly words: WordMemory,
    private readonly weights: OcrWeights,
  ) {
    this.lostBlank = channel.cost(' ', '', SEPARATION);
  }

  /**
   * The readings that begin at an offset and reach the end of a chunk.
   *
   * @param i first chunk, in which `start` lies, and `last` the last one
   * @param most that a reading may cost, nats
   */
  run(reading: ChunkReading, i: number, last: number, start: number, most: number): Whole[] {
    const { chunks, marks } = reading;
    const { flat } = chunks;
    const capitals = isInCapitals(flat.slice(...coreOf(chunks, i)));
    const stop = Math.min(chunks.end[last] as number, start + LONGEST_SEEN);
    const places: (Beginning[] | undefined)[] = [[NOTHING_READ]];
    const window: Window = { chunks, i, start, most, places, wholes: [], best: Number.POSITIVE_INFINITY };
    let chunk = i;
    for (let at = start; at < stop; at++) {
      if (at > (chunks.end[chunk] as number)) chunk++;
      const here = places[at - start];
      if (here === undefined) continue;
      const least = leastOf(here, ({ cost }) => cost);
      const leastRank = leastOf(here, ({ rank }) => rank);
      if (least > most) continue;
      // What is worse already than a whole reading gets no better by another word.
      if (at > start && leastRank > window.best) continue;
      const query = {
        capitals,
        capital: isUpper(flat.charCodeAt(at)),
        parting: here.some(({ parted }) => parted) ? NEXT_BLANK : this.lostBlank,
        most: most - least,
      };
      const until = Math.min(stop, chunks.end[chunk] as number);
      const mostRank = at === start ? undefined : window.best + TOO_RARE - leastRank;
      this.markEnds(reading, i, chunk, chunk, at, until);
      this.take(window, at, here, this.words.find(flat, at, until, this.mayEnd, { ...query, mostRank }));
      // What stands on the other side of a blank is read with the chunk as one word; where a word was cut off before, only what is odd.
      if (chunk === last || until === stop) continue;
      const isNextOdd = ((marks[chunk + 1] as number) & ChunkMark.Odd) !== 0;
      if (at > start && !isNextOdd) continue;
      this.markEnds(reading, i, chunk + 1, last, at, stop);
      let mostLonger = window.best + TOO_RARE - leastRank;
      for (let k = chunk + 1; k <= last; k++) mostLonger += this.rankAsIs(reading, k);
      this.take(
        window,
        at,
        here,
        this.words.find(flat, at, stop, this.mayEnd, { ...query, mostRank: mostLonger }),
      );
    }
    return window.wholes;
  }

  /** Takes words that were found from a place on into the readings that come so far. */
  private take(window: Window, at: number, here: readonly Beginning[], found: FoundWords): void {
    const { chunks, i, start, most, places, wholes } = window;
    const { room } = this;
    room.fill(0);
    for (let r = 0; r < found.word.length; r++) {
      const length = found.end[r] as number;
      if (at !== start) {
        if (room[length] === FOLLOWED) continue;
        room[length] = (room[length] as number) + 1;
      }
      const end = at + length;
      let to = i;
      while ((chunks.end[to] as number) < end) to++;
      const isWhole = end >= (chunks.wordEnd[to] as number);
      for (const begun of here) {
        const cost = begun.cost + (found.cost[r] as number);
        if (cost > most + SLACK / 2) continue;
        const rank = begun.rank + (found.rank[r] as number);
        const read: WordRead = { begun, word: found.word[r] as number, start: at, end, cost, rank };
        if (isWhole) {
          wholes.push({ last: read, to });
          if (to === i) window.best = Math.min(window.best, rank);
        } else if (begun.words + 1 < this.weights.words) this.goOn(chunks.flat, read, start, places);
      }
    }
  }

  /** What a chunk costs as it stands, in whole nats: what is held against its words, and their rarity. */
  rankAsIs({ penalty, tokenWords, firstPlace, lastPlace }: ChunkReading, k: number): number {
    let rank = penalty[k] as number;
    for (let place = firstPlace[k] as number; place < (lastPlace[k] as number); place++) {
      const word = tokenWords[place] as number;
      if (word !== NO_WORD) rank -= FREQUENCY * this.judge.model.bigram(0, word);
    }
    return Math.ceil(rank);
  }

  /** Marks where words that begin at a place may end: at the ends of chunks, and inside odd ones. */
  private markEnds(
    { chunks, marks }: ChunkReading,
    i: number,
    first: number,
    last: number,
    at: number,
    stop: number,
  ): void {
    const { mayEnd } = this;
    mayEnd.fill(0, 0, stop - at + 1);
    for (let k = first; k <= last; k++) {
      const [start, end] = coreOf(chunks, k);
      const isOpen = k > i || ((marks[k] as number) & ChunkMark.Odd) !== 0;
      const until = Math.min(chunks.end[k] as number, stop);
      for (let place = Math.max(start, at) + 1; place <= until; place++) {
        if (place >= end) mayEnd[place - at] = WordEnd.Whole;
        else if (isOpen) mayEnd[place - at] = endBefore(chunks.flat.charCodeAt(place));
      }
    }
  }

  /** Where the word behind a word inside a chunk may begin, and what parts them. */
  private goOn(flat: string, before: WordRead, start: number, places: (Beginning[] | undefined)[]): void {
    const { channel } = this;
    const mark = flat.charAt(before.end);
    const code = flat.charCodeAt(before.end);
    const offer = (skipped: number, mark: string, cost: number) => {
      const place = before.end + skipped - start;
      const list = places[place] ?? [];
      places[place] = list;
      this.offer(before, mark, cost, list);
    };
    if (isLetter(code)) {
      // Where one blank is lost in a chunk, others are.
      offer(0, ' ', before.begun.parted ? NEXT_BLANK : this.lostBlank);
    } else if (code !== 0x20 && !isDigit(code)) {
      if (isSeparator(mark)) offer(1, mark, 0);
      else offer(1, '-', channel.cost('-', mark, SEPARATION));
      offer(1, ' ', channel.cost(' ', mark, SEPARATION));
      if (/[,.;:]/.test(mark)) offer(1, `${mark} `, channel.cost(`${mark} `, mark, SEPARATION - 2));
    }
  }

  /** Adds a beginning to those of its place, the best of which are kept. */
  private offer(before: WordRead, mark: string, cost: number, list: Beginning[]): void {
    const { begun } = before;
    const extra = cost * this.weights.channel;
    const rank = before.rank + extra;
    let at = list.length;
    while (at > 0 && (list[at - 1] as Beginning).rank > rank) at--;
    if (at === PARTIAL) return;
    const parted = begun.parted || mark === ' ';
    list.splice(at, 0, { before, mark, words: begun.words + 1, parted, cost: before.cost + extra, rank });
    if (list.length > PARTIAL) list.length = PARTIAL;
  }
}

/** The words of a reading in their order. */
export function wordsOf(last: WordRead): WordRead[] {
  const words: WordRead[] = [];
  for (let word: WordRead | undefined = last; word !== undefined; word = word.begun.before) words.push(word);
  return words.reverse();
}

function leastOf(beginnings: readonly Beginning[], value: (beginning: Beginning) => number): number {
  return beginnings.reduce((least, each) => Math.min(least, value(each)), Number.POSITIVE_INFINITY);
}

/** Whether a word may end inside a chunk before a character: before a letter only where a blank was lost. */
function endBefore(code: number): number {
  if (isLetter(code)) return WordEnd.Inside;
  return isDigit(code) ? WordEnd.No : WordEnd.Mark;
}
