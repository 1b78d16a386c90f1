import { findMatches } from '../dictionary/match.js';
import type { ReversalDictionary } from '../dictionary/reversal-dictionary.js';
import { foldText } from '../text/characters.js';
import { markSentences } from '../text/sentences.js';
import { stemEnd, TokenKind, tokenize } from '../text/tokens.js';
import { firstEditAfter, originalOf, type ParallelDocument } from './parallel.js';

/** Counts what `DictionaryStatistics` is made of, for the forms of one dictionary. */
export class FormCounter {
  /** By form number: times seen in spun, in sound parallel text, in the background. */
  readonly spun: Uint32Array;
  readonly sound: Uint32Array;
  readonly background: Uint32Array;
  backgroundWords = 0;
  private readonly replaced = new Map<string, number>();
  private readonly texts: string[] = [];

  constructor(private readonly dictionary: ReversalDictionary) {
    this.spun = new Uint32Array(dictionary.forms + 1);
    this.sound = new Uint32Array(dictionary.forms + 1);
    this.background = new Uint32Array(dictionary.forms + 1);
  }

  /** Counts in a spun document and in its original. */
  addParallel(document: ParallelDocument): void {
    const { dictionary } = this;
    this.walk(document.spun, this.spun, (form, start, end) => {
      if (form > dictionary.spunForms) return;
      const original = originalOf(document, start, end, firstEditAfter(document, start));
      if (original === undefined) return;
      const standard = foldText(original);
      for (let c = dictionary.firstCandidate(form); c < dictionary.firstCandidate(form + 1); c++) {
        if (foldText(dictionary.standard(c)) !== standard) continue;
        const key = `${this.texts[form]}\t${standard}`;
        this.replaced.set(key, (this.replaced.get(key) ?? 0) + 1);
        break;
      }
    });
    const { spun } = document;
    this.walk(originalOf(document, 0, spun.length, 0) ?? spun, this.sound);
  }

  /** Counts in sound text. Returns the number of its words. */
  addBackground(text: string): void {
    this.backgroundWords += this.walk(text, this.background);
  }

  /** The content of `pairs.tsv`. */
  pairsText(): string {
    const rows = [...this.replaced].map(([pair, count]) => `${pair}\t${count}`).sort();
    return `# Counted by emend dictionary learn; do not edit. spun, standard, times that the one stood for the other\n${rows.join('\n')}\n`;
  }

  /** The content of `forms.tsv`. */
  formsText(): string {
    const rows = this.texts.map((text, form) =>
      [text, this.spun[form], this.sound[form], this.background[form]].join('\t'),
    );
    const sorted = rows.filter((row) => row !== undefined).sort();
    return `# background words ${this.backgroundWords}\n# Counted by emend dictionary learn; do not edit. form, times seen in spun text, in its original, in the background\n${sorted.join('\n')}\n`;
  }

  /** Counts all forms of a text and returns the number of its words. */
  private walk(
    text: string,
    counts: Uint32Array,
    visit?: (form: number, start: number, end: number) => void,
  ): number {
    const tokens = tokenize(text, this.dictionary.vocabulary);
    markSentences(text, tokens);
    const matches = findMatches(this.dictionary, tokens);
    for (let i = 0; i < matches.count; i++) {
      const form = matches.form[i] as number;
      counts[form] = (counts[form] as number) + 1;
      if (this.texts[form] !== undefined && visit === undefined) continue;
      const last = (matches.to[i] as number) - 1;
      const start = tokens.start[matches.from[i] as number] as number;
      const end = stemEnd(tokens, last);
      this.texts[form] ??= foldText(text.slice(start, end)).replace(/\s+/g, ' ');
      visit?.(form, start, end);
    }
    let words = 0;
    for (let i = 0; i < tokens.count; i++) if ((tokens.kind[i] as number) <= TokenKind.Number) words++;
    return words;
  }
}
