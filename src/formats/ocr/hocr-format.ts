import { escapeText, retag } from './attributes.js';
import type { OcrFormat } from './format.js';
import type { Box } from './words.js';

const BOX =
  /((?:^|;)\s*bbox\s+)(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)/;
const CONFIDENCE = /(?:^|;)\s*(?:x_wconf|x_conf)\s+(-?\d+(?:\.\d+)?)/;
const SOFT_HYPHEN = '\u00ad';

/** How words stand in hOCR: `<span class="ocrx_word" title="bbox 0 0 90 30">words</span>`. */
export const hocrFormat: OcrFormat = {
  idName: 'id',
  escape: escapeText,
  boxValues(source, { attributes }, box) {
    const value = attributes.get('title')?.value;
    if (value === undefined) return {};
    const title = source.slice(value.start, value.end);
    return { title: title.replace(BOX, (_all, name: string) => name + box.join(' ')) };
  },
  copy(source, element, text, values) {
    const styles = element.styles.map(({ start, end }) => source.slice(start, end));
    const opening = styles.map((tag) => tag.replace(/\sid\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/i, ''));
    const closing = styles.map((tag) => `</${/^<([^\s/>]+)/.exec(tag)?.[1]}>`).reverse();
    const parts = [retag(source, element, values), ...opening, escapeText(text), ...closing];
    return `${parts.join('')}</${element.name}>`;
  },
  space: () => ' ',
  // The specification of hOCR has a soft hyphen there.
  hyphenOf: (_last, hyphenated) => (hyphenated ? '-' : SOFT_HYPHEN),
  markParts: () => [],
  mendParts: () => [],
};

/** The box in the `title` of an element. */
export function readBox(title: string): Box | undefined {
  const found = BOX.exec(title);
  if (found === null) return undefined;
  const [left, top, right, bottom] = found.slice(2).map(Number) as [number, number, number, number];
  return [left, top, right, bottom];
}

/** How sure the engine was, 0 to 1, by the `title` of a word. */
export function readConfidence(title: string): number | undefined {
  const percent = Number(CONFIDENCE.exec(title)?.[1] ?? Number.NaN);
  return percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}
