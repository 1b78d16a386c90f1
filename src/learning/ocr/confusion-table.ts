import { canBeShown, showCharacters } from '../../text/shown-characters.js';
import type { ConfusionCounts } from './count-confusions.js';

/** Readings of a kind so rare among the occurrences of the truth say no more than what is assumed of any letters. */
const LEAST_SHARE = 2e-5;
/** Rates are readings in so many occurrences of the truth. */
const PER = 10_000;

/** A confusion that was seen often enough. */
interface CountedConfusion {
  readonly truth: string;
  readonly seen: string;
  readonly count: number;
  /** Readings of this kind in ten thousand occurrences of the truth. */
  readonly rate: number;
}

/**
 * The confusions that were seen often enough to be listed, commonest first.
 *
 * @param minCount least number of readings of a kind
 */
export function listConfusions(
  { confusions, truths }: ConfusionCounts,
  { minCount }: { readonly minCount: number },
): CountedConfusion[] {
  const listed: CountedConfusion[] = [];
  for (const [key, count] of confusions) {
    const [truth = '', seen = ''] = key.split('\t');
    // One occurrence more, read right: what was misread three times out of three is not so always.
    const share = Math.min(1, count / ((truths.get(truth) as number) + 1));
    if (count < minCount || share <= LEAST_SHARE || !canBeShown(truth) || !canBeShown(seen)) continue;
    listed.push({ truth, seen, count, rate: PER * share });
  }
  const order = ({ truth, seen }: CountedConfusion) => `${truth}\t${seen}`;
  return listed.sort((a, b) => b.count - a.count || (order(a) < order(b) ? -1 : 1));
}

/** The text of a table of confusions, as `dictionaries/en/ocr/README.md` describes it. */
export function confusionTable(confusions: readonly CountedConfusion[]): string {
  const lines = confusions.map(({ truth, seen, rate }) =>
    [showCharacters(truth), showCharacters(seen), Number(rate.toPrecision(3))].join('\t'),
  );
  return `true\tseen\trate\n${lines.map((line) => `${line}\n`).join('')}`;
}
