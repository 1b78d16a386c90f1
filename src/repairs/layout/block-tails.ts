import { isBlank, isLetter, isUpper } from '../../text/characters.js';
import type { Block } from './block.js';
import {
  type BlockPhrase,
  type BlockPhrases,
  isMark,
  type LineWord,
  matchPhrase,
  phrasesFrom,
  wordsOf,
} from './block-phrases.js';
import { isClearCredit, isCreditText } from './credits.js';
import type { LayoutWords } from './layout-words.js';
import type { Line } from './lines.js';

/** What stands behind a caption is no longer than this. */
const LONGEST_TAIL = 110;

/** A credit at the end of a caption: “… in Doha. Photograph: Jane Roe/AFP”, “… in Doha (AP Photo/Jane Roe)”. */
export function addTail(
  text: string,
  { from, to }: Line,
  phrases: BlockPhrases,
  layoutWords: LayoutWords,
  blocks: Block[],
): void {
  const at = tailStart(text, from, to, phrases, layoutWords);
  if (at === undefined || at.start <= from) return;
  let end = at.start;
  while (end > from && text.charCodeAt(end - 1) <= 0x20) end--;
  let start = blocks.at(-1)?.end ?? from;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  if (end > start && at.role === 'credit') {
    blocks.push({ start, end, role: 'caption', because: 'a credit follows it' });
  }
  blocks.push({ start: at.start, end: to, role: at.role, because: at.because });
}

function tailStart(
  text: string,
  from: number,
  to: number,
  phrases: BlockPhrases,
  layoutWords: LayoutWords,
): Pick<Block, 'start' | 'role' | 'because'> | undefined {
  const low = Math.max(from, to - LONGEST_TAIL);
  const last = text.charAt(to - 1);
  if (last === ')' || last === ']') {
    const mark = last === ')' ? '(' : '[';
    let open = to - 2;
    while (open > low && text.charAt(open) !== mark) open--;
    if (text.charAt(open) === mark) {
      const inner = text.slice(open + 1, to - 1);
      if (isBracketedCredit(inner, layoutWords))
        return { start: open, role: 'credit', because: 'names a source of pictures' };
      const words = wordsOf(text, open + 1, to - 1);
      const phrase = tailPhrase(text, words, 0, to - 1, phrases, layoutWords);
      if (phrase) return { start: open, role: phrase.role, because: `says “${phrase.phrase}”` };
    }
    return undefined;
  }
  for (let at = to - 1; at > low; at--) {
    if (!isUpper(text.charCodeAt(at)) || !isAfterSentence(text, at)) continue;
    const rest = text.slice(at, to);
    if (isSlashed(rest) && isClearCredit(rest, layoutWords))
      return { start: at, role: 'credit', because: 'names a source of pictures' };
    const [first] = wordsOf(text, at, to, 1);
    if (phrasesFrom(phrases, first).length === 0) continue;
    const phrase = tailPhrase(text, wordsOf(text, at, to), 0, to, phrases, layoutWords);
    if (phrase) return { start: at, role: phrase.role, because: `says “${phrase.phrase}”` };
  }
  return undefined;
}

/** Whether a slash parts two words: “REUTERS/Jane Roe”. */
function isSlashed(text: string): boolean {
  const slash = text.indexOf('/');
  return slash > 1 && isLetter(text.charCodeAt(slash - 1)) && isUpper(text.charCodeAt(slash + 1));
}

/** Whether a word at `at` is parted by blanks from what can end a sentence. */
function isAfterSentence(text: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && isBlank(text.charCodeAt(before))) before--;
  return before < at - 1 && '.”"’?!)|'.includes(text.charAt(before));
}

function tailPhrase(
  text: string,
  words: readonly LineWord[],
  at: number,
  to: number,
  phrases: BlockPhrases,
  layoutWords: LayoutWords,
): BlockPhrase | undefined {
  for (const phrase of phrasesFrom(phrases, words[at])) {
    if (phrase.form !== 'tail') continue;
    const end = matchPhrase(words, at, phrase);
    if (end !== -1 && isTail(text, words, end, to, phrase, layoutWords)) return phrase;
  }
  return undefined;
}

/** Whether what follows a label of a credit or byline is one. */
export function isTail(
  text: string,
  words: readonly LineWord[],
  index: number,
  to: number,
  phrase: BlockPhrase,
  layoutWords: LayoutWords,
): boolean {
  let next = index;
  while (next < words.length && isMark(words[next] as LineWord)) next++;
  const word = words[next];
  if (word === undefined) return false;
  const rest = text.slice(word.start, to).replace(/[)\]]$/, '');
  // “Reporting by A; editing by B”
  const credit = phrase.role === 'byline' ? (rest.split(/;| (?:in|at) (?=[A-Z])/, 1)[0] ?? '') : rest;
  return isCreditText(credit.replace(/^[©@] ?/, ''), layoutWords);
}

/** “AP Photo/Jane Roe”, “Jane Roe/AFP via Getty Images”; a lone agency in brackets is the source of a fact. */
export function isBracketedCredit(text: string, words: LayoutWords): boolean {
  return (text.includes('/') || / via |Images$|^AP Photo/.test(text)) && isClearCredit(text, words);
}
