import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { makeFolder } from './run.js';

/** The built tool, as it is installed: `npm run build` comes before. */
const BIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const QATAR = fileURLToPath(new URL('../corpus/qatar.txt', import.meta.url));

function start(args: readonly string[], nodeFlags: readonly string[] = []): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, BIN, ...args], { stdio: 'pipe' });
}

/** Waits for the end; gives the exit code, or the signal that ended it, and the output. */
async function finish(child: ChildProcess) {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk) => {
    output.stdout += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk) => {
    output.stderr += chunk;
  });
  const [code, signal] = await once(child, 'close');
  return { end: signal ?? code, ...output };
}

async function run(args: readonly string[], stdin = '') {
  const child = start(args);
  child.stdin?.end(stdin);
  return finish(child);
}

describe('the emend tool', () => {
  it('prints its version without loading anything else', async () => {
    const child = start(['--version'], ['--cpu-prof-dir=/nowhere']);
    expect(await finish(child)).toEqual({ end: 0, stdout: `${VERSION}\n`, stderr: '' });
  });

  it('repairs what comes in and goes out, leaving no word on stderr', async () => {
    const { end, stdout, stderr } = await run(['repair'], 'The High Minister spoke.\n');
    expect({ end, stdout, stderr }).toEqual({ end: 0, stdout: 'The Prime Minister spoke.\n', stderr: '' });
  });

  it('exits with 0 when done, 1 for what it could not read, 2 for wrong usage', async () => {
    const ends = await Promise.all([
      run(['diagnose', QATAR]),
      run(['diagnose', 'no-such-file.txt']),
      run(['diagnose', '--no-such-flag']),
      run(['repair', '--jsonl'], 'no JSON\n'),
      run([]),
    ]);
    expect(ends.map(({ end }) => end)).toEqual([0, 1, 2, 1, 2]);
    expect(ends.slice(1).map(({ stderr }) => stderr.trimEnd().split('\n').length)).toEqual([1, 1, 1, 1]);
  });

  it('ends quietly when its reader closes the pipe', async () => {
    const child = start(['repair', '--jsonl']);
    const ended = finish(child);
    child.stdin?.on('error', () => {});
    child.stdout?.destroy();
    const line = `${JSON.stringify({ text: 'The High Minister spoke. '.repeat(40) })}\n`;
    const feeding = setInterval(() => child.stdin?.writable && child.stdin.write(line), 1);
    const { end, stderr } = await ended;
    clearInterval(feeding);
    expect({ end, stderr }).toEqual({ end: 0, stderr: '' });
  });

  it('gives each document of a stream as soon as it has come', async () => {
    const child = start(['repair', '--jsonl']);
    const ended = once(child, 'close');
    child.stdin?.write('{"id":1,"text":"The High Minister spoke."}\n');
    const [first] = await once(child.stdout?.setEncoding('utf8') ?? child, 'data');
    expect(JSON.parse(first)).toMatchObject({ id: 1, text: 'The Prime Minister spoke.' });
    child.stdin?.end();
    expect((await ended)[0]).toBe(0);
  });

  it('takes a stream of any length in constant memory, however slowly it is read', async () => {
    // 48 MB through a heap of which the shipped data leave a few megabytes: reading ahead would burst it.
    const child = start(['repair', '--jsonl'], ['--max-old-space-size=96']);
    const ended = once(child, 'close');
    const line = `${JSON.stringify({ text: 'The talks went on. '.repeat(1300) })}\n`;
    let records = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) records++;
    });
    for (let i = 0; i < 2000; i++) {
      if (!child.stdin?.write(line)) await once(child.stdin ?? child, 'drain');
    }
    child.stdin?.end();
    expect((await ended)[0]).toBe(0);
    expect(records).toBe(2000);
  }, 120_000);

  it('leaves whole files only when it is stopped, and goes on with --resume', async () => {
    const record = `${JSON.stringify({ text: 'The High Minister spoke. '.repeat(100) })}\n`;
    const at = makeFolder({ 'in/a.txt': 'The High Minister spoke.', 'in/b.jsonl': record.repeat(30_000) });
    const child = start(['clean', at('in'), '--out', at('out')]);
    const ended = finish(child);
    while (!existsSync(at('out/a.txt'))) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { end, stdout, stderr } = await ended;
    expect({ end, stdout }).toEqual({ end: 1, stdout: '' });
    expect(stderr).toBe('emend: stopped; what is done is whole, go on with --resume\n');
    expect(readdirSync(at('out'))).toEqual(['a.txt']);
    expect(readFileSync(at('out/a.txt'), 'utf8')).toBe('The Prime Minister spoke.');
  }, 60_000);
});
