import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ReversalDictionary } from '../dictionary/reversal-dictionary.js';
import type { Emender, EmenderOptions } from '../emender.js';
import type { LanguageModel } from '../language-model/language-model.js';
import type { LoadOptions } from '../load.js';

/** All that a command has to do with the world; tests hand in their own. */
export interface CommandContext {
  readonly stdin: Readable;
  /** Takes results and nothing else. */
  readonly stdout: Writable;
  /** Takes progress, and failures on one line each. */
  readonly stderr: Writable;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Reads the shipped data; commands call it once their input is known to be there. */
  loadEmender(options?: LoadOptions): Promise<Emender>;
  /** Reads the shipped reversal dictionary alone, with dictionaries of the user's own. */
  loadDictionary(options?: EmenderOptions): Promise<ReversalDictionary>;
  /** Reads the shipped language model alone. */
  loadLanguageModel(): Promise<LanguageModel>;
  /** Tells of something that could not be read or repaired. The command goes on; its exit code becomes 1. */
  complain(message: string): void;
  /** Calls back at most once when the user interrupts; returns how to undo that. */
  onInterrupt(interrupted: () => void): () => void;
}

/** Thrown where a command is used wrongly; one line that says what to do, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Writes to a stream no faster than it takes it. */
export async function write(stream: Writable, piece: string | Uint8Array): Promise<void> {
  if (piece.length > 0 && !stream.write(piece)) await once(stream, 'drain');
}

/** Whether a stream is a terminal. */
export function isTerminal(stream: Readable | Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}

/** Whether to write colours: on a terminal, unless NO_COLOR is set; always where FORCE_COLOR is. */
export function wantsColours({ stdout, env }: CommandContext): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return isTerminal(stdout) && env.TERM !== 'dumb';
}

/**
 * Complaints about one file, the first ten each on a line, the rest as a number.
 *
 * @returns `add` for each, `end` after the last
 */
export function limitComplaints(context: CommandContext): {
  add(message: string): void;
  end(): void;
} {
  const most = 10;
  let complaints = 0;
  return {
    add(message) {
      complaints++;
      if (complaints <= most) context.complain(message);
    },
    end() {
      if (complaints > most) context.complain(`… and ${complaints - most} more of the kind`);
    },
  };
}
