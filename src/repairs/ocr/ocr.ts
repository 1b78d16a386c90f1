import type { Edit } from '../../text/edit.js';
import { type Finding, toEdit } from '../finding.js';
import { type Chunks, coreLength, cutChunks, piecesOf } from './chunks.js';
import { confidenceOf, evidenceOf } from './confidence.js';
import { rereadPieces } from './document/reread.js';
import { EngineWords } from './engine/engine-opinion.js';
import type { EngineWord } from './engine/engine-word.js';
import { inSource, joined, rivalsOf, toFinding } from './findings.js';
import { findNumbers } from './numbers/numbers.js';
import { type DecodedPiece, searchPiece } from './piece.js';
import { findPunctuation } from './punctuation/punctuation.js';
import type { OcrRepairer } from './repairer.js';
import type { Proposal } from './search/proposal.js';

/** Least confidence of edits of single letters; those that are taken for dirt need it only where less is misread than this. */
const SURE_LETTER = 0.85;
const MISREAD_RATE = 0.05;

/** Least confidence of edits of words that may be names, by their capital. */
const SURE_NAME = 0.4;
const CAPITALISED = /^\p{Lu}\p{Ll}/u;

/** Share of technical chunks from which on marks and single letters are left alone: formulas and code use any of them for anything. */
const MOST_TECHNICAL = 0.08;

/** Share of technical chunks from which on words are changed only this surely: terms are words that no lexicon has. */
const SOME_TECHNICAL = 0.02;
const SURE_TECHNICAL = 0.4;

/** What the repair found in a text. */
export interface OcrRepair {
  readonly edits: Edit[];
  /** Estimated share of the words that are misread, 0 to 1. */
  readonly rate: number;
}

/** Chunks that are looked at in one go, and pieces that make a document: bounds memory, and a book's parts may be read by different means. */
const PIECE = 4000;
const PIECES = 8;

/**
 * Finds the edits that put right what OCR misread. Long texts are looked at piece by piece, and each piece once more with
 * what all tell of the document.
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
  const engine = words && new EngineWords(words);
  const edits: Edit[] = [];
  let expected = 0;
  let count = 0;
  let pieces: DecodedPiece[] = [];
  const finish = () => {
    for (const piece of rereadPieces(pieces, repairer)) {
      for (const finding of findingsOf(piece, repairer, minConfidence))
        edits.push(toEdit(text, 'ocr', finding));
      expected += piece.rate * piece.words;
      count += piece.words;
    }
    pieces = [];
  };
  for (const chunks of piecesOf(cutChunks(text), PIECE)) {
    pieces.push(searchPiece(chunks, repairer, engine?.of(chunks)));
    if (pieces.length === PIECES) finish();
  }
  finish();
  return { edits, rate: count === 0 ? 0 : expected / count };
}

/** The edits of a piece that are sure enough, those of marks among them. */
function findingsOf(piece: DecodedPiece, repairer: OcrRepairer, minConfidence: number): Finding[] {
  const { proposals, reading, rate } = piece;
  const { chunks } = reading;
  const isTechnical = reading.technical >= MOST_TECHNICAL;
  const least = reading.technical > SOME_TECHNICAL ? Math.max(minConfidence, SURE_TECHNICAL) : minConfidence;
  const chosen: Finding[] = [];
  for (const edge of piece.path) {
    const proposal = proposals[edge] as Proposal;
    const confidence = confidenceOf(proposal, piece.posterior[edge] as number, reading, rate, repairer.judge);
    // A letter by itself may be a variable.
    const isLetter = proposal.from === proposal.to && coreLength(chunks, proposal.from) === 1;
    if (isTechnical && (isLetter || proposal.rule === 'speck')) continue;
    const isVariable = isLetter && (rate < MISREAD_RATE || proposal.rule !== 'speck');
    const isName = mayBeName(proposal, chunks, repairer);
    if (confidence < Math.max(least, isVariable ? SURE_LETTER : 0, isName ? SURE_NAME : 0)) continue;
    chosen.push(toFinding(proposal, chunks, confidence, rivalsOf(piece, edge)));
  }
  const isMisread = rate >= repairer.weights.punctuationRate && !isTechnical;
  const placed = (found: Finding) => inSource(found, chunks);
  const numbers = isMisread ? findNumbers(chunks).map(placed) : [];
  const marks = piece.found.length === 0 ? [] : findPunctuation(chunks, repairer.lexicon, isMisread);
  const findings = joined(joined(numbers, chosen), marks.map(placed));
  return findings.filter(({ confidence }) => confidence >= minConfidence);
}

/** Whether a word that is changed may be a name; one of the document's own may take its place. */
function mayBeName(
  { misread, start, end, text = '' }: Proposal,
  { flat }: Chunks,
  { lexicon }: OcrRepairer,
): boolean {
  return (
    misread && CAPITALISED.test(flat.slice(start, end)) && (text.includes(' ') || lexicon.kind(text) !== 0)
  );
}

/** For fitting: every chosen candidate with its evidence. */
export function chosen(text: string, repairer: OcrRepairer): (Finding & { evidence: number[] })[] {
  const { reading, proposals, path, posterior, rate } = searchPiece(cutChunks(text), repairer);
  return path
    .filter((edge) => proposals[edge]?.misread)
    .map((edge) => {
      const proposal = proposals[edge] as Proposal;
      return {
        ...toFinding(proposal, reading.chunks, 1, []),
        evidence: evidenceOf(proposal, posterior[edge] as number, reading, rate, repairer.judge),
      };
    });
}
