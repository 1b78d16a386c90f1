/*
 * Measures how many tortured phrases of science are restored: `npm run build && npx jiti tools/measure-terms.ts PHRASES.tsv`.
 * The library comes from dist: jiti would make it slower than it is.
 *
 * PHRASES.tsv: a header, then a phrase and its standards, parted by ` | `, a line. Each phrase is repaired alone as a document and
 * in a carrier sentence.
 *
 *   restored   the phrase reads as one of its standards, but for letter case, hyphens and number
 *   touched    it reads otherwise than it did, and not as a standard
 *   harmed     an edit outside the phrase, in a carrier; of the indefinite article before it does not count
 *   precision  restored among those that read otherwise than they did
 *   sound      standards that are changed where they stand in the phrase's place, which should be none
 */
import { readFileSync } from 'node:fs';
import { loadEmender } from '../dist/load.js';

/** Ordinary sentences of papers and of news about them; the phrase stands where the @ is. */
const CARRIERS = [
  'In this paper we investigate the role of @ in more detail.',
  'Recent studies have shown that @ can be affected by many factors.',
  'The authors compared @ with three other methods on the same data.',
  'Researchers at the university said on Tuesday that @ would be their next subject.',
  'Further experiments are needed before @ is fully understood.',
  'This chapter gives an overview of @ and describes its main applications.',
];

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name the file of phrases');
const phrases = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [phrase: string, standards: string])
  .map(([phrase, standards]) => ({ phrase, standards: standards.split(' | ') }))
  .filter(({ phrase, standards }) => !standards.some((standard) => isSame(phrase, standard)));

const emender = await loadEmender();

/** A text as phrases are compared. */
function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2015-]/g, ' ')
    .replace(/\u2019/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether two phrases differ in letter case, hyphens and number at most. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [folded(a), folded(b)];
  return one === other || one === `${other}s` || `${one}s` === other;
}

/** What became of a phrase in a carrier. */
function outcomeOf(output: string, carrier: string, phrase: string, standards: readonly string[]) {
  const [before = '', after = ''] = carrier.split('@');
  if (!output.startsWith(before) || !output.endsWith(after)) return 'harmed';
  const written = output.slice(before.length, output.length - after.length);
  if (standards.some((standard) => isSame(written, standard))) return 'restored';
  return folded(written) === folded(phrase) ? 'kept' : 'touched';
}

const repair = (text: string) => emender.repair(text).text;
for (const place of ['alone', 'in a carrier'] as const) {
  const counts = { restored: 0, touched: 0, kept: 0, harmed: 0 };
  let sound = 0;
  phrases.forEach(({ phrase, standards }, i) => {
    const carrier = place === 'alone' ? '@' : (CARRIERS[i % CARRIERS.length] as string);
    counts[outcomeOf(repair(carrier.replace('@', () => phrase)), carrier, phrase, standards)]++;
    const [standard = ''] = standards;
    const right = carrier.replace('@', () => standard);
    if (folded(repair(right)) !== folded(right)) sound++;
  });
  const share = (count: number) => `${((100 * count) / phrases.length).toFixed(1)} %`.padStart(7);
  const precision = (100 * counts.restored) / (counts.restored + counts.touched + counts.harmed);
  console.log(
    `${place.padEnd(13)}restored ${share(counts.restored)}  touched ${share(counts.touched)}` +
      `  harmed ${share(counts.harmed)}  precision ${precision.toFixed(1)} %  sound changed ${share(sound)}  of ${phrases.length}`,
  );
}
