/*
 * Measures the built library on the test article: `npm run build && npm run speed`.
 * The library comes from dist: jiti would make it slower than it is.
 *
 *   time of loadEmender in this process, files in the system's cache
 *   megabytes of UTF-8 repaired in a second of processor time, the article over and over; median and range of rounds
 *   time of `emend --version`, from start to exit
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadEmender } from '../dist/index.js';

const ROUNDS = 9;
const SECONDS_A_ROUND = 1;

const path = new URL('../tests/corpus/qatar.txt', import.meta.url);
const text = readFileSync(path, 'utf8');
const bytes = Buffer.byteLength(text);

const before = performance.now();
const emender = await loadEmender();
console.log(`loadEmender      ${(performance.now() - before).toFixed(0)} ms`);

const speeds = rounds(() => {
  // Processor time, as others may use the machine.
  const start = process.cpuUsage().user;
  let repaired = 0;
  let seconds = 0;
  while (seconds < SECONDS_A_ROUND) {
    emender.repair(text);
    repaired += bytes;
    seconds = (process.cpuUsage().user - start) / 1e6;
  }
  return repaired / 1e6 / seconds;
});
console.log(`repair           ${tell(speeds, 2)} MB/s`);

const tool = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const starts = rounds(() => {
  const start = performance.now();
  execFileSync(process.execPath, [tool, '--version']);
  return performance.now() - start;
});
console.log(`emend --version  ${tell(starts, 0)} ms`);

/** The figures of the rounds after the first, which warms up; sorted. */
function rounds(measure: () => number): number[] {
  return Array.from({ length: ROUNDS + 1 }, measure)
    .slice(1)
    .sort((a, b) => a - b);
}

function tell(figures: readonly number[], decimals: number): string {
  const at = (index: number) => (figures[index] as number).toFixed(decimals);
  return `${at(figures.length >> 1)} (${at(0)} to ${at(figures.length - 1)})`;
}
