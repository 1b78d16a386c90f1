import { NO_WORD } from '../../../decoder/lattice.js';
import { WordKind } from '../../../lexicon/format.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isDigit, isLetter, isUpper } from '../../../text/characters.js';
import type { Channel } from '../channel/confusions.js';
import { ChunkMark, type ChunkReading, coreOf } from '../chunk-reading.js';
import type { Chunks } from '../chunks.js';
import { isInCapitals, writeWord } from '../surface.js';
import type { OcrWeights } from '../weights.js';
import { isSeparator, type WordJudge } from '../word-judge.js';
import type { Proposal } from './proposal.js';
import { WindowMemory } from './window-memory.js';
import { type FoundWords, FREQUENCY, type WordMemory } from './word-memory.js';
import { LONGEST_SEEN, WordEnd } from './word-search.js';

/** Words that are followed to one place inside a window. */
const FOLLOWED = 3;
/** Beginnings of a window that are kept at one place. */
const PARTIAL = 5;
/** Readings that reach the end of the same chunk and become candidates: where the first chunk is odd, and elsewhere. */
const PROPOSED = 10;
const PROPOSED_KNOWN = 5;
/** By how much the penalty of a word may be exceeded in the search for others. */
const SLACK = 9;
/** Most that it may cost to take a capitalised word inside a sentence for one that is no name, nats. */
const MOST_FOR_NAME = 9;
/** Chunks of a window at most. */
const MOST_CHUNKS = 3;
/** A beginning that is so much worse than a whole reading of the chunk is not gone on with, nats. */
const TOO_DEAR = 3;
/** What is by so much worse, with the rarity of its words, is not sought behind a word that was cut off, or on the other side of a blank; nats. */
const TOO_RARE = 3;
/** What it costs to lose or mistake a blank or a mark between words where the table says nothing. */
const SEPARATION = 7;
/** Log-probability below which a word may be a fragment of another, nats. */
const FRAGMENT = -10.5;
/** Share of technical chunks from which on rare words are terms and no fragments. */
const TECHNICAL = 0.02;
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
interface WordRead {
  readonly begun: Beginning;
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  readonly rank: number;
}

/** A reading that reaches the end of chunk `to`. */
interface Whole {
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
 * Reads windows of a text as words of the lexicon: a chunk, or several where blanks were put into words, parted where blanks were lost.
 */
export class WindowReader {
  private readonly mayEnd = new Uint8Array(LONGEST_SEEN + 1);
  /** By length: words of it that were followed. */
  private readonly room = new Uint8Array(LONGEST_SEEN + 1);
  private readonly windows = new WindowMemory();
  /** What it costs to lose the first blank of a chunk, nats. */
  private readonly lostBlank: number;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly channel: Channel,
    private readonly judge: WordJudge,
    private readonly memory: WordMemory,
    private readonly weights: OcrWeights,
  ) {
    this.lostBlank = channel.cost(' ', '', SEPARATION);
  }

  /** The readings of windows that begin with chunk `i`, where it or its neighbour is odd; but the one that stands there. */
  read(reading: ChunkReading, i: number): Proposal[] {
    const { chunks, marks, penalty } = reading;
    const [start] = coreOf(chunks, i);
    const isOdd = ((marks[i] as number) & ChunkMark.Odd) !== 0;
    const isOpen = ((marks[i] as number) & (ChunkMark.Odd | ChunkMark.Broken)) !== 0;
    const last = this.lastChunk(reading, i, isOpen);
    if (!isOpen && last === i) return this.mayBeFragments(reading, i) ? this.joined(reading, i) : [];
    if (!isOpen && !this.mayBeMisread(chunks, i)) return [];
    const { most, mostKnown } = this.weights;
    let against = 0;
    for (let k = i; k <= last; k++) against += penalty[k] as number;
    const bound = isOdd ? Math.min(most, Math.ceil(against) + SLACK) : mostKnown;
    return this.remembered(reading, i, last, bound, () => {
      const wholes = this.readFrom(reading, i, last, start, bound);
      const begin = chunks.start[i] as number;
      // What was read as punctuation before the word may be its first letter.
      if (isOdd && begin < start) wholes.push(...this.readFrom(reading, i, last, begin, bound));
      return this.proposals(reading, i, wholes, isOdd);
    });
  }

