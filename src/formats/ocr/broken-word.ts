import { prefixDistances } from './distance.js';

/** A word that a line end breaks, as parts to stand on both lines. */
export interface BrokenWord {
  /** Without hyphen. */
  readonly first: string;
  readonly second: string;
  /** Whether the word has a hyphen of its own at the break: “well-known”. */
  readonly hyphenated: boolean;
  /** Letters in which the parts differ from what stands on the lines. */
  readonly distance: number;
}

/** What can stand for the hyphen at the end of a line: hyphens, the soft one, the sign for “not”, double ones of Fraktur. */
const LINE_HYPHEN = /[-\u00ad\u2010\u2011\u00ac=\u2e17]$/;

/** The hyphen at which a line ends; empty where there is none. */
export function lineHyphen(text: string): string {
  return LINE_HYPHEN.exec(text)?.[0] ?? '';
}

/**
 * Where a line end breaks a word that was put together again, by what stands on the two lines: in “rc-” and “port”, “report”
 * is “re” and “port”. Undefined where it is too short for two parts.
 */
export function breakWord(first: string, second: string, word: string): BrokenWord | undefined {
  const stem = first.slice(0, first.length - lineHyphen(first).length);
  const starts = prefixDistances(stem, word);
  const ends = prefixDistances(reverse(second), reverse(word));
  let best: BrokenWord | undefined;
  const consider = (from: number, to: number): void => {
    const distance = (starts[from] as number) + (ends[word.length - to] as number);
    const code = word.charCodeAt(to);
    if ((code >= 0xdc00 && code < 0xe000) || (best !== undefined && distance >= best.distance)) return;
    best = { first: word.slice(0, from), second: word.slice(to), hyphenated: to > from, distance };
  };
  for (let at = 1; at < word.length; at++) {
    if (word[at] === '-' && at + 1 < word.length) consider(at, at + 1);
    consider(at, at);
  }
  return best;
}

function reverse(text: string): string {
  return [...Array(text.length).keys()].map((i) => text[text.length - 1 - i]).join('');
}
