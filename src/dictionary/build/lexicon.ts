/*
 * Compiles the lexicon, dictionaries/en/lexicon.bin: `npm run build:dictionary`. Its words are those of the Hunspell
 * dictionaries for American and British English, of dictionaries/en/ocr/words, and those the language model has often seen.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { LanguageModel } from '../../language-model/language-model.js';
import { englishForms } from '../../lexicon/build/english-forms.js';
import { WordKind } from '../../lexicon/format.js';
import { compileLexicon } from '../../lexicon/lexicon.js';
import { foldText } from '../../text/characters.js';

/**
 * Log-probability from which on a word of the language model is taken for a word though no dictionary has it. Rarer ones are
 * misprints as often as names.
 */
const LEAST_SEEN = -14.8;
/** Log-probability of words that are glued to others where a blank is lost. */
const VERY_COMMON = -6.5;
/** Shorter ones are abbreviations and syllables, which look like misread words. */
const SHORTEST_SEEN = 4;

/** Kinds of words that are known, but that no misreading is put right to. */
const UNOFFERED: ReadonlySet<string> = new Set(['foreign', 'dialect', 'quoted', 'science']);

const root = new URL('../../../dictionaries/en/', import.meta.url);
const kinds = new Map<string, number>();

/** Takes a word as it is written. */
function add(word: string): void {
  if (!/^\p{L}[\p{L}'’-]*$/u.test(word) || word.length > 40) return;
  const folded = foldText(word);
  const kind = folded === word ? WordKind.Common : WordKind.Name;
  kinds.set(folded, (kinds.get(folded) ?? 0) | kind);
}

for (const word of await englishForms()) add(word);
const folder = new URL('ocr/words/', root);
for (const file of existsSync(folder) ? readdirSync(folder) : []) {
  if (!file.endsWith('.tsv')) continue;
  const [, ...lines] = readFileSync(new URL(file, folder), 'utf8').trimEnd().split('\n');
  for (const line of lines) {
    const [word = '', kind] = line.split('\t');
    const folded = foldText(word);
    const isNew = !kinds.has(folded);
    add(word);
    if (kind === 'abbreviation') kinds.set(folded, (kinds.get(folded) ?? 0) | WordKind.Abbreviation);
    if (UNOFFERED.has(kind as string) && isNew) kinds.set(folded, WordKind.Common | WordKind.Unoffered);
  }
}
for (const file of readdirSync(new URL('terms/', root))) {
  if (!file.endsWith('.tsv')) continue;
  for (const term of readFileSync(new URL(`terms/${file}`, root), 'utf8').split('\n')) {
    for (const word of term.split(/[\s\t]+/)) add(word);
  }
}
const model = new LanguageModel(readFileSync(new URL('language-model.bin', root)));
for (let id = 1; id <= model.vocabulary.size; id++) {
  const word = model.vocabulary.word(id);
  if (word.length < SHORTEST_SEEN || !/^[a-z]+(-[a-z]+)*$/.test(word) || kinds.has(word)) continue;
  if (model.bigram(0, id) >= LEAST_SEEN && !isGlued(word)) kinds.set(word, WordKind.Seen);
}
/** Whether two very common words make up a word, as where a blank was lost: "inthe". */
function isGlued(word: string): boolean {
  for (let at = 2; at + 2 <= word.length; at++) {
    if (
      [word.slice(0, at), word.slice(at)].every(
        (part) => model.bigram(0, model.vocabulary.id(part)) > VERY_COMMON,
      )
    ) {
      return true;
    }
  }
  return false;
}

const bytes = compileLexicon(kinds);
writeFileSync(new URL('lexicon.bin', root), bytes);
console.error(`dictionaries/en/lexicon.bin: ${kinds.size} words, ${(bytes.length / 1e6).toFixed(2)} MB`);
