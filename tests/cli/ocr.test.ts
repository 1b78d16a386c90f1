import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../src/lexicon/lexicon.js';
import type { LoadOptions } from '../../src/load.js';
import { makeFolder, run } from './run.js';

const page = (ocr: string, gt: string) => `${JSON.stringify({ id: 'a', ocr, gt })}\n`;
const TBE = page('tbe bouse and the hat', 'the house and the hat');
const CANBE = page('it canbe', 'it can be');
const HEADER = 'true\tseen\trate\n';

const at = makeFolder({
  'tbe.jsonl': TBE + TBE,
  'canbe.jsonl.gz': gzipSync(CANBE.repeat(3)),
  'unlike.jsonl': page('1234567890', 'the house') + TBE.repeat(3),
  'bad.jsonl': `${TBE}{"id": "b", "ocr": "tbe"}\n`,
  'good.tsv': `${HEADER}h\tb\t92\n`,
  'bad.tsv': `${HEADER}h\tb\tmany\n`,
  'fr.aff': 'SET UTF-8\n',
  'fr.dic': '2\nmaison\nfenêtre\n',
  'bad.dic': 'maison\n',
  'page.txt': 'tbe house',
  'page.marked.txt': 'The {High=>Prime} Minister.',
});

describe('emend ocr learn', () => {
  it('prints what was read for what, commonest first', async () => {
    const { code, stdout, stderr } = await run(['ocr', 'learn', at('tbe.jsonl'), at('canbe.jsonl.gz')]);
    expect(stdout).toBe(`${HEADER}h\tb\t4440\n␣\tε\t2000\n`);
    expect(stderr).toBe('5 texts with 7 confusions of 2 kinds; 2 kinds listed, with 7 of them\n');
    expect(code).toBe(0);
  });

  it('leaves out what was read too rarely, and writes into a file', async () => {
    const out = at('new/confusions.tsv');
    const args = ['--min-count', '4', '--out', out, at('tbe.jsonl'), at('canbe.jsonl.gz')];
    const { code, stdout, stderr } = await run(['ocr', 'learn', ...args]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(`${HEADER}h\tb\t4440\n`);
    expect(stderr).toContain(`1 kind listed, with 4 of them, in ${out}`);
  });

  it('tells of texts that are not each other’s', async () => {
    const { code, stdout, stderr } = await run(['ocr', 'learn', at('unlike.jsonl')]);
    expect(stdout).toBe(`${HEADER}h\tb\t4620\n`);
    expect(stderr).toContain('1 of 4 stretches left out as too long or too unlike');
    expect(code).toBe(0);
  });

  it.each([
    [['none.jsonl'], 1, 'none.jsonl: no such file; check the path'],
    [['bad.jsonl'], 1, 'bad.jsonl: line 2: no "ocr" and "gt"; write {id, ocr, gt}'],
    [['--min-count', '0', 'tbe.jsonl'], 2, 'Give a whole number from 1 on'],
    [[], 2, "missing required argument 'pairs'"],
  ])('refuses %j in one line', async (args, code, message) => {
    const files = args.map((arg) => (arg.endsWith('.jsonl') ? at(arg) : arg));
    const outcome = await run(['ocr', 'learn', '--out', at('refused.tsv'), ...files]);
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toMatch(/^emend: [^\n]+\n$/);
    expect(outcome.stderr).toContain(message);
    expect(existsSync(at('refused.tsv'))).toBe(false);
  });

  it('has an example of every flag', async () => {
    const { stdout } = await run(['ocr', 'learn', '--help']);
    const [usage = '', examples = ''] = stdout.split('\nExamples:\n');
    const flags = usage.match(/--[a-z-]+/g) ?? [];
    expect(flags).toContain('--min-count');
    expect(flags.filter((flag) => flag !== '--help' && !examples.includes(flag))).toEqual([]);
  });
});

describe.each([
  ['repair', [at('page.txt')]],
  ['clean', [at('page.txt'), '--out', at('out')]],
  ['diagnose', [at('page.txt')]],
  ['evaluate', [at('page.marked.txt')]],
])('emend %s --confusions', (command, args) => {
  it('takes a table of the user in place of the shipped one', async () => {
    const loaded: (LoadOptions | undefined)[] = [];
    const onLoad = (options: LoadOptions | undefined) => loaded.push(options);
    expect((await run([command, '--confusions', at('good.tsv'), ...args], { onLoad })).code).toBe(0);
    expect(loaded).toEqual([
      { dictionaries: [], protect: [], data: { ocr: { confusions: `${HEADER}h\tb\t92\n` } } },
    ]);
  });

  it('tells where a table is bad', async () => {
    const { code, stdout, stderr } = await run([command, '--confusions', at('bad.tsv'), ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toBe(
      `emend: ${at('bad.tsv')}:2:5: "many" is no rate; give the readings in 10000 occurrences of the truth\n`,
    );
  });
});

describe('emend ocr lexicon', () => {
  const compile = (dic: string, out: string, ...more: string[]) =>
    run(['ocr', 'lexicon', at('fr.aff'), at(dic), '--language', 'fr', '--out', at(out), ...more]);

  it('makes a lexicon that --lexicon takes', async () => {
    const made = await compile('fr.dic', 'made/fr.bin');
    expect(made).toEqual({ code: 0, stdout: '', stderr: `2 words of fr in ${at('made/fr.bin')}\n` });
    const loaded: (LoadOptions | undefined)[] = [];
    const { code } = await run(['repair', '--lexicon', at('made/fr.bin'), at('page.txt')], {
      onLoad: (options) => loaded.push(options),
    });
    expect(code).toBe(0);
    const { lexicon } = loaded[0]?.data?.ocr ?? {};
    expect(openLexicon(lexicon as Uint8Array).words).toEqual(['fenêtre', 'maison']);
  });

  it('names what it cannot read, and leaves nothing half written', async () => {
    const { code, stderr } = await compile('bad.dic', 'bad.bin');
    expect(code).toBe(1);
    expect(stderr).toContain(`${at('bad.dic')}: Hunspell .dic, line 1: the number of words is missing`);
    expect(existsSync(at('bad.bin'))).toBe(false);
    expect((await compile('none.dic', 'bad.bin')).stderr).toContain('no such file');
  });

  it('refuses what is no language, and what is no lexicon', async () => {
    const wrong = await run([
      'ocr',
      'lexicon',
      at('fr.aff'),
      at('fr.dic'),
      '--language',
      'f',
      '--out',
      at('x'),
    ]);
    expect(wrong.code).toBe(2);
    const { code, stderr } = await run(['repair', '--lexicon', at('page.txt'), at('page.txt')]);
    expect(code).toBe(1);
    expect(stderr).toContain('make it with emend ocr lexicon');
  });
});
