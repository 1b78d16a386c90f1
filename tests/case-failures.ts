import { readdirSync, readFileSync } from 'node:fs';
import type { Emender } from '../src/emender.js';
import { listFindings } from '../src/evaluation/findings.js';
import { parseMarked } from '../src/evaluation/marked.js';
import { scoreArticle } from '../src/evaluation/score.js';

/** A text of one of the folders of tests/cases/. */
export interface Case {
  readonly name: string;
  readonly text: string;
}

/** The texts in a folder whose names end so, by name. */
export function casesIn(folder: string, ending: string): Case[] {
  const url = new URL(`cases/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({
      name: file.slice(0, -ending.length),
      text: readFileSync(new URL(file, url), 'utf8'),
    }));
}

/** What an emender gets wrong in a text with marked edits, as lines of known-failures.tsv, sorted. */
export function failuresOf({ name, text: marked }: Case, emender: Emender): string[] {
  const article = parseMarked(name, marked);
  const { text, edits } = emender.repair(article.text);
  return listFindings([scoreArticle(article, { text, edits })])
    .map(({ kind, original, expected, edits: made }) => {
      const replacement = kind === 'missed' ? expected.join('|') : (made[0]?.replacement ?? '');
      return [name, kind, `${original} → ${replacement}`.replaceAll('\n', '\\n')].join('\t');
    })
    .sort();
}

/** What of `found` is not in `known`, each as often as it is missing there. */
export function unknownOf(found: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return found.filter((failure) => {
    const at = left.indexOf(failure);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
