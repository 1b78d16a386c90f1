import type { Emender, Repair, RepairOptions } from '../../emender.js';
import { applyEdits } from '../../text/edits.js';
import type { UnwrittenEdit, UnwrittenReason } from './changes.js';
import type { OcrDocument } from './document.js';

/** A repair of pages of OCR: of its edits, those that stand in the file. */
export interface OcrRepair extends Repair {
  /** The repaired file; the very source where there is no edit in it and it declares UTF-8. */
  readonly source: string;
  /** Edits that the file cannot take; those that only change blanks and line breaks are not told. */
  readonly unwritten: readonly UnwrittenEdit[];
}

const REASONS: Readonly<Record<UnwrittenReason, string>> = {
  structure: 'only blanks or line breaks change',
  'no word': 'no word stands there',
  'too much': 'too many words change at once',
  characters: 'XML cannot hold the characters',
  'no element': 'words joined over a line end have no elements of their own',
};

/** Which edits pages could not take and why, for a person; undefined where they took all. */
export function describeUnwritten({ unwritten }: OcrRepair): string | undefined {
  if (unwritten.length === 0) return undefined;
  const reasons = new Set(unwritten.map(({ reason }) => REASONS[reason]));
  const edits = unwritten.length === 1 ? '1 edit' : `${unwritten.length} edits`;
  return `${edits} left out of the pages: ${[...reasons].join('; ')}`;
}

/**
 * Repairs pages of OCR. Only words are repaired: lines and blocks are those of the page image, so that edits of `layout` are not made.
 */
export function repairOcrDocument(
  document: OcrDocument,
  emender: Emender,
  options: RepairOptions = {},
): OcrRepair {
  const { text, words } = document;
  const { skip = [], drop: _, ...rest } = options;
  const { edits, diagnosis } = emender.repair(text, { ...rest, skip: [...skip, 'layout'], words });
  const { source, unwritten } = document.write(edits);
  const left = new Set(unwritten.map(({ edit }) => edit));
  const written = edits.filter((edit) => !left.has(edit));
  return {
    text: applyEdits(text, written),
    edits: written,
    diagnosis,
    source,
    unwritten: unwritten.filter(({ reason }) => reason !== 'structure'),
  };
}
