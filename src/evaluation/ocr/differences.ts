import { type Gap, gapsOf } from './gaps.js';
import type { ComparedWords, PageScore } from './score.js';

/** A place where a repaired page differs from the truth. */
export interface OcrDifference {
  /** `left`: as OCR read it; `wrong`: changed, but not to the truth; `broken`: OCR read it right. */
  readonly kind: 'left' | 'wrong' | 'broken';
  /** What OCR read there, what the repair made of it, and the truth; words with spaces between, or empty. */
  readonly ocr: string;
  readonly repaired: string;
  readonly truth: string;
}

/** The same difference wherever it stands. */
export interface OcrDifferenceGroup extends OcrDifference {
  readonly times: number;
  /** The first page that it stands on. */
  readonly page: string;
}

/** Where repaired pages differ from the truth: the most frequent differences first, then as they come. */
export function groupDifferences(scores: readonly PageScore[]): OcrDifferenceGroup[] {
  const groups = new Map<string, OcrDifferenceGroup>();
  for (const { id, compared } of scores) {
    for (const { kind, ocr, repaired, truth } of listDifferences(compared)) {
      const key = JSON.stringify([kind, ocr, repaired, truth]);
      const { times = 0, page = id } = groups.get(key) ?? {};
      groups.set(key, { kind, ocr, repaired, truth, times: times + 1, page });
    }
  }
  return [...groups.values()].sort((a, b) => b.times - a.times);
}

/** Where a repaired page differs from the truth, in the order of the text, with the place among the words of the truth. */
export function listDifferences(compared: ComparedWords): (OcrDifference & Gap)[] {
  const { truth, ocr, repaired, inOcr, inRepaired } = compared;
  const placeOf = ({ from, to }: Gap) => `${from} ${to}`;
  const readings = new Map(gapsOf(ocr, truth, inOcr).map((gap) => [placeOf(gap), gap.seen]));
  return gapsOf(repaired, truth, inRepaired).map((gap) => {
    const wanted = truth.slice(gap.from, gap.to).join(' ');
    const broken = inOcr.subarray(gap.from, gap.to).some((partner) => partner >= 0);
    // Where the readings are cut otherwise, OCR's is not known; then the repair is taken to have left it.
    const read = broken ? wanted : (readings.get(placeOf(gap)) ?? gap.seen);
    const kind = broken ? 'broken' : read === gap.seen ? 'left' : 'wrong';
    return { ...gap, kind, ocr: read, repaired: gap.seen, truth: wanted };
  });
}
