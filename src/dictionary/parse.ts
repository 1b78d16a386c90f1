import { foldText } from '../text/characters.js';
import {
  CONTEXT_KEYS,
  type ContextClause,
  type ContextKey,
  type DictionaryEntry,
  type DictionaryProblem,
  isPartOfSpeech,
  PARTS_OF_SPEECH,
  WORD_CLASSES,
  type WordClass,
} from './entry.js';
import { isGroups, parseGroups } from './parse-groups.js';

const HEADER = 'spun\tstandard\tpos\twhen\tnote';

/**
 * Reads the text of a reversal dictionary, or of a file of synonym groups, which its header tells. Bad lines become problems, never exceptions; the good ones are returned.
 *
 * @param text the file's content, see dictionaries/README.md
 * @param domain the name its rules carry, such as `en/politics`
 */
export function parseDictionary(
  text: string,
  domain: string,
): { entries: DictionaryEntry[]; problems: DictionaryProblem[] } {
  const lines = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split('\n');
  if (isGroups(lines)) return parseGroups(lines, domain);
  const entries: DictionaryEntry[] = [];
  const problems: DictionaryProblem[] = [];
  const seen = new Map<string, number>();
  let headed = false;
  for (const [index, raw] of lines.entries()) {
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content === '' || content.startsWith('#')) continue;
    const line = index + 1;
    const report = (
      column: number,
      message: string,
      advice: string,
      severity: 'error' | 'warning' = 'error',
    ) => problems.push({ domain, line, column, severity, message, advice });
    if (!headed) {
      headed = true;
      if (content.trimEnd() === HEADER) continue;
      report(
        1,
        'the header is missing',
        `begin the file with the line "${HEADER.replaceAll('\t', '<tab>')}"`,
      );
    }
    const entry = parseLine(content, domain, line, report);
    if (entry === undefined) continue;
    const key = twinKey(entry);
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      report(
        1,
        `"${entry.spun}" → "${entry.standard}" stands in line ${earlier} already`,
        'delete one',
        'warning',
      );
      continue;
    }
    seen.set(key, line);
    entries.push(entry);
  }
  return { entries, problems };
}

/** What two entries share that say the same, be it of spun documents only; contexts that differ add up. */
export function twinKey({ spun, standard, partOfSpeech, when }: DictionaryEntry): string {
  const clauses = when.map(({ key, words }) => `${key}:${[...words].sort().join(',')}`);
  return [spun, standard, partOfSpeech, ...clauses.sort()].join('\t');
}

type Report = (column: number, message: string, advice: string) => void;

function parseLine(
  content: string,
  domain: string,
  line: number,
  report: Report,
): DictionaryEntry | undefined {
  const cells = content.split('\t');
  if (cells.length < 3) {
    report(1, `${cells.length} columns`, 'part spun, standard and pos by tabs');
    return undefined;
  }
  if (cells.length > 5) {
    report(
      columnOf(cells, 5),
      `${cells.length} columns`,
      'an entry has five columns; put remarks into the note',
    );
    return undefined;
  }
  for (const [i, cell] of cells.slice(0, 4).entries()) {
    if (cell !== cell.trim()) {
      report(columnOf(cells, i), 'a blank at the border of a cell', 'take it out');
      return undefined;
    }
  }
  const [spunCell = '', standardCell = '', pos = '', whenCell = '', note = ''] = cells;
  const spun = parseTerm(spunCell, columnOf(cells, 0), report);
  const standard = parseTerm(standardCell, columnOf(cells, 1), report);
  if (spun === undefined || standard === undefined) return undefined;
  if (!isPartOfSpeech(pos)) {
    report(columnOf(cells, 2), `unknown pos "${pos}"`, `use one of ${PARTS_OF_SPEECH.join(', ')}`);
    return undefined;
  }
  const folded = foldText(spun.text);
  if (folded === foldText(standard.text)) {
    report(columnOf(cells, 1), 'both sides are the same', 'delete the line; an entry must change something');
    return undefined;
  }
  const context = parseWhen(whenCell, columnOf(cells, 3), report);
  if (context === undefined) return undefined;
  return {
    spun: folded,
    standard: standard.text,
    partOfSpeech: pos,
    ...(spun.head === undefined ? {} : { spunHead: spun.head }),
    ...(standard.head === undefined ? {} : { standardHead: standard.head }),
    ...context,
    note,
    domain,
    line,
  };
}

/** A term without its head mark, and the index of the word that carried the mark. */
function parseTerm(
  cell: string,
  column: number,
  report: Report,
): { text: string; head?: number } | undefined {
  if (cell === '') {
    report(column, 'an empty cell', 'write the term, or delete the line');
    return undefined;
  }
  const words = cell.split(' ');
  if (words.includes('')) {
    report(column, 'two blanks in a row', 'part words by one blank');
    return undefined;
  }
  const head = words.findIndex((word) => word.length > 1 && word.endsWith('*'));
  if (head === -1) return { text: cell };
  words[head] = (words[head] as string).slice(0, -1);
  return { text: words.join(' '), head };
}

function parseWhen(
  cell: string,
  column: number,
  report: Report,
): Pick<DictionaryEntry, 'when' | 'onlySpun' | 'onlyInTerms'> | undefined {
  const clauses: ContextClause[] = [];
  let onlySpun = false;
  let onlyInTerms = false;
  let at = column;
  for (const part of cell === '' ? [] : cell.split(';')) {
    const clause = part.trim();
    const colon = clause.indexOf(':');
    if (clause === 'spun') onlySpun = true;
    else if (clause === 'term') onlyInTerms = true;
    else if (colon === -1 || !isContextKey(clause.slice(0, colon))) {
      const keys = CONTEXT_KEYS.map((key) => `${key}:`).join(', ');
      report(at, `unknown clause "${clause}"`, `use ${keys} with words after it, spun or term`);
      return undefined;
    } else {
      const words = clause
        .slice(colon + 1)
        .split(',')
        .map((word) => word.trim());
      const odd = words.find((word) => word === '' || word.includes(' '));
      if (odd !== undefined) {
        report(at, `"${odd}" is not one word`, 'part single words by commas');
        return undefined;
      }
      clauses.push({
        key: clause.slice(0, colon) as ContextKey,
        words: words.map((word) => (isWordClass(word) ? word : foldText(word))),
      });
    }
    at += part.length + 1;
  }
  if (onlyInTerms) return { when: clauses, onlySpun: true, onlyInTerms };
  return { when: clauses, onlySpun };
}

function columnOf(cells: readonly string[], index: number): number {
  let column = 1;
  for (let i = 0; i < index; i++) column += (cells[i] as string).length + 1;
  return column;
}

function isContextKey(text: string): text is ContextKey {
  return (CONTEXT_KEYS as readonly string[]).includes(text);
}

/** Whether a word of a clause names a class of words. */
export function isWordClass(text: string): text is WordClass {
  return (WORD_CLASSES as readonly string[]).includes(text);
}