  /** The same where nothing is odd: the words that a known word may be, misread. */
  readKnown(reading: ChunkReading, i: number): Proposal[] {
    const { chunks, marks } = reading;
    if (((marks[i] as number) & (ChunkMark.Odd | ChunkMark.Broken)) !== 0) return [];
    if (this.lastChunk(reading, i, false) !== i || !this.mayBeMisread(chunks, i)) return [];
    const bound = this.weights.mostKnown;
    const proposals = this.remembered(reading, i, i, bound, () =>
      this.proposals(reading, i, this.readFrom(reading, i, i, coreOf(chunks, i)[0], bound), false),
    );
    // Those of fragments are found where nothing else is known of the text.
    return this.mayBeFragments(reading, i) ? proposals : [...proposals, ...this.joined(reading, i)];
  }

  /** What was read of chunks `i` to `last` before, or is now. */
  private remembered(
    reading: ChunkReading,
    i: number,
    last: number,
    bound: number,
    read: () => Proposal[],
  ): Proposal[] {
    const { chunks, marks } = reading;
    const { flat } = chunks;
    const start = chunks.start[i] as number;
    const begins = [start, chunks.coreStart[i] as number].map((at) => i === 0 || endsSentence(flat, at));
    let key = `${bound} ${begins} ${marks[i]}`;
    for (let k = i + 1; k <= last; k++) key += ` ${marks[k]} ${this.rankAsIs(reading, k)}`;
    return this.windows.of(`${key} ${flat.slice(start, chunks.end[last])}`, i, start, read);
  }

  /** Whether one of two words is rare: fragments that are words by chance, "pre vent", "Ply mouth". */
  private mayBeFragments(reading: ChunkReading, i: number): boolean {
    return reading.technical <= TECHNICAL && (this.isRare(reading, i) || this.isRare(reading, i + 1));
  }

  private isRare(reading: ChunkReading, i: number): boolean {
    return i < reading.chunks.count && this.frequency(reading, i) < FRAGMENT;
  }

  /** Log-probability of a chunk's first word. */
  private frequency({ tokenWords, firstPlace }: ChunkReading, i: number): number {
    const word = tokenWords[firstPlace[i] as number] as number;
    return word === NO_WORD ? Number.NEGATIVE_INFINITY : this.judge.model.bigram(0, word);
  }

  /** Two known words as one that a blank was put into: "re lief". */
  private joined({ chunks, marks }: ChunkReading, i: number): Proposal[] {
    const { flat, count, breakBefore, coreEnd, coreStart, end, start } = chunks;
    if (i + 1 === count || breakBefore[i + 1] === 2 || marks[i + 1] !== 0) return [];
    if (coreEnd[i] !== end[i] || coreStart[i + 1] !== start[i + 1]) return [];
    const from = coreStart[i] as number;
    const [next, to] = coreOf(chunks, i + 1);
    const text = flat.slice(from, coreEnd[i]) + flat.slice(next, to);
    const number = this.lexicon.vocabulary.id(text);
    const kinds = isUpper(flat.charCodeAt(from)) ? WordKind.Common | WordKind.Name : WordKind.Common;
    if ((this.lexicon.kindOf(number) & kinds) === 0 || isUpper(flat.charCodeAt(next))) return [];
    const ids = [this.judge.ids[number - 1] as number];
    // A word that the language model does not know is no better than two that it knows.
    if (ids[0] === 0) return [];
    const cost = this.channel.cost('', ' ', SEPARATION) * this.weights.channel;
    return [{ from: i, to: i + 1, start: from, end: to, ids, text, cost, misread: true, rule: 'blanks' }];
  }

