import { describe, expect, it } from 'vitest';
import { makeFolder, run } from './run.js';

const tsv = (...lines: string[]): string =>
  ['spun|standard|pos|when|note', ...lines, ''].join('\n').replaceAll('|', '\t');

describe('emend dictionary', () => {
  it.each(['check', 'stats', 'lookup'])('shows an example of every flag of %s', async (name) => {
    const { stdout } = await run(['dictionary', name, '--help']);
    const [options, examples] = stdout.split('Examples:') as [string, string];
    const flags = [...options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((match) => match[1] as string);
    expect(flags.filter((flag) => flag !== '--help' && !examples.includes(flag))).toEqual([]);
  });

  it.each([
    [[], 'no command; name what to do; see emend dictionary --help'],
    [['chek'], "unknown command 'chek' (Did you mean check?); see emend dictionary --help"],
    [['lookup'], "missing required argument 'terms'; see emend dictionary --help"],
  ])('refuses %j in one line, with exit code 2', async (args, advice) => {
    expect(await run(['dictionary', ...args])).toEqual({ code: 2, stdout: '', stderr: `emend: ${advice}\n` });
  });
});

describe('emend dictionary check', () => {
  it('is content with a good dictionary', async () => {
    const at = makeFolder({ 'mine.tsv': tsv('zzhigh minister|prime minister|noun') });
    expect(await run(['dictionary', 'check', at('mine.tsv')])).toEqual({
      code: 0,
      stdout: '1 entries, 0 errors, 0 warnings\n',
      stderr: '',
    });
  });

  it('names file, line, column and what to do, and exits with 1 for errors', async () => {
    const at = makeFolder({ 'mine.tsv': tsv('a b|c d|nuon', 'xx yy|yy xx|fixed', 'yy xx|xx yy|fixed') });
    const { code, stdout, stderr } = await run(['dictionary', 'check', at('mine.tsv')]);
    expect(code).toBe(1);
    const [bad, ...loop] = stdout.trimEnd().split('\n');
    expect(bad).toMatch(/mine\.tsv:2:9: error: unknown pos "nuon"; use one of noun, /);
    expect(loop).toEqual([
      expect.stringMatching(/mine\.tsv:3:1: error: "xx yy" → "yy xx" and back in mine:4; mark/),
      expect.stringMatching(/mine\.tsv:4:1: error: /),
    ]);
    expect(stderr).toBe('emend: 2 entries, 3 errors, 0 warnings; mend the errors\n');
  });

  it('tells which entries would change sound texts, and the first places', async () => {
    const at = makeFolder({
      'mine.tsv': tsv('best zzfriend|ally|noun', 'zzbarter|negotiate|verb|spun'),
      'a.txt': 'He zzbartered.\nMy best zzfriends.',
      'news.jsonl':
        '{"text":"spun","clean":"\\u00c9 best zzfriend"}\n\n{"id":2,"text":"best zzfriend, best zzfriend"}\n',
    });
    const sound = ['--sound', at('a.txt'), '--sound', at('news.jsonl')];
    const { code, stdout } = await run(['dictionary', 'check', ...sound, at('mine.tsv')]);
    expect(code).toBe(0);
    const places = `${at('a.txt')}:2:4, ${at('news.jsonl')}:1:32, ${at('news.jsonl')}:3:17`;
    expect(stdout).toContain(
      `mine.tsv:2:1: warning: "best zzfriend" stands 4 times in sound text (${places}); mark it`,
    );
    expect(stdout).toMatch(/\n2 entries, 0 errors, 1 warning\n$/);
    const json = await run(['dictionary', 'check', '--json', ...sound, at('mine.tsv')]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      line: 2,
      severity: 'warning',
      places: places.split(', '),
    });
  });

  it('complains of records without a text, and of sound texts that cannot be read', async () => {
    const at = makeFolder({
      'mine.tsv': tsv('zza|b|fixed'),
      'news.jsonl': '{"text":"zza"}\n{"body":"zza"}\n',
    });
    const check = (file: string) => run(['dictionary', 'check', '--sound', file, at('mine.tsv')]);
    const { code, stdout, stderr } = await check(at('news.jsonl'));
    expect(code).toBe(1);
    expect(stdout).toContain('"zza" stands once in sound text');
    expect(stderr).toBe(
      `emend: ${at('news.jsonl')}:2: "clean" or "text" is missing; one of them must hold the text\n`,
    );
    const missing = await check(at('none.jsonl'));
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toBe(`emend: ${at('none.jsonl')}: no such file; check the path\n`);
  });

  it('checks synonym groups beside entries', async () => {
    const at = makeFolder({
      'mine.tsv': tsv('zzhigh minister|prime minister|noun'),
      'groups.tsv': 'pos\twords\nnoun\tprime minister | zzhigh minister\nnoun\tally\n',
    });
    const { stdout } = await run(['dictionary', 'check', at('mine.tsv'), at('groups.tsv')]);
    expect(stdout).toMatch(/groups\.tsv:3:6: error: no group; write two or more terms parted by " \| "\n$/);
  });

  it('finds nothing to say about what emend ships', async () => {
    expect(await run(['dictionary', 'check'])).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d{5,6} entries, 0 errors, 0 warnings\n$/),
      stderr: '',
    });
  });
});

