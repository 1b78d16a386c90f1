/*
 * Measures a compiled language model: `npm run build && npx jiti tools/measure-language-model.ts [MODEL] [SHARED]`.
 * The library comes from dist: jiti would make it slower than it is.
 *
 *   perplexity on the two articles of tests/corpus and on the clean side of releases-test (unknown words skipped)
 *   synonym test: at each place of releases-test where one known word was put for another, how often the model
 *                 prefers the original, in the context of two words to either side
 *   size, plain and gzipped; time to load; trigram scores a second
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseMarked } from '../dist/evaluation/marked.js';
import { LanguageModel } from '../dist/language-model/language-model.js';
import { perplexity } from '../dist/language-model/perplexity.js';
import { breaksBefore, NO_WORD, wordIds } from '../dist/language-model/word-ids.js';
import { markSentences } from '../dist/text/sentences.js';
import { tokenize } from '../dist/text/tokens.js';

interface Release {
  readonly clean: string;
  readonly spun: string;
  readonly edits: readonly { start: number; end: number; spun: string; clean: string }[];
}

const [path = 'dictionaries/en/language-model.bin', shared = '/work/shared'] = process.argv.slice(2);
const bytes = new Uint8Array(readFileSync(path));
const times: number[] = [];
for (let i = 0; i < 7; i++) {
  const copy = bytes.slice();
  const start = performance.now();
  new LanguageModel(copy);
  times.push(performance.now() - start);
}
const model = new LanguageModel(bytes);
const corpus = new URL('../tests/corpus/', import.meta.url);
const releasesOf = (name: string): Release[] =>
  readFileSync(`${shared}/eval/spin/${name}.jsonl`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const test = releasesOf('releases-test');

console.log(`size      ${mega(bytes.length)} MB, gzipped ${mega(gzipSync(bytes, { level: 9 }).length)} MB`);
console.log(
  `loading   ${times[0]?.toFixed(1)} ms at first, ${times.sort((a, b) => a - b)[3]?.toFixed(1)} ms later`,
);
tell('guardian-clean', readFileSync(new URL('guardian-clean.txt', corpus), 'utf8'));
tell('qatar (spun)', readFileSync(new URL('qatar.txt', corpus), 'utf8'));
tell('releases-test, clean', test.map(({ clean }) => clean).join('\n\n'));
tell('releases-test, spun', test.map(({ spun }) => spun).join('\n\n'));
synonyms('releases-test', test);
synonyms('releases-train', releasesOf('releases-train'));
qatar();
speed(test.map(({ clean }) => clean).join('\n\n'));

function tell(name: string, text: string): void {
  const { perplexity: value, events, unknown } = perplexity(model, text);
  const share = ((100 * unknown) / (events + unknown)).toFixed(1);
  console.log(`perplexity ${name.padEnd(22)} ${value.toFixed(1).padStart(7)}  unknown ${share} %`);
}

/** Splices each original into the spun text alone: its neighbours stay as the spinner left them. */
function synonyms(name: string, releases: readonly Release[]): void {
  let places = 0;
  let preferred = 0;
  let inClean = 0;
  let inCleanPreferred = 0;
  for (const { spun, clean, edits } of releases) {
    const found = contest(spun, edits, (edit) => [edit.start, edit.end, edit.spun, edit.clean]);
    places += found.places;
    preferred += found.places - found.won;
    let shift = 0;
    const back = edits.map((edit) => {
      const start = edit.start + shift;
      shift += edit.clean.length - (edit.end - edit.start);
      return { ...edit, start, end: start + edit.clean.length };
    });
    const other = contest(clean, back, (edit) => [edit.start, edit.end, edit.clean, edit.spun]);
    inClean += other.places;
    inCleanPreferred += other.won;
  }
  console.log(
    `synonym test ${name}: ${(preferred / places).toFixed(4)} of ${places} in spun context, ` +
      `${(inCleanPreferred / inClean).toFixed(4)} of ${inClean} in clean context`,
  );
}

