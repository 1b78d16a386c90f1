import type { Matches } from '../../dictionary/match.js';
import type { TermIndex } from '../../dictionary/terms-index.js';
import type { Tokens } from '../../text/tokens.js';
import { type Alternative, type PairSource, TermAlternatives } from './term-alternatives.js';
import { readPieces, type TermPieces } from './term-pieces.js';

/** A standard term that a stretch of text may have been spun from, word by word. */
export interface TermProposal {
  /** The tokens `from` to `to - 1`. */
  readonly from: number;
  readonly to: number;
  /** Number of the term in the index. */
  readonly term: number;
  /** What stood there, in the plural where the stretch is. */
  readonly standard: string;
  /** Words of the term. */
  readonly words: number;
  /** Words or phrases of the stretch that are not the term's own, at least one; the dictionary has all these pairs. */
  readonly differing: number;
  /** Natural logarithm of the product of the probabilities of all differing words. */
  readonly logChannel: number;
  /** Whether a differing word stands in a term that the text has as it should be. */
  readonly breaksTerm: boolean;
}

/** A way into the index along a stretch of text. */
interface Path {
  readonly node: number;
  readonly words: number;
  readonly differing: number;
  readonly logChannel: number;
  /** Bit i is set where word i is in the plural and the term's is not. */
  readonly plurals: number;
  /** Bit i is set where piece i of the stretch differs. */
  readonly changed: number;
}

/** A term that ends a path. */
interface Arrival {
  readonly from: number;
  readonly to: number;
  readonly term: number;
  readonly path: Path;
}

/** Pieces of text that a term may have become at most: "take a look at" is a spinner's word for one of them. */
const LONGEST_STRETCH = 9;
/** Paths that are followed on from one place. */
const BEAM = 24;
/** Terms proposed for one stretch. */
const MOST_PROPOSALS = 3;
/** Spun forms at one place that are tried: the dictionary's longest phrases are no words of terms. */
const MOST_FORMS = 6;

const ROOT: Path = { node: 0, words: 0, differing: 0, logChannel: 0, plurals: 0, changed: 0 };

/**
 * Restores terms of several words that were spun word by word: each word's standard candidates, joined where the whole is a known
 * term ("profound neural organization": "deep neural network"). Remembers what the dictionary's forms can stand for in terms, so
 * one is made for a dictionary and kept.
 */
export class Composition {
  private readonly alternatives: TermAlternatives;

  /** @param channel P(spun form | standard) of a candidate of the dictionary, above 0 and up to 1 */
  constructor(
    dictionary: PairSource,
    private readonly terms: TermIndex,
    channel: (candidate: number) => number,
  ) {
    this.alternatives = new TermAlternatives(dictionary, terms, channel);
  }

  /**
   * The terms that stretches of a text may have been spun from, in order of `from`; of one stretch the likeliest first. A stretch
   * that is a term as it stands, or part of one, has none. Linear in the text.
   *
   * @param tokens tokens of `text`, numbered by the dictionary's vocabulary, sentences marked
   * @param matches the dictionary's forms in them
   */
  propose(text: string, tokens: Tokens, matches: Matches): TermProposal[] {
    const pieces = readPieces(text, tokens, this.terms);
    const firstMatch = firstMatches(tokens.count, matches);
    const arrivals: Arrival[] = [];
    for (let token = 0; token < tokens.count; token++) {
      this.explore(text, token, pieces, matches, firstMatch, arrivals);
    }
    return this.proposals(arrivals, pieces, tokens.count);
  }

