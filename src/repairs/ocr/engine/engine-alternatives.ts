import type { ChunkReading } from '../chunk-reading.js';
import { coreIn } from '../chunks.js';
import type { Proposal } from '../search/proposal.js';
import { isInCapitals } from '../surface.js';
import type { OcrWeights } from '../weights.js';
import type { WordJudge } from '../word-judge.js';

/** Alternatives of a word that are looked at, and what is longer is no word; characters. */
const MOST = 8;
const LONGEST = 80;

/**
 * Candidates of a chunk with what the engine took it for besides: a reading that was found already gets as cheap as the engine's,
 * others are added.
 *
 * @param found the candidates that begin with the chunk
 */
export function withAlternatives(
  found: readonly Proposal[],
  reading: ChunkReading,
  i: number,
  alternatives: readonly string[],
  judge: WordJudge,
  weights: OcrWeights,
): Proposal[] {
  const proposals = [...found];
  alternatives.slice(0, MOST).forEach((alternative, order) => {
    const proposal = proposeAlternative(reading, i, alternative, judge);
    if (proposal === undefined) return;
    const cost = proposal.cost + weights.alternative + order * weights.nextAlternative;
    const same = proposals.findIndex((other) => other.to === i && isSame(other, proposal, reading));
    const known = proposals[same];
    if (known === undefined) proposals.push({ ...proposal, cost });
    else if (cost < known.cost) proposals[same] = { ...known, cost };
  });
  return proposals;
}

/** An alternative as a candidate that costs what is held against its words; undefined where only marks differ, of which the language model knows nothing. */
function proposeAlternative(
  { chunks }: ChunkReading,
  i: number,
  alternative: string,
  judge: WordJudge,
): Proposal | undefined {
  const begin = chunks.start[i] as number;
  const seen = chunks.flat.slice(begin, chunks.end[i]);
  const [left, right] = coreIn(seen, 0, seen.length);
  const [start, end] = coreIn(alternative, 0, alternative.length);
  const core = alternative.slice(start, end);
  if (core === '' || alternative.length > LONGEST || core === seen.slice(left, right)) return undefined;
  const words = core
    .split(/\s+/)
    .flatMap((word) => judge.judge(word.replace(/(?<=...)['’]s$/i, ''), isInCapitals(core)));
  // Marks that both have stay.
  const sameLead = seen.slice(0, left) === alternative.slice(0, start);
  const sameTrail = seen.slice(right) === alternative.slice(end);
  return {
    from: i,
    to: i,
    start: begin + (sameLead ? left : 0),
    end: begin + (sameTrail ? right : seen.length),
    ids: words.map(({ id }) => id),
    text: alternative.slice(sameLead ? start : 0, sameTrail ? end : undefined),
    cost: words.reduce((sum, { penalty }) => sum + penalty, 0),
    misread: true,
    rule: 'alternative',
  };
}

/** Whether two candidates of one chunk read the same, whatever stretch of it they replace. */
function isSame(one: Proposal, other: Proposal, { chunks: { flat } }: ChunkReading): boolean {
  const start = Math.min(one.start, other.start);
  const end = Math.max(one.end, other.end);
  const read = ({ text, ...span }: Proposal) =>
    flat.slice(start, span.start) + text + flat.slice(span.end, end);
  return one.text !== undefined && read(one) === read(other);
}
