import { type Lattice, NO_WORD, SENTENCE_BREAK, type TrigramModel } from '../../src/decoder/lattice.js';

/** One reading of a whole lattice: the candidates it takes, and its score in nats. */
export interface Reading {
  readonly edges: readonly number[];
  readonly score: number;
}

/** Words of a random model: 0 is unknown, 1 to `WORDS` are known. */
export const WORDS = 3;

/** A model of few words whose every score is drawn at random, from -6 to 0, by a seed. */
export function randomModel(seed: number, words = WORDS): TrigramModel {
  const sentenceStart = words + 1;
  const sentenceEnd = words + 2;
  return {
    sentenceStart,
    sentenceEnd,
    score(first, second, word) {
      let hash = seed | 0;
      for (const number of [first, second, word]) {
        hash = Math.imul(hash ^ (number + 1), 0x9e3779b1);
        hash ^= hash >>> 15;
      }
      return ((hash >>> 0) / 2 ** 32 - 1) * 6;
    },
  };
}

/** All readings of a lattice, written down one by one: what the decoder must agree with. */
export function allReadings(lattice: Lattice, model: TrigramModel, weight: number): Reading[] {
  const { tokenWords } = lattice;
  const readings: Reading[] = [];
  const read = (place: number, first: number, second: number, score: number, edges: readonly number[]) => {
    if (place === tokenWords.length) {
      readings.push({ edges, score });
      return;
    }
    const word = tokenWords[place] as number;
    if (word === NO_WORD) read(place + 1, first, second, score, edges);
    else if (word === SENTENCE_BREAK) {
      const end = model.score(first, second, model.sentenceEnd) * weight;
      read(place + 1, 0, model.sentenceStart, score + end, edges);
    } else read(place + 1, second, word, score + model.score(first, second, word) * weight, edges);
    for (let e = 0; e < lattice.count; e++) {
      if (lattice.from[e] !== place) continue;
      let one = first;
      let two = second;
      let sum = score + (lattice.unary[e] as number);
      for (const term of lattice.words.subarray(lattice.firstWord[e], lattice.firstWord[e + 1])) {
        sum += model.score(one, two, term) * weight;
        one = two;
        two = term;
      }
      read(lattice.to[e] as number, one, two, sum, [...edges, e]);
    }
  };
  read(0, 0, model.sentenceStart, 0, []);
  return readings;
}
