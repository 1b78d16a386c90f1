import { findMatches } from '../dictionary/match.js';
import type { ReversalDictionary } from '../dictionary/reversal-dictionary.js';
import { SETTINGS } from '../dictionary/statistics.js';
import { isUntouchable } from '../dictionary/untouchable.js';
import { foldText } from '../text/characters.js';
import { markSentences } from '../text/sentences.js';
import { stemEnd, TokenKind, tokenize } from '../text/tokens.js';
import type { ParallelDocument } from './parallel.js';
import { findSettings, type Outcomes } from './settings.js';

/** Counts what `DictionaryStatistics` is made of, for the forms of one dictionary. */
export class FormCounter {
  private readonly background: Uint32Array;
  private backgroundWords = 0;
  private readonly texts: string[] = [];
  private readonly outcomes: Outcomes[] = [];
  /** By document: what stood for what, as `spun<tab>standard`. */
  private readonly pairs: ReadonlySet<string>[] = [];
  /** By form: documents in which it was put in for another. */
  private readonly substitutes: Uint32Array;

  constructor(private readonly dictionary: ReversalDictionary) {
    this.background = new Uint32Array(dictionary.forms + 1);
    this.substitutes = new Uint32Array(dictionary.forms + 1);
  }

  /** Counts in a spun document and in its original. */
  addParallel(document: ParallelDocument): void {
    const { dictionary } = this;
    const pairs = new Set<string>();
    const put = new Set<number>();
    const certain = document.edits.filter(({ unpaired }) => !unpaired);
    const spunPlaces = new Map(certain.map(({ start, end, clean }) => [`${start} ${end}`, clean]));
    this.walk(document.spun, (form, start, end) => {
      const original = spunPlaces.get(`${start} ${end}`);
      if (original === undefined) return;
      put.add(form);
      if (form > dictionary.spunForms) return;
      const standard = foldText(original);
      for (let c = dictionary.firstCandidate(form); c < dictionary.firstCandidate(form + 1); c++) {
        if (foldText(dictionary.standard(c)) === standard) pairs.add(`${this.texts[form]}\t${standard}`);
      }
    });
    for (const form of put) this.substitutes[form] = (this.substitutes[form] as number) + 1;
    this.pairs.push(pairs);
    this.outcomes.push(this.outcomesOf(document));
  }

  /** Counts in sound text. */
  addBackground(text: string): void {
    this.backgroundWords += this.walk(text, (form) => {
      this.background[form] = (this.background[form] as number) + 1;
    });
  }

  /** The content of `pairs.tsv`. */
  pairsText(): string {
    const settings = findSettings(this.outcomes);
    const counts = new Map<string, number[]>();
    for (const [i, pairs] of this.pairs.entries()) {
      for (const pair of pairs) countIn(counts, pair, settings[i] as number);
    }
    const rows = [...counts].map(([pair, bySetting]) => [pair, ...bySetting].join('\t'));
    return table('spun, standard, documents in which the one stood for the other, by setting', rows);
  }

  /** The content of `forms.tsv`. */
  formsText(): string {
    const settings = findSettings(this.outcomes);
    const replaced = new Map<number, number[]>();
    const kept = new Map<number, number[]>();
    for (const [i, outcomes] of this.outcomes.entries()) {
      for (const [form, outcome] of outcomes) countIn(outcome ? replaced : kept, form, settings[i] as number);
    }
    const none = new Array<number>(SETTINGS).fill(0);
    const rows = this.texts.flatMap((text, form) => {
      if (!replaced.has(form) && !kept.has(form) && this.substitutes[form] === 0) return [];
      const columns = [replaced.get(form) ?? none, kept.get(form) ?? none, this.substitutes[form]];
      return [[text, ...columns.flat()].join('\t')];
    });
    const what =
      'form, documents that lost it, documents that kept it, each by setting, documents it was put into';
    return table(what, rows);
  }

  /** The content of `background.tsv`. */
  backgroundText(): string {
    const rows = this.texts.flatMap((text, form) => {
      const count = this.background[form] as number;
      return count === 0 ? [] : [`${text}\t${count}`];
    });
    return `# words ${this.backgroundWords}\n${table('form, times seen in sound text', rows)}`;
  }

  /** What became of the forms in a document's original. */
  private outcomesOf({ spun, edits }: ParallelDocument): Outcomes {
    let original = '';
    let at = 0;
    /** By offset in the original where a substitution begins: where it ends. */
    const ends = new Map<number, number>();
    const starts: number[] = [];
    const unpairedStarts = new Set<number>();
    for (const { start, end, clean, unpaired } of edits) {
      original += spun.slice(at, start);
      starts.push(original.length);
      ends.set(original.length, original.length + clean.length);
      if (unpaired) unpairedStarts.add(original.length);
      original += clean;
      at = end;
    }
    original += spun.slice(at);
    const outcomes = new Map<number, boolean>();
    let next = 0;
    this.walk(original, (form, start, end, untouchable) => {
      if (ends.get(start) === end && !unpairedStarts.has(start)) outcomes.set(form, true);
      if (untouchable || outcomes.has(form)) return;
      while (next < starts.length && (ends.get(starts[next] as number) as number) <= start) next++;
      if ((starts[next] ?? Number.POSITIVE_INFINITY) >= end) outcomes.set(form, false);
    });
    return outcomes;
  }

  /** Visits all forms of a text, in the order of their first tokens, and returns the number of its words. */
  private walk(
    text: string,
    visit: (form: number, start: number, end: number, untouchable: boolean) => void,
  ): number {
    const tokens = tokenize(text, this.dictionary.vocabulary);
    markSentences(text, tokens);
    const matches = findMatches(this.dictionary, tokens);
    for (let i = 0; i < matches.count; i++) {
      const form = matches.form[i] as number;
      const start = tokens.start[matches.from[i] as number] as number;
      const end = stemEnd(tokens, (matches.to[i] as number) - 1);
      this.texts[form] ??= foldText(text.slice(start, end)).replace(/\s+/g, ' ');
      visit(form, start, end, isUntouchable(tokens, matches.from[i] as number, matches.to[i] as number));
    }
    let words = 0;
    for (let i = 0; i < tokens.count; i++) if ((tokens.kind[i] as number) <= TokenKind.Number) words++;
    return words;
  }
}

function countIn<K>(counts: Map<K, number[]>, key: K, setting: number): void {
  const count = counts.get(key) ?? new Array<number>(SETTINGS).fill(0);
  count[setting] = (count[setting] as number) + 1;
  counts.set(key, count);
}

function table(what: string, rows: readonly string[]): string {
  return `# Counted by emend dictionary learn; do not edit. ${what}\n${[...rows].sort().join('\n')}\n`;
}
