import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './run.js';

const SPUN = 'In the past.The High Minister met.\n';
const PAGE = `<html lang=en-GB><head><title>Talks near their end | The Paper</title><meta name=author content="Ada Moor">
<meta name=date content=2024-05-12></head><body><nav><a href="/">Home</a></nav><h1>Talks near their end</h1>
<p>The High Minister met the press in the past.The talks are near their end, he said, and the ferry goes on.</p></body></html>`;
const RESTORED = 'In the past. The Prime Minister met.\n';

describe('emend repair', () => {
  it('prints the repaired text of the standard input and nothing else', async () => {
    expect(await run(['repair'], { stdin: SPUN })).toEqual({ code: 0, stdout: RESTORED, stderr: '' });
    expect(await run(['repair', '-'], { stdin: SPUN })).toEqual({ code: 0, stdout: RESTORED, stderr: '' });
    expect(await run(['repair'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('prints the repaired texts of files one after the other, byte order marks and line ends kept', async () => {
    const at = makeFolder({ 'a.txt': `\ufeff${SPUN}`, 'b.txt': 'Sound.\r\n' });
    const { stdout } = await run(['repair', at('a.txt'), at('b.txt')]);
    expect(stdout).toBe(`\ufeff${RESTORED}Sound.\r\n`);
  });

  it('shows the edits in place with --diff, in colours on a terminal unless NO_COLOR says no', async () => {
    expect((await run(['repair', '--diff'], { stdin: SPUN })).stdout).toBe(
      'In the past.{+ +}The [-High-]{+Prime+} Minister met.\n',
    );
    const coloured = await run(['repair', '--diff'], { stdin: SPUN, terminal: true });
    expect(coloured.stdout).toContain('\u001b[32mPrime\u001b[39m');
    const plain = await run(['repair', '--diff'], { stdin: SPUN, terminal: true, env: { NO_COLOR: '1' } });
    expect(plain.stdout).toContain('[-High-]');
    const forced = await run(['repair', '--diff'], { stdin: SPUN, env: { FORCE_COLOR: '1' } });
    expect(forced.stdout).toContain('\u001b[32mPrime\u001b[39m');
  });

  it('lists the edits with --explain, under the name of each file if there are several', async () => {
    const at = makeFolder({ 'a.txt': SPUN, 'b.txt': 'Sound.' });
    expect((await run(['repair', '--explain', at('a.txt')])).stdout).toBe(
      [
        '1:13  "" → " "  0.80',
        '      layout/glued-sentence',
        '1:17  "High" → "Prime"  0.95',
        '      spin/en/politics:high minister; no government has a high minister',
        '2 edits: layout 1, spin 1',
        '  1  layout/glued-sentence',
        '  1  spin/en/politics:high minister',
        '',
      ].join('\n'),
    );
    const { stdout } = await run(['repair', '--explain', at('a.txt'), at('b.txt')]);
    expect(stdout.startsWith(`${at('a.txt')}\n1:13`)).toBe(true);
    expect(stdout.endsWith(`${at('b.txt')}\nno edits\n`)).toBe(true);
  });

  it('prints text, edits and diagnosis as one line of JSON with --json', async () => {
    const { stdout } = await run(['repair', '--json'], { stdin: SPUN });
    expect(stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'standard input',
      text: RESTORED,
      edits: [{ start: 12 }, { start: 16 }],
      diagnosis: { spun: 0.9 },
      version: '0.0.0+fake',
    });
  });

  it('makes only the edits that are asked for', async () => {
    const repaired = async (...flags: string[]) => (await run(['repair', ...flags], { stdin: SPUN })).stdout;
    expect(await repaired('--min-confidence', '0.9')).toBe('In the past.The Prime Minister met.\n');
    expect(await repaired('--max-harm', '0.01')).toBe('In the past. The High Minister met.\n');
    expect(await repaired('--max-harm', '0.05')).toBe(RESTORED);
    expect(await repaired('--only', 'layout')).toBe('In the past. The High Minister met.\n');
    expect(await repaired('--only', 'layout, spin/en/politics')).toBe(RESTORED);
    expect(await repaired('--skip', 'layout', '--skip', 'spin')).toBe(SPUN);
  });

  it('counts the edits on stderr with --summary', async () => {
    const { stdout, stderr } = await run(['repair', '--summary'], { stdin: SPUN });
    expect(stdout).toBe(RESTORED);
    expect(stderr).toBe(
      '2 edits: layout 1, spin 1\n  1  layout/glued-sentence\n  1  spin/en/politics:high minister\n',
    );
    // On one screen with a text that does not end its last line.
    expect((await run(['repair', '--summary'], { stdin: 'Sound.' })).stderr).toBe('\nno edits\n');
  });

  it('repairs the article of a page, for files that are one and with --html', async () => {
    const at = makeFolder({ 'a.html': PAGE, 'b.HTM': PAGE });
    const article =
      'Talks near their end\n\nThe Prime Minister met the press in the past. The talks are near their end, he said, and the ferry goes on.\n';
    expect(await run(['repair', at('a.html')])).toEqual({ code: 0, stdout: article, stderr: '' });
    expect((await run(['repair', at('b.HTM')])).stdout).toBe(article);
    expect((await run(['repair', '--html'], { stdin: PAGE })).stdout).toBe(article);
    expect((await run(['repair', '--diff', at('a.html')])).stdout).toContain(
      'The [-High-]{+Prime+} Minister',
    );
  });

  it('tells what a page says of its article with --json', async () => {
    const { stdout } = await run(['repair', '--html', '--json'], { stdin: PAGE });
    expect(JSON.parse(stdout)).toMatchObject({
      title: 'Talks near their end',
      byline: 'Ada Moor',
      date: '2024-05-12',
      language: 'en-GB',
      edits: [{ repair: 'spin' }, { repair: 'layout' }],
    });
  });

  it('complains of a page without an article, prints nothing of it, and exits with 1', async () => {
    const outcome = await run(['repair', '--html'], { stdin: '<nav><a href="/">Home</a></nav>' });
    expect(outcome).toEqual({
      code: 1,
      stdout: '',
      stderr: 'emend: standard input: no article found in the page; save its text to repair that\n',
    });
  });

  it('reads a page in the charset that it declares', async () => {
    const page = Buffer.from(
      PAGE.replace('<head>', '<head><meta charset=latin1>').replace('ferry', 'café'),
      'latin1',
    );
    const { stdout, stderr } = await run(['repair', '--html'], { stdin: page });
    expect(stdout).toContain('the café goes on');
    expect(stderr).toBe('emend: standard input: read as windows-1252, as it declares\n');
  });

  it('does not take both --html and --jsonl', async () => {
    const { code, stderr } = await run(['repair', '--html', '--jsonl']);
    expect(code).toBe(2);
    expect(stderr).toContain('--html and --jsonl exclude each other');
  });

  it('is a filter of JSON Lines with --jsonl, and for files that are', async () => {
    const lines = '{"id":1,"text":"High Minister"}\n{"id":2,"text":"Sound."}\n';
    const { stdout } = await run(['repair', '--jsonl'], { stdin: lines });
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, text: 'Prime Minister', edits: [{ start: 0, end: 4 }], diagnosis: { spun: 0.9 } },
      { id: 2, text: 'Sound.', edits: [], diagnosis: { spun: 0 } },
    ]);
    const at = makeFolder({ 'a.jsonl.gz': gzipSync(lines) });
    expect((await run(['repair', at('a.jsonl.gz')])).stdout).toBe(stdout);
  });

  it('takes the text of documents from --field, and leaves that as it was', async () => {
    const { stdout } = await run(['repair', '--jsonl', '--field', 'body'], {
      stdin: '{"body":"High Minister"}',
    });
    expect(JSON.parse(stdout)).toMatchObject({ body: 'High Minister', text: 'Prime Minister' });
  });

  it('passes bad documents through with their error, says so, and exits with 1', async () => {
    const { code, stdout, stderr } = await run(['repair', '--jsonl'], {
      stdin: 'x\n{"text":"High Minister"}\n',
    });
    expect(code).toBe(1);
    expect(stdout.split('\n')[0]).toBe('{"line":"x","error":"no JSON object; write one object a line"}');
    expect(stdout.split('\n')[1]).toContain('Prime');
    expect(stderr).toBe('emend: standard input:1: no JSON object; write one object a line\n');
  });

  it('tells of the first ten bad documents and counts the rest', async () => {
    const { stdout, stderr } = await run(['repair', '--jsonl'], { stdin: 'x\n'.repeat(25) });
    expect(stdout.trimEnd().split('\n')).toHaveLength(25);
    expect(stderr.trimEnd().split('\n')).toHaveLength(11);
    expect(stderr).toContain('emend: … and 15 more of the kind\n');
  });

  it('goes on after a file that cannot be read, and exits with 1', async () => {
    const at = makeFolder({ 'a.txt': SPUN });
    expect(await run(['repair', at('no.txt'), at('.'), at('a.txt')])).toEqual({
      code: 1,
      stdout: RESTORED,
      stderr:
        `emend: ${at('no.txt')}: no such file; check the path\n` +
        `emend: ${at('.')}: a folder; clean its files with emend clean\n`,
    });
  });

  it('reads files in other encodings than UTF-8, says which, and writes UTF-8', async () => {
    const bytes = Buffer.from(
      'The High Minister ate cr\xe8me br\xfbl\xe9e in the \x93caf\xe9\x94.\n',
      'latin1',
    );
    const at = makeFolder({ 'a.txt': bytes });
    const { code, stdout, stderr } = await run(['repair', at('a.txt')]);
    expect(code).toBe(0);
    expect(stdout).toBe('The Prime Minister ate crème brûlée in the “café”.\n');
    expect(stderr).toBe(`emend: ${at('a.txt')}: read as windows-1252, which it most likely is\n`);
  });

  it('lets what it cannot repair through as it came, and exits with 1', async () => {
    const at = makeFolder({ 'a.txt': Buffer.from([0x61, 0xff, 0]), 'b.txt': 'unrepairable' });
    const { code, stdout, stderr } = await run(['repair', at('a.txt'), at('b.txt')]);
    expect(code).toBe(1);
    expect(stdout).toBe('a\ufffd\0unrepairable');
    expect(stderr).toBe(
      `emend: ${at('a.txt')}: no text in any known encoding\n` + `emend: ${at('b.txt')}: too hard\n`,
    );
    expect((await run(['repair', '--diff', at('a.txt')])).stdout).toBe('');
  });

  it.each([
    [['--diff', '--explain'], '--diff and --explain exclude each other; give one of them'],
    [['--jsonl', '--json'], '--json and --jsonl exclude each other; give one of them'],
    [['--diff', 'a.jsonl'], '--diff shows plain texts, but a.jsonl is JSON Lines; leave the flag out'],
    [['--min-confidence', '90'], 'Give a number from 0 to 1, such as 0.9; see emend repair --help'],
    [['--min-confidence', ''], 'Give a number from 0 to 1, such as 0.9; see emend repair --help'],
    [['--max-harm', '-1'], 'Give a number from 0 to 1, such as 0.9; see emend repair --help'],
    [['--only', 'spinn'], 'Did you mean spin?; see emend repair --help'],
    [['--skip', 'layuot/x'], 'Did you mean layout?; see emend repair --help'],
    [['--only', 'grammar'], 'Repairs are encoding, layout, spin, ocr; their rules begin with them'],
    [['--drop', 'captoin'], 'Did you mean caption?; see emend repair --help'],
    [['--drop', 'all'], 'Roles are caption, credit, byline, dateline, boilerplate'],
    [['--field', 'edits'], 'This member takes results. Name the one with the text; see emend repair --help'],
    [['--dif'], "unknown option '--dif' (Did you mean --diff?); see emend repair --help"],
  ])('refuses %j in one line, with exit code 2', async (flags, advice) => {
    const { code, stdout, stderr } = await run(['repair', ...flags], { stdin: SPUN });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^emend: [^\n]+\n$/);
    expect(stderr).toContain(advice);
  });
});
