import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStatistics } from '../../src/dictionary/statistics.js';
import { makeFolder, run } from './run.js';

const HEADER = 'spun\tstandard\tpos\twhen\tnote\n';

describe('emend dictionary learn', () => {
  it('proposes what the dictionary lacks, as a dictionary', async () => {
    const at = makeFolder({
      'a.marked.txt': 'The {zzexcellent religion=>good faith} of {zzland=>Qatar|Kuwait} came.',
      'mine.tsv': `${HEADER}zzland\tqatar\tfixed\n`,
    });
    const args = ['dictionary', 'learn', '--dictionary', at('mine.tsv'), at('a.marked.txt')];
    const { code, stdout, stderr } = await run(args);
    expect(stdout.startsWith(`${HEADER}zzexcellent religion\tgood faith\tfixed\tspun\t1 of 1: `)).toBe(true);
    expect(stdout).toContain('The [zzexcellent religion ← good faith] of zzland');
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stderr).toBe('1 article with 2 substitutions; 1 entry proposed for 1 of them\n');
    expect(code).toBe(0);
  });

  it('proposes entries that the dictionary check takes', async () => {
    const edit = { start: 0, end: 9, clean: 'negotiates' };
    const at = makeFolder({
      'gold.jsonl': `${JSON.stringify({ id: 'a', spun: 'zzbarters a deal', edits: [edit] })}\n`,
    });
    const { stdout } = await run(['dictionary', 'learn', at('gold.jsonl')]);
    const proposed = makeFolder({ 'proposed.tsv': stdout });
    expect(await run(['dictionary', 'check', proposed('proposed.tsv')])).toMatchObject({
      code: 0,
      stdout: '1 entries, 0 errors, 0 warnings\n',
    });
  });

  it('leaves out what was seen too rarely', async () => {
    const at = makeFolder({
      'a.marked.txt': 'A {zzgov=>government} and a {zzgov=>government}, a {zzpal=>ally}.',
    });
    const { stdout } = await run(['dictionary', 'learn', '--min-count', '2', at('a.marked.txt')]);
    expect(stdout).toContain('zzgov\tgovernment\t');
    expect(stdout).not.toContain('\nzzpal');
  });

  it('proposes the commonest only, into a file, where that is asked', async () => {
    const at = makeFolder({
      'a.marked.txt': 'A {zzgov=>government} and a {zzgov=>government}, a {zzpal=>ally}.',
    });
    const args = ['--limit', '1', '--out', at('new/proposed.tsv'), at('a.marked.txt')];
    const { code, stdout, stderr } = await run(['dictionary', 'learn', ...args]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('1 entry proposed for 2 of them in ');
    const lines = readFileSync(at('new/proposed.tsv'), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t')[0])).toEqual(['spun', 'zzgov']);
  });

  it('counts what the weights of a dictionary are learnt from', async () => {
    const at = makeFolder({
      'a.marked.txt': 'Two {zzpals=>allies} and a {zzpal=>ally}. The zzpal.',
      'mine.tsv': `${HEADER}zzpal\tally\tnoun\n`,
      'news.txt': 'An ally.\nAllies and an ally.\n',
    });
    const args = ['--dictionary', at('mine.tsv'), '--counts', at('counts'), '--sound', at('news.txt')];
    const { code, stdout } = await run(['dictionary', 'learn', ...args, at('a.marked.txt')]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: HEADER });
    const read = (name: string) => readFileSync(at(`counts/${name}`), 'utf8');
    const statistics = parseStatistics({
      pairs: read('pairs.tsv'),
      forms: read('forms.tsv'),
      background: read('background.tsv'),
    });
    expect(Object.fromEntries(statistics.pairs)).toEqual({ 'zzpal\tally': [1, 0], 'zzpals\tallies': [1, 0] });
    expect(statistics.forms.get('ally')).toEqual({ replaced: [1, 0], kept: [0, 0], substitute: 0 });
    expect(statistics.forms.get('zzpals')?.substitute).toBe(1);
    expect(statistics.background.get('ally')).toBe(2);
    expect(statistics.backgroundWords).toBe(6);
  });

  it('aligns records without edits', async () => {
    const record = {
      id: 'a',
      spun: 'The zzpal of the country came.',
      clean: 'The ally of the country came.',
    };
    const at = makeFolder({ 'pairs.jsonl': JSON.stringify(record) });
    const args = ['--dictionary', '/dev/null', at('pairs.jsonl')];
    const { code, stdout, stderr } = await run(['dictionary', 'learn', ...args]);
    expect(stdout).toContain('zzpal\tally\tfixed\tspun\t1 of 1: The [zzpal ← ally] of the country came.');
    expect(stderr).toBe(
      '1 article with 1 substitution; 1 aligned, 0 places left out as unclear; 1 entry proposed for 1 of them\n',
    );
    expect(code).toBe(0);
  });

  it('aligns the files of two folders that have the same names', async () => {
    const at = makeFolder({
      'spun/a.txt': 'The zzpal of the country came.',
      'spun/b.txt': 'Nothing lies beside it.',
      'spun/c.txt': 'A fox ran over some fields.',
      'spun/d.jsonl': '{"id": 1, "text": "The zzfoe of the country came."}\n{"id": 2, "text": "Nothing."}',
      'original/a.txt': 'The ally of the country came.',
      'original/c.txt': 'Nobody saw what was there!',
      'original/d.jsonl': '{"id": 1, "text": "The enemy of the country came."}',
    });
    const args = ['--dictionary', '/dev/null', '--original', at('original'), at('spun')];
    const { code, stdout, stderr } = await run(['dictionary', 'learn', ...args]);
    expect(stdout.match(/^zz\w+\t\w+/gm)).toEqual(['zzfoe\tenemy', 'zzpal\tally']);
    expect(stderr).toContain(`b.txt: ${at('original')} has nothing of the same name; left out`);
    expect(stderr).toContain(`d.jsonl: 2: ${at('original')} has nothing of the same name; left out`);
    expect(stderr).toContain('c.txt: too long, or has too little in common with its original; left out');
    expect(stderr).toContain('2 articles with 2 substitutions; 2 aligned');
    expect(code).toBe(1);
  });

  it('aligns two files, whatever their names', async () => {
    const at = makeFolder({ 'a.txt': 'The zzpal of it came.', 'b.md': 'The ally of it came.' });
    const args = ['--dictionary', '/dev/null', at('a.txt'), '--original', at('b.md')];
    const { code, stdout } = await run(['dictionary', 'learn', ...args]);
    expect(stdout).toContain('\nzzpal\tally\t');
    expect(code).toBe(0);
  });

  it('learns from what a person made of a repair, as it was printed', async () => {
    const spun = JSON.stringify({ body: 'The High Minister met a zzpal of Qatar.' });
    const { stdout: printed } = await run(['repair', '--jsonl', '--field', 'body'], { stdin: spun });
    const record = { ...JSON.parse(printed), final: 'The Prime Minister met an ally of Qatar.' };
    expect(record.edits).toHaveLength(1);
    const at = makeFolder({
      'corrected.jsonl': JSON.stringify(record),
      'mine.tsv': `${HEADER}high minister\tprime minister\tnoun\n`,
    });
    const args = [
      '--dictionary',
      at('mine.tsv'),
      '--field',
      'body',
      '--original-field',
      'final',
      at('corrected.jsonl'),
    ];
    const { stdout } = await run(['dictionary', 'learn', ...args]);
    expect(stdout.trimEnd().split('\n').slice(1)).toEqual([
      'zzpal\tally\tfixed\tspun\t1 of 1: The High Minister met a [zzpal ← ally] of Qatar.',
    ]);
  });

  it.each([
    [['--original', 'missing', 'gold.jsonl'], 2, 'does not exist; name files, folders or globs'],
    [['--field', 'edits', 'gold.jsonl'], 2, 'This member takes results.'],
    [['--min-count', '0', 'gold.jsonl'], 2, 'Give a whole number from 1 on; see emend dictionary --help'],
    [['--sound', 'a.txt', 'gold.jsonl'], 2, '--sound is counted for --counts; name its folder'],
    [['missing.jsonl'], 1, 'missing.jsonl: no such file; check the path'],
  ])('refuses %j in one line', async (args, code, advice) => {
    const outcome = await run(['dictionary', 'learn', ...args]);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(advice);
  });

  it('shows an example of every flag', async () => {
    const { stdout } = await run(['dictionary', 'learn', '--help']);
    const [options, examples] = stdout.split('Examples:') as [string, string];
    const flags = [...options.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((match) => match[1] as string);
    expect(flags.filter((flag) => flag !== '--help' && !examples.includes(flag))).toEqual([]);
  });
});
