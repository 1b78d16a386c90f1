import { bytesOf } from './corpus.js';

/**
 * An ARPA file (Doug Paul's format, as SRILM and CMU write it) as it stands there: log10 probabilities and back-off
 * weights, words numbered from 0 in the order of the unigrams. Orders above three are refused.
 */
export interface Arpa {
  readonly words: readonly string[];
  readonly logUnigram: Float32Array;
  readonly logUnigramBackoff: Float32Array;
  /** Two words each. */
  readonly bigramWords: Uint32Array;
  readonly logBigram: Float32Array;
  readonly logBigramBackoff: Float32Array;
  /** Three words each. */
  readonly trigramWords: Uint32Array;
  readonly logTrigram: Float32Array;
}

/** Reads an ARPA file, packed with xz or not. Throws where it is not one, is cut short, or has other than three orders. */
export async function readArpa(path: string): Promise<Arpa> {
  const counts: number[] = [];
  const numbers = new Map<string, number>();
  let orders: Uint32Array[] = [];
  let probabilities: Float32Array[] = [];
  let backoffs: Float32Array[] = [];
  let order = -1;
  let at = 0;
  for await (const line of linesOf(path)) {
    if (line === '') continue;
    if (line.startsWith('\\')) {
      if (order > 0 && at !== counts[order - 1]) {
        throw new Error(`${path}: ${at} ${order}-grams, the head says ${counts[order - 1]}`);
      }
      if (line === '\\end\\') order = 4;
      else if (line === '\\data\\') order = 0;
      else order = Number(line[1]);
      at = 0;
      if (order === 1) {
        if (counts.length !== 3) throw new Error(`${path}: needs three orders of n-grams`);
        orders = counts.map((count, i) => new Uint32Array(count * (i + 1)));
        probabilities = counts.map((count) => new Float32Array(count));
        backoffs = counts.map((count) => new Float32Array(count));
      }
    } else if (order === 0) {
      const head = /^ngram (\d)=\s*(\d+)$/.exec(line);
      if (head) counts[Number(head[1]) - 1] = Number(head[2]);
    } else if (order > 0) {
      const [probability, gram, backoff] = line.split('\t');
      if (probability === undefined || gram === undefined) throw new Error(`${path}: bad line: ${line}`);
      if (order === 1) numbers.set(gram, at);
      const words = order === 1 ? [gram] : gram.split(' ');
      for (let k = 0; k < order; k++) {
        const number = numbers.get(words[k] as string);
        if (number === undefined) throw new Error(`${path}: ${words[k]} is no unigram`);
        (orders[order - 1] as Uint32Array)[at * order + k] = number;
      }
      (probabilities[order - 1] as Float32Array)[at] = Number(probability);
      (backoffs[order - 1] as Float32Array)[at] = Number(backoff ?? 0);
      at++;
    }
  }
  if (order !== 4) throw new Error(`${path}: no \\end\\: not an ARPA file, or cut short`);
  return {
    words: [...numbers.keys()],
    logUnigram: probabilities[0] as Float32Array,
    logUnigramBackoff: backoffs[0] as Float32Array,
    bigramWords: orders[1] as Uint32Array,
    logBigram: probabilities[1] as Float32Array,
    logBigramBackoff: backoffs[1] as Float32Array,
    trigramWords: orders[2] as Uint32Array,
    logTrigram: probabilities[2] as Float32Array,
  };
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of bytesOf(path)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() as string;
    yield* lines;
  }
  yield rest;
}
