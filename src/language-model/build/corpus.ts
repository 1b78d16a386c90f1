import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { markSentences } from '../../text/sentences.js';
import { TokenKind, type Tokens, tokenize } from '../../text/tokens.js';
import { hashWord } from '../../text/vocabulary.js';
import { possessiveStem } from '../possessive.js';
import { breaksBefore, COUNTRY, isCountry } from '../word-ids.js';
import { Interner } from './interner.js';

/** One document in this many is held out, to tune on. */
const HELD_OUT = 200;

/** What stands in a stream of words where a sentence or clause ends. */
export const BREAK = -1;
/** What stands in a stream where it is not known what came before: the border of a segment. */
export const GAP = -2;
/** What stands for a word that can be none of the vocabulary. */
const UNKNOWN = 0;

/** The words of the texts as numbers of one interner. */
export class Corpus {
  readonly words = new Interner();
  /** Number of the stand-in for all numbers. */
  readonly number: number;
  private readonly country: number;
  /** How often each word stands in the texts. */
  counts = new Uint32Array(1 << 16);
  /** The word without 's, for each word that ends in it; else 0. */
  stems = new Uint32Array(1 << 16);
  readonly training = new Stream();
  readonly heldOut = new Stream();

  constructor() {
    this.number = this.words.intern('<num>', 0, 5, hashWord('<num>'));
    this.country = this.words.intern(COUNTRY, 0, COUNTRY.length, hashWord(COUNTRY));
  }

  /**
   * Adds a file of documents parted by empty lines.
   *
   * @param source the file's path; with `:LINE` behind it, counted from 1, only what stands from that line on
   * @param segments whether its lines are torn from sentences, so that their ends say nothing
   */
  async add(source: string, segments: boolean): Promise<void> {
    const [, path = source, line = '1'] = /^(.+):(\d+)$/.exec(source) ?? [];
    let index = 0;
    for await (const document of documentsOf(path, Number(line) - 1)) {
      const stream = index % HELD_OUT === HELD_OUT - 1 ? this.heldOut : this.training;
      if (segments) for (const line of document.split('\n')) this.take(line, stream, true);
      else this.take(document, stream, false);
      index++;
    }
  }

  private take(text: string, stream: Stream, segment: boolean): void {
    const tokens = tokenize(text);
    markSentences(text, tokens);
    const breaks = breaksBefore(text, tokens);
    const border = segment ? GAP : BREAK;
    stream.push(border);
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] === TokenKind.Symbol) continue;
      if (breaks[i] === 1 && !segment) stream.push(BREAK);
      const word = this.wordAt(text, tokens, i);
      this.counts[word] = (this.counts[word] as number) + 1;
      stream.push(word);
    }
    stream.push(border);
  }

  /** Number of token `i`, by the rules of `wordIds`. */
  private wordAt(text: string, tokens: Tokens, i: number): number {
    if (tokens.kind[i] === TokenKind.Opaque) return UNKNOWN;
    if (tokens.kind[i] === TokenKind.Number) return this.number;
    if (isCountry(text, tokens, i)) return this.country;
    const start = tokens.start[i] as number;
    const end = tokens.end[i] as number;
    const hash = tokens.hash[i] as number;
    const known = this.words.size;
    const word = this.words.intern(text, start, end, hash);
    if (word > known) {
      const stem = possessiveStem(text, start, end, hash);
      const noun = stem === undefined ? 0 : this.words.intern(text, start, end - 2, stem);
      if (this.words.size >= this.counts.length) this.grow();
      this.stems[word] = noun;
    }
    return word;
  }

  private grow(): void {
    const { counts, stems } = this;
    this.counts = new Uint32Array(counts.length * 2);
    this.counts.set(counts);
    this.stems = new Uint32Array(stems.length * 2);
    this.stems.set(stems);
  }
}

/** A growing array of word numbers. */
export class Stream {
  length = 0;
  private data = new Int32Array(1 << 16);

  push(word: number): void {
    if (this.length === this.data.length) {
      const data = new Int32Array(this.data.length * 2);
      data.set(this.data);
      this.data = data;
    }
    this.data[this.length++] = word;
  }

  view(): Int32Array {
    return this.data.subarray(0, this.length);
  }
}

/** The bytes of a file, unpacked when its name ends in .xz. */
export async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  if (!path.endsWith('.xz')) {
    yield* createReadStream(path, { highWaterMark: 1 << 20 });
    return;
  }
  const child = spawn('xz', ['-dc', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  yield* child.stdout;
  const code = await closed;
  if (code !== 0) throw new Error(`xz -dc ${path} failed with code ${code}`);
}

async function* documentsOf(path: string, skippedLines: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let skip = skippedLines;
  for await (const bytes of bytesOf(path)) {
    rest += decoder.decode(bytes, { stream: true });
    while (skip > 0) {
      const end = rest.indexOf('\n') + 1;
      if (end === 0) break;
      rest = rest.slice(end);
      skip--;
    }
    if (skip > 0) continue;
    const parts = rest.split('\n\n');
    rest = parts.pop() as string;
    yield* parts;
  }
  if (skip === 0 && rest.trim() !== '') yield rest;
}
