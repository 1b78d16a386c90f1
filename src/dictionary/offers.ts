import { foldText, isBlank } from '../text/characters.js';
import { markSentences } from '../text/sentences.js';
import { TokenFlag, tokenize } from '../text/tokens.js';
import { findMatches } from './match.js';
import type { ReversalDictionary } from './reversal-dictionary.js';

/** Whether a dictionary can write `reading` in place of the text from `start` to `end` (UTF-16 offsets), whatever its contexts say. */
export type Offers = (start: number, end: number, reading: string) => boolean;

/**
 * Tells what the candidates of a dictionary can make of stretches of a text: one form's standard, or those of several
 * forms beside each other with the words between them, in any letter case. A form may reach out of the stretch as long as
 * what stands outside comes out as it was (“High” can be “Prime” before “Minister”). The article before a standard
 * follows it, as it does in a repair. An empty stretch is offered nothing.
 *
 * No combination is written down: the tokens of the stretch are followed along the reading, so that the work is bounded
 * by tokens × length of the reading × candidates.
 */
export function findOffers(text: string, dictionary: ReversalDictionary): Offers {
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  const { count, from, to, form } = findMatches(dictionary, tokens);
  const standardsByForm = new Map<number, string[]>();
  // Only forms that have candidates: those that are just standard write nothing.
  const matches = Array.from({ length: count }, (_, i) => i).filter(
    (i) => standardsOf(form[i] as number).length > 0,
  );
  const byToken = new Map<number, number[]>();
  let longest = 0;
  for (const i of matches) {
    const first = from[i] as number;
    byToken.set(first, [...(byToken.get(first) ?? []), i]);
    longest = Math.max(longest, (to[i] as number) - first);
  }

  return (start, end, reading) => {
    if (start >= end) return false;
    const span = tokensWithin(start, end);
    if (span.first >= span.after) return false;
    const window = { ...span };
    for (let i = span.first - longest + 1; i < span.after; i++) {
      for (const match of byToken.get(i) ?? []) {
        if ((to[match] as number) <= span.first) continue;
        window.first = Math.min(window.first, i);
        window.after = Math.max(window.after, to[match] as number);
      }
    }
    const left = Math.min(start, tokens.start[window.first] as number);
    const right = Math.max(end, tokens.end[window.after - 1] as number);
    return isWritten(window, span, flatten(text.slice(left, start) + reading + text.slice(end, right)));
  };

  /** Whether the tokens of a window can become a reading by at least one match that touches the span. */
  function isWritten(window: TokenRange, span: TokenRange, reading: string): boolean {
    const width = window.after - window.first;
    // By token, the lengths of the reading that the tokens before it can have written: without a match, and with one.
    const plain = Array.from({ length: width + 1 }, () => new Set<number>());
    const edited = Array.from({ length: width + 1 }, () => new Set<number>());
    plain[0]?.add(0);
    for (let i = window.first; i < window.after; i++) {
      const spaced = ((tokens.flags[i] as number) & TokenFlag.SpaceBefore) !== 0;
      const follow = (lengths: Iterable<number>, piece: string, reached: Set<number> | undefined) => {
        for (const length of lengths) {
          const written = piece !== '' && length > 0 && spaced ? ` ${piece}` : piece;
          if (reading.startsWith(written, length)) reached?.add(length + written.length);
        }
      };
      const here = [...(plain[i - window.first] ?? [])];
      const editedHere = [...(edited[i - window.first] ?? [])];
      for (const word of readingsOfToken(i)) {
        follow(here, word, plain[i + 1 - window.first]);
        follow(editedHere, word, edited[i + 1 - window.first]);
      }
      for (const match of byToken.get(i) ?? []) {
        const after = to[match] as number;
        if (after > window.after) continue;
        const reached = edited[after - window.first];
        const touches = i < span.after && after > span.first;
        const possessive = ((tokens.flags[after - 1] as number) & TokenFlag.Possessive) !== 0;
        for (const standard of standardsOf(form[match] as number)) {
          const piece = possessive ? `${standard}'s` : standard;
          if (touches) follow(here, piece, reached);
          follow(editedHere, piece, reached);
        }
      }
    }
    return edited[width]?.has(reading.length) === true;
  }

  /** What a token that no match covers may become: itself, or the other indefinite article. */
  function readingsOfToken(i: number): string[] {
    const word = flatten(text.slice(tokens.start[i], tokens.end[i]));
    return word === 'a' || word === 'an' ? ['a', 'an'] : [word];
  }

  /** What the candidates of a form write, made once. */
  function standardsOf(number: number): string[] {
    const known = standardsByForm.get(number);
    if (known !== undefined) return known;
    const standards = new Set<string>();
    const after = dictionary.firstCandidate(number + 1);
    for (let candidate = dictionary.firstCandidate(number); candidate < after; candidate++) {
      standards.add(flatten(dictionary.standard(candidate)));
    }
    const list = [...standards];
    standardsByForm.set(number, list);
    return list;
  }

  /** The tokens that overlap a stretch of the text. */
  function tokensWithin(start: number, end: number): TokenRange {
    let first = 0;
    for (let high = tokens.count; first < high; ) {
      const middle = (first + high) >> 1;
      if ((tokens.end[middle] as number) <= start) first = middle + 1;
      else high = middle;
    }
    let after = first;
    while (after < tokens.count && (tokens.start[after] as number) < end) after++;
    return { first, after };
  }
}

/** Tokens `first` to `after - 1`. */
interface TokenRange {
  first: number;
  after: number;
}

/** A text as readings are compared here: folded, runs of blanks as one space, none at the ends. */
function flatten(text: string): string {
  const folded = foldText(text);
  const parts: string[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const blank = at === folded.length || isBlank(folded.charCodeAt(at));
    if (!blank && start < 0) start = at;
    if (blank && start >= 0) {
      parts.push(folded.slice(start, at));
      start = -1;
    }
  }
  return parts.join(' ');
}
