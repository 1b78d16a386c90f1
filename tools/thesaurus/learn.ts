import { classOf, Inflection, inflect, Lemmas, type Reading, WordClass } from '../../src/lexicon/lemmas.js';
import type { Shares } from '../../src/lexicon/thesaurus.js';
import { compileThesaurus, type Link } from './compile.js';
import { type Choice, fitChoices, logSoftmax } from './conditional-logit.js';
import { type CandidateList, EVIDENCE, type Evidence } from './evidence.js';
import type { WordPair } from './gold.js';
import type { ThesaurusWords } from './words.js';

/** What is learnt from pairs. */
export interface Learnt {
  readonly weights: Float64Array;
  /** Share of the pairs whose original is among the candidates. */
  readonly coverage: number;
  readonly shares: Shares;
}

/** A pair as lemmas: a word, its neighbour, and the inflection of the spun one. */
interface Aligned {
  readonly word: number;
  readonly neighbour: number;
  readonly inflection: number;
}

/** Neighbours that a word keeps: fewer where it is rare, for the file's sake. */
const MOST_NEIGHBOURS = 30;
const MOST_OF_RARE = 20;
/** Words from this one on are rare. */
const RARE = 20_000;
/** Less likely ones are left out, in nats. */
const LEAST_SCORE = -8;

/** Learns from gold pairs how links are weighed, and compiles thesauri with what was learnt. */
export class Learner {
  private readonly lemmas = new Lemmas();
  private readonly lists = new Map<number, CandidateList>();

  constructor(
    private readonly words: ThesaurusWords,
    private readonly evidence: Evidence,
  ) {}

  /** Fits the weights to pairs. */
  learn(pairs: readonly WordPair[]): Learnt {
    const choices: Choice[] = [];
    const counts = { past: 1, participle: 1, singular: 1, plural: 1, own: 1, form: 1 };
    for (const pair of pairs) {
      const choice = this.choiceOf(pair);
      if (choice !== undefined) choices.push(choice);
      this.countForms(pair, counts);
    }
    const weights = fitChoices(choices, EVIDENCE.length);
    const share = (part: number, other: number) => Math.log(part / (part + other));
    return {
      weights,
      coverage: choices.length / pairs.length,
      shares: {
        past: share(counts.past, counts.participle),
        participle: share(counts.participle, counts.past),
        singular: share(counts.singular, counts.plural),
        plural: share(counts.plural, counts.singular),
        own: share(counts.own, counts.form),
        form: share(counts.form, counts.own),
      },
    };
  }

  /**
   * Compiles the thesaurus.
   *
   * @param only words to write the neighbours of; all by default
   */
  compile({ weights, coverage, shares }: Learnt, only?: ReadonlySet<string>): Uint8Array {
    const { words, partsOfSpeech, mass } = this.words;
    const links = words.map((word, key): Link[] => {
      if (only !== undefined && !only.has(word)) return [];
      const { candidates, evidence } = only === undefined ? this.evidence.of(key) : this.listOf(key);
      if (candidates.length === 0) return [];
      const scores = logSoftmax(evidence, weights);
      return Array.from(candidates, (target, i) => ({
        target,
        score: (scores[i] as number) + Math.log(coverage),
      }))
        .sort((a, b) => b.score - a.score || a.target - b.target)
        .slice(0, key < RARE ? MOST_NEIGHBOURS : MOST_OF_RARE)
        .filter(({ score }) => score >= LEAST_SCORE);
    });
    return compileThesaurus({ words, partsOfSpeech, mass, links, shares });
  }

  /** Lemmas that words of pairs may be forms of. */
  lemmasOf(pairs: readonly WordPair[]): Set<string> {
    return new Set(pairs.flatMap(({ spun }) => this.readingsOf(spun).map(({ lemma }) => lemma)));
  }

