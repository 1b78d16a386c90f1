import { foldText } from '../text/characters.js';
import { markSentences } from '../text/sentences.js';
import { TokenFlag, TokenKind, tokenize } from '../text/tokens.js';
import { describeEndless, findEndless } from './endless.js';
import type { DictionaryEntry, DictionaryProblem } from './entry.js';
import { expandEntry } from './expand.js';
import { twinKey } from './parse.js';
import { findRedundant } from './redundant.js';

/**
 * Finds what is wrong between entries, of one dictionary or of several together: the same pair twice with the same
 * context, loops that would undo each other in any text, standards that another entry calls damage, entries that can
 * never match, and those that say nothing beside a shorter one. (What is wrong in a single line, `parseDictionary` finds.) Synonym groups say what a spinner's table may hold, not
 * what is right: they may repeat pairs and lead to and fro.
 */
export function checkEntries(entries: readonly DictionaryEntry[]): DictionaryProblem[] {
  const problems: DictionaryProblem[] = [];
  const pairs = new Map<string, DictionaryEntry>();
  const alwaysDamage = new Map(entries.filter(isUnconditional).map((entry) => [entry.spun, entry]));
  for (const entry of entries) {
    const { spun } = entry;
    if (entry.grouped === undefined) problems.push(...conflictsOf(entry, pairs, alwaysDamage));
    const reason = neverMatches(spun);
    if (reason !== undefined) {
      const message = `"${spun}" can never match: ${reason}`;
      problems.push(warning(entry, message, 'write it as it stands in a text, or delete it'));
    }
  }
  for (const { entry, wider } of findRedundant(entries)) {
    const message = `"${wider.spun}" → "${wider.standard}" in ${placeOf(wider)} says all that this longer entry says`;
    problems.push(
      warning(entry, message, 'delete this one, or mark it `spun` where the longer form is evidence'),
    );
  }
  const endless = problems.some(({ severity }) => severity === 'error') ? undefined : findEndless(entries);
  if (endless !== undefined) {
    const [message, advice] = describeEndless(endless, placeOf);
    problems.push({ ...warning(endless[0], message, advice), severity: 'error' });
  }
  return problems;
}

/** What is wrong between an entry and those before it, and those that call its standard damage. */
function conflictsOf(
  entry: DictionaryEntry,
  pairs: Map<string, DictionaryEntry>,
  alwaysDamage: ReadonlyMap<string, DictionaryEntry>,
): DictionaryProblem[] {
  const { spun, standard } = entry;
  const problems: DictionaryProblem[] = [];
  const key = twinKey(entry);
  const twin = pairs.get(key);
  if (twin === undefined) pairs.set(key, entry);
  else {
    const message = `"${spun}" → "${standard}" stands in ${placeOf(twin)} already`;
    problems.push(warning(entry, message, 'delete the one in the less fitting file'));
  }
  const damage = alwaysDamage.get(foldText(standard));
  if (damage !== undefined) problems.push(contradiction(entry, damage));
  return problems;
}

/**
 * Entries that say they are never right English, but whose forms were seen in sound text.
 *
 * @param seen how often a folded form was seen there
 * @param tolerated how often it may be
 * @param places some places where folded forms were seen, in words
 */
export function firesOnSound(
  entries: readonly DictionaryEntry[],
  seen: (form: string) => number,
  tolerated: number,
  places: (forms: Iterable<string>) => readonly string[] = () => [],
): DictionaryProblem[] {
  return entries.filter(isUnconditional).flatMap((entry) => {
    const forms = new Set(expandEntry(entry).map(({ spun }) => spun));
    const times = [...forms].reduce((sum, form) => sum + seen(form), 0);
    if (times <= tolerated) return [];
    const message = `"${entry.spun}" stands ${times === 1 ? 'once' : `${times} times`} in sound text`;
    const problem = warning(entry, message, 'mark it `spun` or give it a context');
    const where = places(forms);
    return [where.length === 0 ? problem : { ...problem, places: where }];
  });
}

/** Whether an entry says that its form is never right. Names say it of capitals only, which are not looked at here. */
export function isUnconditional({ onlySpun, when, partOfSpeech }: DictionaryEntry): boolean {
  return !onlySpun && when.length === 0 && partOfSpeech !== 'name';
}

/** What to say of an entry whose standard another one calls damage in any text. */
function contradiction(entry: DictionaryEntry, damage: DictionaryEntry): DictionaryProblem {
  const { spun, standard } = entry;
  if (foldText(damage.standard) !== spun) {
    const message = `"${standard}" is damage for "${damage.standard}" in ${placeOf(damage)}`;
    return warning(entry, message, 'name that standard here, or mark that entry `spun`');
  }
  const message = `"${spun}" → "${standard}" and back in ${placeOf(damage)}`;
  const problem = warning(entry, message, 'mark at least one side `spun`, or delete it');
  return isUnconditional(entry) ? { ...problem, severity: 'error' } : problem;
}

/** Why a spun form can match no text; undefined where it can. */
function neverMatches(spun: string): string | undefined {
  // A word before it, as the first word of a text always begins a sentence.
  const text = `a ${spun}`;
  const tokens = tokenize(text);
  markSentences(text, tokens);
  for (let i = 1; i < tokens.count; i++) {
    if (tokens.kind[i] === TokenKind.Opaque) return 'a part looks like an address or a file name';
    if (i > 1 && ((tokens.flags[i] as number) & TokenFlag.SentenceStart) !== 0)
      return 'a sentence ends inside';
  }
  return undefined;
}

function placeOf({ domain, line }: DictionaryEntry): string {
  return `${domain}:${line}`;
}

function warning(entry: DictionaryEntry, message: string, advice: string): DictionaryProblem {
  return { domain: entry.domain, line: entry.line, column: 1, severity: 'warning', message, advice };
}
