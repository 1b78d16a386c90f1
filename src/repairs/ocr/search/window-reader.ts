import { NO_WORD } from '../../../decoder/lattice.js';
import { WordKind } from '../../../lexicon/format.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isUpper } from '../../../text/characters.js';
import type { Channel } from '../channel/confusions.js';
import { ChunkMark, type ChunkReading, coreOf } from '../chunk-reading.js';
import type { Chunks } from '../chunks.js';
import { isInCapitals, writeWord } from '../surface.js';
import type { OcrWeights } from '../weights.js';
import { isSeparator, type WordJudge } from '../word-judge.js';
import type { Proposal } from './proposal.js';
import { WindowMemory } from './window-memory.js';
import { SEPARATION, SLACK, type Whole, WindowSearch, type WordRead, wordsOf } from './window-search.js';
import type { WordMemory } from './word-memory.js';
import { LONGEST_SEEN, WordEnd } from './word-search.js';

/** Readings that reach the end of the same chunk and become candidates: where the first chunk is odd, and elsewhere. */
const PROPOSED = 10;
const PROPOSED_KNOWN = 5;
/** What is so much worse than the best reading of the same chunks is no candidate, nats. */
const HOPELESS = 6;
/** Most that it may cost to take a capitalised word inside a sentence for one that is no name, nats. */
const MOST_FOR_NAME = 9;
/** Shorter words of other languages and of dialects are often others, misread. */
const SHORTEST_UNOFFERED = 4;
/** Nor are longer words suspected that the language model does not know: it cannot tell. */
const SHORTEST_RARE = 6;
/** Chunks of a window at most. */
const MOST_CHUNKS = 3;
/** Log-probability below which a word may be a fragment of another, nats. */
const FRAGMENT = -10.5;
/** Share of technical chunks from which on rare words are terms and no fragments. */
const TECHNICAL = 0.02;

/**
 * Reads windows of a text as words of the lexicon: a chunk, or several where blanks were put into words, parted where blanks were lost.
 */
export class WindowReader {
  private readonly mayEnd = new Uint8Array(LONGEST_SEEN + 1);
  private readonly windows = new WindowMemory();
  private readonly search: WindowSearch;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly channel: Channel,
    private readonly judge: WordJudge,
    private readonly memory: WordMemory,
    private readonly weights: OcrWeights,
  ) {
    this.search = new WindowSearch(channel, judge, memory, weights);
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
    for (let k = i; k <= last; k++) against += Math.max(0, penalty[k] as number);
    const bound = isOdd ? Math.min(most, Math.ceil(against) + SLACK) : mostKnown;
    return this.remembered(reading, i, last, bound, () => {
      const wholes = this.search.run(reading, i, last, start, bound);
      const begin = chunks.start[i] as number;
      // What was read as punctuation before the word may be its first letter.
      if (isOdd && begin < start) wholes.push(...this.search.run(reading, i, last, begin, bound));
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
      this.proposals(reading, i, this.search.run(reading, i, i, coreOf(chunks, i)[0], bound), false),
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
    for (let k = i + 1; k <= last; k++) key += ` ${marks[k]} ${this.search.rankAsIs(reading, k)}`;
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
    const number = this.lexicon.vocabulary.id(core);
    // What is known in other ways than by the lexicon is a name, a code, or derived of a word.
    if (number === 0 || isSeparator(core) || core.includes('.')) return false;
    // "Pte." is right, however like another word.
    const isAbbreviation = (this.lexicon.kindOf(number) & WordKind.Abbreviation) !== 0;
    if (isAbbreviation && chunks.flat.charAt(end) === '.') return false;
    // Longer words are hardly ever another one, misread: "shewed" is old spelling.
    if (core.length >= SHORTEST_RARE && this.judge.ids[number - 1] === 0) return false;
    return core.length < SHORTEST_UNOFFERED || !this.judge.isUnoffered(number);
  }

  /** Last chunk of the windows that begin with chunk `i`. */
  private lastChunk({ chunks, marks }: ChunkReading, i: number, isOpen: boolean): number {
    const isOdd = (k: number) => ((marks[k] as number) & ChunkMark.Odd) !== 0;
    const follows = (k: number) => k < chunks.count && chunks.breakBefore[k] !== 2;
    if (!follows(i + 1) || !(isOpen || isOdd(i + 1))) return i;
    return follows(i + 2) && isOdd(i + 1) && isOpen ? i + 2 : i + 1;
  }

  /** The best of the readings as candidates. */
  private proposals(reading: ChunkReading, i: number, wholes: Whole[], isOdd: boolean): Proposal[] {
    const { flat } = reading.chunks;
    const proposals: Proposal[] = [];
    const texts = new Set<string>();
    const room = new Uint8Array(MOST_CHUNKS);
    for (const { last, to } of ranked(wholes, i)) {
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

/** Readings best first, without those that are hopeless beside others of the same chunks. */
function ranked(wholes: readonly Whole[], i: number): Whole[] {
  const best = new Float64Array(MOST_CHUNKS).fill(Number.POSITIVE_INFINITY);
  for (const { last, to } of wholes) best[to - i] = Math.min(best[to - i] as number, last.rank);
  return wholes
    .filter(({ last, to }) => last.rank <= (best[to - i] as number) + HOPELESS)
    .sort((a, b) => a.last.rank - b.last.rank);
}

function withoutFrenchAccents(text: string): string {
  return text.replace(/[éèêçñ]/gi, (letter) => letter.normalize('NFD').charAt(0));
}

/** Whether a sentence ends before an offset. */
function endsSentence(flat: string, at: number): boolean {
  return /[.!?]["'”’)]*$/.test(flat.slice(Math.max(0, at - 4), at).trimEnd());
}
