/*
 * Fits the weights of the evidence for spin repair on parallel text: writes dictionaries/en/statistics/weights.tsv.
 *   npm run fit -- GOLD.jsonl [--calibrate]
 *
 * Five folds. The counts behind the odds and the channel of an article never come from the article itself, and a quarter of the
 * entries whose pairs were seen in its fold alone are taken out of its dictionary, as they would be missing for an article emend meets.
 * The objective is the cross-entropy of the decoder's posteriors: of the right candidate where a substitution can be
 * restored, of keeping where nothing was replaced. Coordinates are searched one after the other with shrinking steps; then
 * the confidence is calibrated (Platt 1999) on the likeliest readings.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDictionaries, readStatistics } from '../src/cli/dictionary/files.js';
import { estimateSpun } from '../src/diagnosis/spun.js';
import { compileDictionary } from '../src/dictionary/compile.js';
import { expandEntry, type SurfacePair } from '../src/dictionary/expand.js';
import { findMatches } from '../src/dictionary/match.js';
import { ReversalDictionary } from '../src/dictionary/reversal-dictionary.js';
import { type DictionaryStatistics, parseRows, parseStatistics } from '../src/dictionary/statistics.js';
import { LanguageModel } from '../src/language-model/language-model.js';
import { FormCounter } from '../src/learning/count.js';
import { firstEditAfter, originalOf, type ParallelDocument } from '../src/learning/parallel.js';
import { readingProbability } from '../src/repairs/spin/readings.js';
import { createSpinRepairer, type SpinRepairer } from '../src/repairs/spin/repairer.js';
import { type Arc, judgeSpin } from '../src/repairs/spin/spin.js';
import { SPIN_WEIGHT_NAMES, type SpinWeights } from '../src/repairs/spin/weights.js';
import { foldText } from '../src/text/characters.js';
import { markSentences } from '../src/text/sentences.js';
import { stemEnd, tokenize } from '../src/text/tokens.js';
import { hashWord } from '../src/text/vocabulary.js';

/** With this argument the weights stay and only the confidence is calibrated. */
const CALIBRATE = '--calibrate';
const FOLDS = 5;
const ROUNDS = 2;
const MOST_EXCLUSIVE = 0.9;
/** Nats that one place counts at most. */
const MOST_ENTROPY = 5;
const root = new URL('../dictionaries/en/', import.meta.url);

const { entries } = await readDictionaries([]);
const whole = await readStatistics();
const documents = process.argv
  .slice(2)
  .filter((argument) => argument !== CALIBRATE)
  .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as ParallelDocument);
const languageModel = new LanguageModel(readFileSync(new URL('language-model.bin', root)));

const weightsText = readFileSync(new URL('statistics/weights.tsv', root), 'utf8');
let weights = Object.fromEntries(
  parseRows(weightsText).map(([name, value]) => [name, Number(value)]),
) as unknown as SpinWeights;

const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const counter = new FormCounter(new ReversalDictionary(readFileSync(new URL('spin.bin', root))));
  for (const [i, document] of documents.entries()) if (i % FOLDS !== fold) counter.addParallel(document);
  const counted = parseStatistics(counter.pairsText(), counter.formsText());
  const statistics = { ...counted, background: whole.background, backgroundWords: whole.backgroundWords };
  return {
    dictionary: new ReversalDictionary(
      compileDictionary(
        entries.filter((entry) => !expandEntry(entry).some((pair) => isForeign(pair, statistics))),
        statistics,
        [],
      ),
    ),
    documents: documents.filter((_, i) => i % FOLDS === fold),
  };
});

/** Whether a pair was seen in parallel text, but never in the part that `statistics` count. */
function isForeign({ spun, standard }: SurfacePair, statistics: DictionaryStatistics): boolean {
  const key = `${spun}\t${foldText(standard)}`;
  // A quarter of them, by the hash of the pair: the writers of the dictionary would have thought of some without seeing them.
  return (hashWord(key) & 0xc0) === 0xc0 && whole.replaced.has(key) && !statistics.replaced.has(key);
}

/**
 * The weights that are searched, with their first steps. The others stay as the file has them: articles, contexts and
 * "never" are too rare in the parallel text to be fitted on it, and sharing helps most where that text has no doubt.
 */
const SEARCHED: readonly [keyof SpinWeights, number][] = [
  ['languageModel', 0.15],
  ['channel', 0.2],
  ['direct', 0.15],
  ['standardStands', 0.6],
  ['learnt', 0.5],
  ['longer', 0.3],
  ['phrase', 0.5],
  ['bias', 0.5],
  ['exclusive', 0.2],
];

