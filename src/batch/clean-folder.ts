import type { Emender } from '../emender.js';
import { createEditCounter, type EditSummary } from '../report/summary.js';
import { type CleanFileOptions, cleanFile } from './clean-file.js';
import type { CleaningTask } from './targets.js';

/** How a batch is cleaned, and who is told about it. */
export interface CleanFolderOptions extends CleanFileOptions {
  /** Skip what is done: files whose result is there and not older than they are. Off by default. */
  readonly resume?: boolean;
  /** Told how far the batch is, after each file and each chunk of a long one. */
  readonly onProgress?: (progress: CleanProgress) => void;
}

/** How far a batch is. */
export interface CleanProgress {
  readonly files: number;
  readonly totalFiles: number;
  /** Bytes of the sources as they lie on the disk. */
  readonly bytes: number;
  readonly totalBytes: number;
}

/** What a batch did. */
export interface CleanSummary {
  /** Files that were read, and files that were skipped because they were done. */
  readonly files: number;
  readonly skipped: number;
  /** Documents that were repaired or found sound, and how many of them have edits. */
  readonly documents: number;
  readonly changed: number;
  /** Files and records that were passed through as they came. */
  readonly problems: number;
  readonly edits: EditSummary;
}

/**
 * Repairs the files of a plan (see findSources and planTargets), one after the other in their order. Each result is
 * written as a whole or not at all, so a batch that was cut off goes on with `resume`.
 *
 * @throws Error where a result cannot be written, or the reason of the signal where that ends the batch
 */
export async function cleanFolder(
  tasks: readonly CleaningTask[],
  emender: Emender,
  options: CleanFolderOptions = {},
): Promise<CleanSummary> {
  const { resume = false, signal, onProgress } = options;
  const pending = tasks.filter((task) => !(resume && task.done));
  const counter = createEditCounter();
  const totals = { documents: 0, changed: 0, problems: 0 };
  const totalFiles = pending.length;
  const totalBytes = pending.reduce((sum, task) => sum + task.bytes, 0);
  let files = 0;
  let bytes = 0;
  const onRead = (more: number): void => {
    bytes += more;
    onProgress?.({ files, totalFiles, bytes, totalBytes });
  };
  for (const task of pending) {
    signal?.throwIfAborted();
    const cleaned = await cleanFile(task, emender, { ...options, onRead });
    files++;
    totals.documents += cleaned.documents;
    totals.changed += cleaned.changed;
    totals.problems += cleaned.problems;
    counter.addSummary(cleaned.edits);
    onProgress?.({ files, totalFiles, bytes, totalBytes });
  }
  return { files, skipped: tasks.length - pending.length, ...totals, edits: counter.summary() };
}
