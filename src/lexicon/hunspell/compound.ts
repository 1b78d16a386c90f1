import { Use } from './marks.js';

/** How closed compounds are built in a language, by its affix file. */
export interface CompoundRules {
  /** Shortest part, in UTF-16 units (COMPOUNDMIN). */
  readonly compoundMin: number;
  /** Most parts (COMPOUNDWORDMAX). */
  readonly compoundWordMax: number;
  /** Whether a capital may not stand where two parts meet (CHECKCOMPOUNDCASE). */
  readonly compoundCase: boolean;
  /** Whether a letter may not stand three times where two parts meet (CHECKCOMPOUNDTRIPLE). */
  readonly compoundTriple: boolean;
}

/** Longer words are none; it bounds the square of the length that the search takes. */
const LONGEST_COMPOUND = 100;

/**
 * Whether a word is a closed compound of forms: one that may begin, any that may stand in the middle, one that may end.
 * `usesOf` gives a form's bits of `Use`, or undefined. Takes at most the square of the word's length in look-ups.
 */
export function acceptsCompound(
  word: string,
  usesOf: (form: string) => number | undefined,
  rules: CompoundRules,
): boolean {
  const { compoundMin, compoundWordMax } = rules;
  if (word.length > LONGEST_COMPOUND || word.length < 2 * compoundMin) return false;
  /** Fewest parts that reach each place of the word. */
  const parts = new Float64Array(word.length).fill(Number.POSITIVE_INFINITY);
  parts[0] = 0;
  for (let start = 0; start <= word.length - compoundMin; start++) {
    const before = parts[start] as number;
    if (before + 1 > compoundWordMax || (start > 0 && !mayMeet(word, start, rules))) continue;
    if (before > 0 && before < Number.POSITIVE_INFINITY && allows(word.slice(start), Use.end)) return true;
    if (before === Number.POSITIVE_INFINITY) continue;
    const use = before === 0 ? Use.begin : Use.middle;
    for (let end = start + compoundMin; end <= word.length - compoundMin; end++) {
      if (before + 1 < (parts[end] as number) && allows(word.slice(start, end), use)) parts[end] = before + 1;
    }
  }
  return false;

  function allows(form: string, use: number): boolean {
    return ((usesOf(form) ?? 0) & use) !== 0;
  }
}

/** Whether a part may end and the next one begin at a place of the word. */
function mayMeet(word: string, at: number, { compoundCase, compoundTriple }: CompoundRules): boolean {
  const left = word[at - 1] as string;
  const right = word[at] as string;
  if (compoundCase && left !== '-' && right !== '-' && (isCapital(left) || isCapital(right))) return false;
  return !compoundTriple || left !== right || (word[at - 2] !== left && word[at + 1] !== left);
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}
