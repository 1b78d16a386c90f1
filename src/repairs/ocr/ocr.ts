import type { Decoded } from '../../decoder/decoder.js';
import { Lattice } from '../../decoder/lattice.js';
import type { Edit } from '../../text/edit.js';
import { type Finding, toEdit } from '../finding.js';
import { readBrokenWord } from './broken-words.js';
import { ChunkMark, type ChunkReading, readChunks } from './chunk-reading.js';
import { type Chunks, cutChunks, piecesOf, sourceOffset } from './chunks.js';
import { confidenceOf, evidenceOf } from './confidence.js';
import { withAlternatives } from './engine-alternatives.js';
import { type EngineOpinion, EngineWords } from './engine-opinion.js';
import type { EngineWord } from './engine-word.js';
import { isFormula, isNumeric } from './formulas.js';
import { estimateRate, rateBias } from './misread-rate.js';
import type { Proposal } from './proposal.js';
import { findPunctuation } from './punctuation.js';
import type { OcrRepairer } from './repairer.js';
import { readSpeck } from './specks.js';
import type { OcrWeights } from './weights.js';

/** Share of odd chunks from which on a text cannot be read, and the chunks it takes to say so. */
const MOST_ODD = 0.5;
const FEW_CHUNKS = 20;

/** Least confidence of edits of single letters. */
const SURE_LETTER = 0.7;

/** Share of technical chunks from which on punctuation is left alone. */
const MOST_TECHNICAL = 0.15;

/** Readings less likely than this are not worth showing. */
const LEAST_RIVAL = 0.02;

/** What the repair found in a text. */
export interface OcrRepair {
  readonly edits: Edit[];
  /** Estimated share of the words that are misread, 0 to 1. */
  readonly rate: number;
}

/** Chunks that are looked at in one go: bounds memory, and a book's chapters may be read by different means. */
const PIECE = 4000;

/**
 * Finds the edits that put right what OCR misread. Long texts are looked at piece by piece.
 *
 * @param minConfidence edits less sure than this are not made; probability, 0 to 1
 * @param words what an OCR engine said of the text's words, in their order
 */
export function repairOcr(
  text: string,
  repairer: OcrRepairer,
  minConfidence: number,
  words?: readonly EngineWord[],
): OcrRepair {
  const chunks = cutChunks(text);
  const engine = words && new EngineWords(words);
  const edits: Edit[] = [];
  let expected = 0;
  let count = 0;
  for (const piece of piecesOf(chunks, PIECE)) {
    const found = repairPiece(piece, repairer, minConfidence, engine?.of(piece));
    for (const finding of found.findings) edits.push(toEdit(text, 'ocr', finding));
    expected += found.rate * found.words;
    count += found.words;
  }
  return { edits, rate: count === 0 ? 0 : expected / count };
}

function repairPiece(
  chunks: Chunks,
  repairer: OcrRepairer,
  minConfidence: number,
  engine?: EngineOpinion,
): { findings: Finding[]; rate: number; words: number } {
  const { weights, judge } = repairer;
  const reading = readChunks(chunks, judge, weights.hyphenKept);
  // Another language, or nonsense.
  if (reading.odd > MOST_ODD && chunks.count >= FEW_CHUNKS)
    return { findings: [], rate: 0, words: chunks.count };
  const { proposals, decoded, rate, words } = search(reading, repairer, engine);
  const chosen: Finding[] = [];
  for (const edge of decoded.path()) {
    const proposal = proposals[edge] as Proposal;
    const confidence = confidenceOf(proposal, decoded.posterior[edge] as number, reading, rate, judge);
    // A letter by itself may be a variable.
    const isLetter = proposal.from === proposal.to && coreLength(chunks, proposal.from) === 1;
    if (confidence < (isLetter ? Math.max(minConfidence, SURE_LETTER) : minConfidence)) continue;
    chosen.push(toFinding(proposal, chunks, confidence, rivalsOf(proposals, edge, decoded)));
  }
  // Formulas and code use any mark for anything.
  const isMisread = rate >= weights.punctuationRate && reading.technical < MOST_TECHNICAL;
  const marks = findPunctuation(chunks, repairer.lexicon, isMisread);
  const findings = joined(
    chosen,
    marks.map((mark) => markInSource(mark, chunks)),
  );
  return { findings: findings.filter(({ confidence }) => confidence >= minConfidence), rate, words };
}

/** For fitting: every chosen candidate with its evidence. */
export function chosen(text: string, repairer: OcrRepairer): (Finding & { evidence: number[] })[] {
  const chunks = cutChunks(text);
  const reading = readChunks(chunks, repairer.judge, repairer.weights.hyphenKept);
  const { proposals, decoded, rate } = search(reading, repairer);
  return decoded
    .path()
    .filter((edge) => proposals[edge]?.misread)
    .map((edge) => {
      const proposal = proposals[edge] as Proposal;
      return {
        ...toFinding(proposal, chunks, 1, []),
        evidence: evidenceOf(proposal, decoded.posterior[edge] as number, reading, rate, repairer.judge),
      };
    });
}

/** A text's candidates, decoded. */
interface Searched {
  readonly proposals: readonly Proposal[];
  readonly decoded: Decoded;
  /** Share of the words that are misread, and number of words. */
  readonly rate: number;
  readonly words: number;
}

