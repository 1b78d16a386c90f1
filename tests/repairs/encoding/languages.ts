import { readFileSync } from 'node:fs';

/** A sentence of sound text and its language. */
export interface Sentence {
  readonly language: string;
  readonly text: string;
}

/** Sentences in the project's own words, in more than thirty languages, with the marks and capitals that these use. */
export function readSentences(): Sentence[] {
  return readFileSync(new URL('languages.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [language = '', text = ''] = line.split('\t');
      return { language, text };
    });
}
