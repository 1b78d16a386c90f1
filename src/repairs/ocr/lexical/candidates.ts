import { STANDING, WordKind } from '../../../lexicon/format.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isApostrophe } from '../../../text/characters.js';
import { Channel, type Confusion } from '../channel/confusions.js';
import { WordEnd, WordSearch } from '../search/word-search.js';
import type { DocumentWords } from './document-words.js';
import type { Candidate, OddWord } from './odd-words.js';

/** What a nat of the channel counts: errors of a word are less independent than the channel has it. */
const CHANNEL = 0.86;
/** Most that a misreading costs, nats. */
const MOST_COST = 16;
/** Candidates kept for a word. */
const KEPT = 6;
/** Against a word in small letters that the lexicon has with a capital only, nats. */
const LOWER_NAME = 5;
/** Most that it may cost that a capitalised word is one that stands nowhere else in the text, nats. */
const MOST_FOR_NAME = 5;
/** A word that is part of a glued one stands elsewhere in the text. */
const LEAST_SEEN = 2;
/** What a lost blank or apostrophe costs where the table does not list it, nats. */
const LOST_MARK = 6;

/** Finds what odd words may be, with the channel of one text. */
export class CandidateFinder {
  private readonly search: WordSearch;
  private readonly channel: Channel;

  constructor(
    private readonly lexicon: Lexicon,
    confusions: readonly Confusion[],
    private readonly words: DocumentWords,
  ) {
    this.channel = new Channel(confusions);
    this.search = new WordSearch(lexicon.trie, this.channel);
  }

  /** The best candidates for a word, best first. */
  find(odd: OddWord): Candidate[] {
    const candidates = [...this.misread(odd), ...this.glued(odd)].filter(({ text }) => text !== odd.text);
    const rank = ({ numbers, cost }: Candidate) =>
      cost - numbers.reduce((sum, number) => sum + this.words.score(number), 0);
    return candidates.sort((a, b) => rank(a) - rank(b)).slice(0, KEPT);
  }

  /** What it costs that a blank was put into a word. */
  get blankAdded(): number {
    return CHANNEL * this.channel.cost('', ' ', LOST_MARK);
  }

  private misread({ text, setting }: OddWord): Candidate[] {
    const { search, lexicon } = this;
    const mayEnd = new Uint8Array(text.length + 1);
    mayEnd[text.length] = WordEnd.Whole;
    search.run(text, 0, text.length, mayEnd, { capitals: setting === 'capitals', most: MOST_COST });
    const found: Candidate[] = [];
    for (let r = 0; r < search.count; r++) {
      const number = search.word[r] as number;
      if (search.end[r] !== text.length || !this.mayStandFor(number, text)) continue;
      const penalty = this.isLowName(number, setting) ? LOWER_NAME : 0;
      const cost = CHANNEL * (search.cost[r] as number) + penalty;
      // Names are known to no lexicon, and look like words.
      if (setting === 'capital' && cost > MOST_FOR_NAME && this.words.count(number) === 0) continue;
      found.push({ numbers: [number], text: written(lexicon.words[number - 1] as string, setting), cost });
    }
    return found;
  }

  /** The readings of a word as two that have lost what was between them. */
  private glued({ text, setting }: OddWord): Candidate[] {
    const { channel, words } = this;
    const found: Candidate[] = [];
    const offer = (at: number, first: number, second: number, mark: string) => {
      if (first === 0 || second === 0 || words.count(first) < LEAST_SEEN) return;
      // "Lestrade" is a name.
      if ((mark === ' ' || setting === 'capital') && words.count(second) < LEAST_SEEN) return;
      const cost = CHANNEL * channel.cost(mark, '', LOST_MARK);
      found.push({ numbers: [first, second], text: text.slice(0, at) + mark + text.slice(at), cost });
    };
    if (setting !== 'small' && setting !== 'capital') return found;
    for (let at = 1; at < text.length; at++) {
      const head = text.slice(0, at);
      const second = this.standing(text.slice(at));
      if (at > 1) offer(at, this.standing(head), second, ' ');
      offer(at, this.standing(`${head}'`), second, "'");
    }
    return found;
  }

  /** Number of a word of two letters or more that may be put in place of another, or 0. */
  private standing(word: string): number {
    const number = word.length < 2 ? 0 : this.lexicon.vocabulary.id(word);
    return (this.lexicon.kindOf(number) & STANDING) === 0 ? 0 : number;
  }

  private mayStandFor(number: number, text: string): boolean {
    const kind = this.lexicon.kindOf(number);
    if ((kind & STANDING) === 0 || (kind & WordKind.Unoffered) !== 0) return false;
    const word = this.lexicon.words[number - 1] as string;
    if (word.length < 2) return false;
    // What is elided stands before an apostrophe only.
    const last = text.charCodeAt(text.length - 1);
    return (
      isApostrophe(word.charCodeAt(word.length - 1)) === isApostrophe(last) && word.charCodeAt(0) !== 0x27
    );
  }

  private isLowName(number: number, setting: OddWord['setting']): boolean {
    return setting === 'small' && (this.lexicon.kindOf(number) & STANDING) === WordKind.Name;
  }
}

/** A folded word in the letter case of what was read in its place. */
function written(word: string, setting: OddWord['setting']): string {
  if (setting === 'capitals') return word.toUpperCase();
  return setting === 'capital' ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
