/** What is known of a decision, and whether it was right. */
export interface Sample {
  readonly evidence: readonly number[];
  readonly label: boolean;
  /** How often it counts; once by default. */
  readonly weight?: number;
}

const NEWTON_STEPS = 12;
const RIDGE = 1;

/** Logistic regression of a label on the evidence: Newton's method with a little ridge. */
export function regress(samples: readonly Sample[], size: number): number[] {
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const gradient = beta.map((b) => -RIDGE * b);
    const hessian = beta.map((_, i) => beta.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { evidence, label, weight = 1 } of samples) {
      const p = probability(beta, evidence);
      for (let i = 0; i < size; i++) {
        const x = evidence[i] as number;
        gradient[i] = (gradient[i] as number) + weight * ((label ? 1 : 0) - p) * x;
        const row = hessian[i] as number[];
        for (let j = 0; j < size; j++)
          row[j] = (row[j] as number) + weight * p * (1 - p) * x * (evidence[j] as number);
      }
    }
    const change = solve(hessian, gradient);
    beta = beta.map((b, i) => b + (change[i] as number));
  }
  return beta;
}

/** What a regression says of the evidence: probability, 0 to 1. */
export function probability(beta: readonly number[], evidence: readonly number[]): number {
  return 1 / (1 + Math.exp(-product(beta, evidence)));
}

export function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
}

/** Solves a positive definite system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows[i] as number[];
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const row = rows[k] as number[];
      const factor = (row[i] as number) / (pivot[i] as number);
      for (let j = i; j < row.length; j++) row[j] = (row[j] as number) - factor * (pivot[j] as number);
    }
  }
  return rows.map((row, i) => (row.at(-1) as number) / (row[i] as number));
}
