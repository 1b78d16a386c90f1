import { compileDictionary } from '../../src/dictionary/compile.js';
import type { DictionaryEntry } from '../../src/dictionary/entry.js';
import { findMatches } from '../../src/dictionary/match.js';
import { parseDictionary } from '../../src/dictionary/parse.js';
import { ReversalDictionary } from '../../src/dictionary/reversal-dictionary.js';
import { type DictionaryStatistics, NO_STATISTICS } from '../../src/dictionary/statistics.js';
import { markSentences } from '../../src/text/sentences.js';
import { type Tokens, tokenize } from '../../src/text/tokens.js';

/** Entries from lines whose cells are parted by ` | `: `high minister | prime minister | noun`. Throws on a bad line. */
export function entriesOf(lines: readonly string[], domain = 'en/test'): DictionaryEntry[] {
  const rows = lines.map((line) => line.split(' | ').join('\t'));
  const { entries, problems } = parseDictionary(
    ['spun\tstandard\tpos\twhen\tnote', ...rows].join('\n'),
    domain,
  );
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return entries;
}

/** A compiled and opened dictionary of such lines. */
export function dictionaryOf(
  lines: readonly string[],
  statistics: DictionaryStatistics = NO_STATISTICS,
): ReversalDictionary {
  return new ReversalDictionary(compileDictionary(entriesOf(lines), statistics, [1, 2, 3]));
}

/** A text cut and numbered as a repair does it. */
export function tokensOf(text: string, dictionary: ReversalDictionary): Tokens {
  const tokens = tokenize(text, dictionary.vocabulary);
  markSentences(text, tokens);
  return tokens;
}

/** A match as plain data. */
export interface PlainMatch {
  readonly from: number;
  readonly to: number;
  readonly form: number;
}

/** All matches in a text, in their order. */
export function matchesOf(text: string, dictionary: ReversalDictionary): PlainMatch[] {
  const { count, from, to, form } = findMatches(dictionary, tokensOf(text, dictionary));
  return Array.from({ length: count }, (_, i) => ({
    from: from[i] as number,
    to: to[i] as number,
    form: form[i] as number,
  }));
}

/** Candidates of a form, by number. */
export function candidatesOf(dictionary: ReversalDictionary, form: number): number[] {
  const first = dictionary.firstCandidate(form);
  return Array.from({ length: dictionary.firstCandidate(form + 1) - first }, (_, i) => first + i);
}

/** What each place of a text could stand for: `High Minister → prime minister`; forms that are only standard say `→ `. */
export function readingsOf(text: string, dictionary: ReversalDictionary): string[] {
  const tokens = tokensOf(text, dictionary);
  return matchesOf(text, dictionary).map(({ from, to, form }) => {
    const found = text.slice(tokens.start[from], tokens.end[to - 1]);
    const standards = candidatesOf(dictionary, form).map((candidate) => dictionary.standard(candidate));
    return `${found} → ${standards.join(', ')}`;
  });
}
