import { alignLetters, type Hunk } from '../../../text/align-letters.js';
import { type Channel, confusionKey, SWAP_COST } from '../channel/confusions.js';

/** Readings of one kind from which on they make a series. */
const LEAST = 2;
/** Readings that the table is believed to have seen besides those that it leads to expect; the fewer, the sooner a series counts. */
const PRIOR = 0.5;
/** Most that a confusion gets cheaper, nats. */
const MOST = 3;
/** Longer changes are damage, not confusion; characters. */
const LONGEST = 60;

/** A change that the first decoding of a document would make. */
export interface Change {
  readonly seen: string;
  readonly text: string;
  /** Probability that it is right, 0 to 1. */
  readonly confidence: number;
}

/** How much commoner confusions are in one document than the table says: errors come in series. */
export class DocumentConfusions {
  /** By confusion: nats by which it costs less. */
  private readonly bonus = new Map<string, number>();
  private readonly known = new Map<string, number>();

  /**
   * @param texts what was read
   * @param damage how many times more is misread in the document than in the texts that the table was learnt of
   */
  constructor(
    changes: readonly Change[],
    texts: readonly string[],
    private readonly channel: Channel,
    damage: number,
  ) {
    const counted = new Map<string, { hunk: Hunk; count: number }>();
    for (const { seen, text, confidence } of changes) {
      for (const hunk of hunksOf(seen, text, channel)) {
        const entry = counted.get(confusionKey(hunk)) ?? { hunk, count: 0 };
        entry.count += confidence;
        counted.set(confusionKey(hunk), entry);
      }
    }
    const truths = new Occurrences(texts);
    for (const [key, { hunk, count }] of counted) {
      if (count < LEAST) continue;
      const rate = Math.exp(-channel.cost(hunk.truth, hunk.seen, SWAP_COST));
      // The truths that were misread do not stand in the text.
      const expected = damage * rate * (truths.of(hunk.truth) + count);
      const bonus = Math.min(MOST, Math.log((count + PRIOR) / (expected + PRIOR)));
      if (bonus > 0) this.bonus.set(key, bonus);
    }
  }

  /** By how many nats less the channel asks for reading `text` as `seen`; 0 or more. */
  support(seen: string, text: string): number {
    if (this.bonus.size === 0) return 0;
    const key = `${seen}\t${text}`;
    let support = this.known.get(key);
    if (support === undefined) {
      support = 0;
      for (const hunk of hunksOf(seen, text, this.channel))
        support += this.bonus.get(confusionKey(hunk)) ?? 0;
      this.known.set(key, support);
    }
    return support;
  }
}

/** Where two readings differ; letters misread side by side are told one by one, unless the table lists them together. */
function hunksOf(seen: string, text: string, channel: Channel): Hunk[] {
  if (Math.max(seen.length, text.length) > LONGEST) return [];
  return (alignLetters(text, seen) ?? []).flatMap((hunk) => {
    const { length } = hunk.truth;
    if (length < 2 || length !== hunk.seen.length) return [hunk];
    if (channel.cost(hunk.truth, hunk.seen, Number.POSITIVE_INFINITY) < SWAP_COST) return [hunk];
    return Array.from({ length }, (_, i) => ({
      truth: hunk.truth.charAt(i),
      seen: hunk.seen.charAt(i),
      at: hunk.at + i,
    }));
  });
}

/** Counts how often short stretches stand in texts. */
class Occurrences {
  private characters: Uint32Array | undefined;

  constructor(private readonly texts: readonly string[]) {}

  /** Nothing stands before each character. */
  of(stretch: string): number {
    if (stretch === '') return this.texts.reduce((sum, text) => sum + text.length, 0);
    if (stretch.length === 1) {
      this.characters ??= countCharacters(this.texts);
      return this.characters[stretch.charCodeAt(0)] as number;
    }
    return this.texts.reduce((sum, text) => sum + text.split(stretch).length - 1, 0);
  }
}

/** By code unit: how often it stands in texts. */
function countCharacters(texts: readonly string[]): Uint32Array {
  const counts = new Uint32Array(0x10000);
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      counts[code] = (counts[code] as number) + 1;
    }
  }
  return counts;
}