interface Decision {
  readonly posterior: number;
  readonly right: boolean;
}

let best = entropyOf(weights);
console.error(`start ${best.toFixed(5)}`);
const rounds = process.argv.includes(CALIBRATE) ? 0 : ROUNDS;
for (let round = 0; round < rounds; round++) {
  for (const [name, step] of SEARCHED) {
    for (const direction of [1, -1]) {
      const tried = { ...weights, [name]: weights[name] + (direction * step) / 2 ** round };
      // Certainty would forbid what a spinner that maps otherwise does.
      if (tried.exclusive > MOST_EXCLUSIVE) continue;
      const entropy = entropyOf(tried);
      if (entropy >= best) continue;
      best = entropy;
      weights = tried;
      break;
    }
    console.error(`round ${round + 1} ${name} ${weights[name].toFixed(3)}: ${best.toFixed(5)}`);
  }
}
const decisions: Decision[] = [];
entropyOf(weights, decisions);
weights = { ...weights, ...fitPlatt(decisions) };

const lines = SPIN_WEIGHT_NAMES.map((name) => `${name}\t${weights[name].toFixed(4)}`);
// The comment at the head of the file says which weights were fitted; it is kept, for a person to bring up to date.
const comments = weightsText.split('\n').filter((line) => line.startsWith('#'));
writeFileSync(new URL('statistics/weights.tsv', root), `${[...comments, ...lines].join('\n')}\n`);

/** Mean cross-entropy of the posteriors over all places, in nats; takes down the decoder's decisions where asked to. */
function entropyOf(weights: SpinWeights, decisions?: Decision[]): number {
  const sum = { entropy: 0, places: 0 };
  for (const { dictionary, documents } of folds) {
    const repairer = createSpinRepairer(dictionary, languageModel, weights);
    for (const document of documents) addEntropy(document, repairer, sum, decisions);
  }
  return sum.entropy / sum.places;
}

function addEntropy(
  document: ParallelDocument,
  repairer: SpinRepairer,
  sum: { entropy: number; places: number },
  decisions?: Decision[],
): void {
  const { dictionary } = repairer;
  const text = document.spun;
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  const matches = findMatches(dictionary, tokens);
  const prior = estimateSpun(text, tokens, dictionary, matches);
  const all = [0, matches.count] as const;
  const numbers = () => repairer.words.ofTokens(text, tokens);
  const judged = judgeSpin(text, tokens, matches, all, prior, repairer, numbers, 0);
  if (judged === undefined) return;
  const chosen = new Map(judged.path.map((arc, position) => [arc, position]));
  for (let k = 0; k < judged.arcs.length; ) {
    const { match } = judged.arcs[k] as Arc;
    const from = matches.from[match] as number;
    const last = (matches.to[match] as number) - 1;
    const start = tokens.start[from] as number;
    const end = stemEnd(tokens, last);
    const after = firstEditAfter(document, start);
    const original = originalOf(document, start, end, after);
    let probability = 0;
    for (; k < judged.arcs.length && (judged.arcs[k] as Arc).match === match; k++) {
      const posterior = judged.posterior[k] as number;
      const standard = dictionary.standard((judged.arcs[k] as Arc).candidate.plan.candidate);
      const right = original !== undefined && foldText(standard) === foldText(original);
      if (right) probability += posterior;
      const position = chosen.get(k);
      if (position !== undefined) decisions?.push({ posterior: readingProbability(judged, position), right });
    }
    const touched = (document.edits[after]?.start ?? Number.POSITIVE_INFINITY) < end;
    if (!touched) probability = judged.kept[from] as number;
    else if (probability === 0) continue;
    // A reading by way of a longer or shorter candidate may be as right; one place never counts more than this.
    sum.entropy += Math.min(MOST_ENTROPY, -Math.log(Math.max(1e-9, probability)));
    sum.places++;
  }
}

/** Platt's calibration of the posterior on what the decoder chose. */
function fitPlatt(decisions: readonly Decision[]): Pick<SpinWeights, 'slope' | 'intercept'> {
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < 3000; step++) {
    let ds = 0;
    let di = 0;
    for (const { posterior, right } of decisions) {
      const p = Math.min(1 - 1e-6, Math.max(1e-6, posterior));
      const x = Math.log(p / (1 - p));
      const error = (right ? 1 : 0) - 1 / (1 + Math.exp(-slope * x - intercept));
      ds += (error * x) / decisions.length;
      di += error / decisions.length;
    }
    slope += 0.1 * ds;
    intercept += 0.1 * di;
  }
  return { slope, intercept };
}
