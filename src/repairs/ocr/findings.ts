import type { Finding } from '../finding.js';
import { type Chunks, sourceOffset } from './chunks.js';
import type { DecodedPiece } from './piece.js';
import type { Proposal } from './search/proposal.js';

/** Readings less likely than this are not worth showing. */
const LEAST_RIVAL = 0.02;

/** Readings of the same place that are likely too, likeliest first. */
export function rivalsOf({ proposals, posterior }: DecodedPiece, edge: number): string[] {
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

/** What a chosen candidate says of the text itself. */
export function toFinding(proposal: Proposal, chunks: Chunks, confidence: number, others: string[]): Finding {
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

/** A finding with offsets into the text itself. */
export function inSource(found: Finding, chunks: Chunks): Finding {
  const start = sourceOffset(chunks, found.start);
  return { ...found, start, end: found.end > found.start ? sourceOffset(chunks, found.end - 1) + 1 : start };
}

/** Findings with others that touch none of them; both are sorted. */
export function joined(first: readonly Finding[], others: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  let k = 0;
  for (const finding of first) {
    while (k < others.length && (others[k] as Finding).end <= finding.start) all.push(others[k++] as Finding);
    // What begins before it ends touches it.
    while (k < others.length && (others[k] as Finding).start < finding.end) k++;
    all.push(finding);
  }
  return [...all, ...others.slice(k)];
}
