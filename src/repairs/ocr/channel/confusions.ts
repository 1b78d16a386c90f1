import { foldCode, foldText, isLetter, isUpper } from '../../../text/characters.js';
import { readCharacters } from '../../../text/shown-characters.js';

/** Rates are readings in so many occurrences of the truth. */
const MOST_RATE = 10_000;

/** What a confusion costs that no table lists, in nats: any letter for any other, one too many, one too few. */
export const SWAP_COST = 8.3;
const ADD_COST = 8;
const LOSE_COST = 8;
/** What a letter beyond the tables costs for any other. */
export const GENERAL_COST = 9;
/** What it costs that a letter is read as two in a way that no table lists. */
export const PAIR_COST = 13;
/** A letter in the wrong case, and nothing else wrong. */
const CASE_COST = 5.5;

/** One row of a table: what was read for what, and how often. */
export interface Confusion {
  /** What is printed; '' where something was read that is not there. */
  readonly truth: string;
  /** What was read; '' where something was lost. */
  readonly seen: string;
  /** Readings of this kind in ten thousand occurrences of the truth. */
  readonly rate: number;
}

/** What tells one confusion from others, whatever its rate. */
export function confusionKey({ truth, seen }: Pick<Confusion, 'truth' | 'seen'>): string {
  return `${truth}\t${seen}`;
}

/** Confusions of more than one letter for one, by the character that they begin with, in parallel arrays. */
export interface GroupRules {
  /** What was read. */
  readonly seen: readonly string[];
  /** Folded letters of the truth. */
  readonly truth: readonly string[];
  /** -log P(seen | truth), nats. */
  readonly cost: Float64Array;
}

/** What one seen character may be, at one place in a word; costs in nats. */
export interface SeenCharacter {
  /** By letter: what it costs that it was read as this character; letters beyond the table cost {@link GENERAL_COST}. */
  readonly swaps: Float32Array;
  /** By letter: what it costs that it was lost. */
  readonly lost: Float32Array;
  /** Least of these. */
  readonly leastLost: number;
  /** What it costs that nothing is printed there. */
  readonly added: number;
  /** Confusions of several characters that it may begin. */
  readonly groups: GroupRules;
  /** Least that it costs that it was read where it is not printed, be it as one of several characters; and where only a to z are printed. */
  readonly leastMisread: number;
  readonly leastMisreadLatin: number;
  /** Least that it costs, for each letter, that fewer are seen from this one on than are printed. */
  readonly leastShort: number;
  /** Least that it costs, for each character, that more are seen than are printed. */
  readonly leastSurplus: number;
}

const NO_RULES: GroupRules = { seen: [], truth: [], cost: new Float64Array(0) };

/** Letters have codes below this, those of Latin, Greek, Cyrillic, Hebrew and Arabic script; others are told apart by no table. */
const LETTER_CODES = 0x700;

/** How a word is set: which case its letters have. */
export type Setting = 'start' | 'inside' | 'capitals';

/** What letters are read as at one place in a word: -log P(seen | truth) for all there is, nats. */
export class LetterChannel {
  private readonly groups = new Map<number, GroupRules>();
  /** By what was seen: the cost of each single letter, itself among them. */
  private readonly swaps = new Map<number, Float32Array>();
  private readonly added = new Map<number, number>();
  private readonly characters = new Map<number, SeenCharacter>();
  /** By what was seen: least cost, for each character, of the groups that it is in, and of those that are longer than their truth. */
  private readonly shares = new Map<number, number>();
  private readonly latinShares = new Map<number, number>();
  private readonly short = new Map<number, number>();
  private readonly surplus = new Map<number, number>();
  private readonly lost = new Float32Array(LETTER_CODES).fill(LOSE_COST);
  private readonly leastLost: number;

