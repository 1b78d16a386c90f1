import { cpus, loadavg, totalmem } from 'node:os';
import { VERSION } from '../dist/index.js';
import { round } from './measure.js';

/** On what figures were taken: they depend on the machine and on what else runs on it. */
export function describeRun(loadBefore: readonly number[]) {
  return {
    emend: VERSION,
    node: process.version,
    machine: {
      platform: `${process.platform} ${process.arch}`,
      processor: cpus()[0]?.model ?? 'unknown',
      processors: cpus().length,
      memoryGB: Math.round(totalmem() / 1e9),
      loadAverage: { before: loadBefore.map(round), after: loadavg().map(round) },
    },
  };
}
