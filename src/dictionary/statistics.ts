/**
 * Settings of a spinner that parallel text tells apart: which words of its table it replaces. See learning/settings.ts.
 */
export const SETTINGS = 2;

/** What was counted about one folded form in parallel text, in documents. A spinner replaces all its occurrences or none. */
export interface FormCounts {
  /** Documents that lost the form to others, by setting. */
  readonly replaced: readonly number[];
  /** Documents that kept it, by setting. */
  readonly kept: readonly number[];
  /** Documents in which it was put in for another. */
  readonly substitute: number;
}

/** What was counted about surface forms: the only source of the dictionary's weights. All keys are folded. */
export interface DictionaryStatistics {
  /** By `spun<tab>standard`: documents in which the one stood for the other, by setting. */
  readonly pairs: ReadonlyMap<string, readonly number[]>;
  readonly forms: ReadonlyMap<string, FormCounts>;
  /** Times that a form was seen in a large sound text. */
  readonly background: ReadonlyMap<string, number>;
  /** Number of words of that large sound text. */
  readonly backgroundWords: number;
}

/** Statistics of nothing: every weight then comes from the priors alone. */
export const NO_STATISTICS: DictionaryStatistics = {
  pairs: new Map(),
  forms: new Map(),
  background: new Map(),
  backgroundWords: 0,
};

/** The texts of the three tables of counts in dictionaries/en/statistics/. */
export interface StatisticsTables {
  /** `pairs.tsv`: spun, standard, documents by setting. */
  readonly pairs: string;
  /** `forms.tsv`: form, documents that lost it and that kept it by setting, documents it was put into. */
  readonly forms: string;
  /** `background.tsv`: form, times seen; its first line is `# words N`. */
  readonly background: string;
}

/** Reads the tables of counts. */
export function parseStatistics({ pairs, forms, background }: StatisticsTables): DictionaryStatistics {
  return {
    pairs: new Map(
      parseRows(pairs).map(([spun, standard, ...counts]) => [`${spun}\t${standard}`, counts.map(Number)]),
    ),
    forms: new Map(
      parseRows(forms).map(([form = '', ...cells]) => {
        const counts = cells.map(Number);
        return [
          form,
          {
            replaced: counts.slice(0, SETTINGS),
            kept: counts.slice(SETTINGS, 2 * SETTINGS),
            substitute: counts[2 * SETTINGS] ?? 0,
          },
        ];
      }),
    ),
    background: new Map(parseRows(background).map(([form = '', count]) => [form, Number(count)])),
    backgroundWords: Number(/^# words (\d+)$/m.exec(background)?.[1] ?? 0),
  };
}

/** Cells of the lines of a table; comments are left out. */
export function parseRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Occurrences per million words that a form is taken to have at least, by its number of words. */
const FLOOR = [0, 1.5, 0.15, 0.05, 0.03];

/** Occurrences of a folded form per million words of sound text, never 0. */
export function backgroundRate(form: string, statistics: DictionaryStatistics): number {
  const words = form.split(' ').length;
  const floor = FLOOR[Math.min(words, FLOOR.length - 1)] as number;
  const count = statistics.background.get(form) ?? 0;
  return (count / Math.max(1, statistics.backgroundWords)) * 1e6 + floor;
}