  private choiceOf(pair: WordPair): Choice | undefined {
    const { partsOfSpeech } = this.words;
    for (const { word, neighbour, inflection } of this.alignmentsOf(pair)) {
      const { candidates, evidence } = this.listOf(word);
      if (!candidates.includes(neighbour)) continue;
      const wanted = classOf(inflection);
      const kept = [...candidates.keys()].filter((i) => {
        const common = (partsOfSpeech[word] as number) & (partsOfSpeech[candidates[i] as number] as number);
        return wanted === 0 || (common & wanted) !== 0;
      });
      const chosen = kept.indexOf(candidates.indexOf(neighbour));
      if (chosen === -1) continue;
      const width = EVIDENCE.length;
      const rows = new Float64Array(kept.length * width);
      kept.forEach((i, row) => {
        rows.set(evidence.subarray(i * width, (i + 1) * width), row * width);
      });
      return { evidence: rows, chosen };
    }
    return undefined;
  }

  /** The ways in which a pair is the same form of two lemmas, or differs in number only because one has no plural. */
  private alignmentsOf({ spun, original }: WordPair): Aligned[] {
    const aligned: Aligned[] = [];
    for (const from of this.readingsOf(spun)) {
      const word = this.words.indexOf.get(from.lemma) as number;
      for (const to of this.readingsOf(original)) {
        const neighbour = this.words.indexOf.get(to.lemma) as number;
        const isPlural = (reading: Reading) => reading.inflection === Inflection.Plural;
        const isBase = (reading: Reading) => reading.inflection === Inflection.Base;
        const fits =
          from.inflection === to.inflection ||
          (isPlural(from) && isBase(to) && this.words.mass[neighbour] === 1) ||
          (isBase(from) && isPlural(to) && this.words.mass[word] === 1);
        if (fits && word !== neighbour) aligned.push({ word, neighbour, inflection: from.inflection });
      }
    }
    return aligned;
  }

  private countForms(pair: WordPair, counts: Record<keyof Shares, number>): void {
    const from = this.readingsOf(pair.spun);
    const to = this.readingsOf(pair.original);
    const { Past, PastParticiple, Plural, Base } = Inflection;
    const isOwn = (inflection: number) => inflection === Base;
    if (new Set(from.map(({ inflection }) => isOwn(inflection))).size === 2) {
      const aligned = this.alignmentsOf(pair).filter(({ word, neighbour }) =>
        this.listOf(word).candidates.includes(neighbour),
      );
      const own = aligned.some(({ inflection }) => isOwn(inflection));
      const form = aligned.some(({ inflection }) => !isOwn(inflection));
      if (own !== form) counts[own ? 'own' : 'form']++;
    }
    for (const { lemma, inflection } of from) {
      const word = this.words.indexOf.get(lemma) as number;
      if (
        inflection === Past &&
        from.some((other) => other.lemma === lemma && other.inflection === PastParticiple)
      ) {
        for (const other of to) {
          if (inflect(other.lemma, Past) === inflect(other.lemma, PastParticiple)) continue;
          if (other.inflection === Past) counts.past++;
          if (other.inflection === PastParticiple) counts.participle++;
        }
      }
      if (inflection !== Base || this.words.mass[word] !== 1) continue;
      for (const other of to) {
        const target = this.words.indexOf.get(other.lemma) as number;
        const nouns = (this.words.partsOfSpeech[target] as number) & WordClass.Noun;
        if (nouns === 0 || this.words.mass[target] === 1) continue;
        if (other.inflection === Base) counts.singular++;
        if (other.inflection === Plural) counts.plural++;
      }
    }
  }

  private readingsOf(word: string): Reading[] {
    const isLemma = (lemma: string) => this.words.indexOf.has(lemma);
    const readings = this.lemmas.readingsOf(word, isLemma);
    return isLemma(word) ? [{ lemma: word, inflection: Inflection.Base }, ...readings] : readings;
  }

  private listOf(word: number): CandidateList {
    const known = this.lists.get(word) ?? this.evidence.of(word);
    this.lists.set(word, known);
    return known;
  }
}
