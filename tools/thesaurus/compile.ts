import {
  SCORE_STEP,
  SHARES,
  type Shares,
  THESAURUS_MAGIC,
  THESAURUS_VERSION,
  WordFlag,
} from '../../src/lexicon/thesaurus.js';
import { writeContainer } from '../../src/text/container.js';

/** A link of the thesaurus. */
export interface Link {
  /** Index of the neighbour among the words. */
  readonly target: number;
  /** In nats, at most 0. */
  readonly score: number;
}

/** What is compiled. */
export interface ThesaurusSource {
  /** Lemmas in small letters. */
  readonly words: readonly string[];
  /** By word: bits of `WordClass`. */
  readonly partsOfSpeech: ArrayLike<number>;
  /** By word: whether it is hardly ever written in the plural. */
  readonly mass: ArrayLike<number>;
  /** By word. */
  readonly links: readonly (readonly Link[])[];
  readonly shares: Shares;
}

/** Writes a thesaurus as `Thesaurus` reads it. Deterministic. */
export function compileThesaurus({ words, partsOfSpeech, mass, links, shares }: ThesaurusSource): Uint8Array {
  const letters = Uint8Array.from(words.join(''), (letter) => letter.charCodeAt(0));
  const first = new Uint32Array(links.length + 1);
  links.forEach((list, i) => {
    first[i + 1] = (first[i] as number) + list.length;
  });
  const flat = links.flat();
  return writeContainer(THESAURUS_MAGIC, THESAURUS_VERSION, [
    letters,
    Uint8Array.from(words, (word) => word.length),
    Uint8Array.from(words, (_, i) => (partsOfSpeech[i] ?? 0) | (mass[i] ? WordFlag.Mass : 0)),
    first,
    Uint16Array.from(flat, ({ target }) => target),
    Uint8Array.from(flat, ({ score }) => Math.min(255, Math.round(-score / SCORE_STEP))),
    Float32Array.from(SHARES, (name) => shares[name]),
  ]);
}