describe('emend dictionary stats', () => {
  const at = makeFolder({
    'mine.tsv': tsv(
      'best friend|friend|noun',
      ...[
        'big|large|fixed|spun',
        'big|major|fixed',
        'big|great|fixed',
        'huge|large|fixed',
        'huge|great|fixed',
      ],
    ),
    'groups.tsv': 'pos\twords\nfixed\tmet | encountered\n',
  });

  it('counts what emend ships', async () => {
    const { stdout } = await run(['dictionary', 'stats', '--json']);
    expect(JSON.parse(stdout).entries).toBeGreaterThan(3000);
  });

  it('counts what a file holds, and its forms by the number of their standards', async () => {
    const { stdout } = await run(['dictionary', 'stats', at('mine.tsv')]);
    const lines = stdout.split('\n').map((line) => line.trimStart());
    expect(lines.slice(0, 5)).toEqual([
      '6  entries',
      '6    in mine',
      '1    noun',
      '5    fixed',
      '1    only in spun documents',
    ]);
    const forms = lines.indexOf('4  spun forms, inflected ones made');
    expect(lines.slice(forms + 1, forms + 5)).toEqual([
      ...[
        '2    with 1 standard',
        '1    with 2 standards',
        '1    with 3–5 standards',
        '0    with 6+ standards',
      ],
    ]);
  });

  it('tells how many frequent words can be restored, by entries alone and by groups too', async () => {
    const { stdout } = await run(['dictionary', 'stats', at('mine.tsv'), at('groups.tsv')]);
    // The words of the model: the, friend, met, prime, minister.
    expect(stdout).toMatch(
      /^5 {2}most frequent words of news, without names\n1 {4}standards of entries, 20 %\n2 {4}standards of entries or groups, 40 %\n/m,
    );
    const json = await run(['dictionary', 'stats', '--json', at('mine.tsv'), at('groups.tsv')]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      coverage: [1, 2].map(() => ({ words: 5, written: 1, withGroups: 2 })),
    });
  });
});

describe('emend dictionary lookup', () => {
  const at = makeFolder({
    'mine.tsv': tsv('zzbarter|negotiate|verb|spun; near: deal|e.g. talks', 'best friend|zzally|noun|spun'),
  });
  const lookUp = (...args: string[]) =>
    run(['dictionary', 'lookup', ...args, '--dictionary', at('mine.tsv')]);

  it('tells what a term becomes by itself, or that it stays outside spun articles', async () => {
    const { code, stdout } = await lookUp('High Minister', 'zzbartered');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^"High Minister" becomes "Prime Minister" by itself, confidence 0\.95\n/);
    expect(stdout).toContain('\n"zzbartered" stays as it is outside spun articles\n');
  });

  it('shows the entries of a term with file and line, and the weight of the candidate', async () => {
    const { stdout } = await lookUp('zzbartered');
    expect(stdout.split('\n')[1]).toMatch(
      /^1\.000 {2}zzbarter → negotiate {2}verb {2}\S*mine\.tsv:2 {2}spun; near: deal \| e\.g\. talks$/,
    );
    const records = (await lookUp('zzbarters', '--json')).stdout.trimEnd().split('\n');
    expect(records.map((line) => JSON.parse(line))).toEqual([
      {
        ...{ term: 'zzbarters', becomes: null, confidence: null, rule: 'spin/mine:zzbarter', line: 2 },
        ...{
          path: expect.stringMatching(/mine\.tsv$/),
          spun: 'zzbarter',
          standard: 'negotiate',
          pos: 'verb',
        },
        ...{ when: 'spun; near: deal', note: 'e.g. talks', weight: 1 },
      },
    ]);
  });

  it('shows entries that ship beside those of a dictionary of the user, the weightiest first', async () => {
    const { stdout } = await lookUp('best friends', '--json');
    const entries = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries[0]).toMatchObject({ rule: 'spin/mine:best friend', standard: 'zzally' });
    expect(entries).toContainEqual(
      expect.objectContaining({ rule: 'spin/en/politics:best friend', standard: 'ally' }),
    );
    expect(entries[0].weight).toBeGreaterThan(0.5);
  });

  it('gives no weight where the term is the standard', async () => {
    const { stdout } = await lookUp('zzally');
    expect(stdout).toMatch(
      /^"zzally" stays as it is\n {2}best friend → zzally {2}noun {2}\S*mine\.tsv:3 {2}spun\n$/,
    );
  });

  it('suggests the nearest term where there is none', async () => {
    expect(await lookUp('zzbartre')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'emend: no entry for "zzbartre". Did you mean zzbarter?\n',
    });
  });
});
