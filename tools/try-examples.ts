/*
 * Tries examples of dictionary entries while they are being written: prints those that fail.
 *   npx jiti tools/try-examples.ts dictionaries/en/examples/sport.tsv …
 * Works with the built emender, so run `npm run build` after a change of the dictionary.
 */
import { readFileSync } from 'node:fs';
import { failuresOf, parseExamples } from '../tests/dictionary/examples.js';

const built = '../dist/index.js';
const { loadEmender } = (await import(built)) as typeof import('../src/index.js');
const emender = await loadEmender();
for (const file of process.argv.slice(2)) {
  const examples = parseExamples(file, readFileSync(file, 'utf8'));
  const failures = examples.flatMap((example) => failuresOf(example, emender));
  for (const failure of failures) console.log(failure);
  console.log(`${file}: ${examples.length} examples, ${failures.length} failures`);
}
