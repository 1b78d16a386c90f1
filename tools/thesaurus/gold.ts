import { readFileSync } from 'node:fs';
import { foldText } from '../../src/text/characters.js';

/** A single word that was put for another, as it stands in one article. */
export interface WordPair {
  /** Folded. */
  readonly spun: string;
  readonly original: string;
  /** How often, in that article. */
  readonly times: number;
  /** Number of the article. */
  readonly article: number;
}

/** The single-word substitutions of a file of spun articles, each once an article. */
export function readWordPairs(file: string): WordPair[] {
  const pairs: WordPair[] = [];
  for (const [article, line] of readFileSync(file, 'utf8').trimEnd().split('\n').entries()) {
    const { edits } = JSON.parse(line) as { edits: { spun: string; clean: string }[] };
    const times = new Map<string, number>();
    for (const { spun, clean } of edits) {
      const [from, to] = [foldText(spun), foldText(clean)];
      if (from === to || !isWord(from) || !isWord(to)) continue;
      times.set(`${from} ${to}`, (times.get(`${from} ${to}`) ?? 0) + 1);
    }
    for (const [pair, count] of times) {
      const [spun = '', original = ''] = pair.split(' ');
      pairs.push({ spun, original, times: count, article });
    }
  }
  return pairs;
}

function isWord(text: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*$/.test(text);
}
