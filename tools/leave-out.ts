/*
 * Tells what generalises: `npm run build && npx jiti tools/leave-out.ts GOLD.jsonl`.
 * Repairs the gold documents with the dictionary as it ships, then without the entries of one domain after the other, then without
 * the groups, and at last without all that was learnt from parallel text (rows, pairs, what became of forms), as for a spinner of which nothing is known.
 * The library comes from dist: jiti would make it slower than it is.
 */
import { readFileSync } from 'node:fs';
import { readDictionaries, readStatistics } from '../dist/cli/dictionary/files.js';
import { compileDictionary } from '../dist/dictionary/compile.js';
import { parseRows } from '../dist/dictionary/statistics.js';
import { readGold } from '../dist/evaluation/gold.js';
import { scoreArticle } from '../dist/evaluation/score.js';
import { totalScores } from '../dist/evaluation/totals.js';
import { loadEmender } from '../dist/load.js';

const articles = process.argv.slice(2).flatMap((file) => readGold(readFileSync(file, 'utf8')));
const { entries } = await readDictionaries([]);
const statistics = await readStatistics();
const weights = parseRows(
  readFileSync(new URL('../dictionaries/en/statistics/weights.tsv', import.meta.url), 'utf8'),
).map(([, value]) => Number(value));

/** Repairs the documents with some of the entries and prints the figures. */
async function tell(name: string, kept: (domain: string) => boolean, known = statistics): Promise<void> {
  const some = entries.filter(({ domain }) => kept(domain));
  const dictionary = compileDictionary(some, known, weights);
  const emender = await loadEmender({ data: { dictionary } });
  const scores = articles.map((article) => scoreArticle(article, emender.repair(article.text)));
  const { restored, precision, harm } = totalScores(scores);
  console.log(
    `${name.padEnd(26)}${String(some.length).padStart(7)} entries  restored ${restored.toFixed(3)}` +
      `  precision ${precision.toFixed(3)}  harm ${harm.toFixed(2)}`,
  );
}

await tell('all', () => true);
const domains = [...new Set(entries.map(({ domain }) => domain))];
for (const domain of domains.filter((name) => name.startsWith('en/') && !name.startsWith('en/groups/'))) {
  await tell(`without ${domain}`, (other) => other !== domain);
}
await tell('without groups', (domain) => !domain.startsWith('en/groups/'));
await tell('without what was learnt', (domain) => domain !== 'en/learnt', {
  ...statistics,
  pairs: new Map(),
  forms: new Map(),
});
