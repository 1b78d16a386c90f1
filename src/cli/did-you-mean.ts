import levenshtein from 'fast-levenshtein';

/** `Did you mean x?` with the nearest known name; undefined where none is near. */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  // More than a third of the letters wrong is no slip any more.
  let nearest = Math.max(1, Math.floor(name.length / 3)) + 1;
  let found: string | undefined;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= nearest) continue;
    const distance = levenshtein.get(name, candidate);
    if (distance < nearest) {
      nearest = distance;
      found = candidate;
    }
  }
  return found === undefined ? undefined : `Did you mean ${found}?`;
}
