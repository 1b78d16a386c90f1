import { decodeBytes } from '../repairs/encoding/decode-bytes.js';
import { describeEncoding } from './bytes.js';
import { splitLines } from './lines.js';
import { setMembers } from './members.js';
import { decodeUtf8 } from './utf8.js';
import { wideTextAsUtf8 } from './wide-text.js';

/** One line of JSON Lines: a document, or the reason why there is none in it. */
export type JsonRecord = TextRecord | BadRecord;

/** A record with a text in it. */
interface TextRecord {
  /** Number of its line in the input, from 1. */
  readonly line: number;
  /** The record as it was written, without line break. */
  readonly json: string;
  /** How its bytes were read, for a person, where it is the first of the stream that is not in UTF-8. */
  readonly reading?: string;
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
 * Reads JSON Lines one record at a time, in UTF-8 or UTF-16, or, line by line, in whatever other encoding they are in; blank lines are
 * left out.
 *
 * @param fields the members that may hold the text: the first that does is read
 */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  ...fields: readonly [string, ...string[]]
): AsyncGenerator<JsonRecord> {
  const { chunks, wide } = await wideTextAsUtf8(source);
  const ofStream = wide && describeEncoding({ text: '', mark: '', ...wide });
  let told = false;
  let charset: string | undefined;
  let line = 0;
  for await (const bytes of splitLines(chunks)) {
    line++;
    if (bytes.length === 0) continue;
    const read = readSource(bytes, charset);
    if (read === undefined) {
      yield refuseBytes(line, bytes);
      continue;
    }
    // The lines of one file are in one encoding, which short ones may not show.
    charset = read.charset ?? charset;
    const record = readRecord(read.json, line, fields);
    if (record === undefined) continue;
    const reading: string | undefined = told ? undefined : (ofStream ?? read.reading);
    told ||= reading !== undefined;
    yield record.error === undefined && reading !== undefined ? { ...record, reading } : record;
  }
}

interface Source {
  readonly json: string;
  readonly reading?: string;
  readonly charset?: string;
}

/** The source of a record; undefined for bytes that are neither UTF-8 nor, in another encoding, an object. */
function readSource(bytes: Uint8Array, charset: string | undefined): Source | undefined {
  try {
    return { json: decodeUtf8(bytes).text };
  } catch {
    const decoded = decodeBytes(bytes, charset === undefined ? {} : { charset });
    if (decoded === undefined || parseObject(decoded.text) === undefined) return undefined;
    const reading = describeEncoding(decoded);
    const isDetected = decoded.source === 'detected';
    return {
      json: decoded.text,
      ...(reading !== undefined && { reading }),
      ...(isDetected && { charset: decoded.encoding }),
    };
  }
}

/** Bytes passed through with the reason why they were not read. */
function refuseBytes(line: number, bytes: Uint8Array): BadRecord {
  let error = 'no text in any known encoding';
  try {
    decodeUtf8(bytes);
  } catch (cause) {
    error = (cause as Error).message;
  }
  return { line, json: JSON.stringify({ bytes: Buffer.from(bytes).toString('base64'), error }), error };
}

/** A record passed through with the reason why it was not repaired. */
export function refuseRecord(line: number, json: string, error: string): BadRecord {
  return { line, json: setMembers(json, new Map([['error', JSON.stringify(error)]])), error };
}

function readRecord(
  json: string,
  line: number,
  fields: readonly [string, ...string[]],
): JsonRecord | undefined {
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
