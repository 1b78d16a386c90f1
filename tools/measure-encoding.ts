/*
 * Measures the repair of encodings: `npm run build && npx jiti tools/measure-encoding.ts [TEXT…]`. The library comes from dist: jiti
 * would make it slower than it is.
 *
 *   restored     texts of all languages, read in a wrong encoding once to three times over, that come back exactly; those of which a
 *                byte was lost are not counted. Texts are the sentences of tests/repairs/encoding/languages.tsv and random spans of them
 *                (seeded) of three to twelve words
 *   words        the same for single words that are not ASCII: what a lone span of them tells
 *   changed      sound texts that are changed, which should be none: the same sentences, spans and words as they are, and the
 *                documents of each TEXT: plain, or the members `clean` and `text` of JSON Lines
 *   speed        MB of UTF-8 a second, median of several runs: of sound ASCII, sound accented text, mojibake, hostile repetition
 */
import { readFileSync } from 'node:fs';
import { codePages } from '../dist/repairs/encoding/code-pages.js';
import { repairEncoding } from '../dist/repairs/encoding/repair-encoding.js';
import { applyEdits } from '../dist/text/edits.js';
import { LATIN_1, misread } from '../tests/repairs/encoding/damage.js';
import { readSentences, type Sentence } from '../tests/repairs/encoding/languages.js';

const sentences = readSentences();
const spans = randomSpans(2000);
const words = distinctWords();

console.log('restored exactly, where no byte was lost');
console.log('                  sentences         spans             words');
const totals = [sentences, spans, words].map(() => ({ restored: 0, damaged: 0 }));
for (const page of [...codePages(), LATIN_1]) {
  for (const times of [1, 2, 3]) {
    const cells = [sentences, spans, words].map((texts, k) => {
      const total = totals[k] as (typeof totals)[number];
      let restored = 0;
      let damaged = 0;
      for (const { text } of texts) {
        const read = misread(text, page, times);
        if (read === undefined || read === text) continue;
        damaged++;
        if (repair(read) === text) restored++;
      }
      total.restored += restored;
      total.damaged += damaged;
      return share(restored, damaged);
    });
    console.log(`${page.name.padEnd(13)} ×${times}  ${cells.join('  ')}`);
  }
}
console.log(`${'all'.padEnd(16)}  ${totals.map((each) => share(each.restored, each.damaged)).join('  ')}\n`);

console.log('sound text changed');
tellChanged(
  'sentences',
  sentences.map(({ text }) => text),
);
tellChanged(
  'spans',
  spans.map(({ text }) => text),
);
tellChanged(
  'words',
  words.map(({ text }) => text),
);
for (const file of process.argv.slice(2)) tellChanged(file, documentsOf(file));

console.log('\nspeed, MB/s');
const english = sentences
  .filter(({ language }) => language === 'en')
  .map(({ text }) => text)
  .join(' ');
const ascii = english.replace(/[^\0-\x7f]/g, 'e');
tellSpeed('ASCII', repeat(ascii, 2e7));
tellSpeed('English, curly quotes', repeat(english, 1e7));
for (const language of ['fr', 'de', 'pl', 'vi', 'ru', 'ja']) {
  const text = sentences
    .filter((each) => each.language === language)
    .map((each) => each.text)
    .join(' ');
  tellSpeed(`sound ${language}`, repeat(text, 5e6));
  for (const page of codePages().slice(0, 1)) {
    tellSpeed(`${language} read in ${page.name}`, repeat(misread(text, page) ?? '', 2e6));
    tellSpeed(`${language} read in ${page.name} twice`, repeat(misread(text, page, 2) ?? '', 2e6));
  }
}
for (const unit of [
  'Ã‚',
  '&amp;',
  'amp;&',
  'a',
  '. ',
  '%25',
  '\\\\',
  '<a ',
  'e\u0301',
  '\ud800',
  'a b ',
  'aа',
  '\u00a0',
  '=\n',
]) {
  const [short, long] = [5e5, 5e6].map((size) => timeOf(repeat(unit, size)));
  const rate = 5 / ((long as number) / 1000);
  console.log(
    `${JSON.stringify(unit).padEnd(30)} ${rate.toFixed(0).padStart(6)}   ×${((long as number) / (short as number)).toFixed(1)} for ten times the length`,
  );
}

function repair(text: string): string {
  return applyEdits(text, repairEncoding(text));
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(2).padStart(6)} % of ${String(whole).padEnd(5)}`;
}

/** Spans of words of the sentences; the same ones each time. */
function randomSpans(count: number): Sentence[] {
  let seed = 12345;
  const random = (below: number) => {
    // xorshift32
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % below;
  };
  return Array.from({ length: count }, () => {
    const { language, text } = sentences[random(sentences.length)] as Sentence;
    const parts = text.split(' ');
    const length = Math.min(parts.length, 3 + random(10));
    const start = random(parts.length - length + 1);
    return { language, text: parts.slice(start, start + length).join(' ') };
  });
}

function distinctWords(): Sentence[] {
  const all = sentences.flatMap(({ language, text }) =>
    text
      .split(/[^\p{L}\p{M}’'-]+/u)
      .filter((word) => word.length > 2 && /[^\0-\x7f]/.test(word))
      .map((word) => ({ language, text: word })),
  );
  return [...new Map(all.map((each) => [each.text, each])).values()];
}

function tellChanged(name: string, texts: readonly string[]): void {
  const changed = texts.filter((text) => repairEncoding(text).length > 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(
    `${String(changed.length).padStart(6)} of ${texts.length}, ${(bytes / 1e6).toFixed(2)} MB  ${name}`,
  );
  for (const text of changed.slice(0, 5)) {
    for (const { original, replacement, rule } of repairEncoding(text).slice(0, 3)) {
      console.log(`         ${JSON.stringify(original)} → ${JSON.stringify(replacement)}  ${rule}`);
    }
  }
}

function documentsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (!file.endsWith('.jsonl')) return [text];
  return text
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const { clean, text } = JSON.parse(line) as { clean?: string; text?: string };
      return [clean, text].filter((each) => each !== undefined);
    });
}

function repeat(text: string, size: number): string {
  const repeated = text.repeat(Math.ceil(size / Math.max(1, Buffer.byteLength(text))));
  // Flat in memory, as a text that was read from a file is.
  return Buffer.from(repeated).toString();
}

/** Median time of a repair's finding, in milliseconds. */
function timeOf(text: string): number {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    repairEncoding(text);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[2] as number;
}

function tellSpeed(name: string, text: string): void {
  const rate = Buffer.byteLength(text) / 1e3 / timeOf(text);
  console.log(`${name.padEnd(30)} ${rate.toFixed(0).padStart(6)}`);
}
