/*
 * Fits the weights of the confidence of OCR repair, and prints them for src/repairs/ocr/confidence.ts:
 *   npm run build && npx jiti tools/fit-ocr.ts PAGES.jsonl…
 * {id, ocr, gt} or sound {id, text} a line. Confusions are learnt of every second page, and the evidence is taken from the others. An edit is
 * right if alone it brings the text nearer to the truth. Modern text that is nearly sound (files named acl… and clean…) is not learnt
 * from, and counts twice, the truths of all pages more than twice: harm is worse there. The weights are those of a logistic regression, as Platt's (1999).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import levenshtein from 'fast-levenshtein';
import { LanguageModel } from '../src/language-model/language-model.js';
import { confusionTable, listConfusions } from '../src/learning/ocr/confusion-table.js';
import { countConfusions } from '../src/learning/ocr/count-confusions.js';
import { openLexicon } from '../src/lexicon/lexicon.js';
import { parseConfusions } from '../src/repairs/ocr/channel/confusions.js';
import { EVIDENCE } from '../src/repairs/ocr/confidence.js';
import { chosen } from '../src/repairs/ocr/ocr.js';
import { createOcrRepairer } from '../src/repairs/ocr/repairer.js';
import { probability, regress } from './logistic-regression.js';

const NEARLY_SOUND = /^(acl|clean)/;
const NEARLY_SOUND_WEIGHT = 2;
const SOUND_WEIGHT = 2.5;
const MIN_COUNT = 3;
const BOUNDS = [0.5, 0.6, 0.7, 0.8, 0.9];
const BINS = 10;
const root = new URL('../dictionaries/en/', import.meta.url);

interface Page {
  readonly ocr: string;
  readonly truth: string;
}

/** A chosen candidate, and whether it is right. */
interface Decision {
  readonly evidence: readonly number[];
  readonly right: boolean;
}

const files = process.argv.slice(2).map((path) => ({
  name: basename(path),
  pages: readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): Page => {
      const { ocr, gt, text } = JSON.parse(line);
      return { ocr: ocr ?? text, truth: gt ?? text };
    }),
}));
const learnt = files
  .filter(({ name }) => !NEARLY_SOUND.test(name))
  .flatMap(({ pages }) => pages.filter((_, i) => i % 2 === 0));
const counts = countConfusions(learnt.map(({ ocr, truth }) => ({ truth, seen: ocr })));
const confusions = parseConfusions(confusionTable(listConfusions(counts, { minCount: MIN_COUNT })));
const repairer = createOcrRepairer(
  openLexicon(readFileSync(new URL('lexicon.bin', root))),
  new LanguageModel(readFileSync(new URL('language-model.bin', root))),
  confusions,
);

const judged = files.flatMap(({ name, pages }) => {
  const others = pages.filter((_, i) => i % 2 === 1);
  const truths = others.map(({ truth }) => ({ ocr: truth, truth }));
  return [
    judge(name, others, NEARLY_SOUND.test(name) ? NEARLY_SOUND_WEIGHT : 1),
    judge(`truth of ${name}`, truths, SOUND_WEIGHT),
  ];
});
const weights = fitWeights(
  judged.flatMap(({ decisions, weight }) => decisions.map((decision) => ({ ...decision, weight }))),
);
console.log(`[${weights.map((weight) => Number(weight.toFixed(4))).join(', ')}]`);
for (const [i, name] of EVIDENCE.entries()) console.log(`${weights[i]?.toFixed(4).padStart(9)}  ${name}`);
for (const { name, decisions } of judged) console.log(`${name}: ${qualityOf(decisions)}`);

function judge(name: string, pages: readonly Page[], weight: number) {
  const decisions = pages.flatMap(decide);
  console.error(`${name}: ${decisions.length} edits, ${rightOf(decisions)} right`);
  return { name, decisions, weight };
}

function decide({ ocr, truth }: Page): Decision[] {
  const wanted = fold(truth);
  const before = distance(fold(ocr), wanted);
  return chosen(ocr, repairer).map(({ start, end, replacement, evidence }) => ({
    evidence,
    right: distance(fold(ocr.slice(0, start) + replacement + ocr.slice(end)), wanted) < before,
  }));
}

/** A text in which line ends are no errors, not even those that broke words. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\u00ac\n/g, '')
    .replace(/-\n/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function distance(a: string, b: string): number {
  return levenshtein.get(a, b);
}

/** The regression on evidence brought to one scale, so that the ridge bears on all alike; its weights for the evidence as it is. */
function fitWeights(decisions: readonly (Decision & { readonly weight: number })[]): number[] {
  const scales = EVIDENCE.map((_, j) => {
    const values = decisions.map(({ evidence }) => evidence[j] as number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    // The first is 1 throughout and takes up the means of the others.
    return j === 0 ? { mean: 0, deviation: 1 } : { mean, deviation: Math.max(1e-6, Math.sqrt(variance)) };
  });
  const samples = decisions.map(({ evidence, right, weight }) => ({
    evidence: evidence.map((value, j) => (value - (scales[j]?.mean ?? 0)) / (scales[j]?.deviation ?? 1)),
    label: right,
    weight,
  }));
  const scaled = regress(samples, EVIDENCE.length);
  const weights = scaled.map((weight, j) => weight / (scales[j]?.deviation ?? 1));
  const shift = weights.reduce((sum, weight, j) => sum + weight * (scales[j]?.mean ?? 0), 0);
  return weights.map((weight, j) => (j === 0 ? weight - shift : weight));
}

/** Precision and recall of the edits that are surer than each bound, and the expected calibration error. */
function qualityOf(decisions: readonly Decision[]): string {
  const sure = decisions.map(({ evidence, right }) => ({
    right,
    confidence: probability(weights, evidence),
  }));
  const share = (part: number, whole: number) => (part / Math.max(1, whole)).toFixed(3);
  const parts = BOUNDS.map((bound) => {
    const made = sure.filter(({ confidence }) => confidence >= bound);
    const right = rightOf(made);
    return `at ${bound} ${made.length} edits, precision ${share(right, made.length)}, recall ${share(right, rightOf(sure))}`;
  });
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const inside = sure.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin);
    error += Math.abs(rightOf(inside) - inside.reduce((sum, { confidence }) => sum + confidence, 0));
  }
  return [...parts, `calibration error ${share(error, sure.length)}`].join('; ');
}

function rightOf(decisions: readonly { readonly right: boolean }[]): number {
  return decisions.filter(({ right }) => right).length;
}
