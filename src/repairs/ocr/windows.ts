import { WordKind } from '../../lexicon/format.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import { ChunkMark, type ChunkReading, coreOf } from './chunk-reading.js';
import type { Chunks } from './chunks.js';
import type { Channel } from './confusions.js';
import type { Proposal } from './proposal.js';
import { isInCapitals, writeWord } from './surface.js';
import type { OcrWeights } from './weights.js';
import { isSeparator, type WordJudge } from './word-judge.js';
import type { WordMemory } from './word-memory.js';
import { LONGEST_SEEN } from './word-search.js';

/** Words that are followed to one place inside a window. */
const FOLLOWED = 3;
/** Beginnings of a window that are kept at one place. */
const PARTIAL = 5;
/** Readings that reach the end of the same chunk and become candidates: where the first chunk is odd, and elsewhere. */
const PROPOSED = 10;
const PROPOSED_KNOWN = 5;
/** By how much the penalty of a word may be exceeded in the search for others. */
const SLACK = 9;
/** A beginning that is so much worse than a whole reading of the chunk is not gone on with, nats. */
const TOO_DEAR = 3;
/** What it costs to lose or mistake a blank or a mark between words where the table says nothing. */
const SEPARATION = 7;
/** What it costs to lose another blank in the same chunk. */
const NEXT_BLANK = 1.5;

/** The beginning of a window, read as words. */
interface Partial {
  readonly words: readonly number[];
  /** What stands behind each word but the last. */
  readonly marks: readonly string[];
  /** Where each word begins and ends in the text. */
  readonly spans: readonly number[];
  readonly cost: number;
  /** Cost and rarity of the words. */
  readonly rank: number;
}

/** A reading that reaches the end of a chunk. */
interface Whole extends Partial {
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads windows of a text as words of the lexicon: a chunk, or several where blanks were put into words, parted where blanks were lost.
 */
export class WindowReader {
  private readonly mayEnd = new Uint8Array(LONGEST_SEEN + 1);

  constructor(
    private readonly lexicon: Lexicon,
    private readonly channel: Channel,
    private readonly judge: WordJudge,
    private readonly memory: WordMemory,
    private readonly weights: OcrWeights,
  ) {}

  /** The readings of windows that begin with chunk `i`, where it or its neighbour is odd; but the one that stands there. */
  read(reading: ChunkReading, i: number): Proposal[] {
    const { chunks, marks, penalty } = reading;
    const [start] = coreOf(chunks, i);
    const isOdd = ((marks[i] as number) & ChunkMark.Odd) !== 0;
    const isOpen = ((marks[i] as number) & (ChunkMark.Odd | ChunkMark.Broken)) !== 0;
    const last = this.lastChunk(reading, i, isOpen);
    if (!isOpen && (last === i || !this.mayBeMisread(chunks, i))) return [];
    const { most, mostKnown } = this.weights;
    const bound = isOdd ? Math.min(most, (penalty[i] as number) + SLACK) : mostKnown;
    const wholes: Whole[] = [];
    this.readFrom(reading, i, last, start, bound, wholes);
    const begin = chunks.start[i] as number;
    // What was read as punctuation before the word may be its first letter.
    if (isOdd && begin < start) this.readFrom(reading, i, last, begin, bound, wholes);
    return this.proposals(reading, i, wholes, isOdd);
  }

  /** The same where nothing is odd: the words that a known word may be, misread. */
  readKnown(reading: ChunkReading, i: number): Proposal[] {
    const { chunks, marks } = reading;
    if (((marks[i] as number) & (ChunkMark.Odd | ChunkMark.Broken)) !== 0) return [];
    if (this.lastChunk(reading, i, false) !== i || !this.mayBeMisread(chunks, i)) return [];
    const wholes: Whole[] = [];
    this.readFrom(reading, i, i, coreOf(chunks, i)[0], this.weights.mostKnown, wholes);
    const joined = this.joined(reading, i);
    const proposals = this.proposals(reading, i, wholes, false);
    return joined === undefined ? proposals : [...proposals, joined];
  }

