import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What the package may hold; anything else got in by mistake. */
const ALLOWED =
  /^(package\.json|README\.md|LICENSE|NOTICE\.md|CHANGELOG\.md|dist\/.+\.(js|d\.ts)|dictionaries\/en\/((spin|terms|lexicon|language-model)\.bin|ocr\/confusions\.tsv|(groups|layout|spin|terms)\/[\w-]+\.tsv|statistics\/(background|forms|pairs)\.tsv))$/;
const NEEDED = [
  ...['README.md', 'LICENSE', 'NOTICE.md', 'CHANGELOG.md', 'dist/index.js', 'dist/index.d.ts'],
  // For every repair.
  ...[
    'dictionaries/en/spin.bin',
    'dictionaries/en/terms.bin',
    'dictionaries/en/language-model.bin',
    'dictionaries/en/lexicon.bin',
    'dictionaries/en/ocr/confusions.tsv',
    'dictionaries/en/layout/starters.tsv',
  ],
  // For `emend dictionary`.
  ...[
    'groups/politics.tsv',
    'spin/politics.tsv',
    'statistics/background.tsv',
    'statistics/forms.tsv',
    'statistics/pairs.tsv',
  ].map((name) => `dictionaries/en/${name}`),
];

/**
 * Bytes of the tarball. The language model packs to 12.4 MB: quantised probabilities are close to random. The compiled
 * dictionary packs to 4.2 MB (synonym groups more than double its candidates, and each has its share by setting), its text
 * with the counts to 0.8 MB, the code to 0.3 MB (0.1 MB of it came with formats of OCR, measuring it and reading Hunspell's
 * files), the lexicon of the OCR repair to 0.9 MB (0.25 MB of it are 45,000 names and words of other languages, old spelling,
 * dialects and science, known so as to be left alone), the terms to 0.7 MB: 20.2 MB in all. Whoever raises it says here what the
 * bytes are for.
 */
const CEILING = 21_500_000;

const SENTENCE = 'The High Minister met the press on Monday.';
const RESTORED = 'The Prime Minister met the press on Monday.';

describe('the packed package', () => {
  const place = mkdtempSync(join(tmpdir(), 'emend-package-'));
  let packed: { filename: string; size: number; files: { path: string }[] };

  beforeAll(() => {
    // Without scripts: `npm test` has just built, and a second build would pull dist from under other tests.
    const output = run(ROOT, 'npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', place);
    packed = JSON.parse(output)[0];
    install();
  }, 120_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('holds what it should and nothing else', () => {
    const paths = packed.files.map((file) => file.path);
    expect(paths.filter((path) => !ALLOWED.test(path))).toEqual([]);
    expect(NEEDED.filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('holds no code whose source is gone (npm run clean && npm run build)', () => {
    const sources = packed.files
      .filter((file) => file.path.startsWith('dist/'))
      .map((file) => file.path.replace(/^dist/, 'src').replace(/(\.d\.ts|\.js)$/, '.ts'));
    expect(sources.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('stays under its ceiling of size', () => {
    expect(packed.size).toBeLessThan(CEILING);
  });

  it('has a manifest that Node, TypeScript and bundlers read alike', async () => {
    const tarball = new Uint8Array(readFileSync(join(place, packed.filename))).buffer;
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
  });

  it('can be imported, repairs a sentence and measures the repair', () => {
    const program = `
      import { applyEdits, loadEmender } from 'emend';
      import { parseMarked, scoreArticle, totalScores } from 'emend/evaluation';
      import { readOcrDocument, repairOcrDocument } from 'emend/ocr';
      const emender = await loadEmender();
      const [, text, marked] = process.argv;
      const repair = emender.repair(text);
      const { restored } = totalScores([scoreArticle(parseMarked('sentence', marked), repair)]);
      const page = readOcrDocument(\`<p class="ocr_page">\${text}</p>\`);
      const { source } = repairOcrDocument(page, emender);
      console.log(JSON.stringify({ text: repair.text, rebuilt: applyEdits(text, repair.edits), restored, source }));`;
    const marked = SENTENCE.replace('High', '{High=>Prime}');
    const output = run(place, process.execPath, '--input-type=module', '--eval', program, SENTENCE, marked);
    expect(JSON.parse(output)).toEqual({
      ...{ text: RESTORED, rebuilt: RESTORED, restored: 1 },
      source: `<p class="ocr_page">${RESTORED}</p>`,
    });
  });

  it.each(['nodenext', 'bundler'])(
    'has types that a strict project can use without @types/node (%s)',
    (resolution) => {
      const program = `
      import { type Alternative, type Edit, type EmenderData, loadEmender, type Repair } from 'emend';
      import { type GoldArticle, readGold } from 'emend/evaluation';
      import { type EngineWord, readOcrDocument } from 'emend/ocr';
      export const words: readonly EngineWord[] = readOcrDocument('')?.words ?? [];
      const repair: Repair = (await loadEmender()).repair('text', { minConfidence: 0.9, only: ['spin'] });
      export const edits: readonly Edit[] = repair.edits;
      export const others: readonly Alternative[] = edits.flatMap((edit) => edit.alternatives ?? []);
      export const gold: readonly GoldArticle[] = readGold('');
      export const data: Partial<EmenderData> = { dictionary: new Uint8Array() };
      // @ts-expect-error: a repair is made of a string
      (await loadEmender()).repair(1);`;
      writeFileSync(join(place, 'program.ts'), program);
      const options = {
        target: 'ES2023',
        module: resolution === 'bundler' ? 'preserve' : 'nodenext',
        moduleResolution: resolution,
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
      };
      const config = { compilerOptions: options, files: ['program.ts'] };
      writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(config));
      run(place, process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.');
    },
  );

  it('installs a command line tool that tells its version and repairs its standard input', () => {
    const npx = (input: string, ...words: string[]) =>
      execFileSync('npx', ['--no-install', 'emend', ...words], { cwd: place, encoding: 'utf8', input });
    expect(npx('', '--version').trim()).toContain(manifest.version);
    expect(npx(`${SENTENCE}\n`, 'repair')).toBe(`${RESTORED}\n`);
  });

  /**
   * Installs the tarball into an empty project, with the dependencies that the repository has locked: these are in npm's
   * cache since its own `npm ci`, so that no network is needed.
   */
  function install(): void {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
    const { '': root, ...installed } = lock.packages;
    const dependencies = { emend: `file:${packed.filename}` };
    const project = { name: 'empty', private: true, type: 'module', dependencies };
    const emend = {
      version: manifest.version,
      resolved: dependencies.emend,
      bin: manifest.bin,
      dependencies: root.dependencies,
    };
    const needed = Object.entries<{ dev?: boolean }>(installed).filter(([, each]) => !each.dev);
    const packages = { '': project, 'node_modules/emend': emend, ...Object.fromEntries(needed) };
    writeFileSync(join(place, 'package.json'), JSON.stringify(project));
    writeFileSync(
      join(place, 'package-lock.json'),
      JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
    );
    run(place, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  }
});

/** Standard output of a command; throws with all that it printed when it fails. */
function run(cwd: string, command: string, ...words: string[]): string {
  try {
    return execFileSync(command, words, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${words.join(' ')}\n${stdout}${stderr}`);
  }
}
