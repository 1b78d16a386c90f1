import { IRREGULAR_PLURALS, NOT_MEN, OES_NOUNS, UNCHANGED_PLURALS, VES_NOUNS } from './irregular-nouns.js';
import { endsInSibilant, isVowelAt, withCaseOf } from './spelling.js';

/**
 * The most usual plural of a noun: `pluralize('ally') === 'allies'`. Takes one word, the singular; a compound with
 * hyphens is inflected where English does it (`passers-by`, `attorneys-general`, `cease-fires`).
 */
export function pluralize(noun: string): string {
  return pluralVariants(noun)[0] as string;
}

/** All plurals of a noun, the most usual first: `referendums`, `referenda`. */
export function pluralVariants(noun: string): string[] {
  const head = headOfCompound(noun);
  const stem = noun.slice(head.start, head.end);
  if (stem === '') return [noun];
  const before = noun.slice(0, head.start);
  const after = noun.slice(head.end);
  return pluralsOfWord(stem).map((plural) => before + plural + after);
}

/** The part of a hyphenated noun that takes the plural: the last one, unless what follows the head is not a noun. */
function headOfCompound(noun: string): { start: number; end: number } {
  const first = noun.indexOf('-');
  if (first <= 0) return { start: 0, end: noun.length };
  const rest = noun.slice(first).toLowerCase();
  const isHeadFirst =
    /^-(?:in|of|at|de|to)-./.test(rest) ||
    /^-(?:general|elect|designate|martial|errant)$/.test(rest) ||
    (/^-(?:by|up|on|in|out)$/.test(rest) && /(?:er|or)$/i.test(noun.slice(0, first)));
  return isHeadFirst ? { start: 0, end: first } : { start: noun.lastIndexOf('-') + 1, end: noun.length };
}

function pluralsOfWord(noun: string): string[] {
  const isAcronym = noun.length > 1 && noun === noun.toUpperCase() && noun !== noun.toLowerCase();
  if (isAcronym) return [`${noun}s`];
  const word = noun.toLowerCase();
  return pluralsOfLowerCase(word).map((plural) => withCaseOf(noun, plural));
}

function pluralsOfLowerCase(noun: string): string[] {
  if (Object.hasOwn(IRREGULAR_PLURALS, noun)) return (IRREGULAR_PLURALS[noun] as string).split('|');
  if (UNCHANGED_PLURALS.includes(noun) || /(?:[a-z]{2}ics|nese|mese|guese|lese)$/.test(noun)) return [noun];
  if (noun.endsWith('man') && !NOT_MEN.includes(noun)) return [`${noun.slice(0, -2)}en`];
  const irregularEnd = /(?:child|foot|tooth|mouse|person)$/.exec(noun)?.[0];
  if (irregularEnd !== undefined) {
    return [noun.slice(0, -irregularEnd.length) + (IRREGULAR_PLURALS[irregularEnd] as string).split('|')[0]];
  }
  if (VES_NOUNS.some((end) => noun.endsWith(end))) {
    const plural = `${noun.replace(/fe?$/, '')}ves`;
    return /(?:hoof|scarf|wharf)$/.test(noun) ? [plural, `${noun}s`] : [plural];
  }
  if (/[sx]is$/.test(noun)) return [`${noun.slice(0, -2)}es`];
  if (/(?:^|[^aeiou])(?:quiz|fez|whiz)$/.test(noun)) return [`${noun}zes`];
  if (endsInSibilant(noun)) return [`${noun}es`];
  if (noun.endsWith('y') && noun.length > 1 && !isVowelAt(noun, noun.length - 2))
    return [`${noun.slice(0, -1)}ies`];
  if (OES_NOUNS.includes(noun)) return [`${noun}es`];
  return [`${noun}s`];
}
