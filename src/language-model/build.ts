/*
 * Builds dictionaries/en/language-model.bin: `npm run build:language-model -- OPTIONS`. NOTICE.md names the sources.
 *
 *   --text FILE       documents parted by empty lines, .xz or plain; may be repeated, as --segments may
 *                     FILE:LINE takes what stands from that line on
 *   --segments FILE   lines torn from sentences: what stands at their ends says nothing
 *   --arpa FILE       a trigram model to mix in
 *   --weight W        share of the texts' model in the mixture
 *   --bytes N         room for the n-grams, before what all words need (1 MB)
 *   --out FILE
 *
 * The weight is not that of held-out text, which is of the same offices as the texts and would like 0.953. On news of other
 * origin and on the synonym test all weights from 0.5 to 0.7 are about as good; 0.35 is worse, and so are the texts alone.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readArpa } from './build/arpa.js';
import { ngramsOfArpa } from './build/arpa-ngrams.js';
import { compileModel } from './build/compile.js';
import { Corpus } from './build/corpus.js';
import { countTrigrams } from './build/counting.js';
import { likeliestWeight } from './build/held-out.js';
import { kneserNey } from './build/kneser-ney.js';
import { mix } from './build/mixing.js';
import { prune } from './build/pruning.js';
import { chooseVocabulary } from './build/vocabulary.js';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'dictionaries/en/language-model.bin' },
    text: { type: 'string', multiple: true, default: [] },
    segments: { type: 'string', multiple: true, default: [] },
    arpa: { type: 'string' },
    weight: { type: 'string', default: '0.6' },
    bytes: { type: 'string', default: '17950000' },
  },
});

const corpus = new Corpus();
for (const path of values.text) await corpus.add(path, false);
for (const path of values.segments) await corpus.add(path, true);
tell(`${corpus.training.length} words, ${corpus.words.size} distinct, ${corpus.heldOut.length} held out`);
const arpa = values.arpa === undefined ? undefined : await readArpa(values.arpa);
const { words, ofCorpus, ofArpa } = chooseVocabulary(corpus, arpa);
tell(`vocabulary of ${words.length}`);
const counted = countTrigrams(corpus.training.view(), ofCorpus);
tell(`${counted.keys.length} distinct trigrams`);
let model = kneserNey(counted, words.length);
tell(`of the texts: ${model.bigram.length} bigrams, ${model.trigram.length} trigrams`);
if (arpa !== undefined) {
  const other = ngramsOfArpa(arpa, ofArpa, words.length);
  const likeliest = likeliestWeight(model, other, corpus.heldOut.view(), ofCorpus);
  tell(`weight ${values.weight}; held-out text of the same sources would like ${likeliest.toFixed(3)}`);
  model = mix(model, other, Number(values.weight));
  tell(`mixed: ${model.bigram.length} bigrams, ${model.trigram.length} trigrams`);
}
model = prune(model, Number(values.bytes));
tell(`pruned: ${model.bigram.length} bigrams, ${model.trigram.length} trigrams`);
const bytes = compileModel(words, model);
writeFileSync(values.out, bytes);
tell(`${values.out}: ${(bytes.length / 1e6).toFixed(2)} MB`);

function tell(line: string): void {
  console.error(`${process.uptime().toFixed(0).padStart(4)} s  ${line}`);
}
