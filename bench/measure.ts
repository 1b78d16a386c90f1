import { Bench } from 'tinybench';

/** How long one run of a task takes, from many: times in milliseconds. */
export interface Timing {
  readonly task: string;
  readonly runs: number;
  readonly median: number;
  readonly mean: number;
  readonly min: number;
  readonly p75: number;
  readonly p99: number;
  /** Half of the 95 % confidence interval of the mean, as a share of the mean. */
  readonly marginOfError: number;
  /** Megabytes (10^6) of UTF-8 a second at the median, where the task reads text. */
  readonly megabytesPerSecond?: number;
}

export interface Task {
  readonly name: string;
  readonly run: () => unknown;
  /** Bytes of UTF-8 that one run reads. */
  readonly bytes?: number;
  /** Least runs that count. Default 10. */
  readonly runs?: number;
  /** Least time that the runs take, ms. Default 2000. */
  readonly time?: number;
  /** Time to warm up in, ms; 0 for runs so long that they do it themselves. Default 1000. */
  readonly warmup?: number;
}

/** Runs a task again and again, first to warm up. */
export async function measure({ name, run, bytes, ...limits }: Task): Promise<Timing> {
  const { runs = 10, time = 2000, warmup = 1000 } = limits;
  const bench = new Bench({
    time,
    iterations: runs,
    warmupTime: warmup,
    warmupIterations: warmup === 0 ? 0 : 2,
  });
  bench.add(name, run);
  if (warmup > 0) await bench.warmup();
  const [task] = await bench.run();
  const result = task?.result;
  if (result === undefined || result.error !== undefined) {
    throw new Error(`${name} failed`, { cause: result?.error });
  }
  return timingOf(name, result.samples, bytes);
}

/** The figures of times that were taken, in milliseconds. */
export function timingOf(task: string, samples: readonly number[], bytes?: number): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
  const mean = sorted.reduce((sum, each) => sum + each, 0) / sorted.length;
  const variance = sorted.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, sorted.length - 1);
  return {
    task,
    runs: sorted.length,
    median: round(at(0.5)),
    mean: round(mean),
    min: round(at(0)),
    p75: round(at(0.75)),
    p99: round(at(0.99)),
    // The normal distribution's 1.96 is near enough for ten runs and more.
    marginOfError: round((1.96 * Math.sqrt(variance / sorted.length)) / mean),
    ...(bytes !== undefined && { megabytesPerSecond: round(bytes / 1e3 / at(0.5)) }),
  };
}

/** Four significant digits. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
