import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './run.js';

/** Pages as a reader of spun news would have them: the fake emender mends "High Minister", and breaks it where it is right. */
const PAGES = [
  { id: 'a', ocr: 'The High Minister spoke of tbe war.', gt: 'The Prime Minister spoke of the war.' },
  { id: 'b', ocr: 'The High Minister of Qin.', gt: 'The High Minister of Qin.' },
];
const jsonl = (records: readonly object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('');

describe('emend evaluate on OCR with its truth', () => {
  it('prints character and word errors before and after, words fixed and broken, and the speed', async () => {
    const at = makeFolder({ 'pages.jsonl': jsonl(PAGES) });
    const { code, stdout, stderr } = await run(['evaluate', at('pages.jsonl')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // High ↔ Prime is four characters, as only the i stays, tbe → the one: five of 61 before and after.
    expect(stdout.replace(/speed +\d+/, 'speed  1')).toBe(
      [
        '2 pages, 12 words, 61 characters',
        '      before    after    cut',
        'CER   8.20 %   8.20 %  0.0 %',
        'WER  16.67 %  16.67 %  0.0 %',
        'fixed    50.00 %  of 2 words misread',
        'broken  10.000 %  of 10 words read right',
        'better         1  page; 1 worse',
        'speed  1  KB/s',
        '',
      ].join('\n'),
    );
  });

  it('lists with --misses what is left and what was broken', async () => {
    const at = makeFolder({ 'pages.jsonl': jsonl(PAGES) });
    const { stdout } = await run(['evaluate', '--misses', at('pages.jsonl')]);
    expect(stdout).toContain('\nleft, read → true (1 in all):\n1  "tbe" → "the"\n');
    expect(stdout).toContain('\nbroken, right → made; page (1 in all):\n1  "High" → "Prime"; b\n');
    expect(stdout).not.toContain('wrong, ');
  });

  it('gives the figures as data with --json, of each file with --each', async () => {
    const at = makeFolder({ 'a.jsonl': jsonl(PAGES.slice(0, 1)), 'b.jsonl': jsonl(PAGES.slice(1)) });
    const { stdout } = await run([
      'evaluate',
      ...['--each', '--json', '--misses', '--only', 'spin', at('a.jsonl'), at('b.jsonl')],
    ]);
    const [a, b] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(a).toMatchObject({ file: at('a.jsonl'), items: 1, fixed_pct: 50, broken_pct: 0, wer_cut: 0.5 });
    expect(a.kb_per_second).toBeGreaterThan(0);
    expect(a.differences).toEqual([
      { kind: 'left', ocr: 'tbe', repaired: 'tbe', truth: 'the', times: 1, page: 'a' },
    ]);
    expect(b).toMatchObject({ file: at('b.jsonl'), items: 1, broken_pct: 20, cer_cut: -1, worse: 1 });
  });

  it('scores texts of other tools, which have no edits, and tells no speed then', async () => {
    const at = makeFolder({
      'pages.jsonl': jsonl(PAGES),
      'out.jsonl': jsonl(PAGES.map(({ id, gt }) => ({ id, text: gt }))),
    });
    const { stdout } = await run([
      ...['evaluate', '--json', '--repaired', at('out.jsonl'), at('pages.jsonl')],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ cer_after: 0, cer_cut: 1, fixed_pct: 100, broken_pct: 0 });
    expect(stdout).not.toContain('kb_per_second');
  });

  it('writes a web page with --html, besides the figures', async () => {
    const at = makeFolder({ 'pages.jsonl': jsonl(PAGES) });
    const plain = await run(['evaluate', '--misses', at('pages.jsonl')]);
    const { code, stdout } = await run(['evaluate', '--misses', '--html', at('out.html'), at('pages.jsonl')]);
    expect(code).toBe(0);
    expect(stdout.replace(/speed.*/, '')).toBe(plain.stdout.replace(/speed.*/, ''));
    const html = readFileSync(at('out.html'), 'utf8');
    expect(html).toContain('<mark class="fixed" title="High">Prime</mark>');
    expect(html).toContain('<mark class="broken" title="High">Prime</mark>');
    const without = makeFolder({ 'a.marked.txt': 'The {High=>Prime} Minister.' });
    expect(await run(['evaluate', '--html', without('out.html'), without('a.marked.txt')])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--html needs OCR with its truth'),
    });
  });

  it('repairs the truth with --on-clean', async () => {
    const at = makeFolder({ 'pages.jsonl': jsonl(PAGES) });
    const { stdout } = await run(['evaluate', '--json', '--on-clean', at('pages.jsonl')]);
    expect(JSON.parse(stdout)).toMatchObject({ cer_before: 0, broken_pct: 8.333 });
  });

  it('keeps the figures of gold edits apart', async () => {
    const at = makeFolder({
      'pages.jsonl': jsonl(PAGES),
      'a.marked.txt': 'The {High=>Prime} Minister.',
    });
    const { stdout } = await run(['evaluate', at('a.marked.txt'), at('pages.jsonl')]);
    expect(stdout).toMatch(/^articles .*\n\n2 pages, /s);
  });

  it.each([['--calibration'], ['--by=rule']])('refuses %s, which needs gold edits', async (flag) => {
    const at = makeFolder({ 'pages.jsonl': jsonl(PAGES) });
    const { code, stderr } = await run(['evaluate', flag, at('pages.jsonl')]);
    expect(code).toBe(2);
    expect(stderr).toContain('need gold edits');
  });
});

describe('emend evaluate --on-clean', () => {
  it('tells how many words of texts without edits were broken', async () => {
    const at = makeFolder({ 'news.jsonl': jsonl([{ id: 1, text: 'The High Minister of Qin.' }]) });
    const { stdout } = await run(['evaluate', '--on-clean', at('news.jsonl')]);
    expect(stdout).toMatch(/^words broken +20\.000 % {2}of 5$/m);
    const json = await run(['evaluate', '--json', '--on-clean', at('news.jsonl')]);
    expect(JSON.parse(json.stdout)).toMatchObject({ articles: 1, broken_pct: 20 });
  });
});
