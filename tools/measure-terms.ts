/*
 * Measures how many tortured phrases of science are restored: `npm run build && npx jiti tools/measure-terms.ts PHRASES.tsv`.
 * The library comes from dist: jiti would make it slower than it is.
 *
 * PHRASES.tsv: a header, then a phrase and its standards, parted by ` | `, a line. Each phrase is repaired alone as a document and
 * in a carrier sentence, by the decoder as it is ("decoder") and after terms were composed ("composed"): those proposals of which
 * the evidence is at least the default confidence, the surest first.
 *
 *   restored   the phrase reads as one of its standards, but for letter case, hyphens and number
 *   touched    it reads otherwise than it did, and not as a standard
 *   harmed     an edit outside the phrase, in a carrier; of the indefinite article before it does not count
 *   sound      standards that are changed where they stand in the phrase's place, which should be none
 */
import { readdirSync, readFileSync } from 'node:fs';
import { WordNumbers } from '../dist/decoder/words.js';
import { compileTerms } from '../dist/dictionary/compile-terms.js';
import { findMatches } from '../dist/dictionary/match.js';
import { UNKNOWN_SETTING } from '../dist/dictionary/spinner-table.js';
import { TermIndex } from '../dist/dictionary/terms-index.js';
import { DEFAULT_MIN_CONFIDENCE } from '../dist/emender.js';
import { LanguageModel } from '../dist/language-model/language-model.js';
import { loadEmender, loadReversalDictionary } from '../dist/load.js';
import { Composition } from '../dist/repairs/spin/composition.js';
import { scoreAlone, termEvidence } from '../dist/repairs/spin/term-evidence.js';
import { markSentences } from '../dist/text/sentences.js';
import { stemEnd, tokenize } from '../dist/text/tokens.js';

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

const root = new URL('../dictionaries/en/', import.meta.url);
const folder = new URL('terms/', root);
const texts = readdirSync(folder)
  .sort()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const terms = new TermIndex(compileTerms(texts));
const dictionary = await loadReversalDictionary();
const model = new LanguageModel(readFileSync(new URL('language-model.bin', root)));
const words = new WordNumbers(model);
const emender = await loadEmender();
const composition = new Composition(dictionary, terms, (c) => dictionary.share(c, UNKNOWN_SETTING));

/** A text with the terms put in that are sure enough. */
function compose(text: string): string {
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  const offered = composition
    .propose(text, tokens, findMatches(dictionary, tokens))
    .map((proposal) => {
      const start = tokens.start[proposal.from] as number;
      const end = stemEnd(tokens, proposal.to - 1);
      const kept = scoreAlone(model, words.ofTerm(text.slice(start, end)));
      const confidence = 1 / (1 + Math.exp(-termEvidence(proposal, kept)));
      return { start, end, confidence, standard: proposal.standard };
    })
    .filter(({ confidence }) => confidence >= DEFAULT_MIN_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || a.start - b.start);
  const chosen: typeof offered = [];
  for (const each of offered) {
    if (chosen.every(({ start, end }) => each.end <= start || each.start >= end)) chosen.push(each);
  }
  let composed = text;
  for (const { start, end, standard } of chosen.sort((a, b) => b.start - a.start)) {
    composed = composed.slice(0, start) + standard + composed.slice(end);
  }
  return composed;
}

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

const ways = {
  decoder: (text: string) => emender.repair(text).text,
  composed: (text: string) => emender.repair(compose(text)).text,
};
for (const place of ['alone', 'in a carrier'] as const) {
  for (const [way, repair] of Object.entries(ways)) {
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
    console.log(
      `${place.padEnd(13)}${way.padEnd(10)}restored ${share(counts.restored)}  touched ${share(counts.touched)}` +
        `  harmed ${share(counts.harmed)}  sound changed ${share(sound)}  of ${phrases.length}`,
    );
  }
}