/** Searches first where nothing speaks for a word; known words are suspected only where that shows that much is misread. */
function search(reading: ChunkReading, repairer: OcrRepairer, engine?: EngineOpinion): Searched {
  const { weights, judge } = repairer;
  const words = wordsOf(reading);
  const decode = (found: readonly Proposal[][]): Searched => {
    const proposals = found.flatMap((each, i) => {
      const alternatives = isReadable(reading, i) ? engine?.alternatives.get(i) : undefined;
      return alternatives ? withAlternatives(each, reading, i, alternatives, judge, weights) : each;
    });
    const lattice = latticeOf(reading, proposals, rateBias(weights.priorRate, weights));
    if (engine !== undefined) weighDoubt(lattice, proposals, engine, weights);
    const decoded = repairer.decoder.decode(lattice);
    return { proposals, decoded, rate: estimateRate(lattice, decoded, proposals, words, weights), words };
  };
  const proposals = proposeOdd(reading, repairer);
  const first = decode(proposals);
  if (first.rate < weights.knownRate) return first;
  for (let i = 0; i < proposals.length; i++) {
    if (isReadable(reading, i)) proposals[i]?.push(...repairer.windows.readKnown(reading, i));
  }
  return decode(proposals);
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

/** Whether a chunk may be a word. */
function isReadable({ chunks, marks }: ChunkReading, i: number): boolean {
  if (((marks[i] as number) & ChunkMark.Blank) !== 0) return false;
  const chunk = chunks.flat.slice(chunks.start[i], chunks.end[i]);
  return !isNumeric(chunk) && !isFormula(chunk);
}

function latticeOf(
  { tokenWords, firstPlace, lastPlace, penalty }: ChunkReading,
  proposals: readonly Proposal[],
  bias: number,
): Lattice {
  const lattice = new Lattice(tokenWords, proposals.length);
  for (const { from, to, ids, cost, misread } of proposals) {
    let unary = -cost;
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
function wordsOf({ chunks }: ChunkReading): number {
  let words = 0;
  for (let i = 0; i < chunks.count; i++) if (coreLength(chunks, i) > 1) words++;
  return words;
}

/** Readings of the same place that are likely too, likeliest first. */
function rivalsOf(proposals: readonly Proposal[], edge: number, { posterior }: Decoded): string[] {
  const { start, end, from } = proposals[edge] as Proposal;
  const rivals: { text: string; probability: number }[] = [];
  const look = (e: number) => {
    const other = proposals[e] as Proposal;
    const probability = posterior[e] as number;
    if (other.text === undefined || other.start !== start || other.end !== end) return;
    if (probability >= LEAST_RIVAL) rivals.push({ text: other.text, probability });
  };
  for (let e = edge - 1; proposals[e]?.from === from; e--) look(e);
  for (let e = edge + 1; proposals[e]?.from === from; e++) look(e);
  return rivals.sort((a, b) => b.probability - a.probability).map(({ text }) => text);
}

function coreLength({ coreStart, coreEnd }: Chunks, i: number): number {
  return (coreEnd[i] as number) - (coreStart[i] as number);
}

/** What a chosen candidate says of the text itself. */
function toFinding(proposal: Proposal, chunks: Chunks, confidence: number, others: string[]): Finding {
  const { from, to, text, rule } = proposal;
  const { flat, source, count } = chunks;
  let start = sourceOffset(chunks, proposal.start);
  let end = sourceOffset(chunks, proposal.end - 1) + 1;
  const seen = flat.slice(proposal.start, proposal.end);
  if (text === undefined) {
    // A speck goes with the blanks behind it, or before it at the end of a line.
    const atLineEnd = to + 1 === count || chunks.breakBefore[to + 1] !== 0;
    if (!atLineEnd) end = source[to + 1] as number;
    else if (from > 0) start = sourceOffset(chunks, (chunks.end[from - 1] as number) - 1) + 1;
    return {
      start,
      end,
      replacement: '',
      rule,
      confidence,
      because: `“${seen}” is no word but dirt on the page`,
    };
  }
  return {
    start,
    end,
    replacement: text,
    rule,
    confidence,
    because: reasonOf(seen, text, rule),
    ...(others.length > 0 && { others }),
  };
}

/** Why a word is changed, for a person. */
function reasonOf(seen: string, text: string, rule: Proposal['rule']): string {
  if (rule === 'hyphen') return 'the hyphen only broke the line';
  if (rule === 'blanks') return `“${seen}” has lost or gained blanks`;
  if (rule === 'alternative') return `the OCR engine read “${text}” too, which fits better than “${seen}”`;
  return `“${seen}” is likely “${text}”, misread`;
}

/** A mark's finding, with offsets into the text itself. */
function markInSource(mark: Finding, chunks: Chunks): Finding {
  const start = sourceOffset(chunks, mark.start);
  return { ...mark, start, end: mark.end > mark.start ? sourceOffset(chunks, mark.end - 1) + 1 : start };
}

/** Findings of words with those of marks that touch none of them; both are sorted. */
function joined(words: readonly Finding[], marks: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  let k = 0;
  for (const word of words) {
    while (k < marks.length && (marks[k] as Finding).end <= word.start) all.push(marks[k++] as Finding);
    // What begins before the word ends is in it.
    while (k < marks.length && (marks[k] as Finding).start < word.end) k++;
    all.push(word);
  }
  return [...all, ...marks.slice(k)];
}
