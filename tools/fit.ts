/*
 * Fits the weights of the evidence for spin repair on parallel text: writes dictionaries/en/statistics/weights.tsv.
 *   npm run fit -- GOLD.jsonl
 *
 * Five folds: the counts behind the odds and the channel of an article never come from the article itself, as they will not
 * for any article emend meets. In each round all articles are decoded with the weights so far, the candidates at every place
 * become one multinomial choice ("keep" is the reference), and its weights are found by gradient ascent; then the
 * confidence is calibrated (Platt 1999) on the decoded path.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ModelWordNumbers } from '../src/decoder/words.js';
import { estimateSpun } from '../src/diagnosis/spun.js';
import { compileDictionary } from '../src/dictionary/compile.js';
import { findMatches } from '../src/dictionary/match.js';
import { parseDictionary } from '../src/dictionary/parse.js';
import { ReversalDictionary } from '../src/dictionary/reversal-dictionary.js';
import { parseRows, parseStatistics } from '../src/dictionary/statistics.js';
import { LanguageModel } from '../src/language-model/language-model.js';
import { FormCounter } from '../src/learning/count.js';
import { firstEditAfter, originalOf, type ParallelDocument } from '../src/learning/parallel.js';
import {
  type Arc,
  featuresOf,
  judgeSpin,
  modelEvidence,
  type SpinRepairer,
} from '../src/repairs/spin/spin.js';
import { SPIN_WEIGHT_NAMES, type SpinWeights } from '../src/repairs/spin/weights.js';
import { foldText } from '../src/text/characters.js';
import { markSentences } from '../src/text/sentences.js';
import { TokenFlag, tokenize } from '../src/text/tokens.js';

const FOLDS = 5;
const ROUNDS = 4;
const root = new URL('../dictionaries/en/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), 'utf8');

const entries = readdirSync(new URL('spin/', root))
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .flatMap((name) => parseDictionary(read(`spin/${name}`), `en/${name.slice(0, -4)}`).entries);
const whole = parseStatistics(read('statistics/pairs.tsv'), read('statistics/forms.tsv'));
const documents = process.argv
  .slice(2)
  .flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'))
  .map((line) => JSON.parse(line) as ParallelDocument);
const model = new LanguageModel(readFileSync(new URL('language-model.bin', root)));
const words = new ModelWordNumbers(model);

let weights = Object.fromEntries(
  parseRows(read('statistics/weights.tsv')).map(([name, value]) => [name, Number(value)]),
) as unknown as SpinWeights;

const folds = Array.from({ length: FOLDS }, (_, fold) => {
  const counter = new FormCounter(new ReversalDictionary(readFileSync(new URL('spin.bin', root))));
  for (const [i, document] of documents.entries()) if (i % FOLDS !== fold) counter.addParallel(document);
  const counted = parseStatistics(counter.pairsText(), counter.formsText());
  const statistics = { ...counted, background: whole.background, backgroundWords: whole.backgroundWords };
  return {
    dictionary: new ReversalDictionary(compileDictionary(entries, statistics, [])),
    documents: documents.filter((_, i) => i % FOLDS === fold),
  };
});

/** The names of the weights that the choice fits; the others are found otherwise. */
const CHOICE = [
  'languageModel',
  'channel',
  'direct',
  'standardStands',
  'articleBetrays',
  'articleSpoilt',
  'longer',
  'phrase',
  'bias',
] as const;

interface Choice {
  /** One row of features a candidate. */
  readonly rows: number[][];
  /** Index of the right candidate, -1 for keeping. */
  readonly right: number;
}

interface Decision {
  readonly posterior: number;
  readonly right: boolean;
}

for (let round = 1; round <= ROUNDS; round++) {
  const choices: Choice[] = [];
  const decisions: Decision[] = [];
  for (const { dictionary, documents } of folds) {
    const repairer: SpinRepairer = { dictionary, model, words, weights };
    for (const document of documents) gather(document, repairer, choices, decisions);
  }
  const right = decisions.filter((decision) => decision.right).length;
  console.error(
    `round ${round}: ${choices.length} places, ${decisions.length} edits, precision ${(right / decisions.length).toFixed(4)}`,
  );
  weights = { ...weights, ...fitChoice(choices), ...fitPlatt(decisions) };
  console.error(JSON.stringify(weights));
}

