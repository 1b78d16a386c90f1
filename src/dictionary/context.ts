import { isUpper } from '../text/characters.js';
import { LetterCase, TokenFlag, TokenKind, type Tokens } from '../text/tokens.js';
import { CONTEXT_KEYS, WORD_CLASSES } from './entry.js';
import { CandidateFlag, WORD_CLASS_BIT } from './format.js';
import type { ReversalDictionary } from './reversal-dictionary.js';

/** How far `near` and `not` look, in tokens on either side. */
const WINDOW = 12;

const [NEAR, NOT, AFTER] = CONTEXT_KEYS.map((_, i) => i) as [number, number, number, number];

/** Words shorter than this need no capital in a name: "House of Lords". */
const SHORTEST_NAME_WORD = 4;

/** Whether a candidate may stand for the tokens `from` to `to - 1`: its context holds, and a name is capitalised. */
export function candidateApplies(
  dictionary: ReversalDictionary,
  candidate: number,
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
): boolean {
  if ((dictionary.flags(candidate) & CandidateFlag.Name) !== 0) {
    for (let i = from; i < to; i++) {
      const short = (tokens.end[i] as number) - (tokens.start[i] as number) < SHORTEST_NAME_WORD;
      if (!(short && i > from) && tokens.letterCase[i] === LetterCase.Lower) return false;
    }
  }
  const context = dictionary.context(candidate);
  return context === 0 || contextHolds(dictionary.contexts, context, text, tokens, from, to);
}

/** Whether all clauses of the context at `offset` hold for the tokens `from` to `to - 1`. */
function contextHolds(
  contexts: Uint32Array,
  offset: number,
  text: string,
  tokens: Tokens,
  from: number,
  to: number,
): boolean {
  let at = offset + 1;
  for (let clause = contexts[offset] as number; clause > 0; clause--) {
    const key = contexts[at] as number;
    const first = at + 2;
    const end = first + (contexts[at + 1] as number);
    at = end;
    if (key === NEAR || key === NOT) {
      const seen =
        anyOf(contexts, first, end, tokens, Math.max(0, from - WINDOW), from) ||
        anyOf(contexts, first, end, tokens, to, Math.min(tokens.count, to + WINDOW));
      if (seen !== (key === NEAR)) return false;
    } else if (
      !neighbourIs(contexts, first, end, text, tokens, key === AFTER ? from - 1 : to, key === AFTER)
    ) {
      return false;
    }
  }
  return true;
}

/** Whether one of the words stands among the tokens `from` to `to - 1`. */
function anyOf(
  contexts: Uint32Array,
  first: number,
  end: number,
  tokens: Tokens,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) {
    const id = tokens.id[i] as number;
    if (id === 0) continue;
    for (let k = first; k < end; k++) if (contexts[k] === id) return true;
  }
  return false;
}

/** Whether the token is one of the words or of a class among them. */
function neighbourIs(
  contexts: Uint32Array,
  first: number,
  end: number,
  text: string,
  tokens: Tokens,
  neighbour: number,
  isBefore: boolean,
): boolean {
  const outside = neighbour < 0 || neighbour >= tokens.count;
  // The border between neighbour and phrase: the phrase begins a sentence, or the neighbour begins the next one.
  const border =
    outside ||
    ((tokens.flags[isBefore ? neighbour + 1 : neighbour] as number) & TokenFlag.SentenceStart) !== 0;
  for (let k = first; k < end; k++) {
    const word = contexts[k] as number;
    if (word < WORD_CLASS_BIT) {
      if (!border && tokens.id[neighbour] === word) return true;
      continue;
    }
    const name = WORD_CLASSES[word - WORD_CLASS_BIT];
    if (name === 'START') {
      if (isBefore && border) return true;
    } else if (name === 'END') {
      if (!isBefore && (border || tokens.kind[neighbour] === TokenKind.Symbol)) return true;
    } else if (border) {
    } else if (name === 'NUMBER') {
      if (tokens.kind[neighbour] === TokenKind.Number || isNumberWord(text, tokens, neighbour)) return true;
    } else if (tokens.kind[neighbour] === TokenKind.Word) {
      const starts = ((tokens.flags[neighbour] as number) & TokenFlag.SentenceStart) !== 0;
      if (!starts && isUpper(text.charCodeAt(tokens.start[neighbour] as number))) return true;
    }
  }
  return false;
}

const NUMBER_WORDS: ReadonlySet<string> = new Set(
  (
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion'
  ).split(' '),
);

function isNumberWord(text: string, tokens: Tokens, index: number): boolean {
  const start = tokens.start[index] as number;
  const end = tokens.end[index] as number;
  return end - start <= 9 && NUMBER_WORDS.has(text.slice(start, end).toLowerCase());
}