  constructor(
    confusions: readonly Confusion[],
    private readonly setting: Setting,
  ) {
    const groups = new Map<number, Confusion[]>();
    for (const confusion of confusions) {
      const { truth, seen } = confusion;
      const cost = costOf(confusion);
      if (truth === '' && seen.length === 1) lower(this.added, seen.charCodeAt(0), cost);
      else if (!fits(truth, setting)) continue;
      else if (seen === '' && truth.length === 1) {
        const letter = foldCode(truth.charCodeAt(0));
        this.lost[letter] = Math.min(this.lost[letter] as number, cost);
      } else if (seen.length === 1 && truth.length === 1) {
        const costs = this.swapCosts(seen.charCodeAt(0));
        const letter = foldCode(truth.charCodeAt(0));
        costs[letter] = Math.min(costs[letter] as number, cost);
      } else if (seen !== '') {
        const list = groups.get(seen.charCodeAt(0)) ?? [];
        groups.set(seen.charCodeAt(0), list);
        list.push(confusion);
      }
    }
    for (const [code, list] of groups) {
      this.groups.set(code, {
        seen: list.map(({ seen }) => seen),
        truth: list.map(({ truth }) => foldText(truth)),
        cost: Float64Array.from(list, costOf),
      });
    }
    this.leastLost = Math.min(...this.lost);
    for (const list of groups.values()) {
      for (const confusion of list) {
        const { seen, truth } = confusion;
        const longer = seen.length - truth.length;
        const cost = costOf(confusion);
        if (longer < 0) lower(this.short, seen.charCodeAt(0), cost / -longer);
        const isLatin = /^[a-z]*$/.test(foldText(truth));
        for (let i = 0; i < seen.length; i++) {
          const code = seen.charCodeAt(i);
          lower(this.shares, code, cost / seen.length);
          if (isLatin) lower(this.latinShares, code, cost / seen.length);
          if (longer > 0) lower(this.surplus, code, cost / longer);
        }
      }
    }
  }

  /** What a seen character may be. */
  seenAs(seen: number): SeenCharacter {
    const known = this.characters.get(seen);
    if (known !== undefined) return known;
    const swaps = this.swapCosts(seen);
    const added = this.added.get(seen) ?? ADD_COST;
    const same = foldCode(seen);
    const leastSwap = (first: number, last: number): number => {
      let least = GENERAL_COST;
      for (let letter = first; letter <= last; letter++) {
        if (letter !== same) least = Math.min(least, swaps[letter] as number);
      }
      return least;
    };
    const character: SeenCharacter = {
      swaps,
      lost: this.lost,
      leastLost: this.leastLost,
      added,
      groups: this.groups.get(seen) ?? NO_RULES,
      leastMisread: Math.min(
        leastSwap(0, LETTER_CODES - 1),
        added,
        PAIR_COST / 2,
        this.shares.get(seen) ?? added,
      ),
      leastMisreadLatin: Math.min(
        leastSwap(0x61, 0x7a),
        added,
        PAIR_COST / 2,
        this.latinShares.get(seen) ?? added,
      ),
      leastShort: Math.min(this.leastLost, this.short.get(seen) ?? this.leastLost),
      leastSurplus: Math.min(added, this.surplus.get(seen) ?? ADD_COST),
    };
    this.characters.set(seen, character);
    return character;
  }

  private swapCosts(seen: number): Float32Array {
    let costs = this.swaps.get(seen);
    if (costs === undefined) {
      costs = new Float32Array(LETTER_CODES).fill(seen === 0x20 ? Number.POSITIVE_INFINITY : SWAP_COST);
      const letter = foldCode(seen);
      if (letter < LETTER_CODES) costs[letter] = this.sameCost(seen);
      this.swaps.set(seen, costs);
    }
    return costs;
  }

  /** Cost of a letter's being read as itself: only its case may be wrong. */
  private sameCost(code: number): number {
    if (this.setting === 'start' || !isLetter(code)) return 0;
    return isUpper(code) === (this.setting === 'capitals') ? 0 : CASE_COST;
  }
}

/** -log P(seen | truth), nats. */
function costOf({ rate }: Confusion): number {
  return -Math.log(rate / MOST_RATE);
}

function lower(map: Map<number, number>, key: number, cost: number): void {
  map.set(key, Math.min(cost, map.get(key) ?? cost));
}

