import { type AlignmentOptions, alignDocuments, type DocumentPair } from './alignment/align.js';
import { withRepairs } from './corrections.js';
import type { ParallelDocument } from './parallel.js';
import type { LearningDocuments } from './read.js';

/** All documents as parallel ones, those that had to be aligned at the end. */
export interface AlignedDocuments {
  readonly documents: readonly ParallelDocument[];
  /** How many of them were aligned. */
  readonly aligned: number;
  /** Places in these where it is not clear which word stands for which. */
  readonly unclear: number;
  /** Ids of documents that are too long or have too little in common with their originals, and are left out. */
  readonly unlike: readonly string[];
}

/** Finds the substitutions of documents that come without: pairs of texts, and texts that a person corrected. */
export function findSubstitutions(
  { parallel, pairs, corrected }: LearningDocuments,
  options: AlignmentOptions = {},
): AlignedDocuments {
  const corrections = corrected.map(({ id, repaired, corrected }) => ({
    id,
    spun: repaired,
    original: corrected,
  }));
  const all = [...pairs, ...corrections];
  const documents: ParallelDocument[] = [];
  const unlike: string[] = [];
  let unclear = 0;
  for (const [i, document] of (all.length > 0 ? alignDocuments(all, options) : []).entries()) {
    const correction = corrected[i - pairs.length];
    if (document === undefined) {
      unlike.push((all[i] as DocumentPair).id);
      continue;
    }
    unclear += document.edits.filter(
      ({ start, end, clean, unpaired }) => unpaired && start < end && clean !== '',
    ).length;
    documents.push(correction === undefined ? document : withRepairs(correction, document));
  }
  return { documents: [...parallel, ...documents], aligned: documents.length, unclear, unlike };
}
