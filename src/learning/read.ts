import { type GoldArticle, goldArticle, parseRecord } from '../evaluation/gold.js';
import type { Edit } from '../text/edit.js';
import { revertEdits } from '../text/edits.js';
import type { DocumentPair } from './alignment/align.js';
import type { ParallelDocument } from './parallel.js';

/** A repaired text and what a person made of it. */
export interface CorrectedDocument {
  readonly id: string;
  /** The text as it was repaired. */
  readonly repaired: string;
  /** What the repair did to the text before. */
  readonly edits: readonly Edit[];
  /** The text as the person left it. */
  readonly corrected: string;
}

/** What there is to learn from. */
export interface LearningDocuments {
  /** Documents whose substitutions are known. */
  readonly parallel: readonly ParallelDocument[];
  readonly pairs: readonly DocumentPair[];
  readonly corrected: readonly CorrectedDocument[];
}

/** Which members of a record hold its texts. */
export interface LearningFields {
  /** The spun text, or the repaired one; by default `spun`, or `text` where there is none. */
  readonly field?: string | undefined;
  /** The original; by default `corrected`, or `clean` where there is none. */
  readonly originalField?: string | undefined;
}

/**
 * Reads JSON Lines to learn from. A record may be
 * - gold, as `readGold` reads it: `{id, spun, edits: [{start, end, clean}]}`;
 * - a pair without edits: `{id, spun, clean}`;
 * - what `emend repair --jsonl` printed, with what a person made of it: `{id, text, edits, corrected}`.
 *
 * @throws Error that names the line and what is wrong with it
 */
export function readLearning(jsonl: string, fields: LearningFields = {}): LearningDocuments {
  const parallel: ParallelDocument[] = [];
  const pairs: DocumentPair[] = [];
  const corrected: CorrectedDocument[] = [];
  for (const [index, line] of jsonl.split('\n').entries()) {
    const content = index === 0 && line.startsWith('\ufeff') ? line.slice(1) : line;
    if (content.trim() === '') continue;
    const record = parseRecord(content, index + 1);
    const { field, originalField } = fields;
    const text = field === undefined ? (record.spun ?? record.text) : record[field];
    const original = originalField === undefined ? (record.corrected ?? record.clean) : record[originalField];
    const id =
      typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : String(index + 1);
    const edits = Array.isArray(record.edits) ? record.edits : [];
    if (originalField !== undefined && typeof original !== 'string')
      throw new Error(
        `line ${index + 1}: no "${originalField}" text; name the member that holds the original`,
      );
    if (typeof original === 'string' && typeof text === 'string' && edits.length === 0) {
      pairs.push({ id, spun: text, original });
    } else if (edits.length > 0 && edits.every(isRepair)) {
      // What a repair was given is elsewhere in the record; what it made is always in "text".
      const { text: repaired } = record;
      if (typeof original !== 'string' || typeof repaired !== 'string')
        throw new Error(
          `line ${index + 1}: a repair without the text that a person made of it; add it as "corrected"`,
        );
      corrected.push({
        id,
        repaired,
        edits: checked(repaired, edits as Edit[], index + 1),
        corrected: original,
      });
    } else {
      const spun = field === undefined ? record : { ...record, spun: text };
      parallel.push(asParallel(goldArticle(spun, index + 1)));
    }
  }
  return { parallel, pairs, corrected };
}

/** A gold article to learn from. Where the gold has several readings, the first is the original. */
export function asParallel({ id, text, edits }: GoldArticle): ParallelDocument {
  const substitutions = edits.map(({ start, end, readings }) => ({
    start,
    end,
    clean: readings[0] as string,
  }));
  return { id, spun: text, edits: substitutions.sort((a, b) => a.start - b.start || a.end - b.end) };
}

/** Whether an edit is one of emend's, not one of a gold file. */
function isRepair(edit: unknown): boolean {
  if (typeof edit !== 'object' || edit === null) return false;
  const { original, replacement, rule } = edit as Record<string, unknown>;
  return [original, replacement, rule].every((member) => typeof member === 'string');
}

function checked(repaired: string, edits: readonly Edit[], line: number): readonly Edit[] {
  try {
    revertEdits(repaired, edits);
    return edits;
  } catch (cause) {
    throw new Error(
      `line ${line}: the edits are not those of the "text": ${(cause as Error).message}; keep it as it was printed`,
    );
  }
}
