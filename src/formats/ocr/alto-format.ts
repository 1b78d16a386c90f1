import { escapeAttribute, retag, setAttributes } from './attributes.js';
import { breakWord, lineHyphen } from './broken-word.js';
import type { OcrFormat } from './format.js';
import type { Splice } from './splices.js';
import type { WordElement } from './words.js';

/** How words stand in ALTO: `<String CONTENT="words"/><SP/><String CONTENT="of"/>`, with `<HYP/>` at the end of a line. */
export const altoFormat: OcrFormat = {
  idName: 'ID',
  escape: escapeAttribute,
  boxValues: (source, element, [left, top, right, bottom]) => {
    // A number stays as it is written where it stays the same.
    const numberOf = (name: string, value: number): string => {
      const written = attributeOf(source, element, name);
      return written !== undefined && Number(written) === value ? written : numeral(value);
    };
    return {
      HPOS: numberOf('HPOS', left),
      VPOS: numberOf('VPOS', top),
      WIDTH: numberOf('WIDTH', right - left),
      HEIGHT: numberOf('HEIGHT', bottom - top),
    };
  },
  // Confidences of single letters, and what is said of the parts of a broken word, do not hold for the new one.
  copy: (source, element, text, values) =>
    retag(source, element, {
      ...values,
      CONTENT: escapeAttribute(text),
      CC: undefined,
      SUBS_TYPE: undefined,
      SUBS_CONTENT: undefined,
    })
      .replace(/\/?>$/, '')
      .trimEnd()
      .concat('/>'),
  space: ({ name }, before, after) => {
    const prefix = name.slice(0, name.indexOf(':') + 1);
    if (before === undefined || after === undefined) return `<${prefix}SP/>`;
    // Between the two, whichever of them is on the left.
    const left = Math.min(before[2], after[2]);
    const width = Math.max(before[0], after[0]) - left;
    return `<${prefix}SP WIDTH="${numeral(Math.max(0, width))}" VPOS="${numeral(after[1])}" HPOS="${numeral(left)}"/>`;
  },
  hyphenOf: (last) => (last.hyphen === undefined ? lineHyphen(last.text) : '-'),
  markParts: (source, { first, second, text }) => {
    const elements = [first[0]?.element, second[0]?.element];
    const [one, two] = elements;
    if (one === undefined || two === undefined) return undefined;
    return markParts(source, one, two, text);
  },
  mendParts(source, words, { rewritten, restructured, marked }) {
    const splices: Splice[] = [];
    words.forEach((first, i) => {
      const second = words[i + 1];
      const one = first.element;
      const two = second?.element;
      if (second === undefined || one === undefined || two === undefined || marked.has(first)) return;
      if (attributeOf(source, one, 'SUBS_TYPE') !== 'HypPart1') return;
      if (attributeOf(source, two, 'SUBS_TYPE') !== 'HypPart2') return;
      const isParted = restructured.has(first) || restructured.has(second);
      if (!isParted && !rewritten.has(first) && !rewritten.has(second)) return;
      if (isParted) {
        // They are no longer the two parts of a word.
        for (const element of [one, two])
          splices.push(...setAttributes(source, element, { SUBS_TYPE: undefined, SUBS_CONTENT: undefined }));
        return;
      }
      const stem = withoutHyphen(rewritten.get(first) ?? first.text);
      const rest = rewritten.get(second) ?? second.text;
      const whole = attributeOf(source, one, 'SUBS_CONTENT') ?? '';
      const hyphen = breakWord(first.text, second.text, whole)?.hyphenated ? '-' : '';
      splices.push(...markParts(source, one, two, stem + hyphen + rest));
    });
    return splices;
  },
};

function markParts(source: string, first: WordElement, second: WordElement, text: string): Splice[] {
  const SUBS_CONTENT = escapeAttribute(text);
  return [
    ...setAttributes(source, first, { SUBS_TYPE: 'HypPart1', SUBS_CONTENT }),
    ...setAttributes(source, second, { SUBS_TYPE: 'HypPart2', SUBS_CONTENT }),
  ];
}

function attributeOf(source: string, element: WordElement, name: string): string | undefined {
  const value = element.attributes.get(name)?.value;
  return value && source.slice(value.start, value.end);
}

function withoutHyphen(text: string): string {
  return text.slice(0, text.length - lineHyphen(text).length);
}

/** A number as ALTO has it: with at most two decimals. */
function numeral(value: number): string {
  return String(Math.round(value * 100) / 100);
}