  /** Two known words as one that a blank was put into: "re lief". */
  private joined({ chunks, marks }: ChunkReading, i: number): Proposal | undefined {
    const { flat, count, breakBefore, coreEnd, coreStart, end, start } = chunks;
    if (i + 1 === count || breakBefore[i + 1] === 2 || marks[i + 1] !== 0) return undefined;
    if (coreEnd[i] !== end[i] || coreStart[i + 1] !== start[i + 1]) return undefined;
    const from = coreStart[i] as number;
    const [next, to] = coreOf(chunks, i + 1);
    const text = flat.slice(from, coreEnd[i]) + flat.slice(next, to);
    const number = this.lexicon.vocabulary.id(text);
    if ((this.lexicon.kindOf(number) & WordKind.Common) === 0 || isUpper(flat.charCodeAt(next)))
      return undefined;
    const ids = [this.judge.ids[number - 1] as number];
    // A word that the language model does not know is no better than two that it knows.
    if (ids[0] === 0) return undefined;
    const cost = this.channel.cost('', ' ', SEPARATION) * this.weights.channel;
    return { from: i, to: i + 1, start: from, end: to, ids, text, cost, misread: true, rule: 'blanks' };
  }

  /** The words that a stretch of letters may be, likeliest first, with their costs; what stands there already is left out. */
  readWord(
    text: string,
    bound: number,
  ): { readonly number: number; readonly text: string; readonly cost: number }[] {
    const capitals = isInCapitals(text);
    const stop = Math.min(text.length, LONGEST_SEEN);
    this.mayEnd.fill(0, 0, stop + 1);
    this.mayEnd[stop] = 2;
    const capital = isUpper(text.charCodeAt(0));
    const found = this.memory.find(text, 0, stop, this.mayEnd, { capitals, capital, most: bound });
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

  private readFrom(
    reading: ChunkReading,
    i: number,
    last: number,
    start: number,
    most: number,
    wholes: Whole[],
  ): void {
    const { chunks } = reading;
    const { flat } = chunks;
    const stop = Math.min(chunks.end[last] as number, start + LONGEST_SEEN);
    const capitals = isInCapitals(flat.slice(...coreOf(chunks, i)));
    const partials = new Map<number, Partial[]>();
    partials.set(start, [{ words: [], marks: [], spans: [], cost: 0, rank: 0 }]);
    let best = Number.POSITIVE_INFINITY;
    for (let at = start; at < stop; at++) {
      const here = partials.get(at);
      if (here === undefined) continue;
      const least = here.reduce((cost, partial) => Math.min(cost, partial.cost), Number.POSITIVE_INFINITY);
      if (least > most) continue;
      if (at > start && here.every(({ rank }) => rank > best + TOO_DEAR)) continue;
      this.markEnds(reading, i, last, at, stop);
      const capital = isUpper(flat.charCodeAt(at));
      const found = this.memory.find(flat, at, stop, this.mayEnd, { capitals, capital, most: most - least });
      const room = new Map<number, number>();
      for (let r = 0; r < found.word.length; r++) {
        const end = at + (found.end[r] as number);
        if (at !== start) {
          const taken = room.get(end) ?? 0;
          if (taken === FOLLOWED) continue;
          room.set(end, taken + 1);
        }
        const word = found.word[r] as number;
        const cost = found.cost[r] as number;
        const rank = found.rank[r] as number;
        for (const partial of here) {
          const total = partial.cost + cost;
          if (total > most + SLACK / 2) continue;
          const next: Partial = {
            words: [...partial.words, word],
            marks: partial.marks,
            spans: [...partial.spans, at, end],
            cost: total,
            rank: partial.rank + rank,
          };
          let to = i;
          while ((chunks.end[to] as number) < end) to++;
          if (end >= coreOf(chunks, to)[1]) {
            wholes.push({ ...next, to, start, end });
            if (to === i) best = Math.min(best, next.rank);
          } else if (next.words.length < this.weights.words) this.goOn(flat, end, next, partials);
        }
      }
    }
  }

  /** Marks where words may end: 2 at the end of the first chunk, 1 at that of a later one and inside odd ones. */
  private markEnds({ chunks, marks }: ChunkReading, i: number, last: number, at: number, stop: number): void {
    const { mayEnd } = this;
    mayEnd.fill(0, 0, stop - at + 1);
    for (let k = i; k <= last; k++) {
      const [start, end] = coreOf(chunks, k);
      const isOpen = k > i || ((marks[k] as number) & ChunkMark.Odd) !== 0;
      const until = Math.min(chunks.end[k] as number, stop);
      for (let place = Math.max(start, at) + 1; place <= until; place++) {
        if (place >= end) mayEnd[place - at] = k === i ? 2 : 1;
        else if (isOpen) mayEnd[place - at] = 1;
      }
    }
  }

  /** Where the word behind a word inside a chunk may begin, and what parts them. */
  private goOn(flat: string, at: number, partial: Partial, partials: Map<number, Partial[]>): void {
    const { channel, weights } = this;
    const mark = flat.charAt(at);
    const code = flat.charCodeAt(at);
    const offer = (place: number, written: string, cost: number) => {
      const list = partials.get(place) ?? [];
      partials.set(place, list);
      const extra = cost * weights.channel;
      list.push({
        ...partial,
        marks: [...partial.marks, written],
        cost: partial.cost + extra,
        rank: partial.rank + extra,
      });
      list.sort((a, b) => a.rank - b.rank);
      if (list.length > PARTIAL) list.length = PARTIAL;
    };
    if (isLetter(code)) {
      // Where one blank is lost in a chunk, others are.
      const isFirst = !partial.marks.includes(' ');
      offer(at, ' ', isFirst ? channel.cost(' ', '', SEPARATION) : NEXT_BLANK);
    } else if (code !== 0x20 && !isDigit(code)) {
      if (isSeparator(mark)) offer(at + 1, mark, 0);
      else offer(at + 1, '-', channel.cost('-', mark, SEPARATION));
      offer(at + 1, ' ', channel.cost(' ', mark, SEPARATION));
      if (/[,.;:]/.test(mark)) offer(at + 1, `${mark} `, channel.cost(`${mark} `, mark, SEPARATION - 2));
    }
  }

  /** The best of the readings as candidates. */
  private proposals(reading: ChunkReading, i: number, wholes: Whole[], isOdd: boolean): Proposal[] {
    const { flat } = reading.chunks;
    const proposals: Proposal[] = [];
    const texts = new Set<string>();
    const room = new Map<number, number>();
    wholes.sort((a, b) => a.rank - b.rank);
    for (const whole of wholes) {
      const taken = room.get(whole.to) ?? 0;
      if (taken === (isOdd ? PROPOSED : PROPOSED_KNOWN)) continue;
      const text = this.write(reading, i, whole);
      const key = `${whole.start} ${whole.end} ${text}`;
      if (texts.has(key)) continue;
      texts.add(key);
      room.set(whole.to, taken + 1);
      const seen = flat.slice(whole.start, whole.end);
      if (seen === 'i' || this.partsName(flat, whole)) continue;
      // A hyphen more or less is a matter of taste.
      if (text === seen || (whole.to === i && text.replaceAll('-', '') === seen.replaceAll('-', '')))
        continue;
      proposals.push({
        from: i,
        to: whole.to,
        start: whole.start,
        end: whole.end,
        ids: whole.words.map((word) => this.judge.ids[word - 1] as number),
        text,
        cost: whole.cost,
        misread: true,
        rule: seen.replaceAll(' ', '') === text.replaceAll(' ', '') ? 'blanks' : 'letters',
      });
    }
    return proposals;
  }

  /** Whether a reading takes a name apart whose second part has a small letter: "Abdulrahman" is one word. */
  private partsName(flat: string, { words, spans, marks }: Whole): boolean {
    if (!isUpper(flat.charCodeAt(spans[0] as number))) return false;
    return words.some((word, k) => {
      const isLow = k > 0 && marks[k - 1] === ' ' && !isUpper(flat.charCodeAt(spans[2 * k] as number));
      return isLow && (this.lexicon.kindOf(word) & WordKind.Common) === 0;
    });
  }

  private write({ chunks }: ChunkReading, i: number, { words, marks, spans, start }: Whole): string {
    const { flat } = chunks;
    const capitals = isInCapitals(flat.slice(spans[0], spans[1]));
    const begins = i === 0 || /[.!?]["'”’)]*$/.test(flat.slice(Math.max(0, start - 4), start).trimEnd());
    let text = '';
    words.forEach((word, k) => {
      const seen = flat.slice(spans[2 * k], spans[2 * k + 1]);
      const sentenceStart = k === 0 ? begins : /[.!?]/.test(marks[k - 1] as string);
      text += (marks[k - 1] ?? '') + writeWord(this.lexicon, word, seen, { capitals, sentenceStart });
    });
    return text;
  }
}
