import { Lattice } from '../../decoder/lattice.js';
import { type ChunkReading, isReadable, readChunks } from './chunk-reading.js';
import { type Chunks, coreLength } from './chunks.js';
import { withAlternatives } from './engine/engine-alternatives.js';
import type { EngineOpinion } from './engine/engine-opinion.js';
import { estimateRate, leastRate, priorRate, rateBias } from './misread-rate.js';
import type { OcrRepairer } from './repairer.js';
import { readBrokenWord } from './search/broken-words.js';
import type { Proposal } from './search/proposal.js';
import { readSpeck } from './search/specks.js';
import type { OcrWeights } from './weights.js';

/** Share of odd chunks from which on a text cannot be read, and the chunks it takes to say so. */
const MOST_ODD = 0.5;
const FEW_CHUNKS = 20;

/** A piece of a text: what it may be misread for. */
export interface SearchedPiece {
  readonly reading: ChunkReading;
  /** By chunk: the candidates that begin with it. */
  readonly found: readonly (readonly Proposal[])[];
  readonly engine: EngineOpinion | undefined;
  /** Number of its words in letters. */
  readonly words: number;
}

/** A piece of a text, decoded. */
export interface DecodedPiece extends SearchedPiece {
  readonly proposals: readonly Proposal[];
  /** Candidates on the likeliest path, as numbers, ascending; and the probability of each candidate. */
  readonly path: readonly number[];
  readonly posterior: Float64Array;
  /** Share of the words that are misread. */
  readonly rate: number;
}

/** Searches first where nothing speaks for a word; known words are suspected only where that shows that much is misread. */
export function searchPiece(chunks: Chunks, repairer: OcrRepairer, engine?: EngineOpinion): DecodedPiece {
  const { weights, judge, windows } = repairer;
  const reading = readChunks(chunks, judge, weights.hyphenKept);
  const words = wordsOf(chunks);
  // Another language, or nonsense.
  if (reading.odd > MOST_ODD && chunks.count >= FEW_CHUNKS) {
    const nothing = { found: [], proposals: [], path: [], posterior: new Float64Array(0), rate: 0 };
    return { reading, engine, words: chunks.count, ...nothing };
  }
  const found = proposeOdd(reading, repairer);
  if (leastRate(words, priorRate(reading.technical, weights), weights) < weights.knownRate) {
    const first = decodePiece({ reading, found, engine, words }, repairer);
    if (first.rate < weights.knownRate) return first;
  }
  for (let i = 0; i < found.length; i++) {
    if (isReadable(reading, i)) found[i]?.push(...windows.readKnown(reading, i));
  }
  return decodePiece({ reading, found, engine, words }, repairer);
}

/**
 * Decodes a piece's candidates with what the engine took its words for besides.
 *
 * @param support what the rest of the document says for a candidate, nats
 */
export function decodePiece(
  piece: SearchedPiece,
  { decoder, judge, weights }: OcrRepairer,
  support: (proposal: Proposal) => number = () => 0,
): DecodedPiece {
  const { reading, found, engine, words } = piece;
  const withEngine = (each: readonly Proposal[], i: number) => {
    const alternatives = isReadable(reading, i) ? engine?.alternatives.get(i) : undefined;
    return alternatives ? withAlternatives(each, reading, i, alternatives, judge, weights) : each;
  };
  const proposals = engine === undefined ? found.flat() : found.flatMap(withEngine);
  const prior = priorRate(reading.technical, weights);
  const lattice = latticeOf(reading, proposals, rateBias(prior, weights), support);
  if (engine !== undefined) weighDoubt(lattice, proposals, engine, weights);
  const decoded = decoder.decode(lattice);
  const rate = estimateRate(lattice, decoded, proposals, words, prior, weights);
  return { ...piece, proposals, path: decoded.path(), posterior: decoded.posterior, rate };
}

/** By chunk: the candidates that begin with it, where nothing speaks for it or its neighbour. */
function proposeOdd(reading: ChunkReading, { windows, judge, weights }: OcrRepairer): Proposal[][] {
  const all: Proposal[][] = [];
  for (let i = 0; i < reading.chunks.count; i++) {
    const proposals: Proposal[] = [];
    const speck = readSpeck(reading, i, weights.speck);
    if (speck !== undefined) proposals.push(speck);
    if (isReadable(reading, i)) {
      proposals.push(...readBrokenWord(reading, i, judge, windows, weights), ...windows.read(reading, i));
    }
    all.push(proposals);
  }
  return all;
}

function latticeOf(
  { tokenWords, firstPlace, lastPlace, penalty }: ChunkReading,
  proposals: readonly Proposal[],
  bias: number,
  support: (proposal: Proposal) => number,
): Lattice {
  const lattice = new Lattice(tokenWords, proposals.length);
  for (const proposal of proposals) {
    const { from, to, ids, cost, misread } = proposal;
    let unary = support(proposal) - cost;
    for (let i = from; i <= to; i++) unary += penalty[i] as number;
    if (misread) unary -= bias;
    lattice.add(firstPlace[from] as number, lastPlace[to] as number, Int32Array.from(ids), unary);
  }
  return lattice;
}

/**
 * A nat of the channel counts less in a word that the engine doubts, and more in one that it is sure of: the dearer a change, the
 * more of the engine's word it needs.
 */
function weighDoubt(
  lattice: Lattice,
  proposals: readonly Proposal[],
  { doubt }: EngineOpinion,
  weights: OcrWeights,
): void {
  proposals.forEach(({ from, to, cost, misread }, e) => {
    if (!misread) return;
    let sum = 0;
    for (let i = from; i <= to; i++) sum += doubt[i] as number;
    lattice.unary[e] = (lattice.unary[e] as number) + (weights.doubt * cost * sum) / (to + 1 - from);
  });
}

/** Number of words in letters. */
function wordsOf(chunks: Chunks): number {
  let words = 0;
  for (let i = 0; i < chunks.count; i++) if (coreLength(chunks, i) > 1) words++;
  return words;
}
