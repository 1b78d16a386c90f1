import { foldText } from '../text/characters.js';
import { type DictionaryEntry, type DictionaryProblem, isPartOfSpeech, PARTS_OF_SPEECH } from './entry.js';

const HEADER = 'pos\twords';

/** What parts the members of a group. */
const SEPARATOR = ' | ';

/** Whether the lines of a file are those of synonym groups. */
export function isGroups(lines: readonly string[]): boolean {
  return lines.find((line) => line !== '' && !line.startsWith('#'))?.trimEnd() === HEADER;
}

/**
 * Reads a file of synonym groups, rows as spinners' tables have them. Every member becomes an entry for the head, the first of
 * its row, and the head for every member: in spun documents only. Bad lines become problems, never exceptions.
 *
 * @param lines the file's content, see dictionaries/README.md
 * @param domain the name its rules carry, such as `en/groups/sport`
 */
export function parseGroups(
  lines: readonly string[],
  domain: string,
): { entries: DictionaryEntry[]; problems: DictionaryProblem[] } {
  const entries: DictionaryEntry[] = [];
  const problems: DictionaryProblem[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of lines.entries()) {
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (content === '' || content.startsWith('#') || content.trimEnd() === HEADER) continue;
    const line = index + 1;
    const report = (column: number, message: string, advice: string) =>
      problems.push({ domain, line, column, severity: 'error', message, advice });
    const [pos = '', cell = '', ...more] = content.split('\t');
    if (!isPartOfSpeech(pos)) {
      report(1, `unknown pos "${pos}"`, `use one of ${PARTS_OF_SPEECH.join(', ')}`);
      continue;
    }
    const members = cell.split(SEPARATOR).map(readMember);
    const odd = members.find(({ text: member }) => !isTerm(member));
    if (more.length > 0 || members.length < 2 || odd !== undefined) {
      const what = odd === undefined ? 'no group' : `"${odd.text}" is no member`;
      report(
        Math.min(pos.length + 2, content.length),
        what,
        `write two or more terms parted by "${SEPARATOR}"`,
      );
      continue;
    }
    const [head, ...others] = members as [Member, ...Member[]];
    const add = (spun: Member, standard: Member, grouped: 'spun' | 'standard') => {
      const folded = foldText(spun.text);
      const key = `${pos}\t${folded}\t${standard.text}`;
      if (folded === foldText(standard.text) || seen.has(key)) return;
      seen.add(key);
      entries.push({
        spun: folded,
        standard: standard.text,
        partOfSpeech: pos,
        ...(spun.head === undefined ? {} : { spunHead: spun.head }),
        ...(standard.head === undefined ? {} : { standardHead: standard.head }),
        when: [],
        onlySpun: true,
        grouped,
        note: '',
        domain,
        line,
      });
    };
    for (const other of others) {
      add(other, head, 'standard');
      add(head, other, 'spun');
    }
  }
  return { entries, problems };
}

interface Member {
  readonly text: string;
  /** Index of the word that a `*` marks. */
  readonly head?: number;
}

function readMember(cell: string): Member {
  const words = cell.split(' ');
  const head = words.findIndex((word) => word.length > 1 && word.endsWith('*'));
  if (head === -1) return { text: cell };
  words[head] = (words[head] as string).slice(0, -1);
  return { text: words.join(' '), head };
}

function isTerm(text: string): boolean {
  return text !== '' && !text.includes('|') && !text.split(' ').includes('');
}
