import {
  foldCode,
  isApostrophe,
  isBlank,
  isDigit,
  isHyphen,
  isLetter,
  isUpper,
} from '../../text/characters.js';
import { BLOCK_ROLES, type BlockRole } from './block.js';
import type { LayoutTable } from './layout-words.js';

/** Where a phrase has to stand to show the role of its line; `dictionaries/en/layout/README.md` explains each. */
const PHRASE_FORMS = ['line', 'heading', 'start', 'within', 'label', 'tail', 'button', 'network'] as const;

export type PhraseForm = (typeof PHRASE_FORMS)[number];

/** A phrase that shows the role of a block. */
export interface BlockPhrase {
  /** As it stands in the table. */
  readonly phrase: string;
  readonly words: readonly string[];
  /** Whether it must begin with a capital, as it does in the table: in the middle of a sentence it is none. */
  readonly isCapitalised: boolean;
  readonly form: PhraseForm;
  readonly role: BlockRole;
  /** A line that the phrase marks. */
  readonly example: string;
  /** A line that holds its words and must not be marked; may be empty. */
  readonly sound: string;
}

/** The phrases of the block tables by their first word. */
export interface BlockPhrases {
  readonly all: readonly BlockPhrase[];
  readonly byFirstWord: ReadonlyMap<string, readonly BlockPhrase[]>;
  /** One word of each phrase that may stand anywhere in its line. */
  readonly inside: readonly string[];
}

/** A word of a line, or a mark that phrases may ask for, folded. */
export interface LineWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The header of a block table; it tells it from tables of words. */
export const BLOCK_HEADER = 'phrase\tform\trole\texample\tsound';

/** Stands in a phrase for one word to six. */
const GAP = '*';
const LONGEST_GAP = 6;

/** Stands in a phrase for the digits of a number, which a word may go on behind: `<number>-minute`. */
const NUMBER = '<number>';

/** Marks that phrases may ask for. */
const MARKS = ':,©|';

/**
 * Reads the block tables among layout tables; others are left to {@link parseLayoutWords}.
 *
 * @throws Error naming table, line and remedy where a line cannot be read
 */
export function parseBlockPhrases(tables: readonly LayoutTable[]): BlockPhrases {
  const all: BlockPhrase[] = [];
  for (const { name, text } of tables) {
    if (!isBlockTable(text)) continue;
    for (const [index, raw] of text.split('\n').entries()) {
      const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
      if (line === '' || line.startsWith('#') || line.replace('\ufeff', '').startsWith(BLOCK_HEADER))
        continue;
      const [phrase = '', form = '', role = '', example = '', sound = ''] = line.split('\t');
      const problem = problemOf(phrase, form, role, example);
      if (problem !== undefined) throw new Error(`${name}:${index + 1}: ${problem}`);
      const words = phraseWords(phrase);
      const isCapitalised = isUpper(phrase.charCodeAt(0));
      all.push({
        phrase,
        words,
        isCapitalised,
        form: form as PhraseForm,
        role: role as BlockRole,
        example,
        sound,
      });
    }
  }
  const byFirstWord = new Map<string, BlockPhrase[]>();
  for (const phrase of all) {
    const first = phrase.words[0] as string;
    const others = byFirstWord.get(first);
    if (others) others.push(phrase);
    else byFirstWord.set(first, [phrase]);
  }
  const inside = all
    .filter(({ form }) => form === 'within')
    .map(({ words }) => words.reduce((longest, word) => (word.length > longest.length ? word : longest)));
  return { all, byFirstWord, inside: [...new Set(inside)] };
}

/** The phrases that begin with a word. */
export function phrasesFrom(
  { byFirstWord }: BlockPhrases,
  word: LineWord | undefined,
): readonly BlockPhrase[] {
  return (word && byFirstWord.get(keyOf(word.text))) ?? [];
}

/** Whether a layout table holds phrases, as its header tells. */
export function isBlockTable(text: string): boolean {
  return text.startsWith(BLOCK_HEADER, text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

function problemOf(phrase: string, form: string, role: string, example: string): string | undefined {
  if (phrase.trim() === '' || phrase !== phrase.trim())
    return 'an empty phrase or a blank beside it; write the phrase, then a tab';
  const words = phraseWords(phrase);
  if (words.length === 0 || words[0] === GAP || words.at(-1) === GAP)
    return `a phrase of words is needed that does not begin or end with ${GAP}`;
  if (!(PHRASE_FORMS as readonly string[]).includes(form))
    return `unknown form "${form}"; use one of ${PHRASE_FORMS.join(', ')}`;
  if (!(BLOCK_ROLES as readonly string[]).includes(role))
    return `unknown role "${role}"; use one of ${BLOCK_ROLES.join(', ')}`;
  return example.trim() === '' ? 'the example is missing; give a line that the phrase marks' : undefined;
}

function phraseWords(phrase: string): string[] {
  return phrase.split(' ').flatMap((part) => {
    if (part === GAP) return [GAP];
    const example = part.replace(NUMBER, '1');
    return wordsOf(example, 0, example.length).map(({ text }) => keyOf(text));
  });
}

/** The form of a word by which phrases are compared: digits stand for any number. */
function keyOf(word: string): string {
  return isDigit(word.charCodeAt(0)) ? word.replace(/^\d+/, NUMBER) : word;
}

/** The first words of a stretch of text, folded, and the marks between them that phrases may ask for. */
export function wordsOf(
  text: string,
  start: number,
  end: number,
  most = Number.POSITIVE_INFINITY,
): LineWord[] {
  const words: LineWord[] = [];
  for (let i = start; i < end && words.length < most; ) {
    const code = text.charCodeAt(i);
    if (isBlank(code)) {
      i++;
      continue;
    }
    const from = i;
    if (isLetter(code) || isDigit(code)) {
      let word = '';
      for (; i < end; i++) {
        const next = text.charCodeAt(i);
        const isInside =
          (isApostrophe(next) || isHyphen(next)) && i + 1 < end && isLetter(text.charCodeAt(i + 1));
        if (!isLetter(next) && !isDigit(next) && !isInside) break;
        word += String.fromCharCode(foldCode(next));
      }
      words.push({ text: word, start: from, end: i });
    } else {
      i++;
      if (MARKS.includes(text.charAt(from))) words.push({ text: text.charAt(from), start: from, end: i });
    }
  }
  return words;
}

/** Whether a word of {@link wordsOf} is a mark. */
export function isMark({ text }: LineWord): boolean {
  return MARKS.includes(text);
}

/** The index after the words of a phrase that begins at the word of index `at`, or -1 where it does not. */
export function matchPhrase(words: readonly LineWord[], at: number, { words: wanted }: BlockPhrase): number {
  return matchFrom(words, at, wanted, 0);
}

function matchFrom(words: readonly LineWord[], at: number, wanted: readonly string[], from: number): number {
  let i = at;
  for (let k = from; k < wanted.length; k++) {
    if (wanted[k] !== GAP) {
      const word = words[i]?.text;
      if (word === undefined || (word !== wanted[k] && keyOf(word) !== wanted[k])) return -1;
      i++;
      // “5,100”; marks are left out of what is matched.
      if (wanted[k] === NUMBER) while (/^\d{3}$/.test(words[i]?.text ?? '')) i++;
      continue;
    }
    for (let gap = 1; gap <= LONGEST_GAP && i + gap < words.length; gap++) {
      const end = matchFrom(words, i + gap, wanted, k + 1);
      if (end !== -1) return end;
    }
    return -1;
  }
  return i;
}
