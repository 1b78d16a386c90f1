import { WordClass } from '../../src/lexicon/lemmas.js';
import type { Moby } from './moby.js';
import { cosine, type VectorFile, type Vectors, vectorsOf } from './vectors.js';
import type { WordNet } from './wordnet.js';
import type { ThesaurusWords } from './words.js';

/** What speaks for a link, in the order of the columns. */
export const EVIDENCE = [
  'moby: neighbour in the entry of the word',
  'moby: word in the entry of the neighbour',
  'moby: both',
  'moby: length of the neighbour’s entry, where the word stands in it',
  'moby: entries that have both, cosine',
  'moby: its square root',
  'wordnet: one synset',
  'wordnet: share of the synset in the word',
  'wordnet: share of the synset in the neighbour',
  'wordnet: neighbour above',
  'wordnet: neighbour below',
  'wordnet: similar',
  'wordnet: derived',
  'wordnet: one synset above both',
  'vectors: cosine',
  'vectors: its square',
  'vectors: crowd around the neighbour',
  'vectors: none',
  'frequency of the neighbour',
  'frequency of the neighbour above that of the word',
  'frequency of the neighbour, by cosine',
  'frequency elsewhere',
  'parts of speech alike',
  'no part of speech in common',
  'same first four letters',
] as const;

/** Candidates of a word, and the evidence for each, row after row. */
export interface CandidateList {
  readonly candidates: Int32Array;
  readonly evidence: Float64Array;
}

/** What stands around a word: other words, nearest first, and the mean cosine of the first of them. */
interface Neighbourhood {
  readonly nearest: readonly number[];
  readonly crowd: number;
}

/** Nearest words, by cosine, that are candidates without any link. */
const NEAREST = 40;
/** Nearest words whose mean similarity tells how crowded it is around a word (Conneau et al. 2018). */
const CROWD = 10;

/** Gathers the candidates of words and what each source says of them. */
export class Evidence {
  private readonly vectors: Vectors;
  /** Rank of each word in the text that the vectors were learnt from. */
  private readonly logRank: Float64Array;
  private readonly neighbourhoods: Neighbourhood[] = [];
  private readonly synsets: readonly ReadonlyMap<number, number>[];
  private readonly above: readonly ReadonlySet<number>[];
  private readonly wordsOfSynset = new Map<number, number[]>();
  private readonly below = new Map<number, number[]>();
  private readonly shares: readonly Float64Array[];

  constructor(
    private readonly words: ThesaurusWords,
    private readonly moby: Moby,
    private readonly wordNet: WordNet,
    file: VectorFile,
  ) {
    this.vectors = vectorsOf(file, words.words);
    const ranks = new Map(file.words.map((word, rank) => [word, rank]));
    this.logRank = Float64Array.from(words.words, (word) => Math.log(10 + (ranks.get(word) ?? 400_000)));
    this.synsets = words.words.map(
      (word) => new Map(wordNet.senses.get(word)?.map(({ synset, share }) => [synset, share])),
    );
    this.above = this.synsets.map((synsets) => this.follow(synsets.keys(), wordNet.above));
    for (const [word, synsets] of this.synsets.entries()) {
      for (const synset of synsets.keys()) push(this.wordsOfSynset, synset, word);
    }
    for (const [synset, list] of wordNet.above.entries()) {
      for (const higher of list ?? []) push(this.below, higher, synset);
    }
    this.shares = this.synsets.map((synsets) => {
      const shares = new Float64Array(9);
      for (const [synset, share] of synsets) {
        const bit = wordNet.partOfSpeech[synset] as number;
        shares[bit] = (shares[bit] as number) + share;
      }
      if (synsets.size === 0) shares[0] = 1;
      return shares;
    });
  }

  /** The words that any source links to a word, ascending, and the evidence. */
  of(word: number): CandidateList {
    const { moby, wordNet } = this;
    const synsets = this.synsets[word] as ReadonlyMap<number, number>;
    const above = this.above[word] as ReadonlySet<number>;
    const below = new Set([...synsets.keys()].flatMap((synset) => this.below.get(synset) ?? []));
    const similar = this.follow(synsets.keys(), wordNet.similar);
    const derived = this.follow(synsets.keys(), wordNet.derived);
    const found = new Set<number>([
      ...(moby.entry[word] as Int32Array),
      ...(moby.entries[word] as Int32Array),
      ...this.neighbourhood(word).nearest,
    ]);
    for (const set of [synsets.keys(), above, below, similar, derived]) {
      for (const synset of set) for (const other of this.wordsOfSynset.get(synset) ?? []) found.add(other);
    }
    found.delete(word);
    const candidates = Int32Array.from(found)
      .filter((other) => other < this.words.known)
      .sort();
    const evidence = new Float64Array(candidates.length * EVIDENCE.length);
    candidates.forEach((candidate, i) => {
      const other = this.synsets[candidate] as ReadonlyMap<number, number>;
      const has = (set: ReadonlySet<number>) => [...other.keys()].some((synset) => set.has(synset));
      evidence.set(
        [
          ...this.mobyEvidence(word, candidate),
          ...synonymEvidence(synsets, other),
          Number(has(above)),
          Number(has(below)),
          Number(has(similar)),
          Number(has(derived)),
          Number([...(this.above[candidate] as ReadonlySet<number>)].some((synset) => above.has(synset))),
          ...this.otherEvidence(word, candidate),
        ],
        i * EVIDENCE.length,
      );
    });
    return { candidates, evidence };
  }

