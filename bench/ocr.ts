import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { scorePage, totalPages } from '../dist/evaluation.js';
import { loadEmender, VERSION } from '../dist/index.js';
import { alignColumns } from '../dist/report/table.js';
import { describeRun } from './machine.js';
import { round } from './measure.js';
import { readSample, type Sample } from './ocr-sample.js';
import { loadNatural } from './peers/natural.js';
import { loadNspell } from './peers/nspell.js';
import { loadSpellcheckerWasm } from './peers/spellchecker-wasm.js';
import { correctWith, type Speller } from './peers/speller.js';
import { loadSymSpell } from './peers/symspell.js';

/** Something that repairs texts. */
interface Tool {
  readonly name: string;
  readonly repair: (text: string) => string;
}

/**
 * What a tool made of a sample. Cuts and shares are in per cent; a cut below 0 means more errors than before. Where there were none,
 * only `broken` says something.
 */
interface Figures {
  readonly tool: string;
  readonly cerCut: number | null;
  readonly werCut: number | null;
  readonly fixed: number | null;
  readonly broken: number;
  readonly wordsPerSecond: number;
  readonly kilobytesPerSecond: number;
}

/**
 * Repairs OCR with emend and with spelling checkers, all on the same pages in the same run. The second half of the pages is timed, once:
 * the first warms up the engine, and a tool that remembers what it read would gain by repetition.
 *
 * @param args files of pages, and `--words` for how many words of each to take, 9,000 unless another is given, 0 for all
 */
export async function measureOcr(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { words: { type: 'string', default: '9000' } },
    allowPositionals: true,
  });
  const most = Number(values.words);
  if (positionals.length === 0 || !(most >= 0)) {
    throw new Error('name files with {id, ocr, gt} lines: npm run bench -- ocr [--words 9000] PAGES.jsonl…');
  }
  const samples = positionals.map((file) => readSample(file, most));
  const loadBefore = loadavg();
  console.error(`emend ${VERSION}, node ${process.version}, load ${loadBefore[0]?.toFixed(2)}`);
  const tools = await loadTools();
  const files = samples.map((sample) => {
    const figures = tools.map((tool) => measureTool(tool, sample));
    const { name, pages, words } = sample;
    console.error(`\n${name}, ${words} words\n${renderFigures(figures)}`);
    return { file: name, pages: pages.length, words, tools: figures };
  });
  return { ...describeRun(loadBefore), files };
}

async function loadTools(): Promise<Tool[]> {
  const emender = await loadEmender();
  const spellers = [loadSymSpell, loadSpellcheckerWasm, loadNspell, loadNatural];
  const peers = await Promise.all(spellers.map((load): Promise<Speller> => load()));
  return [
    { name: 'emend', repair: (text) => emender.repair(text).text },
    ...peers.map((peer) => ({ name: peer.name, repair: (text: string) => correctWith(peer, text) })),
  ];
}

function measureTool({ name, repair }: Tool, { pages, words, bytes }: Sample): Figures {
  const texts: string[] = [];
  let warmed = 0;
  for (const { ocr } of pages.slice(0, pages.length / 2)) {
    texts.push(repair(ocr));
    warmed += Buffer.byteLength(ocr);
  }
  const start = performance.now();
  for (const { ocr } of pages.slice(texts.length)) texts.push(repair(ocr));
  const time = performance.now() - start;
  const timed = bytes - warmed;
  const totals = totalPages(pages.map((page, i) => scorePage(page, texts[i] as string)));
  return {
    tool: name,
    cerCut: totals.characterErrors.before === 0 ? null : round(100 * totals.characterErrors.cut),
    werCut: totals.wordErrors.before === 0 ? null : round(100 * totals.wordErrors.cut),
    fixed: totals.wrong === 0 ? null : round(100 * totals.fixed),
    broken: round(100 * totals.broken),
    wordsPerSecond: Math.round((1000 * words * timed) / bytes / time),
    kilobytesPerSecond: round(timed / time),
  };
}

function renderFigures(figures: readonly Figures[]): string {
  const rows = figures.map(({ tool, cerCut, werCut, fixed, broken, wordsPerSecond, kilobytesPerSecond }) => [
    tool,
    ...[cerCut, werCut, fixed].map((share) => share?.toFixed(1) ?? '–'),
    broken.toFixed(3),
    wordsPerSecond.toLocaleString('en'),
    kilobytesPerSecond.toFixed(0),
  ]);
  return alignColumns(
    [['', 'CER cut %', 'WER cut %', 'fixed %', 'broken %', 'words/s', 'KB/s'], ...rows],
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  );
}
