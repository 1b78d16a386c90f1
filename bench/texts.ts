import { readFileSync } from 'node:fs';

/** A text to measure on. */
export interface BenchText {
  readonly name: string;
  readonly text: string;
  /** Bytes of UTF-8. */
  readonly bytes: number;
}

/** The test article, the sound article, and the spun halves of gold files, one text a document. */
export function readTexts(goldFiles: readonly string[]): {
  article: BenchText;
  sound: BenchText;
  spun: BenchText[];
} {
  const corpus = (file: string) => readFileSync(new URL(`../tests/corpus/${file}`, import.meta.url), 'utf8');
  const documents = goldFiles.flatMap((file) => readFileSync(file, 'utf8').trimEnd().split('\n'));
  return {
    article: asBenchText('the test article', corpus('qatar.txt')),
    sound: asBenchText('a sound article', corpus('guardian-clean.txt')),
    spun: documents.map((line, i) => asBenchText(`spun document ${i + 1}`, JSON.parse(line).spun)),
  };
}

/** One text of so many code units: the article over and over, each time with another number, as what stands twice is left out. */
export function repeat({ text }: BenchText, wanted: number): BenchText {
  const copies = Math.ceil(wanted / text.length);
  const numbered = Array.from({ length: copies }, (_, i) => `Number ${i + 1}.\n${text}\n`);
  return asBenchText(`${wanted / 1e3} kB in one text`, numbered.join('').slice(0, wanted));
}

function asBenchText(name: string, text: string): BenchText {
  return { name, text, bytes: Buffer.byteLength(text) };
}