const lines = SPIN_WEIGHT_NAMES.map((name) => `${name}\t${weights[name].toFixed(4)}`);
writeFileSync(
  new URL('statistics/weights.tsv', root),
  `# What each kind of evidence counts, in nats; fitted on parallel text by \`npm run fit\`; do not edit.\n${lines.join('\n')}\n`,
);

/** Decodes one article and takes down what was to be chosen at every place, and what was. */
function gather(
  document: ParallelDocument,
  repairer: SpinRepairer,
  choices: Choice[],
  decisions: Decision[],
): void {
  const { dictionary } = repairer;
  const text = document.spun;
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  const matches = findMatches(dictionary, tokens);
  const prior = { ...estimateSpun(text, tokens, dictionary, matches), intensity: 1, probability: 1 };
  const judged = judgeSpin(text, tokens, matches, prior, repairer);
  const chosen = new Set(judged.path);
  for (let k = 0; k < judged.arcs.length; ) {
    const { match, form } = judged.arcs[k] as Arc;
    const first = k;
    while (k < judged.arcs.length && (judged.arcs[k] as Arc).match === match) k++;
    const from = matches.from[match] as number;
    const last = (matches.to[match] as number) - 1;
    const possessive = ((tokens.flags[last] as number) & TokenFlag.Possessive) !== 0;
    const start = tokens.start[from] as number;
    const end = (tokens.end[last] as number) - (possessive ? 2 : 0);
    const original = originalOf(document, start, end, firstEditAfter(document, start));
    const kept = judged.kept[from] as number;
    const rows: number[][] = [];
    let right = -1;
    let asked = false;
    for (let i = first; i < k; i++) {
      const arc = judged.arcs[i] as Arc;
      const isRight =
        original !== undefined &&
        foldText(dictionary.standard(arc.candidate.candidate)) === foldText(original);
      if (isRight && right === -1) right = i - first;
      const posterior = judged.posterior[i] as number;
      if (chosen.has(i)) decisions.push({ posterior, right: isRight });
      const evidence =
        modelEvidence(posterior, kept, judged.unary[i] as number) / repairer.weights.languageModel;
      if (evidence !== 0) asked = true;
      const features = featuresOf(arc.candidate, form, dictionary);
      rows.push(
        CHOICE.map((name) =>
          name === 'languageModel' ? Math.max(-15, Math.min(15, evidence)) : features[name],
        ),
      );
    }
    if (asked && original !== undefined) choices.push({ rows, right });
  }
}

/** Multinomial logistic regression with a little shrinkage, by gradient ascent with momentum. */
function fitChoice(choices: readonly Choice[]): Partial<SpinWeights> {
  const size = CHOICE.length;
  const w = CHOICE.map((name) => weights[name]);
  const velocity = new Array<number>(size).fill(0);
  for (let step = 0; step < 400; step++) {
    const gradient = w.map((value) => -1e-4 * value);
    for (const { rows, right } of choices) {
      const scores = rows.map((row) =>
        Math.exp(
          Math.min(
            30,
            row.reduce((sum, x, i) => sum + x * (w[i] as number), 0),
          ),
        ),
      );
      const total = 1 + scores.reduce((sum, score) => sum + score, 0);
      rows.forEach((row, r) => {
        const error = (r === right ? 1 : 0) - (scores[r] as number) / total;
        for (let i = 0; i < size; i++)
          gradient[i] = (gradient[i] as number) + (error * (row[i] as number)) / choices.length;
      });
    }
    for (let i = 0; i < size; i++) {
      velocity[i] = 0.9 * (velocity[i] as number) + 0.05 * (gradient[i] as number);
      w[i] = (w[i] as number) + (velocity[i] as number);
    }
  }
  return Object.fromEntries(CHOICE.map((name, i) => [name, w[i]]));
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
