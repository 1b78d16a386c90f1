import { offsetInMember } from '../../formats/members.js';
import { isJsonl, readBytes, streamFile } from '../../formats/open.js';
import { readRecords } from '../../formats/records.js';
import { decodeUtf8 } from '../../formats/utf8.js';
import { indexPlaces } from '../../report/place.js';
import { type CommandContext, limitComplaints } from '../context.js';
import { describeFailure } from '../failure.js';

/** A text without damage. */
export interface SoundText {
  readonly text: string;
  /** File, line and column of a UTF-16 offset of the text, as the file is written: `news.jsonl:12:345`. */
  placeOf(offset: number): string;
}

/**
 * Reads texts without damage: a file of text is one, and each document of JSON Lines, its member `clean` or else `text`. A bad
 * record is complained of and left out.
 *
 * @throws Error that names the file that cannot be read
 */
export async function* readSound(path: string, context: CommandContext): AsyncGenerator<SoundText> {
  try {
    if (isJsonl(path)) yield* readSoundRecords(path, context);
    else {
      const { text } = decodeUtf8(await readBytes(path));
      const placeOf = indexPlaces(text);
      yield {
        text,
        placeOf(offset) {
          const { line, column } = placeOf(offset);
          return `${path}:${line}:${column}`;
        },
      };
    }
  } catch (cause) {
    throw new Error(describeFailure(path, cause));
  }
}

async function* readSoundRecords(path: string, context: CommandContext): AsyncGenerator<SoundText> {
  const complaints = limitComplaints(context);
  for await (const record of readRecords(streamFile(path), 'clean', 'text')) {
    const { line, json } = record;
    if (record.error !== undefined) complaints.add(`${path}:${line}: ${record.error}`);
    else {
      const { text, field } = record;
      yield {
        text,
        placeOf: (offset) => `${path}:${line}:${offsetInMember(json, field, offset) + 1}`,
      };
    }
  }
  complaints.end();
}
