import type { Box } from './words.js';

/** Letters of Hebrew, Arabic and their like, which run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The box around some boxes. */
export function uniteBoxes(boxes: readonly [Box, ...Box[]]): Box {
  return boxes.reduce(([left, top, right, bottom], box) => [
    Math.min(left, box[0]),
    Math.min(top, box[1]),
    Math.max(right, box[2]),
    Math.max(bottom, box[3]),
  ]);
}

/**
 * A box parted among words from left to right (from right to left where the script runs so), each as wide as its share of the
 * characters, with the width of one character between them.
 */
export function splitBox(box: Box, texts: readonly string[]): Box[] {
  const [left, top, right, bottom] = box;
  const total = texts.reduce((sum, text) => sum + text.length + 1, -1);
  const place = (characters: number): number => {
    const exact = left + ((right - left) * characters) / total;
    // Pixels stay whole.
    const round =
      Number.isInteger(left) && Number.isInteger(right) ? Math.round(exact) : Math.round(exact * 100) / 100;
    return Math.min(right, Math.max(left, round));
  };
  const mirrored = texts.some((text) => RIGHT_TO_LEFT.test(text));
  let at = 0;
  return texts.map((text) => {
    const from = mirrored ? total - at - text.length : at;
    at += text.length + 1;
    return [place(from), top, place(from + text.length), bottom];
  });
}
