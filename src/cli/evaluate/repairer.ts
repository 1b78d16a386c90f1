import type { Repaired } from '../../evaluation/score.js';
import { readBytes } from '../../formats/open.js';
import { decodeUtf8 } from '../../formats/utf8.js';
import type { CommandContext } from '../context.js';
import { describeFailure } from '../failure.js';
import { repairOptions } from '../flags.js';
import { readOwnData } from '../own-data.js';
import type { EvaluateFlags } from './flags.js';

/** What is repaired: a text with its name. */
interface Document {
  readonly id: string;
  readonly text: string;
}

/** How a document is repaired; edits less sure than `minConfidence` are not made. Other tools' repairs may come without edits. */
export type Repairer = (
  document: Document,
  minConfidence: number | undefined,
) => Pick<Repaired, 'text'> & Partial<Repaired>;

/** Repairs as the flags say, or looks repairs up in a file. */
export async function openRepairer(flags: EvaluateFlags, context: CommandContext): Promise<Repairer> {
  if (flags.repaired !== undefined) return lookUp(flags.repaired);
  const emender = await context.loadEmender(await readOwnData(flags));
  const options = repairOptions(flags);
  return ({ text }, minConfidence) =>
    emender.repair(text, { ...options, ...(minConfidence !== undefined && { minConfidence }) });
}

/** Documents that were repaired before, whatever their confidence. */
async function lookUp(file: string): Promise<Repairer> {
  const repaired = new Map<string, ReturnType<Repairer>>();
  try {
    const { text } = decodeUtf8(await readBytes(file));
    for (const [index, line] of text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const record = JSON.parse(line);
      const { text: repairedText, edits } = record ?? {};
      if (typeof repairedText !== 'string' || !(edits === undefined || Array.isArray(edits)))
        throw new Error(`line ${index + 1}: no {id, text, edits}`);
      repaired.set(String(record.id), record);
    }
  } catch (cause) {
    throw new Error(describeFailure(file, cause));
  }
  return ({ id }) => {
    const found = repaired.get(id);
    if (found === undefined) throw new Error(`not in ${file}; repair it too`);
    return found;
  };
}
