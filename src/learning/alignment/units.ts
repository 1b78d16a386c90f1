import { foldText, isApostrophe } from '../../text/characters.js';
import { TokenKind, tokenize } from '../../text/tokens.js';

/** Words whose 's is a verb: "it's" stands for "it is", so it is one unit. */
const CONTRACTED: ReadonlySet<string> = new Set(
  'it he she that there here this what who where when how why let'.split(' '),
);
/** Symbols that stand beside words and for none of them, unlike % and &. */
const MARKS: ReadonlySet<string> = new Set([...'.,;:!?"\'()[]{}<>«»“”‘’„‚`…–—-•*|/\\']);

/** What a text is aligned by: its words and marks, as parallel arrays. Unit i is `text.slice(start[i], end[i])`. */
export interface Units {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number of the folded word; equal numbers are words that nothing is learnt of where one stands for the other. */
  readonly word: Int32Array;
  /** 1 where the unit may stand for others; 0 for marks, addresses and the possessive 's. */
  readonly movable: Uint8Array;
}

/** Numbers words, from 1, in the order in which they come. */
export class WordNumbers {
  private readonly numbers = new Map<string, number>();

  numberOf(word: string): number {
    // The article follows its word: "a rise" for "an increase" says nothing of a and an.
    const folded = word === 'an' ? 'a' : word;
    const known = this.numbers.get(folded);
    if (known !== undefined) return known;
    this.numbers.set(folded, this.numbers.size + 1);
    return this.numbers.size;
  }

  /** The number of a word that has one, else 0. */
  find(word: string): number {
    return this.numbers.get(word === 'an' ? 'a' : word) ?? 0;
  }

  /** One more than the largest number. */
  get size(): number {
    return this.numbers.size + 1;
  }
}

/** Cuts a text into units. A possessive 's is a unit of its own, as what stands before it is replaced without it. */
export function unitsOf(text: string, numbers: WordNumbers): Units {
  const tokens = tokenize(text);
  // At most two units come of a token.
  const start = new Int32Array(tokens.count * 2);
  const end = new Int32Array(tokens.count * 2);
  const word = new Int32Array(tokens.count * 2);
  const movable = new Uint8Array(tokens.count * 2);
  let count = 0;
  const add = (from: number, to: number, isMovable: boolean) => {
    start[count] = from;
    end[count] = to;
    word[count] = numbers.numberOf(foldText(text.slice(from, to)));
    movable[count] = isMovable ? 1 : 0;
    count++;
  };
  for (let i = 0; i < tokens.count; i++) {
    const from = tokens.start[i] as number;
    const to = tokens.end[i] as number;
    const kind = tokens.kind[i] as number;
    if (kind === TokenKind.Word && hasPossessive(text, from, to)) {
      add(from, to - 2, true);
      add(to - 2, to, false);
    } else if (kind === TokenKind.Symbol) add(from, to, !MARKS.has(text.charAt(from)));
    else add(from, to, kind !== TokenKind.Opaque);
  }
  return {
    text,
    count,
    start: start.subarray(0, count),
    end: end.subarray(0, count),
    word: word.subarray(0, count),
    movable: movable.subarray(0, count),
  };
}

function hasPossessive(text: string, from: number, to: number): boolean {
  if (to - from < 3 || !isApostrophe(text.charCodeAt(to - 2))) return false;
  return (text.charCodeAt(to - 1) | 0x20) === 0x73 && !CONTRACTED.has(foldText(text.slice(from, to - 2)));
}
