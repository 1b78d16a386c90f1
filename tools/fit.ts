/*
 * Fits the weights of the evidence for spin repair on parallel text: writes dictionaries/en/statistics/weights.tsv.
 *   npm run fit -- GOLD.jsonl [--calibrate]
 *
 * Five folds. The counts behind the odds and the channel of an article never come from the article itself, and a quarter of the
 * entries whose pairs were seen in its fold alone are taken out of its dictionary, as they would be missing for an article emend meets.
 * The objective is the share of the substitutions that is restored when a given share of the edits is right, in the mean over
 * several such shares. Coordinates are searched one after the other with shrinking steps; then
 * the confidence is calibrated on the likeliest readings: a logistic regression, as Platt's (1999), on all that was found about an edge.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readDictionaries, readStatistics } from '../src/cli/dictionary/files.js';
import { SpunEstimator } from '../src/diagnosis/spun.js';
import { compileDictionary } from '../src/dictionary/compile.js';
import { expandEntry, type SurfacePair } from '../src/dictionary/expand.js';
import { findMatches } from '../src/dictionary/match.js';
import { ReversalDictionary } from '../src/dictionary/reversal-dictionary.js';
import { SpinnerTable } from '../src/dictionary/spinner-table.js';
import { type DictionaryStatistics, parseRows, parseStatistics } from '../src/dictionary/statistics.js';
import { scoreArticle } from '../src/evaluation/score.js';
import { LanguageModel } from '../src/language-model/language-model.js';
import { FormCounter } from '../src/learning/count.js';
import type { ParallelDocument } from '../src/learning/parallel.js';
import { decideSpin } from '../src/repairs/spin/decide.js';
import { createSpinRepairer, type SpinRepairer } from '../src/repairs/spin/repairer.js';
import { writeDecision } from '../src/repairs/spin/spin.js';
import { EVIDENCE_NAMES, SPIN_WEIGHT_NAMES, type SpinWeights } from '../src/repairs/spin/weights.js';
import { foldText } from '../src/text/characters.js';
import type { Edit } from '../src/text/edit.js';
import { applyEdits } from '../src/text/edits.js';
import { markSentences } from '../src/text/sentences.js';
import { tokenize } from '../src/text/tokens.js';
import { hashWord } from '../src/text/vocabulary.js';
import { product, regress } from './logistic-regression.js';

/** With this argument the weights stay and only the confidence is calibrated. */
const CALIBRATE = '--calibrate';
const FOLDS = 5;
/** Folds that the counts for one fold are taken from: fewer than there are, so that as much is unknown as in news of other domains. */
const COUNTED_FOLDS = 2;
const ROUNDS = 2;
const MOST_EXCLUSIVE = 0.9;
/** Shares of right edits at which the weights are compared: what is restored there is made as much as possible. */
const PRECISIONS = [0.9, 0.92, 0.94, 0.96, 0.98];
/** The risk for sound words that an edit may bring. */
const MOST_HARM = 0.05;
/** All documents are spun, however sure the diagnosis is of it. */
const LEAST_PROBABILITY = 0;
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
  for (const [i, document] of documents.entries()) {
    if ((i + FOLDS - 1 - fold) % FOLDS < COUNTED_FOLDS) counter.addParallel(document);
  }
  const counted = parseStatistics({ pairs: counter.pairsText(), forms: counter.formsText(), background: '' });
  const statistics = { ...counted, background: whole.background, backgroundWords: whole.backgroundWords };
  const table = new SpinnerTable(statistics, []);
  return {
    dictionary: new ReversalDictionary(
      compileDictionary(
        entries.filter((entry) =>
          entry.domain === 'en/learnt'
            ? table.areRowmates(entry.spun, foldText(entry.standard))
            : !expandEntry(entry).some((pair) => isForeign(pair, statistics)),
        ),
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
  return (hashWord(key) & 0xc0) === 0xc0 && whole.pairs.has(key) && !statistics.pairs.has(key);
}

/**
 * The weights that are searched, with their first steps. The others stay as the file has them: articles, contexts and
 * "never" are too rare in the parallel text to be fitted on it, and sharing helps most where that text has no doubt.
 */
const SEARCHED: readonly [keyof SpinWeights, number][] = [
  ['languageModel', 0.15],
  ['channel', 0.2],
  ['sharing', 0.2],
  ['lost', 0.3],
  ['member', 0.3],
  ['kept', 0.2],
  ['standardStands', 0.6],
  ['learnt', 0.5],
  ['grouped', 0.5],
  ['groupedHead', 0.5],
  ['longer', 0.3],
  ['phrase', 0.5],
  ['bias', 0.5],
  ['exclusive', 0.2],
];

/** An edit that the decoder proposed, and what the gold says of it. */
interface Decision {
  /** See `evidenceOf`. */
  readonly evidence: readonly number[];
  readonly right: boolean;
  /** The gold has no edit there. */
  readonly harmful: boolean;
  /** Gold edits that it restores. */
  readonly restores: number;
}

let best = qualityOf(decide(weights));
console.error(`start ${best.toFixed(4)}`);
const rounds = process.argv.includes(CALIBRATE) ? 0 : ROUNDS;
for (let round = 0; round < rounds; round++) {
  for (const [name, step] of SEARCHED) {
    for (const direction of [1, -1]) {
      const tried = { ...weights, [name]: weights[name] + (direction * step) / 2 ** round };
      // Certainty would forbid what a spinner that maps otherwise does.
      if (tried.exclusive > MOST_EXCLUSIVE) continue;
      const quality = qualityOf(decide(tried));
      if (quality <= best) continue;
      best = quality;
      weights = tried;
      break;
    }
    console.error(`round ${round + 1} ${name} ${weights[name].toFixed(3)}: ${best.toFixed(4)}`);
  }
}
const decisions = decide(weights);
const sure = regressOn(decisions, ({ right }) => right);
const sound = regressOn(decisions, ({ harmful }) => harmful);
weights = {
  ...weights,
  ...Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [`sure${name}`, sure[i] as number])),
  ...Object.fromEntries(EVIDENCE_NAMES.map((name, i) => [`sound${name}`, sound[i] as number])),
};

