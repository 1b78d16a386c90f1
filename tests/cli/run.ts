import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { runProgram } from '../../src/cli/program.js';
import { compileDictionary } from '../../src/dictionary/compile.js';
import { NO_STATISTICS } from '../../src/dictionary/statistics.js';
import { openDictionary } from '../../src/dictionary/user-dictionaries.js';
import type { LoadOptions } from '../../src/load.js';
import { entriesOf } from '../dictionary/compiled.js';
import { fakeEmender } from '../fake-emender.js';
import { EXAMPLE, modelOf } from '../language-model/tiny-model.js';

/** What a command line left behind. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface World {
  readonly stdin?: string | Uint8Array;
  readonly env?: Record<string, string>;
  /** stdout and stderr are terminals. */
  readonly terminal?: boolean;
  readonly onInterrupt?: (interrupted: () => void) => () => void;
  /** Told what the emender is asked to know. */
  readonly onLoad?: (options: LoadOptions | undefined) => void;
}

/** Knows one form that the fake emender repairs, and one that it leaves alone. */
const DICTIONARY = ['high minister | prime minister | noun', 'best friend | ally | noun'];

/** Runs a command line in this process, with the fake emender. */
export async function run(args: readonly string[], world: World = {}): Promise<Outcome> {
  const { stdin = '', env = {}, terminal = false, onInterrupt = () => () => {}, onLoad } = world;
  const stdout = collector(terminal);
  const stderr = collector(terminal);
  const code = await runProgram(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env,
    loadEmender: async (options) => {
      onLoad?.(options);
      return fakeEmender;
    },
    loadDictionary: async (options) => {
      onLoad?.(options);
      return openDictionary(
        compileDictionary(entriesOf(DICTIONARY), NO_STATISTICS, [1, 2, 3]),
        options?.dictionaries,
      );
    },
    loadLanguageModel: async () => modelOf(EXAMPLE),
    onInterrupt,
  });
  return { code, stdout: await stdout.text(), stderr: await stderr.text() };
}

function collector(terminal: boolean): { stream: Writable; text(): Promise<string> } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    // Small, so that writers have to wait.
    highWaterMark: 16,
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      setImmediate(done);
    },
  });
  if (terminal) Object.assign(stream, { isTTY: true, columns: 80, cursorTo() {}, clearLine() {} });
  const text = async (): Promise<string> => {
    await finished(stream.end());
    return Buffer.concat(chunks).toString();
  };
  return { stream, text };
}

/** A new folder with files in it; gives the path of each. */
export function makeFolder(files: Record<string, string | Uint8Array> = {}): (path: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'emend-cli-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return (path) => join(folder, path);
}
