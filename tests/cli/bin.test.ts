import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
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
  it('prints its version, for which it loads nothing else', async () => {
    expect(await run(['--version'])).toEqual({ end: 0, stdout: `${VERSION}\n`, stderr: '' });
    const imports = (module: string) => [
      ...readFileSync(new URL(`../../dist/${module}`, import.meta.url), 'utf8').matchAll(
        /^import .* from '(.*)'/gm,
      ),
    ];
    expect(imports('cli/main.js').map(([, from]) => from)).toEqual(['../version.js']);
    expect(imports('version.js')).toEqual([]);
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

  it('repairs with a dictionary and protected phrases of the user', async () => {
    const at = makeFolder({
      'mine.tsv': 'spun\tstandard\tpos\twhen\tnote\nwidget box\tAcme Cube\tnoun\n',
      'bad.tsv': 'spun\tstandard\tpos\twhen\tnote\nwidget box\tAcme Cube\tnouns\n',
      'names.txt': 'high minister\n',
    });
    const text = 'The High Minister has a widget box.';
    const repaired = await run(
      ['repair', '--dictionary', at('mine.tsv'), '--protect', at('names.txt')],
      text,
    );
    expect(repaired).toEqual({ end: 0, stdout: 'The High Minister has an Acme Cube.', stderr: '' });
    const refused = await run(['repair', '--dictionary', at('bad.tsv')], text);
    expect(refused).toMatchObject({ end: 1, stdout: '' });
    expect(refused.stderr).toBe(
      `emend: ${at('bad.tsv')}:2:22: unknown pos "nouns"; use one of noun, verb, adjective, adverb, name, fixed\n`,
    );
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

  it('takes no more than its reader takes, and loses nothing', async () => {
    const child = start(['repair', '--jsonl']);
    const ended = once(child, 'close');
    const { stdin, stdout } = child as { stdin: Writable; stdout: Readable };
    const line = Buffer.from(`${JSON.stringify({ text: 'Sound.', page: 'x'.repeat(1_000_000) })}\n`);
    let sent = 0;
    const took = async (): Promise<boolean> =>
      stdin.write(line) || Promise.race([once(stdin, 'drain').then(() => true), delay(1500, false)]);
    // Nobody reads: soon all buffers on the way are full.
    while (sent < 100 && (await took())) sent++;
    expect(sent).toBeLessThan(20);
    let records = 0;
    stdout.on('data', (chunk: Buffer) => {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) records++;
    });
    stdin.end();
    expect((await ended)[0]).toBe(0);
    expect(records).toBe(sent + 1);
  }, 60_000);

  it('leaves whole files only when it is stopped, and goes on with --resume', async () => {
    const record = `${JSON.stringify({ text: 'The High Minister spoke. '.repeat(100) })}\n`;
    const at = makeFolder({ 'in/a.txt': 'The High Minister spoke.', 'in/b.jsonl': record.repeat(30_000) });
    const child = start(['clean', at('in'), '--out', at('out')]);
    const ended = finish(child);
    while (!existsSync(at('out/a.txt'))) await delay(20);
    child.kill('SIGINT');
    const { end, stdout, stderr } = await ended;
    expect({ end, stdout }).toEqual({ end: 1, stdout: '' });
    expect(stderr).toBe('emend: stopped; what is done is whole, go on with --resume\n');
    expect(readdirSync(at('out'))).toEqual(['a.txt']);
    expect(readFileSync(at('out/a.txt'), 'utf8')).toBe('The Prime Minister spoke.');
  }, 60_000);
});
