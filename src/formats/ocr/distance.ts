/** Insertions, deletions and substitutions from `a` to each beginning of `b`: the last one is the distance to all of it. */
export function prefixDistances(a: string, b: string): number[] {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j - 1] as number) + same, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row;
}

/** Insertions, deletions and substitutions from one string to another. */
export function distance(a: string, b: string): number {
  return prefixDistances(a, b).at(-1) as number;
}
