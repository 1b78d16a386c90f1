import type { Emender, Repair, RepairOptions } from '../emender.js';
import {
  type DecodedBytes,
  type DecodeOptions,
  decodeBytes,
  type EncodingSource,
} from '../repairs/encoding/decode-bytes.js';
import { EncodingError } from './utf8.js';

/** What {@link repairBytes} returns. */
export interface BytesRepair extends Repair {
  /** The text as it was read, before repair: the edits count in it. */
  readonly input: string;
  /** Name of the encoding, as the web has it: `utf-8`, `windows-1251`, `shift_jis`. */
  readonly encoding: string;
  /** What told the encoding. */
  readonly source: EncodingSource;
}

/**
 * Reads bytes in whatever encoding they are in, and repairs the text.
 *
 * @param options.charset what is said of the encoding elsewhere, such as in the header of an HTTP answer
 * @example
 * repairBytes(await readFile('old.txt'), emender).encoding; // 'windows-1252'
 * @throws EncodingError for bytes that are no text
 */
export function repairBytes(
  bytes: Uint8Array,
  emender: Emender,
  options: RepairOptions & DecodeOptions = {},
): BytesRepair {
  const { charset, ...repairOptions } = options;
  const { text, encoding, source } = readBytesAsText(bytes, charset === undefined ? {} : { charset });
  return { ...emender.repair(text, repairOptions), input: text, encoding, source };
}

/**
 * Reads bytes in whatever encoding they are in.
 *
 * @throws EncodingError for bytes that are no text
 */
export function readBytesAsText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedBytes {
  const decoded = decodeBytes(bytes, options);
  if (decoded === undefined) throw new EncodingError('no text in any known encoding');
  return decoded;
}

/** How a text was read, for a person; undefined for plain UTF-8, of which nothing is to be said. */
export function describeEncoding({ encoding, source }: DecodedBytes): string | undefined {
  switch (source) {
    case 'valid-utf-8':
      return undefined;
    case 'byte-order-mark':
      return encoding === 'utf-8' ? undefined : `read as ${encoding}, by its byte order mark`;
    case 'declared':
      return `read as ${encoding}, as it declares`;
    case 'mostly-utf-8':
      return 'read as utf-8; bytes that are none, as windows-1252';
    case 'detected':
      return `read as ${encoding}, which it most likely is`;
  }
}