/** Whether a truth's letters have the case that the place asks for. */
function fits(truth: string, setting: Setting): boolean {
  for (let i = 0; i < truth.length; i++) {
    const code = truth.charCodeAt(i);
    if (code === 0x20) return false;
    if (!isLetter(code)) {
      if (code !== 0x27 && code !== 0x2d) return false;
      continue;
    }
    const upper = isUpper(code);
    if (setting === 'capitals' ? !upper : upper && (i > 0 || setting === 'inside')) return false;
  }
  return true;
}

/** The channel of a language's print: P(seen | truth). */
export class Channel {
  readonly start: LetterChannel;
  readonly inside: LetterChannel;
  readonly capitals: LetterChannel;
  private readonly costs = new Map<string, number>();

  constructor(confusions: readonly Confusion[]) {
    this.start = new LetterChannel(confusions, 'start');
    this.inside = new LetterChannel(confusions, 'inside');
    this.capitals = new LetterChannel(confusions, 'capitals');
    for (const confusion of confusions) {
      this.costs.set(confusionKey(confusion), costOf(confusion));
    }
  }

  /** Cost of one listed confusion, or `otherwise`. */
  cost(truth: string, seen: string, otherwise: number): number {
    return this.costs.get(confusionKey({ truth, seen })) ?? otherwise;
  }
}

/** The first line of a table. */
const HEADER = 'true\tseen\trate';

/**
 * Reads a table of confusions, see dictionaries/en/ocr/README.md: `true TAB seen TAB rate`, ε for nothing, ␣ for a blank.
 *
 * @param name what errors call the table, a path for instance
 * @throws Error that names the first bad line with its column, and says what to do
 */
export function parseConfusions(text: string, name = 'confusions'): Confusion[] {
  const confusions: Confusion[] = [];
  const lineOf = new Map<string, number>();
  const lines = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).split('\n');
  let headed = false;
  for (const [index, raw] of lines.entries()) {
    const content = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    // A number sign may be a truth; a blank behind it cannot, as it is written ␣.
    if (content === '' || content === '#' || content.startsWith('# ')) continue;
    const line = index + 1;
    const fail: Fail = (column, problem) => {
      throw new Error(`${name}:${line}:${column}: ${problem}`);
    };
    if (!headed) {
      headed = true;
      if (content === HEADER) continue;
      fail(1, `the header is missing; begin the file with the line "${HEADER.replaceAll('\t', '<tab>')}"`);
    }
    const confusion = parseLine(content, fail);
    const key = confusionKey(confusion);
    const earlier = lineOf.get(key);
    if (earlier !== undefined) fail(1, `this confusion stands in line ${earlier} already; delete one`);
    lineOf.set(key, line);
    confusions.push(confusion);
  }
  if (!headed) throw new Error(`${name}:1:1: no table of confusions; learn one with emend ocr learn`);
  return confusions;
}

/** Tells what is wrong at a column, counted from 1, and what to do. */
type Fail = (column: number, problem: string) => never;

function parseLine(content: string, fail: Fail): Confusion {
  const cells = content.split('\t');
  if (cells.length !== 3) fail(1, `${cells.length} columns; part true, seen and rate by tabs`);
  const [truth, seen, rate] = cells as [string, string, string];
  const column = (cell: number) => 1 + cells.slice(0, cell).join('\t').length + Math.min(cell, 1);
  for (const [i, cell] of [truth, seen].entries()) {
    if (cell === '') fail(column(i), 'an empty cell; write ε for nothing, ␣ for a blank');
    if (/\s/.test(cell)) fail(column(i), 'a blank in a cell; write ␣ for it');
  }
  if (truth === seen) fail(column(1), 'both sides are the same; delete the line');
  const number = /^[\d.]+(e-?\d+)?$/.test(rate) ? Number(rate) : Number.NaN;
  if (!(number > 0 && number <= MOST_RATE))
    fail(column(2), `"${rate}" is no rate; give the readings in ${MOST_RATE} occurrences of the truth`);
  return { truth: readCharacters(truth), seen: readCharacters(seen), rate: number };
}
