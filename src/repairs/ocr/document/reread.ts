import { coreOf, isReadable } from '../chunk-reading.js';
import { confidenceOf } from '../confidence.js';
import { type DecodedPiece, decodePiece } from '../piece.js';
import type { OcrRepairer } from '../repairer.js';
import type { Proposal } from '../search/proposal.js';
import { type Change, DocumentConfusions } from './document-confusions.js';
import { DocumentWords } from './document-words.js';

/** Changes less sure than this tell nothing of the rest of the document. */
const LEAST_CONFIDENCE = 0.5;
/** Candidates less likely than this no support would make the likeliest. */
const LEAST_POSTERIOR = 1e-6;
/** Words of fewer characters are not told apart by a document. */
const SHORTEST = 3;

/**
 * Decodes pieces of a document once more, with what their first decoding tells of all of it: confusions that are commoner there
 * than elsewhere, words and names that stand there, changes that were sure at another place. What was found is not searched again.
 */
export function rereadPieces(
  pieces: readonly DecodedPiece[],
  repairer: OcrRepairer,
): readonly DecodedPiece[] {
  if (pieces.every(({ proposals }) => proposals.length === 0)) return pieces;
  const changes = pieces.flatMap((piece) => changesOf(piece, repairer));
  const { channel, lexicon, judge, weights } = repairer;
  const words = pieces.reduce((sum, piece) => sum + piece.words, 0);
  const misread = pieces.reduce((sum, piece) => sum + piece.words * piece.rate, 0);
  const texts = pieces.map(({ reading }) => reading.chunks.flat);
  const confusions = new DocumentConfusions(
    changes,
    texts,
    channel,
    misread / Math.max(1, words) / weights.tableRate,
  );
  const known = new DocumentWords(pieces.flatMap(wordsLeft), changes, lexicon, channel);
  return pieces.map((piece) => {
    const { flat } = piece.reading.chunks;
    const supportOf = ({ start, end, text, ids, misread }: Proposal): number => {
      if (!misread || text === undefined) return 0;
      const seen = flat.slice(start, end);
      const frequency = ids.length === 1 ? judge.model.bigram(0, ids[0] as number) : undefined;
      return weights.channel * confusions.support(seen, text) + known.support(seen, text, frequency);
    };
    const found = likelyOf(piece, namesIn(piece, known, weights.channel));
    const support = new Map<Proposal, number>();
    for (const proposal of found.flat()) {
      const nats = supportOf(proposal);
      if (nats !== 0) support.set(proposal, nats);
    }
    if (support.size === 0) return piece;
    return decodePiece({ ...piece, found }, repairer, (proposal) => support.get(proposal) ?? 0);
  });
}

/** By chunk: the candidates that the first decoding did not find hopeless, and others. */
function likelyOf(
  { found, proposals, posterior }: DecodedPiece,
  others: ReadonlyMap<number, readonly Proposal[]>,
): Proposal[][] {
  const likely = found.map((): Proposal[] => []);
  proposals.forEach((proposal, e) => {
    if ((posterior[e] as number) >= LEAST_POSTERIOR) likely[proposal.from]?.push(proposal);
  });
  for (const [i, each] of others) likely[i]?.push(...each);
  return likely;
}

/** What a piece's first decoding changes, but specks and broken lines. */
function changesOf(
  { proposals, posterior, path, reading, rate }: DecodedPiece,
  { judge }: OcrRepairer,
): Change[] {
  const changes: Change[] = [];
  for (const edge of path) {
    const proposal = proposals[edge] as Proposal;
    if (!proposal.misread || proposal.text === undefined) continue;
    const confidence = confidenceOf(proposal, posterior[edge] as number, reading, rate, judge);
    if (confidence < LEAST_CONFIDENCE) continue;
    const seen = reading.chunks.flat.slice(proposal.start, proposal.end);
    changes.push({ seen, text: proposal.text, confidence });
  }
  return changes;
}

/** The words that a piece's first decoding leaves as they are. */
function wordsLeft({ proposals, path, reading: { chunks } }: DecodedPiece): string[] {
  const words: string[] = [];
  let i = 0;
  const leaveUntil = (end: number) => {
    for (; i < end; i++) {
      const word = chunks.flat.slice(...coreOf(chunks, i));
      if (word.length >= SHORTEST) words.push(word);
    }
  };
  for (const edge of path) {
    const { from, to } = proposals[edge] as Proposal;
    leaveUntil(from);
    i = to + 1;
  }
  leaveUntil(chunks.count);
  return words;
}

/** By chunk: the names of the document that it may be. */
function namesIn({ reading }: DecodedPiece, known: DocumentWords, channel: number): Map<number, Proposal[]> {
  const names = new Map<number, Proposal[]>();
  const { chunks } = reading;
  for (let i = 0; i < chunks.count; i++) {
    const [start, end] = coreOf(chunks, i);
    const readings = end - start < SHORTEST ? [] : known.namesLike(chunks.flat.slice(start, end));
    if (readings.length === 0 || !isReadable(reading, i)) continue;
    names.set(
      i,
      readings.map(({ name, cost }) => ({
        from: i,
        to: i,
        start,
        end,
        ids: [0],
        text: name,
        cost: channel * cost,
        misread: true,
        rule: 'letters',
      })),
    );
  }
  return names;
}