  /** The words that a stretch of letters may be, likeliest first, with their costs; what stands there already is left out. */
  readWord(
    text: string,
    bound: number,
  ): { readonly number: number; readonly text: string; readonly cost: number }[] {
    const capitals = isInCapitals(text);
    const stop = Math.min(text.length, LONGEST_SEEN);
    this.mayEnd.fill(0, 0, stop + 1);
    this.mayEnd[stop] = WordEnd.Whole;
    const capital = isUpper(text.charCodeAt(0));
    const query = { capitals, capital, parting: 0, most: bound };
    const found = this.memory.find(text, 0, stop, this.mayEnd, query);
    const words: { number: number; text: string; cost: number }[] = [];
    for (let r = 0; r < found.word.length && words.length < PROPOSED_KNOWN; r++) {
      const number = found.word[r] as number;
      const written = writeWord(this.lexicon, number, text, { capitals, sentenceStart: false });
      if (written !== text) words.push({ number, text: written, cost: found.cost[r] as number });
    }
    return words;
  }

  /** Whether a word that is known may be another, misread. */
  private mayBeMisread(chunks: Chunks, i: number): boolean {
    const [start, end] = coreOf(chunks, i);
    if (end - start < 2 || end !== chunks.coreEnd[i]) return false;
    const core = chunks.flat.slice(start, end);
    // "Pte." is right, however like another word.
    if (chunks.flat.charAt(end) === '.' && (this.lexicon.kind(core) & WordKind.Abbreviation) !== 0)
      return false;
    if (isSeparator(core) || /\d/.test(core) || /^(?:\p{L}\.)+\p{L}$/u.test(core)) return false;
    return !/^\p{Lu}{2,5}$/u.test(core) || this.lexicon.kind(core) !== 0;
  }

  /** Last chunk of the windows that begin with chunk `i`. */
  private lastChunk({ chunks, marks }: ChunkReading, i: number, isOpen: boolean): number {
    const isOdd = (k: number) => ((marks[k] as number) & ChunkMark.Odd) !== 0;
    const follows = (k: number) => k < chunks.count && chunks.breakBefore[k] !== 2;
    if (!follows(i + 1) || !(isOpen || isOdd(i + 1))) return i;
    return follows(i + 2) && isOdd(i + 1) && isOpen ? i + 2 : i + 1;
  }

