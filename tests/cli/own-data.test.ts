import { describe, expect, it } from 'vitest';
import type { EmenderOptions } from '../../src/emender.js';
import { makeFolder, run } from './run.js';

const ENTRIES = 'spun\tstandard\tpos\twhen\tnote\nwidget box\tAcme Cube\tnoun\n';

const at = makeFolder({
  'mine.tsv': ENTRIES,
  'theirs.tsv': `\ufeff${ENTRIES}`,
  'names.txt': '# ours\r\nBest Friend\r\n\r\n  High Minister  \n',
  'more.txt': 'Acme',
  'latin1.txt': Uint8Array.of(0x63, 0x61, 0x66, 0xe9),
  'article.txt': 'High Minister.',
  'article.marked.txt': 'The {High=>Prime} Minister.',
});

describe.each([
  ['repair', [at('article.txt')]],
  ['clean', [at('article.txt'), '--out', at('out')]],
  ['diagnose', [at('article.txt')]],
  ['evaluate', ['--misses', at('article.marked.txt')]],
])('emend %s', (command, args) => {
  it('reads dictionaries and protected phrases of the user', async () => {
    const loaded: (EmenderOptions | undefined)[] = [];
    const flags = ['--dictionary', at('mine.tsv'), '--dictionary', at('theirs.tsv')];
    const protect = ['--protect', at('names.txt'), '--protect', at('more.txt')];
    const { code } = await run([command, ...flags, ...protect, ...args], {
      onLoad: (options) => loaded.push(options),
    });
    expect(code).toBe(0);
    expect(loaded.length).toBe(command === 'evaluate' ? 2 : 1);
    for (const options of loaded) {
      expect(options).toEqual({
        dictionaries: [
          { name: at('mine.tsv'), text: ENTRIES },
          { name: at('theirs.tsv'), text: ENTRIES },
        ],
        protect: ['Best Friend', 'High Minister', 'Acme'],
      });
    }
  });

  it.each([
    ['--dictionary', 'none.tsv', 'no such file; check the path'],
    ['--protect', 'none.txt', 'no such file; check the path'],
    ['--protect', 'latin1.txt', 'UTF-8'],
  ])('refuses %s %s in one line, with exit code 1', async (flag, file, message) => {
    const { code, stdout, stderr } = await run([command, flag, at(file), ...args]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^emend: [^\n]+\n$/);
    expect(stderr).toContain(`${at(file)}: `);
    expect(stderr).toContain(message);
  });
});
