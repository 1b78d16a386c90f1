import { countSyllables, endsInSingleConsonant, isVowelAt, withCaseOf } from './spelling.js';

/** Adjectives with forms of their own. */
const IRREGULAR: Readonly<Record<string, readonly [comparative: string, superlative: string]>> = {
  good: ['better', 'best'],
  well: ['better', 'best'],
  bad: ['worse', 'worst'],
  ill: ['worse', 'worst'],
  far: ['further', 'furthest'],
  little: ['less', 'least'],
  much: ['more', 'most'],
  many: ['more', 'most'],
  shy: ['shyer', 'shyest'],
  sly: ['slyer', 'slyest'],
  wry: ['wryer', 'wryest'],
  spry: ['spryer', 'spryest'],
};

/** Short adjectives that do not compare, or do so with `more` and `most`. */
const NOT_COMPARING: readonly string[] = [
  'born',
  'chief',
  'dead',
  'done',
  'double',
  'due',
  'dutch',
  'each',
  'east',
  'else',
  'ex',
  'fake',
  'first',
  'french',
  'fun',
  'gone',
  'greek',
  'half',
  'joint',
  'just',
  'key',
  'last',
  'left',
  'like',
  'live',
  'lone',
  'lost',
  'male',
  'mere',
  'mid',
  'more',
  'most',
  'next',
  'no',
  'north',
  'one',
  'only',
  'other',
  'own',
  'past',
  'prime',
  'prone',
  'real',
  'right',
  'same',
  'shot',
  'shut',
  'single',
  'sole',
  'some',
  'south',
  'spare',
  'such',
  'swiss',
  'thai',
  'then',
  'top',
  'torn',
  'triple',
  'void',
  'welsh',
  'west',
  'whole',
  'worn',
  'worse',
  'worst',
  'worth',
  'wrong',
  'best',
  'better',
  'less',
  'least',
  'any',
  'every',
  'daily',
  'weekly',
  'monthly',
  'yearly',
  'hurt',
  'broke',
  'brand',
  'made',
  'set',
  'split',
  'spent',
  'met',
  'paid',
  'sold',
  'held',
  'known',
  'shown',
  'drawn',
  'sworn',
  'blown',
  'flown',
  'grown',
  'thrown',
];

/** Adjectives of two syllables that compare with -er and -est besides those in -y, -le and -ow. */
const COMPARING_LONG: readonly string[] = [
  'clever',
  'quiet',
  'stupid',
  'polite',
  'remote',
  'severe',
  'sincere',
  'obscure',
  'extreme',
  'secure',
  'mature',
  'profound',
  'unkind',
];

/** Comparative with -er (`bigger`, `easier`, `better`), or undefined for an adjective that does not compare that way. */
export function comparative(adjective: string): string | undefined {
  return compared(adjective, 'er');
}

/** Superlative with -est (`biggest`, `easiest`, `best`), or undefined for an adjective that does not compare that way. */
export function superlative(adjective: string): string | undefined {
  return compared(adjective, 'est');
}

function compared(adjective: string, ending: 'er' | 'est'): string | undefined {
  const word = adjective.toLowerCase();
  if (Object.hasOwn(IRREGULAR, word)) {
    const forms = IRREGULAR[word] as readonly [string, string];
    return withCaseOf(adjective, forms[ending === 'er' ? 0 : 1]);
  }
  return comparesWithEnding(word) ? withCaseOf(adjective, withEnding(word, ending)) : undefined;
}

function comparesWithEnding(word: string): boolean {
  if (!/^[a-z]{2,}$/.test(word) || NOT_COMPARING.includes(word)) return false;
  const isParticiple = word.length > 4 && /(?:ed|ing)$/.test(word);
  if (isParticiple) return false;
  const syllables = countSyllables(word.startsWith('un') && word.length > 5 ? word.slice(2) : word);
  if (syllables === 1) return true;
  if (COMPARING_LONG.includes(word)) return true;
  return syllables === 2 && /(?:y|[^aeiou]le|ow)$/.test(word) && !/[aeiou]y$/.test(word);
}

function withEnding(word: string, ending: 'er' | 'est'): string {
  if (word.endsWith('e')) return word + ending.slice(1);
  if (word.endsWith('y') && !isVowelAt(word, word.length - 2)) return `${word.slice(0, -1)}i${ending}`;
  if (countSyllables(word) === 1 && endsInSingleConsonant(word)) return word + word.at(-1) + ending;
  return word + ending;
}
