/**
 * What happened in one document to the forms of its original: whether each was replaced or kept. Spinners do the one or the
 * other with all occurrences of a form.
 */
export type Outcomes = ReadonlyMap<number, boolean>;

/** Rounds of expectation and maximisation; few documents need more than ten. */
const ROUNDS = 50;

/** Sightings that the even odds before any are worth, in a setting. */
const PRIOR_STRENGTH = 0.1;

/** Forms whose outcome is tried as the first division of the documents. */
const MOST_STARTS = 12;

/**
 * Tells documents apart by the setting of the spinner that made them: an option such as "replace any word of a synonym
 * group" against "replace its head only" decides of many forms whether they are replaced. A mixture of two settings
 * (Bernoulli, expectation–maximisation), of several starts the likeliest.
 *
 * @returns 0 or 1 for each document; setting 0 is the one that replaces more of the forms that tell them apart. All 0
 *   where nothing tells them apart
 */
export function findSettings(documents: readonly Outcomes[]): Uint8Array {
  const telling = tellingForms(documents);
  let best: Division = { likelihood: Number.NEGATIVE_INFINITY, belief: new Float64Array(documents.length) };
  for (const start of telling.slice(0, MOST_STARTS)) {
    const division = divide(documents, telling, start);
    if (division.likelihood > best.likelihood + 1e-9) best = division;
  }
  const settings = Uint8Array.from(best.belief, (belief) => (belief > 0.5 ? 1 : 0));
  const replaced = [0, 0];
  const seen = [0, 0];
  for (const [i, outcomes] of documents.entries()) {
    const setting = settings[i] as number;
    for (const form of telling) {
      const outcome = outcomes.get(form);
      if (outcome === undefined) continue;
      seen[setting] = (seen[setting] as number) + 1;
      if (outcome) replaced[setting] = (replaced[setting] as number) + 1;
    }
  }
  const share = (setting: 0 | 1) => (replaced[setting] as number) / Math.max(1, seen[setting] as number);
  // Documents that nothing tells apart stay in setting 0.
  return share(1) > share(0) ? Uint8Array.from(best.belief, (belief) => (belief < 0.5 ? 1 : 0)) : settings;
}

/** Forms that were replaced in some documents and kept in others, those seen in most documents first. */
function tellingForms(documents: readonly Outcomes[]): number[] {
  const counts = new Map<number, [kept: number, replaced: number]>();
  for (const outcomes of documents) {
    for (const [form, replaced] of outcomes) {
      const count = counts.get(form) ?? [0, 0];
      counts.set(form, replaced ? [count[0], count[1] + 1] : [count[0] + 1, count[1]]);
    }
  }
  return [...counts]
    .filter(([, [kept, replaced]]) => kept > 0 && replaced > 0)
    .sort(([a, [a0, a1]], [b, [b0, b1]]) => b0 + b1 - a0 - a1 || a - b)
    .map(([form]) => form);
}

interface Division {
  readonly likelihood: number;
  /** By document: probability of setting 1. */
  readonly belief: Float64Array;
}

/** Expectation–maximisation from the division that one form makes. */
function divide(documents: readonly Outcomes[], forms: readonly number[], start: number): Division {
  const belief = Float64Array.from(documents, (outcomes) => {
    const outcome = outcomes.get(start);
    return outcome === undefined ? 0.5 : outcome ? 0 : 1;
  });
  let likelihood = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const rates = new Map(forms.map((form) => [form, ratesOf(form, documents, belief)]));
    likelihood = 0;
    for (const [i, outcomes] of documents.entries()) {
      let zero = 0;
      let one = 0;
      for (const [form, rate] of rates) {
        const outcome = outcomes.get(form);
        if (outcome === undefined) continue;
        zero += Math.log(outcome ? rate[0] : 1 - rate[0]);
        one += Math.log(outcome ? rate[1] : 1 - rate[1]);
      }
      const most = Math.max(zero, one);
      const total = Math.exp(zero - most) + Math.exp(one - most);
      belief[i] = Math.exp(one - most) / total;
      likelihood += most + Math.log(total / 2);
    }
  }
  return { likelihood, belief };
}

/** How often a form is replaced in each setting. */
function ratesOf(
  form: number,
  documents: readonly Outcomes[],
  belief: Float64Array,
): readonly [zero: number, one: number] {
  const replaced = [PRIOR_STRENGTH / 2, PRIOR_STRENGTH / 2];
  const seen = [PRIOR_STRENGTH, PRIOR_STRENGTH];
  for (const [i, outcomes] of documents.entries()) {
    const outcome = outcomes.get(form);
    if (outcome === undefined) continue;
    for (const setting of [0, 1] as const) {
      const weight = setting === 1 ? (belief[i] as number) : 1 - (belief[i] as number);
      seen[setting] = (seen[setting] as number) + weight;
      if (outcome) replaced[setting] = (replaced[setting] as number) + weight;
    }
  }
  return [(replaced[0] as number) / (seen[0] as number), (replaced[1] as number) / (seen[1] as number)];
}
