import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../src/batch/atomic-write.js';
import type { Problem } from '../../src/batch/clean-file.js';
import { type CleanFolderOptions, cleanFolder } from '../../src/batch/clean-folder.js';
import { findSources } from '../../src/batch/sources.js';
import { planTargets } from '../../src/batch/targets.js';
import { fakeEmender } from '../fake-emender.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emend-batch-'));
});

const at = (path: string): string => join(folder, path);

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  }
}

const read = (path: string): string => readFileSync(at(path), 'utf8');

function list(path: string): string[] {
  if (!existsSync(at(path))) return [];
  const entries = readdirSync(at(path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(at(path).length + 1)).sort();
}

async function clean(inputs: readonly string[], out: string, options: CleanFolderOptions = {}) {
  const problems: Problem[] = [];
  const tasks = await planTargets(await findSources(inputs.map(at)), at(out));
  const summary = await cleanFolder(tasks, fakeEmender, {
    onProblem: (problem) => problems.push({ ...problem, path: problem.path.slice(folder.length + 1) }),
    ...options,
  });
  return { ...summary, problems };
}

describe('cleaning a folder', () => {
  it('makes texts of web pages, and none of a page without an article, which it counts', async () => {
    const prose =
      'The High Minister met the press on Monday, and said that the talks are close to their end for now.';
    write({
      'in/a.html': `<p>${prose}</p><p>${prose} Nobody else did.</p>`,
      'in/b/c.HTM': '<nav>Menu</nav>',
    });
    const { documents, changed, problems } = await clean(['in'], 'out');
    expect(list('out')).toEqual(['a.html.txt']);
    const repaired = prose.replace('High', 'Prime');
    expect(read('out/a.html.txt')).toBe(`${repaired}\n\n${repaired} Nobody else did.\n`);
    expect({ documents, changed }).toEqual({ documents: 1, changed: 1 });
    const message = 'no article found in the page; save its text to repair that';
    expect(problems).toEqual([{ path: 'in/b/c.HTM', message }]);
  });

  it('repairs hOCR and ALTO in their format, by their content, and leaves other XML out', async () => {
    const hocr =
      '<div class="ocr_page"><b class="ocrx_word">High</b> <b class="ocrx_word">Minister</b></div>';
    const alto =
      '<?xml version="1.0" encoding="UTF-16"?><alto><String CONTENT="High"/><SP/><String CONTENT="Minister"/></alto>';
    write({
      'in/a.hocr': hocr,
      'in/b.html': hocr.replace('High', 'high'),
      'in/c.XML': Buffer.from(`\ufeff${alto}`, 'utf16le'),
      'in/d.xml': alto.replace('UTF-16', 'utf-8').replace('</alto>', ''),
      'in/mets.xml': '<mets>High Minister</mets>',
      'in/e.hocr': 'High Minister',
    });
    const { documents, changed, problems } = await clean(['in'], 'out');
    expect(list('out')).toEqual(['a.hocr', 'b.html', 'c.XML', 'd.xml', 'e.hocr']);
    expect(read('out/a.hocr')).toBe(hocr.replace('High', 'Prime'));
    expect(read('out/b.html')).toBe(read('in/b.html'));
    expect(read('out/c.XML')).toBe(`\ufeff${alto.replace('UTF-16', 'UTF-8').replace('High', 'Prime')}`);
    for (const name of ['d.xml', 'e.hocr']) expect(read(`out/${name}`)).toBe(read(`in/${name}`));
    expect({ documents, changed }).toEqual({ documents: 3, changed: 2 });
    expect(problems.map(({ path }) => path)).toEqual(['in/d.xml', 'in/e.hocr']);
    expect(problems[0]?.message).toMatch(/^line 1, column \d+: unclosed tag/);
    await expect(findSources([at('in/mets.xml')])).rejects.toThrow('no ALTO');
  });

  it('mirrors its text and JSON Lines files, however deep, and leaves others out', async () => {
    write({
      'in/a.txt': 'The High Minister.',
      'in/b/c/d.TXT': 'Sound.',
      'in/b/e.jsonl': '{"id":1,"text":"High Minister"}\n{"id":2,"text":"past.The"}\n',
      'in/b/f.jsonl.gz': gzipSync('{"text":"High Minister"}\n'),
      'in/g.md': 'High Minister',
      'in/.hidden.txt': 'High Minister',
    });
    const { edits, ...summary } = await clean(['in'], 'out');
    expect(list('out')).toEqual(['a.txt', 'b/c/d.TXT', 'b/e.jsonl', 'b/f.jsonl.gz']);
    expect(read('out/a.txt')).toBe('The Prime Minister.');
    expect(read('out/b/c/d.TXT')).toBe('Sound.');
    expect(read('out/b/e.jsonl').split('\n')).toEqual([
      expect.stringMatching(/^\{"id":1,"text":"Prime Minister","edits":\[\{.*\}\],"diagnosis":\{.*\}\}$/),
      expect.stringMatching(/^\{"id":2,"text":"past. The"/),
      '',
    ]);
    expect(gunzipSync(readFileSync(at('out/b/f.jsonl.gz'))).toString()).toContain('"Prime Minister"');
    expect(summary).toEqual({ files: 4, skipped: 0, documents: 5, changed: 4, problems: [] });
    expect(edits).toMatchObject({
      edits: 4,
      repairs: [
        { name: 'spin', edits: 3 },
        { name: 'layout', edits: 1 },
      ],
    });
  });

  it('keeps sound text byte for byte, with byte order mark and line ends', async () => {
    write({ 'in/a.txt': '\ufeffSound.\r\n\r\n', 'in/b.txt': '\ufeffHigh Minister\r\n', 'in/c.txt': '' });
    await clean(['in'], 'out');
    expect(read('out/a.txt')).toBe('\ufeffSound.\r\n\r\n');
    expect(read('out/b.txt')).toBe('\ufeffPrime Minister\r\n');
    expect(read('out/c.txt')).toBe('');
  });

  it('writes UTF-8 for texts in other encodings, and tells how they were read', async () => {
    write({ 'in/a.txt': Buffer.from('Sound caf\xe9s and na\xefve id\xe9es fixes.', 'latin1') });
    const readings: unknown[] = [];
    await clean(['in'], 'out', { onReading: (reading) => readings.push(reading) });
    expect(read('out/a.txt')).toBe('Sound cafés and naïve idées fixes.');
    expect(readings).toEqual([
      { path: at('in/a.txt'), message: 'read as windows-1252, which it most likely is' },
    ]);
  });

  it('passes what it cannot repair through unchanged, counts it, and goes on', async () => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]);
    const cut = gzipSync('{"text":"High Minister"}\n'.repeat(1000)).subarray(0, 60);
    write({
      'in/a.txt': picture,
      'in/b.jsonl.gz': cut,
      'in/c.jsonl': '{"text":"High Minister"}\n{"body":1}\n',
      'in/d.txt': 'unrepairable',
      'in/e.txt': 'High Minister',
    });
    const { problems, edits, ...summary } = await clean(['in'], 'out');
    expect(problems).toEqual([
      { path: 'in/a.txt', message: 'no text in any known encoding' },
      { path: 'in/b.jsonl.gz', message: 'unexpected end of file' },
      { path: 'in/c.jsonl', line: 2, message: '"text" is missing; name the field that holds the text' },
      { path: 'in/d.txt', message: 'could not be repaired: too hard' },
    ]);
    expect(readFileSync(at('out/a.txt'))).toEqual(picture);
    expect(readFileSync(at('out/b.jsonl.gz'))).toEqual(Buffer.from(cut));
    expect(read('out/c.jsonl')).toContain('{"body":1,"error":"');
    expect(read('out/d.txt')).toBe('unrepairable');
    expect(read('out/e.txt')).toBe('Prime Minister');
    expect(summary).toEqual({ files: 5, skipped: 0, documents: 2, changed: 2 });
    expect(edits.edits).toBe(2);
  });

  it('repairs a named field of records in place', async () => {
    write({ 'in/a.jsonl': '{"body":"High Minister","text":"High Minister"}' });
    await clean(['in'], 'out', { field: 'body' });
    expect(JSON.parse(read('out/a.jsonl'))).toMatchObject({ body: 'Prime Minister', text: 'High Minister' });
  });

  it('skips what is done when it resumes, and does again what has changed since', async () => {
    write({ 'in/a.txt': 'High Minister', 'in/b.txt': 'High Minister' });
    await clean(['in'], 'out');
    write({ 'out/a.txt': 'kept', 'out/b.txt': 'old' });
    utimesSync(at('out/b.txt'), 1, 1);
    expect(await clean(['in'], 'out', { resume: true })).toMatchObject({ files: 1, skipped: 1 });
    expect([read('out/a.txt'), read('out/b.txt')]).toEqual(['kept', 'Prime Minister']);
    expect(await clean(['in'], 'out')).toMatchObject({ files: 2, skipped: 0 });
    expect(read('out/a.txt')).toBe('Prime Minister');
  });

  it('tells how far it is, up to the last byte', async () => {
    write({ 'in/a.txt': 'High Minister', 'in/b.jsonl.gz': gzipSync('{"text":"a"}') });
    const progress: string[] = [];
    await clean(['in'], 'out', {
      onProgress: ({ files, totalFiles, bytes, totalBytes }) =>
        progress.push(`${files}/${totalFiles} ${bytes === totalBytes}`),
    });
    expect(progress.at(-1)).toBe('2/2 true');
  });

  it('stops when told to, and leaves nothing half done', async () => {
    write({ 'in/a.jsonl': '{"text":"High Minister"}\n'.repeat(50_000), 'in/b.txt': 'High Minister' });
    const controller = new AbortController();
    const stopped = clean(['in'], 'out', {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(list('out')).toEqual([]);
  });
});

describe('what is cleaned', () => {
  it('may be files, folders and globs together: then a folder keeps its name', async () => {
    write({
      'jan/1.txt': 'a',
      'feb/1.txt': 'a',
      'feb/x/2.jsonl': '',
      'b.txt': 'b',
      'mar/1.txt': 'a',
      'mar/1.md': '',
    });
    await clean(['jan', 'feb', 'b.txt', 'mar/*'], 'out');
    expect(list('out')).toEqual(['b.txt', 'feb/1.txt', 'feb/x/2.jsonl', 'jan/1.txt', 'mar/1.txt']);
  });

  it('is named relative to the part of a glob before its first wildcard', async () => {
    write({ 'in/a/1.txt': 'a', 'in/b/1.txt': 'b', 'in/b/2.txt': 'b' });
    await clean(['in/*/1.txt'], 'out');
    expect(list('out')).toEqual(['a/1.txt', 'b/1.txt']);
  });

  it('may have brackets in its name', async () => {
    write({ 'in [1]/a[2].txt': 'High Minister' });
    await clean(['in [1]'], 'out');
    await clean(['in [1]/a[2].txt'], 'out2');
    expect(read('out/a[2].txt')).toBe('Prime Minister');
    expect(read('out2/a[2].txt')).toBe('Prime Minister');
  });

  it.each([
    ['what does not exist', ['no'], /no does not exist; name files/],
    ['a folder with nothing to clean', ['empty'], /empty has no \.txt/],
    ['a glob without match', ['in/*.jsonl'], /has no \.txt/],
    ['another kind of file', ['in/a.md'], /a\.md has no \.txt/],
    ['two files of one name', ['x/same', 'y/same'], /would both become same.a\.txt/],
  ])('is refused where it is %s', async (_, inputs, reason) => {
    write({ 'in/a.txt': '', 'in/a.md': '', 'x/same/a.txt': '', 'y/same/a.txt': '' });
    mkdirSync(at('empty'));
    await expect(clean(inputs, 'out')).rejects.toThrow(reason);
    expect(existsSync(at('out'))).toBe(false);
  });
});

describe('the input', () => {
  it.each([
    ['the folder itself', ['in'], 'in'],
    ['a folder in it', ['in'], 'in/out'],
    ['the folder by another way', ['in'], 'in/../in/b/..'],
    ['the folder by a symbolic link', ['in'], 'link'],
    ['a folder that does not exist yet behind a link', ['in'], 'link/new/folder'],
    ['the folder of a named file', ['in/a.txt'], 'in'],
    ['the folder of a glob', ['in/*.txt'], 'in'],
    ['a folder that a glob searches', ['in/**/*.txt'], 'in/out'],
    ['the folder above two inputs', ['in', 'other'], '.'],
    ['a file', ['in'], 'in/a.txt'],
  ])('is never overwritten: %s is refused for results', async (_, inputs, out) => {
    write({ 'in/a.txt': 'High Minister', 'in/b/c.txt': 'High Minister', 'other/a.txt': 'High Minister' });
    symlinkSync(at('in'), at('link'));
    await expect(clean(inputs, out)).rejects.toThrow(/lies in|would be overwritten|is no folder/);
    expect(list('in')).toEqual(['a.txt', 'b/c.txt']);
    expect(read('in/a.txt')).toBe('High Minister');
  });

  it('may lie in the folder of results, and a link there is replaced, not followed', async () => {
    write({ 'in/a.txt': 'High Minister', 'other.txt': 'other' });
    symlinkSync(at('other.txt'), at('a.txt'));
    await clean(['in'], '.');
    expect(read('a.txt')).toBe('Prime Minister');
    expect(read('in/a.txt')).toBe('High Minister');
    expect(read('other.txt')).toBe('other');
  });
});

describe('an atomic write', () => {
  it('leaves the old file where the new one fails, and nothing beside it', async () => {
    write({ 'a/b.txt': 'old' });
    async function* failing() {
      yield 'half';
      throw new Error('no more');
    }
    await expect(writeAtomically(at('a/b.txt'), failing())).rejects.toThrow('no more');
    expect(list('a')).toEqual(['b.txt']);
    expect(read('a/b.txt')).toBe('old');
  });

  it('fails where the folder cannot be made', async () => {
    write({ a: 'a file' });
    await expect(writeAtomically(at('a/b.txt'), ['x'])).rejects.toThrow(/EEXIST|ENOTDIR/);
  });
});
