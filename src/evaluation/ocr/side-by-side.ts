import { listDifferences, type OcrDifference } from './differences.js';
import { type Gap, gapsOf } from './gaps.js';
import type { ComparedWords } from './score.js';

/** A stretch of a page's words that fared alike. */
export interface Stretch {
  /** Words with spaces between; empty where words are missing. */
  readonly text: string;
  /** Absent where OCR, repair and truth agree; `misread` in OCR's text only. */
  readonly kind?: 'misread' | 'fixed' | OcrDifference['kind'];
  /** What stands there otherwise: the truth, or, where fixed, what OCR read. */
  readonly instead?: string;
}

/** A page in three columns: as OCR read it, as it was repaired, as it was printed. */
export interface SideBySide {
  readonly ocr: readonly Stretch[];
  readonly repaired: readonly Stretch[];
  readonly truth: readonly Stretch[];
}

/** Sets the texts of a page side by side, with what differs marked. */
export function setSideBySide(compared: ComparedWords): SideBySide {
  const { truth, ocr, inOcr } = compared;
  const wantedIn = ({ from, to }: Gap) => truth.slice(from, to).join(' ');
  const misread = gapsOf(ocr, truth, inOcr).map((gap) => ({ ...gap, kind: 'misread' as const }));
  const differing = listDifferences(compared);
  // For each word of the truth that OCR misread, what it read.
  const readings = new Map(
    misread.flatMap(({ from, to, seen }) => truth.slice(from, to).map((_, i) => [from + i, seen] as const)),
  );
  return {
    ocr: column(misread, (gap) => ({ text: gap.seen, kind: gap.kind, instead: wantedIn(gap) }), plain),
    repaired: column(
      differing,
      (gap) => ({ text: gap.seen, kind: gap.kind, instead: wantedIn(gap) }),
      restored,
    ),
    truth: column(differing, (gap) => ({ text: wantedIn(gap), kind: gap.kind, instead: gap.seen }), restored),
  };

  function column<G extends Gap>(
    gaps: readonly G[],
    marked: (gap: G) => Stretch,
    agreeing: (word: number) => Stretch,
  ): Stretch[] {
    const stretches: Stretch[] = [];
    let next = 0;
    for (const gap of [...gaps, undefined]) {
      for (; next < (gap?.from ?? truth.length); next++) push(stretches, agreeing(next));
      if (gap === undefined) break;
      stretches.push(marked(gap));
      next = gap.to;
    }
    return stretches;
  }

  function plain(word: number): Stretch {
    return { text: truth[word] as string };
  }

  function restored(word: number): Stretch {
    const instead = readings.get(word);
    return instead === undefined ? plain(word) : { text: truth[word] as string, kind: 'fixed', instead };
  }
}

/** Adds a word; to the last stretch where that fared alike. */
function push(stretches: Stretch[], { text, ...fate }: Stretch): void {
  const last = stretches.at(-1);
  const alike = last !== undefined && last.kind === fate.kind && last.instead === fate.instead;
  if (alike) stretches[stretches.length - 1] = { text: `${last.text} ${text}`, ...fate };
  else stretches.push({ text, ...fate });
}