  private readFrom(reading: ChunkReading, i: number, last: number, start: number, most: number): Whole[] {
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
      if (at > start && leastRank > window.best + TOO_DEAR) continue;
      const query = {
        capitals,
        capital: isUpper(flat.charCodeAt(at)),
        parting: here.some(({ parted }) => parted) ? NEXT_BLANK : this.lostBlank,
        most: most - least,
      };
      const until = Math.min(stop, chunks.end[chunk] as number);
      const mostRank = at === start ? undefined : window.best + TOO_RARE - leastRank;
      this.markEnds(reading, i, chunk, chunk, at, until);
      this.take(window, at, here, this.memory.find(flat, at, until, this.mayEnd, { ...query, mostRank }));
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
        this.memory.find(flat, at, stop, this.mayEnd, { ...query, mostRank: mostLonger }),
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
  private rankAsIs({ penalty, tokenWords, firstPlace, lastPlace }: ChunkReading, k: number): number {
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

  /** The best of the readings as candidates. */
  private proposals(reading: ChunkReading, i: number, wholes: Whole[], isOdd: boolean): Proposal[] {
    const { flat } = reading.chunks;
    const proposals: Proposal[] = [];
    const texts = new Set<string>();
    const room = new Uint8Array(MOST_CHUNKS);
    wholes.sort((a, b) => a.last.rank - b.last.rank);
    for (const { last, to } of wholes) {
      if (room[to - i] === (isOdd ? PROPOSED : PROPOSED_KNOWN)) continue;
      const words = wordsOf(last);
      const { start } = words[0] as WordRead;
      const { end, cost } = last;
      const text = this.write(flat, words, i === 0);
      const key = `${start} ${end} ${text}`;
      if (texts.has(key)) continue;
      texts.add(key);
      room[to - i] = (room[to - i] as number) + 1;
      const seen = flat.slice(start, end);
      if (seen === 'i' || this.partsName(flat, words) || this.takesName(flat, words, cost, i === 0)) continue;
      // "communiqué" is right; other accents are seldom printed in English, and often dirt.
      if (text === withoutFrenchAccents(seen)) continue;
      // A hyphen more or less is a matter of taste.
      if (text === seen || (to === i && text.replaceAll('-', '') === seen.replaceAll('-', ''))) continue;
      proposals.push({
        from: i,
        to,
        start,
        end,
        ids: words.map(({ word }) => this.judge.ids[word - 1] as number),
        text,
        cost,
        misread: true,
        rule: seen.replaceAll(' ', '') === text.replaceAll(' ', '') ? 'blanks' : 'letters',
      });
    }
    return proposals;
  }

  /** Whether a reading takes a name apart whose second part has a small letter: "Abdulrahman" is one word. */
  private partsName(flat: string, words: readonly WordRead[]): boolean {
    if (words.length === 1 || !isUpper(flat.charCodeAt((words[0] as WordRead).start))) return false;
    return words.some(({ begun, word, start }) => {
      const isLow = begun.mark === ' ' && !isUpper(flat.charCodeAt(start));
      return isLow && (this.lexicon.kindOf(word) & WordKind.Common) === 0;
    });
  }

  /** Whether a reading takes a capitalised word inside a sentence, which may be a name, for far others. */
  private takesName(flat: string, words: readonly WordRead[], cost: number, isFirst: boolean): boolean {
    const { start, word } = words[0] as WordRead;
    if (cost <= MOST_FOR_NAME || !isUpper(flat.charCodeAt(start)) || isUpper(flat.charCodeAt(start + 1)))
      return false;
    return !isFirst && !endsSentence(flat, start) && (this.lexicon.kindOf(word) & WordKind.Name) === 0;
  }

  private write(flat: string, words: readonly WordRead[], isFirst: boolean): string {
    const { start, end } = words[0] as WordRead;
    const capitals = isInCapitals(flat.slice(start, end));
    let text = '';
    for (const { begun, word, start, end } of words) {
      const sentenceStart =
        begun.before === undefined ? isFirst || endsSentence(flat, start) : /[.!?]/.test(begun.mark);
      const written = writeWord(this.lexicon, word, flat.slice(start, end), { capitals, sentenceStart });
      text += begun.mark + written;
    }
    return text;
  }
}

function leastOf(beginnings: readonly Beginning[], value: (beginning: Beginning) => number): number {
  return beginnings.reduce((least, each) => Math.min(least, value(each)), Number.POSITIVE_INFINITY);
}

/** The words of a reading in their order. */
function wordsOf(last: WordRead): WordRead[] {
  const words: WordRead[] = [];
  for (let word: WordRead | undefined = last; word !== undefined; word = word.begun.before) words.push(word);
  return words.reverse();
}

function withoutFrenchAccents(text: string): string {
  return text.replace(/[éèêçñ]/gi, (letter) => letter.normalize('NFD').charAt(0));
}

/** Whether a sentence ends before an offset. */
function endsSentence(flat: string, at: number): boolean {
  return /[.!?]["'”’)]*$/.test(flat.slice(Math.max(0, at - 4), at).trimEnd());
}

/** Whether a word may end inside a chunk before a character: before a letter only where a blank was lost. */
function endBefore(code: number): number {
  if (isLetter(code)) return WordEnd.Inside;
  return isDigit(code) ? WordEnd.No : WordEnd.Mark;
}
