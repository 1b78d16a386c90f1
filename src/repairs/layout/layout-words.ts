import { isBlockTable } from './block-phrases.js';

/** What a word of `dictionaries/en/layout/*.tsv` says about borders; the tables explain each kind. */
const LAYOUT_WORD_KINDS = [
  'name',
  'prefix',
  'credit',
  'starter',
  'weak',
  'title',
  'abbreviation',
  'label',
  'joiner',
  'code',
  'ending',
  'open',
  'job',
  'author',
  'noPlace',
  'once',
] as const;

type LayoutWordKind = (typeof LAYOUT_WORD_KINDS)[number];

/** The words that speak for or against a lost separator, by kind; each exactly as written, capitals count. */
export interface LayoutWords {
  readonly byKind: Readonly<Record<LayoutWordKind, ReadonlySet<string>>>;
  /** Credits by their last word: `Images` leads to `Getty Images`. */
  readonly creditsByLastWord: ReadonlyMap<string, readonly string[]>;
}

/** One table: its text, and the name it has in error messages. */
export interface LayoutTable {
  readonly name: string;
  readonly text: string;
}

const HEADER = 'word\tkind\tnote';

/**
 * Reads the tables of words among layout tables: UTF-8 text with the header `word kind note`, parted by tabs; `#` begins a comment line.
 *
 * @throws Error naming table, line and remedy where a line cannot be read
 */
export function parseLayoutWords(tables: readonly LayoutTable[]): LayoutWords {
  const byKind = Object.fromEntries(LAYOUT_WORD_KINDS.map((kind) => [kind, new Set<string>()])) as Record<
    LayoutWordKind,
    Set<string>
  >;
  for (const { name, text } of tables) {
    if (isBlockTable(text)) continue;
    let headed = false;
    const lines = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split('\n');
    for (const [index, raw] of lines.entries()) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '' || line.startsWith('#')) continue;
      if (!headed) {
        headed = true;
        if (line.trimEnd() === HEADER) continue;
        throw new Error(
          `${name}:${index + 1}: the header is missing; begin with "${HEADER.replaceAll('\t', '<tab>')}"`,
        );
      }
      const [word = '', kind = ''] = line.split('\t');
      if (word === '' || word !== word.trim()) {
        throw new Error(
          `${name}:${index + 1}: an empty word or a blank beside it; write the word, then a tab`,
        );
      }
      if (!isKind(kind)) {
        throw new Error(
          `${name}:${index + 1}: unknown kind "${kind}"; use one of ${LAYOUT_WORD_KINDS.join(', ')}`,
        );
      }
      byKind[kind].add(word);
    }
  }
  const creditsByLastWord = new Map<string, string[]>();
  for (const credit of byKind.credit) {
    const last = credit.slice(Math.max(credit.lastIndexOf(' '), credit.lastIndexOf('-')) + 1);
    const credits = creditsByLastWord.get(last);
    if (credits) credits.push(credit);
    else creditsByLastWord.set(last, [credit]);
  }
  return { byKind, creditsByLastWord };
}

function isKind(text: string): text is LayoutWordKind {
  return (LAYOUT_WORD_KINDS as readonly string[]).includes(text);
}
