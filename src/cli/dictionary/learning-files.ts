import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { BatchRefusal } from '../../batch/refusal.js';
import { findSources, type Source } from '../../batch/sources.js';
import { parseMarked } from '../../evaluation/marked.js';
import { isJsonl, readBytes, streamFile } from '../../formats/open.js';
import { readRecords } from '../../formats/records.js';
import { decodeUtf8 } from '../../formats/utf8.js';
import type { DocumentPair } from '../../learning/alignment/align.js';
import {
  asParallel,
  type LearningDocuments,
  type LearningFields,
  readLearning,
} from '../../learning/read.js';
import { type CommandContext, limitComplaints, UsageError } from '../context.js';
import { describeFailure } from '../failure.js';

/**
 * Reads files to learn from: JSON Lines where the names say so, else texts with marked edits.
 *
 * @throws Error that names the file that cannot be read: what is learnt of a part would be taken for that of the whole
 */
export async function readLearningFiles(
  files: readonly string[],
  fields: LearningFields,
): Promise<LearningDocuments> {
  const read = await Promise.all(files.map((file) => readLearningFile(file, fields)));
  return {
    parallel: read.flatMap(({ parallel }) => parallel),
    pairs: read.flatMap(({ pairs }) => pairs),
    corrected: read.flatMap(({ corrected }) => corrected),
  };
}

async function readLearningFile(file: string, fields: LearningFields): Promise<LearningDocuments> {
  try {
    const { text } = decodeUtf8(await readBytes(file));
    if (!isJsonl(file)) return { parallel: [asParallel(parseMarked(file, text))], pairs: [], corrected: [] };
    const documents = readLearning(text, fields);
    // Records of several files may have the same ids.
    const named = <D extends { readonly id: string }>(list: readonly D[]) =>
      list.map((document) => ({ ...document, id: `${file}: ${document.id}` }));
    return {
      parallel: named(documents.parallel),
      pairs: named(documents.pairs),
      corrected: named(documents.corrected),
    };
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
}

/**
 * Reads spun texts and the originals that lie beside them: two files, or files of the same names in two folders. Records of JSON
 * Lines are matched by their ids, or by their lines where they have none. What has no counterpart is complained of.
 */
export async function readSideBySide(
  spun: readonly string[],
  original: string,
  { field = 'text', originalField = 'text' }: LearningFields,
  context: CommandContext,
): Promise<LearningDocuments> {
  const spunFiles = await findFiles(spun);
  const originalFiles = await findFiles([original]);
  // Two files need not have the same name.
  const isPair = spunFiles.length === 1 && originalFiles.length === 1;
  const complaints = limitComplaints(context);
  const originals = new Map<string, string>();
  for (const { path, name } of originalFiles) {
    for await (const { key, text } of readTexts(path, originalField, complaints.add))
      originals.set(`${isPair ? '' : name}\n${key}`, text);
  }
  const pairs: DocumentPair[] = [];
  for (const { path, name } of spunFiles) {
    for await (const { key, text } of readTexts(path, field, complaints.add)) {
      const id = key === '' ? path : `${path}: ${key}`;
      const found = originals.get(`${isPair ? '' : name}\n${key}`);
      if (found !== undefined) pairs.push({ id, spun: text, original: found });
      else complaints.add(`${id}: ${original} has nothing of the same name; left out`);
    }
  }
  complaints.end();
  return { parallel: [], pairs, corrected: [] };
}

/** The files that are named, and those in folders that are. */
async function findFiles(paths: readonly string[]): Promise<readonly Source[]> {
  const files: Source[] = [];
  const others: string[] = [];
  for (const path of paths) {
    const stats = await stat(path).catch(() => undefined);
    if (stats?.isFile()) files.push({ path, name: basename(path) });
    else others.push(path);
  }
  try {
    if (others.length === 0) return files;
    const found = await findSources(others);
    return [...files, ...found.files.filter(({ ocr }) => !ocr)];
  } catch (cause) {
    if (cause instanceof BatchRefusal) throw new UsageError(cause.message);
    throw cause;
  }
}

/** The texts of a file: its own, without key, or those of its records by their ids. */
async function* readTexts(
  path: string,
  field: string,
  complain: (message: string) => void,
): AsyncGenerator<{ readonly key: string; readonly text: string }> {
  try {
    if (!isJsonl(path)) yield { key: '', text: decodeUtf8(await readBytes(path)).text };
    else {
      for await (const record of readRecords(streamFile(path), field)) {
        if (record.error !== undefined) complain(`${path}:${record.line}: ${record.error}`);
        else yield { key: record.id ?? `${record.line}`, text: record.text };
      }
    }
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}