  /** Follows the index from a token on, over its words and all that they may stand for. */
  private explore(
    text: string,
    from: number,
    pieces: TermPieces,
    matches: Matches,
    firstMatch: Int32Array,
    arrivals: Arrival[],
  ): void {
    const begin = pieces.first[from] as number;
    /** By piece from `begin` on: the paths that end before it. */
    const paths: Path[][] = [[ROOT]];
    const arrive = (base: Path, offset: number, to: number, alternative: Alternative) => {
      if (to - begin > LONGEST_STRETCH) return;
      const changed = alternative.logChannel === 0 ? 0 : (1 << (to - begin)) - (1 << offset);
      for (const path of this.step(base, alternative, changed)) {
        const ending = paths[to - begin];
        if (ending === undefined) paths[to - begin] = [path];
        else ending.push(path);
        const term = this.terms.termAt(path.node);
        const token = pieces.token[to - 1] as number;
        // A single word that stands for a whole term is the dictionary's own.
        if (term === 0 || to - begin < 2 || pieces.first[token + 1] !== to) continue;
        if ((path.plurals & ~(1 << this.terms.headOf(term))) !== 0) continue;
        arrivals.push({ from, to: token + 1, term, path });
      }
    };
    for (let offset = 0; offset < Math.min(paths.length, LONGEST_STRETCH); offset++) {
      const here = paths[offset];
      const piece = begin + offset;
      if (here === undefined) continue;
      if (piece >= pieces.count || (offset > 0 && pieces.joined[piece] === 0)) break;
      if (here.length > BEAM) {
        here.sort((a, b) => b.logChannel - a.logChannel || a.node - b.node);
        here.length = BEAM;
      }
      const word = pieces.word[piece] as number;
      if (word !== 0)
        for (const path of here) arrive(path, offset, piece + 1, { words: [word], logChannel: 0 });
      const token = pieces.token[piece] as number;
      if (pieces.first[token] === piece) {
        const last = firstMatch[token + 1] as number;
        for (let m = firstMatch[token] as number, tried = 0; m < last && tried < MOST_FORMS; m++, tried++) {
          const to = pieces.first[matches.to[m] as number] as number;
          for (const alternative of this.alternatives.of(matches.form[m] as number)) {
            for (const path of here) arrive(path, offset, to, alternative);
          }
        }
      }
      if ((pieces.first[token + 1] as number) - (pieces.first[token] as number) === 1) continue;
      const part = text.slice(pieces.start[piece], pieces.end[piece]);
      for (const alternative of this.alternatives.ofWord(part)) {
        for (const path of here) arrive(path, offset, piece + 1, alternative);
      }
    }
  }

  /** The paths that go on from one over some words, the last of which may be the plural of the term's. */
  private step(base: Path, { words, logChannel }: Alternative, changed: number): Path[] {
    const { terms } = this;
    let { node } = base;
    const last = words.length - 1;
    for (let i = 0; i < last; i++) {
      node = terms.child(node, words[i] as number);
      if (node === 0) return [];
    }
    const path = (end: number, plurals: number): Path => ({
      node: end,
      words: base.words + words.length,
      differing: base.differing + (changed === 0 ? 0 : 1),
      logChannel: base.logChannel + logChannel,
      plurals: base.plurals | plurals,
      changed: base.changed | changed,
    });
    const steps: Path[] = [];
    const word = words[last] as number;
    const same = terms.child(node, word);
    if (same !== 0) steps.push(path(same, 0));
    const singular = terms.singularOf(word);
    const other = singular === 0 ? 0 : terms.child(node, singular);
    if (other !== 0) steps.push(path(other, 1 << (base.words + last)));
    return steps;
  }

  /** What is proposed of all that was found. */
  private proposals(arrivals: readonly Arrival[], pieces: TermPieces, tokens: number): TermProposal[] {
    const standing = arrivals.filter(({ path }) => path.differing === 0);
    /** By token: where the terms that stand as they should and begin there or before end at last. */
    const reach = new Int32Array(tokens + 1);
    for (const { from, to } of standing) reach[from] = Math.max(reach[from] as number, to);
    for (let i = 1; i <= tokens; i++) reach[i] = Math.max(reach[i] as number, reach[i - 1] as number);

    const proposals: TermProposal[] = [];
    const ordered = arrivals
      .filter(({ from, to, path }) => path.differing > 0 && (reach[from] as number) < to)
      .sort(
        (a, b) => a.from - b.from || a.to - b.to || b.path.logChannel - a.path.logChannel || a.term - b.term,
      );
    let first = 0;
    for (const { from, to, term, path } of ordered) {
      if (proposals[first]?.from !== from || proposals[first]?.to !== to) first = proposals.length;
      const rivals = proposals.slice(first);
      const plural = path.plurals !== 0;
      const standard = this.terms.textOf(term, { plural });
      if (rivals.length >= MOST_PROPOSALS || rivals.some((rival) => rival.standard === standard)) continue;
      const begin = pieces.first[from] as number;
      let breaksTerm = false;
      for (let i = begin; i < (pieces.first[to] as number); i++) {
        const isChanged = (path.changed & (1 << (i - begin))) !== 0;
        const token = pieces.token[i] as number;
        if (isChanged && (reach[token] as number) > token) breaksTerm = true;
      }
      const { words, differing, logChannel } = path;
      proposals.push({ from, to, term, standard, words, differing, logChannel, breaksTerm });
    }
    return proposals;
  }
}

/** By token: the first match that begins there or later; one more than there are tokens. */
function firstMatches(tokens: number, matches: Matches): Int32Array {
  const first = new Int32Array(tokens + 1);
  let match = 0;
  for (let token = 0; token <= tokens; token++) {
    while (match < matches.count && (matches.from[match] as number) < token) match++;
    first[token] = match;
  }
  return first;
}
