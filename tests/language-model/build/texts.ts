import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus } from '../../../src/language-model/build/corpus.js';

const WORDS = 'the a of to prime minister friend met said in war peace vote senate bill house law and'.split(
  ' ',
);

/** Sentences of a few words, some much oftener than others, the same at every call; documents of one paragraph. */
export function manySentences(count: number): string {
  let state = 7;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const documents: string[] = [];
  for (let i = 0; i < count; i++) {
    const length = 3 + Math.floor(next() * 6);
    const words = Array.from({ length }, () => WORDS[Math.floor(next() ** 2 * WORDS.length)] as string);
    documents.push(`${words.join(' ')}.`);
  }
  return documents.join('\n\n');
}

/** A corpus of texts, by way of files. */
export async function corpusOf(text: string, segments = ''): Promise<Corpus> {
  const corpus = new Corpus();
  await withFile(text, (path) => corpus.add(path, false));
  if (segments !== '') await withFile(segments, (path) => corpus.add(path, true));
  return corpus;
}

/** Runs `use` on a file with this content, which is gone afterwards. */
export async function withFile<T>(content: string, use: (path: string) => Promise<T>): Promise<T> {
  const place = mkdtempSync(join(tmpdir(), 'emend-model-'));
  try {
    const path = join(place, 'file.txt');
    writeFileSync(path, content);
    return await use(path);
  } finally {
    rmSync(place, { recursive: true });
  }
}
