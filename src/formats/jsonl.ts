import type { Emender, RepairOptions } from '../emender.js';
import type { Edit } from '../text/edit.js';
import { setMembers } from './members.js';
import { readRecords, refuseRecord } from './records.js';

/** How records of JSON Lines are repaired. */
export interface JsonlOptions extends RepairOptions {
  /** The member that holds the text; `text` by default. */
  readonly field?: string;
  /** The member that takes the repaired text; `text` by default. */
  readonly into?: string;
}

/** What became of one record. */
export interface RepairedRecord {
  /** Number of its line in the input, from 1. */
  readonly line: number;
  /** One line of JSON, without line break. */
  readonly json: string;
  /** The edits made; none where there is an error. */
  readonly edits: readonly Edit[];
  /** How its bytes were read, for a person, where it is the first of the stream that is not in UTF-8. */
  readonly reading?: string;
  /** Why the record was passed through unchanged. */
  readonly error?: string;
}

/**
 * Repairs the documents of JSON Lines: one record out for each in, in order, one held at a time. A record keeps its
 * members as they are written; `text`, `edits` and `diagnosis` are set. A bad record is passed through with an `error`
 * (see BadRecord).
 */
export async function* repairJsonl(
  chunks: AsyncIterable<Uint8Array>,
  emender: Emender,
  options: JsonlOptions = {},
): AsyncGenerator<RepairedRecord> {
  const { field = 'text', into = 'text', ...repairOptions } = options;
  for await (const record of readRecords(chunks, field)) {
    if (record.error !== undefined) {
      yield { ...record, edits: [] };
      continue;
    }
    const { line, json, reading } = record;
    try {
      const { text, edits, diagnosis } = emender.repair(record.text, repairOptions);
      const changes = new Map([
        [into, JSON.stringify(text)],
        ['edits', JSON.stringify(edits)],
        ['diagnosis', JSON.stringify(diagnosis)],
      ]);
      yield { line, json: setMembers(json, changes), edits, ...(reading !== undefined && { reading }) };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      yield { ...refuseRecord(line, json, `could not be repaired: ${reason}`), edits: [] };
    }
  }
}
