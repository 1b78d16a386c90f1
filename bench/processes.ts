import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Timing, timingOf } from './measure.js';

const dist = new URL('../dist/', import.meta.url);
const STARTS = 20;

/** From start to exit of `emend --version`, and of Node that does nothing; alternately, so that both meet the same load. */
export function startTimes(): { version: Timing; bareNode: Timing } {
  const tool = fileURLToPath(new URL('cli/main.js', dist));
  const version: number[] = [];
  const bareNode: number[] = [];
  for (let i = 0; i < STARTS + 2; i++) {
    bareNode.push(timeOf(['-e', '0']));
    version.push(timeOf([tool, '--version']));
  }
  // The first two bring the files into the system's cache.
  return {
    version: timingOf('emend --version, a process', version.slice(2)),
    bareNode: timingOf('node -e 0, a process', bareNode.slice(2)),
  };
}

/** What a fresh process needs to load the data: milliseconds, and memory in MB before and after. */
export function freshLoads(): { load: Timing; memory: { bare: number; loaded: number; repaired: number } } {
  const script = `
    import { readFileSync } from 'node:fs';
    const { loadEmender } = await import(${JSON.stringify(new URL('index.js', dist).href)});
    const text = readFileSync(${JSON.stringify(fileURLToPath(new URL('../tests/corpus/qatar.txt', import.meta.url)))}, 'utf8');
    const rss = () => process.memoryUsage.rss() / 1e6;
    const bare = rss();
    const start = performance.now();
    const emender = await loadEmender();
    const load = performance.now() - start;
    const loaded = rss();
    for (let i = 0; i < 200; i++) emender.repair(text);
    console.log(JSON.stringify({ load, bare, loaded, repaired: rss() }));`;
  const outcomes = Array.from({ length: 10 }, () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    return JSON.parse(output) as { load: number; bare: number; loaded: number; repaired: number };
  });
  const median = (figures: number[]) =>
    Math.round(figures.sort((a, b) => a - b)[figures.length >> 1] as number);
  return {
    load: timingOf(
      'loadEmender, in a fresh process',
      outcomes.map(({ load }) => load),
    ),
    memory: {
      bare: median(outcomes.map(({ bare }) => bare)),
      loaded: median(outcomes.map(({ loaded }) => loaded)),
      repaired: median(outcomes.map(({ repaired }) => repaired)),
    },
  };
}

function timeOf(args: readonly string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, args);
  return performance.now() - start;
}