  private mobyEvidence(word: number, candidate: number): number[] {
    const { entry, entries } = this.moby;
    const forward = includes(entry[word] as Int32Array, candidate) ? 1 : 0;
    const entryOfOther = entry[candidate] as Int32Array;
    const back = includes(entryOfOther, word) ? 1 : 0;
    const mine = entries[word] as Int32Array;
    const theirs = entries[candidate] as Int32Array;
    const common = countCommon(mine, theirs) + forward + back;
    const together = common / Math.sqrt((mine.length + 5) * (theirs.length + 5));
    const length = back * Math.log(1 + entryOfOther.length);
    return [forward, back, forward * back, length, together, Math.sqrt(together)];
  }

  private otherEvidence(word: number, candidate: number): number[] {
    const { logFrequency, partsOfSpeech, words } = this.words;
    const near = cosine(this.vectors, word, candidate);
    const { crowd } = this.neighbourhood(candidate);
    const own = logFrequency[word] as number;
    const other = logFrequency[candidate] as number;
    const mine = this.shares[word] as Float64Array;
    const theirs = this.shares[candidate] as Float64Array;
    let alike = 0;
    for (const bit of [0, ...Object.values(WordClass)]) {
      alike += Math.sqrt((mine[bit] as number) * (theirs[bit] as number));
    }
    const common = (partsOfSpeech[word] as number) & (partsOfSpeech[candidate] as number);
    const text = words[word] as string;
    const start = text.slice(0, 4);
    return [
      near,
      near * near,
      crowd,
      Number(crowd === 0),
      other,
      Math.max(0, other - own),
      other * near,
      this.logRank[candidate] as number,
      alike,
      Number(common === 0),
      Number(start.length === 4 && (words[candidate] as string).startsWith(start)),
    ];
  }

  /** The known words nearest to a word by cosine. */
  private neighbourhood(word: number): Neighbourhood {
    const known = this.neighbourhoods[word];
    if (known !== undefined) return known;
    const nearest: number[] = [];
    const cosines: number[] = [];
    for (let other = 0; other < this.words.known; other++) {
      if (other === word) continue;
      const near = cosine(this.vectors, word, other);
      if (near <= 0 || (nearest.length === NEAREST && near <= (cosines[NEAREST - 1] as number))) continue;
      let at = Math.min(nearest.length, NEAREST - 1);
      for (; at > 0 && (cosines[at - 1] as number) < near; at--) {
        cosines[at] = cosines[at - 1] as number;
        nearest[at] = nearest[at - 1] as number;
      }
      cosines[at] = near;
      nearest[at] = other;
    }
    const crowd = cosines.slice(0, CROWD).reduce((sum, near) => sum + near / CROWD, 0);
    const found = { nearest, crowd };
    this.neighbourhoods[word] = found;
    return found;
  }

  private follow(synsets: Iterable<number>, pointers: readonly (readonly number[])[]): Set<number> {
    const reached = new Set<number>();
    for (const synset of synsets) for (const target of pointers[synset] ?? []) reached.add(target);
    return reached;
  }
}

function synonymEvidence(mine: ReadonlyMap<number, number>, theirs: ReadonlyMap<number, number>): number[] {
  let own = 0;
  let other = 0;
  let shared = 0;
  for (const [synset, share] of theirs) {
    const here = mine.get(synset);
    if (here === undefined) continue;
    shared = 1;
    own += here;
    other += share;
  }
  return [shared, Math.sqrt(own), Math.sqrt(other)];
}

function includes(sorted: Int32Array, value: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value;
}

function countCommon(a: Int32Array, b: Int32Array): number {
  let common = 0;
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const left = a[i] as number;
    const right = b[k] as number;
    if (left === right) common++;
    if (left <= right) i++;
    if (right <= left) k++;
  }
  return common;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}
