import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { makeFolder, run } from './run.js';

const COMMANDS = ['repair', 'clean', 'diagnose', 'evaluate', 'dictionary'];

describe('emend', () => {
  it('prints its version and its help', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} {2,}\\w`, 'm'));
  });

  it.each([
    [[], 'no command; name what to do; see emend --help'],
    [['repiar'], "unknown command 'repiar' (Did you mean repair?); see emend --help"],
    [['--verbose'], "unknown option '--verbose'"],
  ])('refuses %j in one line, with exit code 2', async (args, advice) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^emend: [^\n]+\n$/);
    expect(stderr).toContain(advice);
  });

  it.each(COMMANDS.slice(0, -1))('shows an example of every flag of %s', async (name) => {
    const { code, stdout } = await run([name, '--help']);
    expect(code).toBe(0);
    expect((await run(['help', name])).stdout).toBe(stdout);
    const [options, examples] = stdout.split('Examples:') as [string, string];
    const flags = [...options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((match) => match[1] as string);
    expect(flags.length).toBeGreaterThan(2);
    expect(flags.filter((flag) => flag !== '--help' && !examples.includes(flag))).toEqual([]);
  });
});

describe('emend clean', () => {
  it('mirrors a folder and sums up on stderr', async () => {
    const at = makeFolder({
      'in/a.txt': 'High Minister',
      'in/b.jsonl': '{"text":"past.The"}\n{"text":"Sound."}\n',
    });
    const { code, stdout, stderr } = await run(['clean', at('in'), '--out', at('out')]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toBe(
      '2 files; 3 documents, 2 with edits\n2 edits: layout 1, spin 1\n  1  layout/glued-sentence\n  1  spin/en/politics:high minister\n',
    );
    expect(readFileSync(at('out/a.txt'), 'utf8')).toBe('Prime Minister');
    const resumed = await run(['clean', at('in'), '--out', at('out'), '--resume']);
    expect(resumed.stderr).toBe('0 files; 2 skipped as done; 0 documents, 0 with edits\nno edits\n');
  });

  it('gives the summary as data with --json', async () => {
    const at = makeFolder({ 'in/a.txt': 'High Minister' });
    const { stdout, stderr } = await run(['clean', at('in/*.txt'), '--out', at('out'), '--json']);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      files: 1,
      documents: 1,
      changed: 1,
      problems: 0,
      edits: { edits: 1 },
    });
  });

  it('counts what it passes through unrepaired, names it, and exits with 1', async () => {
    const at = makeFolder({
      'in/a.txt': Buffer.from([0xff, 0, 1]),
      'in/b.jsonl': '{"body":"High Minister"}\n',
    });
    const { code, stderr } = await run(['clean', at('in'), '--out', at('out')]);
    expect(code).toBe(1);
    expect(stderr.split('\n').slice(0, 3)).toEqual([
      `emend: ${at('in/a.txt')}: no text in any known encoding`,
      `emend: ${at('in/b.jsonl')}:1: "text" is missing; name the field that holds the text`,
      '2 files; 0 documents, 0 with edits; 2 passed through unrepaired',
    ]);
    const named = await run(['clean', at('in/b.jsonl'), '--out', at('out'), '--field', 'body']);
    expect(named.code).toBe(0);
    expect(readFileSync(at('out/b.jsonl'), 'utf8')).toContain('{"body":"Prime Minister",');
  });

  it('makes only the edits that are asked for', async () => {
    const at = makeFolder({ 'in/a.txt': 'The past.The High Minister.' });
    await run(['clean', at('in'), '--out', at('out'), '--skip', 'layout', '--min-confidence', '0.9']);
    expect(readFileSync(at('out/a.txt'), 'utf8')).toBe('The past.The Prime Minister.');
    await run(['clean', at('in'), '--out', at('out'), '--max-harm', '0.01']);
    expect(readFileSync(at('out/a.txt'), 'utf8')).toBe('The past. The High Minister.');
  });

  it('shows a bar on a terminal', async () => {
    const at = makeFolder({ 'in/a.txt': 'High Minister', 'in/b.txt': Buffer.from([0xff, 0]) });
    const { stderr } = await run(['clean', at('in'), '--out', at('out')], { terminal: true });
    expect(stderr).toContain('2 of 2 files');
    expect(stderr).toContain('█');
    expect(stderr).toContain('1 document, 1 with edits; 1 passed through unrepaired');
  });

  it('stops when interrupted, and tells how to go on', async () => {
    const at = makeFolder({ 'in/a.txt': 'High Minister', 'in/b.txt': 'High Minister' });
    let released = false;
    const { code, stderr } = await run(['clean', at('in'), '--out', at('out')], {
      onInterrupt(interrupted) {
        interrupted();
        return () => {
          released = true;
        };
      },
    });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'emend: stopped; what is done is whole, go on with --resume\n',
    });
    expect(released).toBe(true);
    expect(existsSync(at('out'))).toBe(false);
  });

  it.each([
    [['in'], /required option '--out <folder>' not specified; see emend clean --help/],
    [['--out', 'out'], /missing required argument 'in'; see emend clean --help/],
    [['nowhere', '--out', 'out'], /nowhere does not exist; name files, folders or globs/],
  ])('refuses %j in one line, with exit code 2', async (args, advice) => {
    const { code, stdout, stderr } = await run(['clean', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^emend: [^\n]+\n$/);
    expect(stderr).toMatch(advice);
  });

  it('refuses to overwrite its input', async () => {
    const at = makeFolder({ 'in/a.txt': 'High Minister' });
    const { code, stderr } = await run(['clean', at('in'), '--out', at('in/out')]);
    expect(code).toBe(2);
    expect(stderr).toContain('lies in');
    expect(existsSync(at('in/out'))).toBe(false);
  });
});

describe('emend diagnose', () => {
  it('reads the article of a page, for files that are one and with --html', async () => {
    const prose =
      'The High Minister met the press on Monday, and said that the talks are close to their end for now.';
    const page = `<html lang=de><title>Talks near end</title><p>${prose}</p><p>${prose} So it is.</p>`;
    const at = makeFolder({ 'a.html': page });
    // The language is that of the diagnosis.
    const expected = { title: 'Talks near end', spun: 0.9, language: 'en' };
    for (const { stdout } of [
      await run(['diagnose', '--json', at('a.html')]),
      await run(['diagnose', '--json', '--html'], { stdin: page }),
    ])
      expect(JSON.parse(stdout)).toMatchObject(expected);
    expect((await run(['diagnose', '--html'], { stdin: '<p>' })).code).toBe(1);
    expect((await run(['diagnose', '--html', '--jsonl'])).code).toBe(2);
  });

  it('prints a line for each document, with the strongest signals', async () => {
    const at = makeFolder({
      'a.txt': 'The past.The High Minister.',
      'b.jsonl': '{"id":"x","text":"Sound."}\n{"text":"High Minister"}\n',
    });
    expect(await run(['diagnose', at('a.txt'), at('b.jsonl')])).toEqual({
      code: 0,
      stdout:
        ' spun  misread  broken  document\n' +
        ` 0.90     0.00    0.50  ${at('a.txt')}; spun: High Minister\n` +
        ` 0.00     0.00    0.00  ${at('b.jsonl')} x\n` +
        ` 0.90     0.00    0.00  ${at('b.jsonl')} 2; spun: High Minister\n`,
      stderr: '',
    });
  });

  it('prints the diagnosis of each document as a line of JSON with --json', async () => {
    const { stdout } = await run(['diagnose', '--json'], { stdin: 'High Minister' });
    expect(JSON.parse(stdout)).toEqual({
      file: 'standard input',
      ...{ spun: 0.9, misread: 0, broken: 0, language: 'en' },
      signals: [{ damage: 'spun', text: 'High Minister', count: 1, weight: 3, start: 0 }],
    });
    const records = await run(['diagnose', '--json', '--jsonl', '--field', 'body'], {
      stdin: '{"body":"a","id":7}',
    });
    expect(JSON.parse(records.stdout)).toMatchObject({ id: '7', spun: 0 });
  });

  it('goes on after what cannot be read, and exits with 1', async () => {
    const at = makeFolder({ 'a.txt': 'Sound.' });
    const { code, stdout, stderr } = await run(['diagnose', at('no.txt'), at('a.txt')]);
    expect(code).toBe(1);
    expect(stderr).toBe(`emend: ${at('no.txt')}: no such file; check the path\n`);
    expect(stdout).toContain(at('a.txt'));
  });
});

describe('emend evaluate', () => {
  const MARKED =
    'The {High=>Prime} Minister met his {best friend=>ally} in the past{=>. }The end of a High Minister.\n';
  const GOLD = `${JSON.stringify({
    id: 'gold',
    spun: 'The High Minister.',
    clean: 'The Prime Minister.',
    edits: [{ start: 4, end: 8, spun: 'High', clean: 'Prime' }],
  })}\n`;

  it('prints the figures of all articles together', async () => {
    const at = makeFolder({ 'a.marked.txt': MARKED, 'gold.jsonl': GOLD });
    const { code, stdout, stderr } = await run(['evaluate', at('a.marked.txt'), at('gold.jsonl')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'articles                 2  18 words',
        'restored            0.5000  of 4 gold edits',
        'optional restored   0.0000  of 0',
        'precision           0.6667  of 3 edits',
        'harm                55.556  edits of sound text for each 1,000 words',
        'word errors before  0.2500',
        'word errors after   0.0000',
        'word errors cut     1.0000  of those before',
        '',
      ].join('\n'),
    );
  });

  it('lists edits by what made them, and what went wrong', async () => {
    const at = makeFolder({ 'a.marked.txt': MARKED });
    const { stdout } = await run(['evaluate', '--by', 'rule', '--misses', at('a.marked.txt')]);
    expect(stdout).toContain('    2      1     0.5000     1         1  spin/en/politics:high minister\n');
    expect(stdout).toContain(
      'missed although the dictionary offers it:\nmissed  a.marked.txt  …The High Minister met his [best friend] in the past',
    );
    expect(stdout).toContain('edited wrongly:\nharm    a.marked.txt  …');
  });

  it('tells what the dictionary lacks, and how much it covers', async () => {
    const at = makeFolder({
      'a.marked.txt': 'The {High=>Prime} Minister, his {foes=>enemies} and {Foes=>enemies}.',
    });
    const { stdout } = await run(['evaluate', '--misses', at('a.marked.txt')]);
    expect(stdout).toContain('covered  0.5000  of 2 distinct pairs\n         0.3333  of 3 gold edits');
    expect(stdout).toMatch(/the dictionary lacks:\n2 {2}"foes" → "enemies"\n$/);
  });

  it('calibrates over all edits, or those from --min-confidence on', async () => {
    // The fake emender is 0.95 sure of two edits, one of them right, and 0.8 sure of a right one.
    const at = makeFolder({
      'a.marked.txt': 'The {High=>Prime} Minister in the past.{=> }The end of a High Minister.',
    });
    const { stdout } = await run(['evaluate', '--calibration', at('a.marked.txt')]);
    expect(stdout).toContain('    2  0.9500  0.5000  0.9–1.0\n');
    // (2 · 0.45 + 1 · 0.2) / 3
    expect(stdout).toContain('expected calibration error 0.3667, over 3 edits\n');
    const sure = await run([
      'evaluate',
      '--calibration',
      '--json',
      '--min-confidence',
      '0.9',
      at('a.marked.txt'),
    ]);
    const { calibration } = JSON.parse(sure.stdout);
    expect(calibration.edits).toBe(2);
    expect(calibration.error).toBeCloseTo(0.45, 12);
    expect(calibration.bins).toHaveLength(10);
  });

  it('prints the figures of each file on their own with --each', async () => {
    const at = makeFolder({ 'a.marked.txt': MARKED, 'gold.jsonl': GOLD });
    const files = [at('a.marked.txt'), at('gold.jsonl')] as const;
    const alone = await Promise.all(files.map((file) => run(['evaluate', file])));
    const { stdout } = await run(['evaluate', '--each', ...files]);
    expect(stdout).toBe(files.map((file, i) => `${file}:\n${alone[i]?.stdout}`).join('\n'));
    const json = await run(['evaluate', '--each', '--json', ...files]);
    expect(
      json.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { file: files[0], articles: 1, gold: 3 },
      { file: files[1], articles: 1, gold: 1 },
    ]);
  });

  it('gives the figures as data with --json, named as the reference scorer names them', async () => {
    const at = makeFolder({ 'gold.jsonl': GOLD });
    const { stdout } = await run(['evaluate', '--json', '--by', 'repair', '--misses', at('gold.jsonl')]);
    expect(JSON.parse(stdout)).toEqual({
      ...{ articles: 1, words: 3, gold: 1, restored: 1, optional_restored: 0, tool_edits: 1, precision: 1 },
      ...{ harm_per_1000_words: 0, wer_before: 0.25, wer_after: 0, wer_cut: 1 },
      by: [{ name: 'spin', edits: 1, right: 1, harmful: 0, precision: 1, restored: 1 }],
      covered: { pairs: 1, pairsCovered: 1, edits: 1, editsCovered: 1 },
      lacking: [],
      findings: [],
    });
  });

  it('measures the harm done to the clean texts with --on-clean', async () => {
    const clean = { id: 'a', spun: 'x', clean: 'The High Minister.', edits: [] };
    const at = makeFolder({ 'gold.jsonl': GOLD + JSON.stringify(clean) });
    const { stdout } = await run(['evaluate', '--json', '--on-clean', at('gold.jsonl')]);
    expect(JSON.parse(stdout)).toMatchObject({
      articles: 2,
      words: 6,
      gold: 0,
      harm_per_1000_words: 166.667,
    });
  });

  it('scores texts that were repaired before with --repaired', async () => {
    const at = makeFolder({
      'gold.jsonl': GOLD,
      'out.jsonl':
        '{"id":"gold","text":"The First Minister.","edits":[{"start":4,"end":8,"replacement":"First"}]}\n',
      'other.jsonl': '{"id":"other","text":"a","edits":[]}\n',
    });
    const scored = await run(['evaluate', '--json', '--repaired', at('out.jsonl'), at('gold.jsonl')]);
    expect(JSON.parse(scored.stdout)).toMatchObject({ restored: 0, tool_edits: 1, precision: 0, wer_cut: 0 });
    const missing = await run(['evaluate', '--repaired', at('other.jsonl'), at('gold.jsonl')]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toBe(`emend: gold: not in ${at('other.jsonl')}; repair it too\n`);
  });

  it('scores the filter of emend repair --jsonl as it scores the repairs it makes itself', async () => {
    const at = makeFolder({ 'gold.jsonl': GOLD });
    const repaired = await run(['repair', '--jsonl', '--field', 'spun', at('gold.jsonl')]);
    const out = makeFolder({ 'out.jsonl': repaired.stdout })('out.jsonl');
    const own = await run(['evaluate', at('gold.jsonl')]);
    expect((await run(['evaluate', '--repaired', out, at('gold.jsonl')])).stdout).toBe(own.stdout);
  });

  it('gives no figures where a gold file cannot be read', async () => {
    const at = makeFolder({ 'a.txt': MARKED, 'bad.jsonl': '{"id":1}' });
    expect(await run(['evaluate', at('a.txt'), at('bad.jsonl')])).toEqual({
      code: 1,
      stdout: '',
      stderr: `emend: ${at('bad.jsonl')}: line 1: no "spun" text; write {id, spun, edits}\n`,
    });
  });
});
