import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Emender, RepairOptions } from '../emender.js';
import { NoArticleError, NoPageError, readDocument } from '../formats/document.js';
import { repairJsonl } from '../formats/jsonl.js';
import { OcrSyntaxError } from '../formats/ocr/errors.js';
import { describeUnwritten, repairOcrDocument } from '../formats/ocr/repair.js';
import { isGzip, isHtml, isJsonl, streamFile } from '../formats/open.js';
import { EncodingError } from '../formats/utf8.js';
import { createEditCounter, type EditSummary, summariseEdits } from '../report/summary.js';
import { writeAtomically } from './atomic-write.js';
import type { CleaningTask } from './targets.js';

/** How files are cleaned, and who is told about it. */
export interface CleanFileOptions extends RepairOptions {
  /** The member of JSON Lines records that holds the text, and takes it back repaired; `text` by default. */
  readonly field?: string;
  /** Ends the work early: its reason is thrown, and the file in work is not written. */
  readonly signal?: AbortSignal;
  /** Told of everything that is passed through as it came; without line if it is the whole file. */
  readonly onProblem?: (problem: Problem) => void;
  /**
   * Told of every text that is not plain UTF-8, how it was read, as its target is UTF-8; and of edits that pages of OCR could not take.
   */
  readonly onReading?: (problem: Problem) => void;
  /** Told how many more bytes of a source were read. */
  readonly onRead?: (bytes: number) => void;
}

/** Why a file or a record of it was not repaired. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

/** What became of a file. */
export interface CleanedFile {
  /** Documents that were repaired or found sound, and how many of them have edits. */
  readonly documents: number;
  readonly changed: number;
  readonly problems: number;
  readonly edits: EditSummary;
}

/** Errors that tell all that is to be told. */
const KNOWN_ERRORS = [EncodingError, NoArticleError, NoPageError, OcrSyntaxError] as const;

/**
 * Writes the repaired file of a task: text as text, of a web page the article, hOCR and ALTO as such, JSON Lines record by record in constant memory.
 * What cannot be repaired is written as it came; a source that cannot be read, or a page without an article, has no result.
 *
 * @throws Error where the target cannot be written
 */
export async function cleanFile(
  task: CleaningTask,
  emender: Emender,
  options: CleanFileOptions,
): Promise<CleanedFile> {
  return isJsonl(task.path) ? cleanJsonl(task, emender, options) : cleanText(task, emender, options);
}

async function cleanText(
  { path, target, ocr = false }: CleaningTask,
  emender: Emender,
  options: CleanFileOptions,
): Promise<CleanedFile> {
  const passThrough = (message: string): CleanedFile => {
    options.onProblem?.({ path, message });
    return { documents: 0, changed: 0, problems: 1, edits: summariseEdits([]) };
  };
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    return passThrough(messageOf(cause));
  }
  options.onRead?.(bytes.length);
  let cleaned: CleanedFile;
  let result: string | Uint8Array = bytes;
  const html = isHtml(path) && !ocr;
  try {
    const document = await readDocument(bytes, { html, ocr: ocr && 'needed' });
    const { mark, reading } = document;
    const pages = document.ocr && repairOcrDocument(document.ocr, emender, options);
    const { text, edits } = pages ?? emender.repair(document.text, options);
    const changed = edits.length > 0 ? 1 : 0;
    for (const message of [reading, pages && describeUnwritten(pages)])
      if (message !== undefined) options.onReading?.({ path, message });
    // The target is UTF-8, whatever the source is.
    if (changed || html || reading !== undefined) result = mark + (pages?.source ?? text);
    cleaned = { documents: 1, changed, problems: 0, edits: summariseEdits(edits) };
  } catch (cause) {
    const isKnown = KNOWN_ERRORS.some((known) => cause instanceof known);
    cleaned = passThrough(isKnown ? messageOf(cause) : `could not be repaired: ${messageOf(cause)}`);
    // Its target is to hold a text, and a page is none.
    if (html) return cleaned;
  }
  await writeAtomically(target, [result]);
  return cleaned;
}

async function cleanJsonl(
  { path, target }: CleaningTask,
  emender: Emender,
  options: CleanFileOptions,
): Promise<CleanedFile> {
  const { field = 'text', signal, onProblem, onRead, onReading } = options;
  const counter = createEditCounter();
  let documents = 0;
  let changed = 0;
  let problems = 0;
  let unreadable: NodeJS.ErrnoException | undefined;
  async function* readable(): AsyncGenerator<Uint8Array> {
    try {
      yield* streamFile(path, onRead ? { onRead } : {});
    } catch (error) {
      unreadable = error as NodeJS.ErrnoException;
      throw error;
    }
  }
  async function* repaired(): AsyncGenerator<string> {
    for await (const record of repairJsonl(readable(), emender, { ...options, field, into: field })) {
      signal?.throwIfAborted();
      if (record.reading !== undefined) onReading?.({ path, message: record.reading });
      if (record.error === undefined) {
        documents++;
        if (record.edits.length > 0) changed++;
        counter.add(record.edits);
      } else {
        problems++;
        onProblem?.({ path, line: record.line, message: record.error });
      }
      yield `${record.json}\n`;
    }
  }
  try {
    await writeAtomically(target, repaired(), { gzip: isGzip(path) });
    return { documents, changed, problems, edits: counter.summary() };
  } catch (error) {
    if (unreadable === undefined) throw error;
    onProblem?.({ path, message: unreadable.message });
    // Broken compression: half a file of good records would look like a whole one. A file that cannot be opened is lost.
    if (unreadable.syscall === undefined) await writeAtomically(target, createReadStream(path));
    return { documents: 0, changed: 0, problems: problems + 1, edits: summariseEdits([]) };
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
