/*
 * Measures the thesaurus on single-word substitutions of spun articles:
 *   npx jiti tools/measure-thesaurus.ts [--shared /work/shared] [MOBY_DIR WORDNET_DIR GLOVE_DIR]
 * How often the original is among the first neighbours of the word put for it: over all places, over distinct pairs, and over
 * those that the reversal dictionary does not offer. releases-test has no part in the fit. With the folders of the sources
 * (see build-thesaurus.ts) releases-train is measured in five folds by the spun word, fitted on the other four; without
 * them with the thesaurus as it is, which was fitted on it.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { findOffers } from '../src/dictionary/offers.js';
import { ReversalDictionary } from '../src/dictionary/reversal-dictionary.js';
import { Thesaurus } from '../src/lexicon/thesaurus.js';
import { hashWord } from '../src/text/vocabulary.js';
import { readWordPairs, type WordPair } from './thesaurus/gold.js';
import { readSources, sourceFolders } from './thesaurus/sources.js';

const FOLDS = 5;
const DEPTHS = [1, 3, 5, 10, 20];

/** A pair, the place of its original among the neighbours (from 0; -1 for none), and the probability of the first of them. */
interface Ranked extends WordPair {
  readonly rank: number;
  readonly promised: number;
}

const given = process.argv.slice(2);
const shared = given[0] === '--shared' ? (given.splice(0, 2)[1] as string) : '/work/shared';
const root = new URL('../dictionaries/en/', import.meta.url);
const bytes = new Uint8Array(readFileSync(new URL('thesaurus.bin', root)));
const dictionary = new ReversalDictionary(readFileSync(new URL('spin.bin', root)));
const pairsOf = (name: string) => readWordPairs(`${shared}/eval/spin/${name}.jsonl`);
const train = pairsOf('releases-train');
const test = pairsOf('releases-test');

tellSpeed();
const thesaurus = new Thesaurus(bytes);
tell('releases-test', rank(thesaurus, test));
if (given.length === 0) tell('releases-train, on which it was fitted', rank(thesaurus, train));
else {
  const learner = readSources(sourceFolders(given));
  const foldOf = ({ spun }: WordPair) => (hashWord(spun) >>> 8) % FOLDS;
  const ranked = Array.from({ length: FOLDS }, (_, fold) => {
    const held = train.filter((pair) => foldOf(pair) === fold);
    const learnt = learner.learn(train.filter((pair) => foldOf(pair) !== fold));
    return rank(new Thesaurus(learner.compile(learnt, learner.lemmasOf(held))), held);
  });
  tell(`releases-train, ${FOLDS} folds by spun word`, ranked.flat());
}

function rank(opened: Thesaurus, pairs: readonly WordPair[]): Ranked[] {
  return pairs.map((pair) => {
    const neighbours = opened.neighbours(pair.spun);
    const promised = Math.exp(neighbours[0]?.score ?? Number.NEGATIVE_INFINITY);
    return { ...pair, rank: neighbours.findIndex(({ word }) => word === pair.original), promised };
  });
}

function tell(name: string, ranked: readonly Ranked[]): void {
  console.log(`\n${name}`);
  console.log(`${''.padEnd(34)}${['number', ...DEPTHS.map((depth) => `in ${depth}`)].map(cell).join('')}`);
  const distinct = [...new Map(ranked.map((pair) => [`${pair.spun} ${pair.original}`, pair])).values()];
  const lacking = (pair: WordPair) => !findOffers(pair.spun, dictionary)(0, pair.spun.length, pair.original);
  const places = ({ times }: WordPair) => times;
  row('places', ranked, places);
  row('distinct pairs', distinct, () => 1);
  row('places the dictionary lacks', ranked.filter(lacking), places);
  row('distinct pairs it lacks', distinct.filter(lacking), () => 1);
  tellCalibration(ranked);
}

function row(name: string, ranked: readonly Ranked[], weight: (pair: Ranked) => number): void {
  const sum = (of: readonly Ranked[]) => of.reduce((total, pair) => total + weight(pair), 0);
  const all = sum(ranked);
  const shares = DEPTHS.map((depth) => {
    const within = ranked.filter((pair) => pair.rank >= 0 && pair.rank < depth);
    return (sum(within) / Math.max(1, all)).toFixed(3);
  });
  console.log(`${name.padEnd(34)}${[String(all), ...shares].map(cell).join('')}`);
}

/** Whether the scores are probabilities: what the first neighbours promise, and what they hold. */
function tellCalibration(ranked: readonly Ranked[]): void {
  const cells = [0, 0.1, 0.2, 0.35, 0.5].map((from, i, bounds) => {
    const inside = ranked.filter(({ promised }) => promised >= from && promised < (bounds[i + 1] ?? 2));
    const count = Math.max(1, inside.length);
    const mean = inside.reduce((sum, { promised }) => sum + promised, 0) / count;
    const held = inside.filter((pair) => pair.rank === 0).length / count;
    return `${mean.toFixed(2)}→${held.toFixed(2)} (${inside.length})`;
  });
  console.log(`first neighbour, promised→held:   ${cells.join('  ')}`);
}

function tellSpeed(): void {
  const times = Array.from({ length: 9 }, () => {
    const copy = bytes.slice();
    const start = performance.now();
    new Thesaurus(copy);
    return performance.now() - start;
  });
  const opened = new Thesaurus(bytes);
  const start = performance.now();
  for (const { spun } of train) opened.neighbours(spun);
  const each = ((performance.now() - start) * 1000) / train.length;
  const gzipped = gzipSync(bytes, { level: 9 }).length;
  console.log(
    `size ${mega(bytes.length)} MB, gzipped ${mega(gzipped)} MB; ${opened.size} lemmas; loading ${times[0]?.toFixed(1)} ms ` +
      `at first, ${times.sort((a, b) => a - b)[4]?.toFixed(1)} ms later; ${each.toFixed(0)} µs a look-up`,
  );
}

function mega(n: number): string {
  return (n / 1e6).toFixed(2);
}

function cell(text: string): string {
  return text.padStart(9);
}