const lines = SPIN_WEIGHT_NAMES.map((name) => `${name}\t${weights[name].toFixed(4)}`);
// The comment at the head of the file says which weights were fitted; it is kept, for a person to bring up to date.
const comments = weightsText.split('\n').filter((line) => line.startsWith('#'));
writeFileSync(new URL('statistics/weights.tsv', root), `${[...comments, ...lines].join('\n')}\n`);

/** What the decoder does with all documents, each with the dictionary of its fold. */
function decide(weights: SpinWeights): Decision[] {
  return folds.flatMap(({ dictionary, documents }) => {
    const repairer = createSpinRepairer(dictionary, languageModel, undefined, weights);
    return documents.flatMap((document) => decideOne(document, repairer));
  });
}

function decideOne(document: ParallelDocument, repairer: SpinRepairer): Decision[] {
  const { dictionary } = repairer;
  const { id, spun: text } = document;
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  const matches = findMatches(dictionary, tokens);
  const prior = new SpunEstimator(dictionary).estimate(text, tokens, matches);
  const edits: Edit[] = [];
  const evidence: (readonly number[])[] = [];
  for (const decision of decideSpin(text, tokens, matches, prior, repairer, LEAST_PROBABILITY)) {
    const edit = writeDecision(decision, text, tokens, repairer, edits.at(-1)?.end ?? 0);
    if (edit === undefined || !('evidence' in decision)) continue;
    edits.push({ ...edit, confidence: 1 });
    evidence.push(decision.evidence);
  }
  const gold = document.edits.map(({ start, end, clean }) => ({
    start,
    end,
    readings: [clean],
    optional: false,
  }));
  const score = scoreArticle({ id, text, edits: gold }, { text: applyEdits(text, edits), edits });
  return score.edits.map(({ right, harmful, restores }, i) => ({
    evidence: evidence[i] as readonly number[],
    right,
    harmful,
    restores,
  }));
}

/**
 * Mean share of the substitutions that is restored when so many of the edits, the surest first, are right, leaving out those that
 * risk more than MOST_HARM for sound words.
 */
function qualityOf(decisions: readonly Decision[]): number {
  const sure = regressOn(decisions, ({ right }) => right);
  const sound = regressOn(decisions, ({ harmful }) => harmful);
  const sorted = decisions
    .filter(({ evidence }) => product(sound, evidence) <= Math.log(MOST_HARM / (1 - MOST_HARM)))
    .map((decision) => ({ ...decision, sureness: product(sure, decision.evidence) }))
    .sort((a, b) => b.sureness - a.sureness);
  const best = PRECISIONS.map(() => 0);
  let right = 0;
  let restored = 0;
  for (const [i, decision] of sorted.entries()) {
    if (decision.right) right++;
    restored += decision.restores;
    for (const [k, precision] of PRECISIONS.entries()) if (right >= precision * (i + 1)) best[k] = restored;
  }
  const gold = documents.reduce((sum, { edits }) => sum + edits.length, 0);
  return best.reduce((sum, each) => sum + each, 0) / PRECISIONS.length / gold;
}

function regressOn(decisions: readonly Decision[], label: (decision: Decision) => boolean): number[] {
  const samples = decisions.map((decision) => ({ evidence: decision.evidence, label: label(decision) }));
  return regress(samples, EVIDENCE_NAMES.length);
}
