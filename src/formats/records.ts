import { splitLines } from './lines.js';
import { setMembers } from './members.js';
import { decodeUtf8 } from './utf8.js';

/** One line of JSON Lines: a document, or the reason why there is none in it. */
export type JsonRecord = TextRecord | BadRecord;

/** A record with a text in it. */
interface TextRecord {
  /** Number of its line in the input, from 1. */
  readonly line: number;
  /** The record as it was written, without line break. */
  readonly json: string;
  /** Its `id`, if that is a string or a number. */
  readonly id?: string;
  readonly text: string;
  /** The member that holds the text. */
  readonly field: string;
  readonly error?: never;
}

/** A record without a text that could be read. */
export interface BadRecord {
  readonly line: number;
  /**
   * What to pass through: the record with `error` added, or, where it is no object, `{line, error}`, or, where it is no
   * UTF-8, `{bytes, error}` in base64. Nothing of the input is lost.
   */
  readonly json: string;
  readonly error: string;
}

/**
 * Reads JSON Lines one record at a time; blank lines are left out.
 *
 * @param fields the members that may hold the text: the first that does is read
 */
export async function* readRecords(
  chunks: AsyncIterable<Uint8Array>,
  ...fields: readonly [string, ...string[]]
): AsyncGenerator<JsonRecord> {
  let line = 0;
  for await (const bytes of splitLines(chunks)) {
    line++;
    if (bytes.length > 0) {
      const record = readRecord(bytes, line, fields);
      if (record !== undefined) yield record;
    }
  }
}

/** A record passed through with the reason why it was not repaired. */
export function refuseRecord(line: number, json: string, error: string): BadRecord {
  return { line, json: setMembers(json, new Map([['error', JSON.stringify(error)]])), error };
}

function readRecord(
  bytes: Uint8Array,
  line: number,
  fields: readonly [string, ...string[]],
): JsonRecord | undefined {
  let json: string;
  try {
    json = decodeUtf8(bytes).text;
  } catch (cause) {
    const error = (cause as Error).message;
    return { line, json: JSON.stringify({ bytes: Buffer.from(bytes).toString('base64'), error }), error };
  }
  if (json.trim() === '') return undefined;
  const record = parseObject(json);
  if (record === undefined) {
    const error = 'no JSON object; write one object a line';
    return { line, json: JSON.stringify({ line: json, error }), error };
  }
  const memberOf = (field: string) => (Object.hasOwn(record, field) ? record[field] : undefined);
  const field = fields.find((name) => typeof memberOf(name) === 'string') ?? fields[0];
  const text = memberOf(field);
  if (typeof text !== 'string') {
    const found = fields.every((name) => memberOf(name) === undefined) ? 'missing' : 'not a string';
    const names = fields.map((name) => `"${name}"`).join(' or ');
    const advice =
      fields.length === 1 ? 'name the field that holds the text' : 'one of them must hold the text';
    return refuseRecord(line, json, `${names} is ${found}; ${advice}`);
  }
  const id = typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : undefined;
  return { line, json, text, field, ...(id !== undefined && { id }) };
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
