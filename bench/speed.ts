import { loadavg } from 'node:os';
import { loadEmender, VERSION } from '../dist/index.js';
import { measureDictionary } from './dictionary.js';
import { describeRun } from './machine.js';
import { measure, round, type Task, type Timing } from './measure.js';
import { freshLoads, startTimes } from './processes.js';
import { type BenchText, readTexts, repeat } from './texts.js';

/**
 * Speed and memory of repairs, of the dictionary and of a start.
 *
 * @param goldFiles spun documents to repair besides the test article
 */
export async function measureSpeed(goldFiles: readonly string[]) {
  const { article, sound, spun } = readTexts(goldFiles);
  const loadBefore = loadavg();
  const timings: Timing[] = [];

  console.error(`emend ${VERSION}, node ${process.version}, load ${loadBefore[0]?.toFixed(2)}`);
  const starts = startTimes();
  const loads = freshLoads();
  tell(starts.bareNode, starts.version, loads.load);

  const emender = await loadEmender();
  const onArticle = await repairing(article);
  await repairing(sound);
  const all = join('all spun documents, one by one', spun);
  if (spun.length > 0) {
    const run = () => spun.map(({ text }) => emender.repair(text).edits.length);
    await time({ name: `repair: ${all.name}`, run, bytes: all.bytes });
  }
  await time({
    name: `diagnose: ${article.name}`,
    run: () => emender.diagnose(article.text),
    bytes: article.bytes,
  });

  const small = await repairing(repeat(article, 1e4));
  const large = await repairing(repeat(article, 1e7), { runs: 3, time: 0, warmup: 0 });
  const dictionary = await measureDictionary(repeat(article, 1e5));
  tell(...dictionary.timings);

  return {
    ...describeRun(loadBefore),
    timings,
    memoryMB: loads.memory,
    dictionary: { entries: dictionary.entries, forms: dictionary.forms },
    ratios: {
      'start: emend --version / node -e 0': round(starts.version.median / starts.bareNode.median),
      'a byte of 10 MB / a byte of 10 kB': round(rateOf(small) / rateOf(large)),
      'repair / diagnose': round(onArticle.median / (timings.find(isDiagnosis)?.median ?? Number.NaN)),
      ...dictionary.ratios,
    },
  };

  async function repairing(of: BenchText, limits: Partial<Task> = {}): Promise<Timing> {
    return time({
      name: `repair: ${of.name}`,
      run: () => emender.repair(of.text),
      bytes: of.bytes,
      ...limits,
    });
  }

  async function time(task: Task): Promise<Timing> {
    const timing = await measure(task);
    tell(timing);
    return timing;
  }

  function tell(...measured: readonly Timing[]): void {
    for (const timing of measured) {
      timings.push(timing);
      const { task, median, marginOfError, megabytesPerSecond: speed } = timing;
      const unit = speed === undefined ? '' : `  ${speed} MB/s`;
      console.error(`${`${median} ms`.padStart(12)} ±${(100 * marginOfError).toFixed(1)} %${unit}  ${task}`);
    }
  }
}

function join(name: string, texts: readonly BenchText[]): { name: string; bytes: number } {
  return { name, bytes: texts.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function rateOf({ megabytesPerSecond }: Timing): number {
  return megabytesPerSecond as number;
}

function isDiagnosis({ task }: Timing): boolean {
  return task.startsWith('diagnose');
}