/** The same on the news article, whose gold may name several originals: the likeliest counts. */
function qatar(): void {
  const marked = readFileSync(new URL('qatar.marked.txt', corpus), 'utf8');
  const { text, edits } = parseMarked('qatar', marked);
  const must = edits.filter(({ optional }) => !optional);
  const pairs = must.flatMap(({ start, end, readings }) => readings.map((clean) => ({ start, end, clean })));
  const { places, won } = contest(text, pairs, (edit) => [
    edit.start,
    edit.end,
    text.slice(edit.start, edit.end),
    edit.clean,
  ]);
  console.log(`synonym test qatar: ${(1 - won / places).toFixed(4)} of ${places} in spun context`);
}

/** How often the word that stands in the text is likelier there than its rival. */
function contest<E>(text: string, edits: readonly E[], read: (edit: E) => [number, number, string, string]) {
  const tokens = tokenize(text);
  markSentences(text, tokens);
  const ids = wordIds(text, tokens, model);
  const breaks = breaksBefore(text, tokens);
  // Two of padding at either end; a sentence border is its end and start.
  const sequence: number[] = [0, 0];
  const position = new Map<number, number>();
  for (let i = 0; i < tokens.count; i++) {
    if (ids[i] === NO_WORD) continue;
    if (breaks[i] === 1) sequence.push(model.sentenceEnd, model.sentenceStart);
    position.set(tokens.start[i] as number, sequence.length);
    sequence.push(ids[i] as number);
  }
  sequence.push(model.sentenceEnd, model.sentenceStart);
  let places = 0;
  let won = 0;
  for (const edit of edits) {
    const [start, end, here, rival] = read(edit);
    const at = position.get(start);
    if (at === undefined || !isWord(text.slice(start, end)) || !isWord(rival)) continue;
    const own = model.vocabulary.id(here);
    const other = model.vocabulary.id(rival);
    if (own === 0 || other === 0 || own === other || sequence[at] !== own) continue;
    places++;
    if (around(sequence, at, own) > around(sequence, at, other)) won++;
  }
  return { places, won };
}

function around(sequence: readonly number[], at: number, word: number): number {
  const a = sequence[at - 2] === model.sentenceEnd ? 0 : (sequence[at - 2] as number);
  const b = sequence[at - 1] as number;
  const c = sequence[at + 1] as number;
  const d = sequence[at + 2] as number;
  let sum = model.score(a, b, word) + model.score(b, word, c);
  if (c !== model.sentenceEnd) sum += model.score(word, c, d);
  return sum;
}

function isWord(text: string): boolean {
  return tokenize(text).count === 1;
}

/** Scores as a decoder asks for them: at each word of a text, for it and seven rivals, in the three trigrams. */
function speed(text: string): void {
  const ids = wordIds(text, tokenize(text), model).filter((id) => id >= 0);
  let sum = 0;
  let scores = 0;
  // Rivals from the text itself are as frequent as words are; processor time, as others may use the machine.
  const start = process.cpuUsage().user;
  while (process.cpuUsage().user - start < 2e6) {
    for (let i = 2; i + 2 < ids.length; i++) {
      for (let k = 0; k < 8; k++) {
        const word = ids[(i + k * 7919) % ids.length] as number;
        sum += model.score(ids[i - 2] as number, ids[i - 1] as number, word);
        sum += model.score(ids[i - 1] as number, word, ids[i + 1] as number);
        sum += model.score(word, ids[i + 1] as number, ids[i + 2] as number);
        scores += 3;
      }
    }
  }
  const seconds = (process.cpuUsage().user - start) / 1e6;
  console.log(
    `speed     ${mega(scores / seconds)} million scores a second (mean ${(sum / scores).toFixed(2)})`,
  );
}

function mega(n: number): string {
  return (n / 1e6).toFixed(2);
}
