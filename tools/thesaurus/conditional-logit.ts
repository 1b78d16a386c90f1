/** One choice among rows of evidence. */
export interface Choice {
  /** Row after row. */
  readonly evidence: Float64Array;
  /** Index of the row that was chosen. */
  readonly chosen: number;
}

/** Strength of the prior that weights are 0, per standard deviation of a column. */
const RIDGE = 1;
const STEPS = 25;

/**
 * Fits weights so that `softmax(evidence · weights)` gives the rows that were chosen the most probability (McFadden's
 * conditional logit), by Newton's method.
 */
export function fitChoices(choices: readonly Choice[], columns: number): Float64Array {
  const spread = spreadOf(choices, columns);
  let weights = new Float64Array(columns);
  let here = derive(choices, weights, spread);
  for (let step = 0; step < STEPS; step++) {
    const move = solve(here.hessian, here.gradient, columns);
    let next = here;
    let tried = weights;
    // A full step can overshoot where the choices are still far from probable.
    for (let size = 1; size > 1e-3 && next.loss >= here.loss; size /= 2) {
      tried = weights.map((weight, k) => weight - size * (move[k] as number));
      next = derive(choices, tried, spread);
    }
    if (next.loss >= here.loss * (1 - 1e-7)) break;
    weights = tried;
    here = next;
  }
  return weights;
}

/** Scores of rows: logarithms of their probabilities. */
export function logSoftmax(evidence: Float64Array, weights: Float64Array): Float64Array {
  const columns = weights.length;
  const scores = new Float64Array(evidence.length / columns);
  let most = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < scores.length; row++) {
    let score = 0;
    for (let k = 0; k < columns; k++)
      score += (evidence[row * columns + k] as number) * (weights[k] as number);
    scores[row] = score;
    most = Math.max(most, score);
  }
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  const norm = most + Math.log(sum);
  return scores.map((score) => score - norm);
}

function derive(choices: readonly Choice[], weights: Float64Array, spread: Float64Array) {
  const columns = weights.length;
  const gradient = new Float64Array(columns);
  const hessian = new Float64Array(columns * columns);
  const mean = new Float64Array(columns);
  let loss = 0;
  for (const { evidence, chosen } of choices) {
    const scores = logSoftmax(evidence, weights);
    loss -= scores[chosen] as number;
    mean.fill(0);
    for (let row = 0; row < scores.length; row++) {
      const p = Math.exp(scores[row] as number);
      if (p < 1e-9) continue;
      const at = row * columns;
      for (let i = 0; i < columns; i++) {
        const weighted = p * (evidence[at + i] as number);
        if (weighted === 0) continue;
        mean[i] = (mean[i] as number) + weighted;
        for (let k = 0; k <= i; k++) {
          hessian[i * columns + k] =
            (hessian[i * columns + k] as number) + weighted * (evidence[at + k] as number);
        }
      }
    }
    for (let i = 0; i < columns; i++) {
      gradient[i] =
        (gradient[i] as number) + (mean[i] as number) - (evidence[chosen * columns + i] as number);
      for (let k = 0; k <= i; k++) {
        hessian[i * columns + k] =
          (hessian[i * columns + k] as number) - (mean[i] as number) * (mean[k] as number);
      }
    }
  }
  for (let i = 0; i < columns; i++) {
    const ridge = RIDGE * (spread[i] as number);
    loss += 0.5 * ridge * (weights[i] as number) ** 2;
    gradient[i] = (gradient[i] as number) + ridge * (weights[i] as number);
    hessian[i * columns + i] = (hessian[i * columns + i] as number) + ridge;
    for (let k = 0; k < i; k++) hessian[k * columns + i] = hessian[i * columns + k] as number;
  }
  return { gradient, hessian, loss };
}

/** Variance of each column over all rows; at least a little. */
function spreadOf(choices: readonly Choice[], columns: number): Float64Array {
  const sum = new Float64Array(columns);
  const squares = new Float64Array(columns);
  let rows = 0;
  for (const { evidence } of choices) {
    rows += evidence.length / columns;
    evidence.forEach((value, i) => {
      const k = i % columns;
      sum[k] = (sum[k] as number) + value;
      squares[k] = (squares[k] as number) + value * value;
    });
  }
  return squares.map((square, k) => Math.max(1e-4, square / rows - ((sum[k] as number) / rows) ** 2));
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    const pivot = a[i * size + i] as number;
    for (let row = i + 1; row < size; row++) {
      const factor = (a[row * size + i] as number) / pivot;
      if (factor === 0) continue;
      for (let k = i; k < size; k++) {
        a[row * size + k] = (a[row * size + k] as number) - factor * (a[i * size + k] as number);
      }
      x[row] = (x[row] as number) - factor * (x[i] as number);
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < size; k++) sum -= (a[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (a[i * size + i] as number);
  }
  return x;
}
