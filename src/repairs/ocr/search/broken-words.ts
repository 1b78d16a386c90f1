import { isUpper } from '../../../text/characters.js';
import { ChunkMark, type ChunkReading, coreOf } from '../chunk-reading.js';
import { isInCapitals } from '../surface.js';
import type { OcrWeights } from '../weights.js';
import type { WordJudge } from '../word-judge.js';
import type { Proposal } from './proposal.js';
import type { WindowReader } from './window-reader.js';

/** The readings of a word that a hyphen broke at the end of a line: joined, and closed up with its hyphen. */
export function readBrokenWord(
  { chunks, marks }: ChunkReading,
  i: number,
  judge: WordJudge,
  windows: WindowReader,
  weights: OcrWeights,
): Proposal[] {
  if (((marks[i] as number) & ChunkMark.Broken) === 0) return [];
  const { flat } = chunks;
  const [start, end] = coreOf(chunks, i);
  const [nextStart, nextEnd] = coreOf(chunks, i + 1);
  const head = flat.slice(start, end);
  const tail = flat.slice(nextStart, nextEnd);
  const shared = { from: i, to: i + 1, start, end: nextEnd, misread: false, rule: 'hyphen' } as const;
  const proposals: Proposal[] = [];
  // "Anglo-\nSaxon" is one word with its hyphen.
  const isName = isUpper(flat.charCodeAt(nextStart)) && !isInCapitals(head);
  if (!isName) {
    const { id, penalty } = judge.word(head + tail, false);
    proposals.push({ ...shared, ids: [id], text: head + tail, cost: penalty + weights.hyphenJoined });
    // What was broken may be misread too.
    if (judge.lexicon.kind(head + tail) === 0) {
      for (const { number, text, cost } of windows.readWord(head + tail, weights.most)) {
        const ids = [judge.ids[number - 1] as number];
        proposals.push({
          ...shared,
          ids,
          text,
          cost: cost + weights.hyphenJoined,
          misread: true,
          rule: 'letters',
        });
      }
    }
  }
  const closed = `${head}-${tail}`;
  const words = judge.judge(closed, false);
  const isKnown = isName || judge.lexicon.kind(closed) !== 0;
  proposals.push({
    ...shared,
    ids: words.map(({ id }) => id),
    text: closed,
    cost:
      words.reduce((sum, { penalty }) => sum + penalty, 0) +
      (isKnown ? weights.hyphenJoined : weights.hyphenClosed),
  });
  return proposals;
}
