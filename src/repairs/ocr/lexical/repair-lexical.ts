import type { Lexicon } from '../../../lexicon/lexicon.js';
import { type Finding, toEdit } from '../../finding.js';
import { type Confusion, confusionKey } from '../channel/confusions.js';
import { type Chunks, cutChunks, piecesOf, sourceOffset } from '../chunks.js';
import type { OcrRepair } from '../ocr.js';
import { accentConfusions } from './accents.js';
import { CandidateFinder } from './candidates.js';
import { confidenceOf } from './confidence.js';
import { DocumentWords } from './document-words.js';
import { type Estimate, estimate, type Judged } from './estimate.js';
import { learnSeries } from './learn-series.js';
import { collectOdd } from './odd-words.js';
import { cutParts, endsInHyphen, type Part } from './parts.js';

/** Chunks that are looked at in one go. */
const PIECE = 20_000;
/** Share of odd words from which on a text is of another language, or cannot be read, and the words it takes to say so. */
const MOST_ODD = 0.55;
const FEW_WORDS = 20;
/** Share of misread words below which a text is left alone: its odd words are names, and words that no lexicon has. */
const LEAST_RATE = 0.006;
/** Least confidence of edits, whatever less is asked for: nothing but the lexicon speaks for them. */
const LEAST_CONFIDENCE = 0.5;
/** Rounds in which what is misread again and again gets likelier. */
const ROUNDS = 3;

/** What a language's words alone tell of its texts. */
export interface LexicalData {
  readonly lexicon: Lexicon;
  readonly confusions: readonly Confusion[];
}

/** Adds to a table what only letters with marks can be taken for; rows of the table come first. */
export function lexicalData(lexicon: Lexicon, confusions: readonly Confusion[]): LexicalData {
  const listed = new Set(confusions.map(confusionKey));
  const added = accentConfusions(lexicon.words).filter((row) => !listed.has(confusionKey(row)));
  return { lexicon, confusions: [...confusions, ...added] };
}

/**
 * Finds misread words by a lexicon alone, for languages of which no model tells how words follow each other: words that the lexicon
 * lacks, next to how it spells, how the text uses words, and what it is misread as again and again. Words that the lexicon has are
 * never changed.
 *
 * @param minConfidence edits less sure than this are not made; probability, 0 to 1
 */
export function repairLexical(text: string, data: LexicalData, minConfidence: number): OcrRepair {
  const least = Math.max(minConfidence, LEAST_CONFIDENCE);
  const edits: OcrRepair['edits'] = [];
  let expected = 0;
  let words = 0;
  for (const chunks of piecesOf(cutChunks(text), PIECE)) {
    const parts = cutParts(chunks, data.lexicon);
    const found = explain(chunks, parts, data);
    words += parts.length;
    if (found === undefined || found.rate < LEAST_RATE) continue;
    expected += found.rate * parts.length;
    for (const finding of findingsOf(found, chunks))
      if (finding.confidence >= least) edits.push(toEdit(text, 'ocr', finding));
  }
  return { edits, rate: words === 0 ? 0 : expected / words };
}

/** What the odd words of a text may be; undefined where there is none, or the text is of another language. */
function explain(
  chunks: Chunks,
  parts: readonly Part[],
  { lexicon, confusions }: LexicalData,
): Estimate | undefined {
  const isLeft = brokenParts(chunks, parts);
  const odd = collectOdd(parts, (word) => lexicon.spelling.score(word), isLeft);
  const places = odd.reduce((sum, { parts }) => sum + parts.length, 0);
  if (odd.length === 0 || (places > MOST_ODD * parts.length && parts.length >= FEW_WORDS)) return undefined;
  const words = new DocumentWords(lexicon, parts);
  const small = parts.reduce((sum, { setting }) => sum + (setting === 'small' ? 1 : 0), 0);
  const totals = { small, capital: parts.length - small };
  let table: readonly Confusion[] | undefined = confusions;
  let found: Estimate | undefined;
  for (let round = 0; round < ROUNDS && table !== undefined; round++) {
    const finder = new CandidateFinder(lexicon, table, words);
    const candidates = odd.map((word) => ({ odd: word, candidates: finder.find(word) }));
    found = estimate(candidates, words, totals);
    if (found.rate < LEAST_RATE) break;
    table = learnSeries(confusions, found, parts);
  }
  return found;
}

/** Tells the halves of words that hyphens broke at the ends of lines: what they are is told by the lines' repair. */
function brokenParts(chunks: Chunks, parts: readonly Part[]): (part: Part) => boolean {
  const left = new Set<Part>();
  parts.forEach((part, i) => {
    const next = parts[i + 1];
    if (next === undefined || next.chunk !== part.chunk + 1 || !endsInHyphen(chunks, part.chunk)) return;
    left.add(part).add(next);
  });
  return (part) => left.has(part);
}

function findingsOf({ judged }: Estimate, chunks: Chunks): Finding[] {
  return judged.flatMap((word) => findingsOfWord(word, chunks)).sort((a, b) => a.start - b.start);
}

function findingsOfWord({ odd, candidates, posterior }: Judged, chunks: Chunks): Finding[] {
  let best = 0;
  for (let i = 1; i < posterior.length; i++)
    if ((posterior[i] as number) > (posterior[best] as number)) best = i;
  const chosen = candidates[best];
  if (chosen === undefined) return [];
  const others = candidates.filter((_, i) => i !== best && (posterior[i] as number) >= 0.02);
  return odd.parts.map((part) => ({
    start: sourceOffset(chunks, part.start),
    end: sourceOffset(chunks, part.end - 1) + 1,
    replacement: chosen.text,
    rule: chosen.numbers.length > 1 ? 'blanks' : 'letters',
    confidence: confidenceOf(odd, posterior[best] as number),
    because: `“${odd.text}” is likely “${chosen.text}”, misread`,
    ...(others.length > 0 && { others: others.map(({ text }) => text) }),
  }));
}
