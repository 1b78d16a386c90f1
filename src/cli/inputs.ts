import { readBytes, streamFile } from '../formats/open.js';
import { type CommandContext, isTerminal } from './context.js';

/** A file, or the standard input. */
export interface Input {
  /** Its name in messages. */
  readonly name: string;
  /** Its bytes at once; decompressed where the name ends in `.gz`. */
  read(): Promise<Uint8Array>;
  /** Its bytes chunk by chunk. */
  stream(): AsyncIterable<Uint8Array>;
}

/** The inputs that arguments name; the standard input where they name none, and for `-`. */
export function openInputs(files: readonly string[], context: CommandContext): Input[] {
  const { stdin, stderr } = context;
  return (files.length > 0 ? files : ['-']).map((file) => {
    if (file !== '-') return { name: file, read: () => readBytes(file), stream: () => streamFile(file) };
    if (isTerminal(stdin)) stderr.write('emend: reading from the terminal; end with Ctrl-D\n');
    return { name: 'standard input', read: () => readAll(stdin), stream: () => stdin };
  });
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
