import { align } from './align.js';

/** Characters on both sides that are aligned to see which word stands for which; what is longer stays one gap. */
const LONG = 2000;
const SPACE = 0x20;

/** Words of the truth, `from` to before `to`, and what stands for them; either may be nothing. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly seen: string;
}

/**
 * What lies between the words that agree, in order, cut as finely as its characters tell.
 *
 * @param partner for each word of the truth, the index of the equal word, or -1
 */
export function gapsOf(words: readonly string[], truth: readonly string[], partner: Int32Array): Gap[] {
  const gaps: Gap[] = [];
  let seenFrom = 0;
  let from = 0;
  for (let to = 0; to <= truth.length; to++) {
    const seenTo = to < truth.length ? (partner[to] as number) : words.length;
    if (seenTo < 0) continue;
    if (to > from || seenTo > seenFrom)
      gaps.push(
        ...cutAtSpaces(words.slice(seenFrom, seenTo).join(' '), truth.slice(from, to).join(' '), from, to),
      );
    seenFrom = seenTo + 1;
    from = to + 1;
  }
  return gaps;
}

/** Cuts "thc re port" beside "the report" where a space stands beside a space. */
function cutAtSpaces(seen: string, wanted: string, from: number, to: number): Gap[] {
  if (to - from < 2 || !seen.includes(' ') || seen.length + wanted.length > LONG) return [{ from, to, seen }];
  const units = (text: string) => Int32Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const { partner } = align(units(seen), units(wanted));
  const gaps: Gap[] = [];
  let seenFrom = 0;
  let first = from;
  let word = from;
  for (const [index, beside] of partner.entries()) {
    if (wanted.charCodeAt(index) !== SPACE) continue;
    word++;
    if (beside < 0) continue;
    gaps.push({ from: first, to: word, seen: seen.slice(seenFrom, beside) });
    seenFrom = beside + 1;
    first = word;
  }
  gaps.push({ from: first, to, seen: seen.slice(seenFrom) });
  return gaps;
}
