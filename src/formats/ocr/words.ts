import type { Run } from './runs.js';
import type { Range } from './splices.js';

/** A box on the page image: left, top, right, bottom. */
export type Box = readonly [number, number, number, number];

/** An attribute as it stands in the source. */
export interface SourceAttribute {
  /** Offset of its name. */
  readonly start: number;
  /** Where its value stands, without quotes. */
  readonly value: Range;
  /** Offset after it, quotes and all. */
  readonly end: number;
}

/** The element of one word. */
export interface WordElement extends Range {
  /** Its name as written, prefix and all. */
  readonly name: string;
  /** Offset after its opening tag. */
  readonly tagEnd: number;
  readonly attributes: ReadonlyMap<string, SourceAttribute>;
  readonly box?: Box;
  /** Elements of blank space beside it, which go where it goes. */
  readonly spaceBefore?: Range;
  spaceAfter?: Range;
  /** Opening tags that set what is in it in bold, italics and the like. */
  readonly styles: readonly Range[];
}

/** A word of a page and where its letters stand in the source. */
export interface OcrWord {
  /** As it is read: a hyphen at the end of its line is `-`, whatever stands for it in the source. */
  readonly text: string;
  /** Its offsets into the text of the page. */
  readonly start: number;
  readonly end: number;
  /** Number of its line, from 0. */
  readonly line: number;
  readonly runs: readonly Run[];
  /** An element that is the word's alone; undefined where it shares one, or has none. */
  readonly element?: WordElement;
  /** The element that stands for the hyphen at its end, which is no part of the runs. */
  readonly hyphen?: Range;
  readonly confidence?: number;
  readonly alternatives?: readonly string[];
}

/** What a reader knows of a word. */
export interface FoundWord {
  readonly runs: readonly Run[];
  readonly element?: WordElement;
  readonly hyphen?: Range;
  readonly confidence?: number;
  readonly alternatives?: readonly string[];
}

/** The letters of a word that stand in its runs. */
export function lettersOf({ runs }: OcrWord): string {
  return runs.map((run) => run.text).join('');
}

const SOFT_HYPHEN = '\u00ad';

/** Puts the text of pages together, word by word. */
export class PageText {
  readonly words: OcrWord[] = [];
  private readonly parts: string[] = [];
  private length = 0;
  private line = 0;
  /** What parts the next word from the last: a blank, a line break, an empty line. */
  private gap: ' ' | '\n' | '\n\n' = ' ';

  /** The next word begins a new line. */
  endLine(): void {
    if (this.gap === ' ') this.gap = '\n';
  }

  /** The next word begins a new paragraph. */
  endBlock(): void {
    this.gap = '\n\n';
  }

  add(found: FoundWord): void {
    if (this.words.length > 0) {
      if (this.gap !== ' ') {
        this.finishLine();
        this.line++;
      }
      this.push(this.gap);
    }
    this.gap = ' ';
    const text = found.runs.map((run) => run.text).join('') + (found.hyphen === undefined ? '' : '-');
    this.words.push({ ...found, text, start: this.length, end: this.length + text.length, line: this.line });
    this.push(text);
  }

  /** The text of all words; a line break ends each line. */
  finish(): string {
    if (this.words.length === 0) return '';
    this.finishLine();
    this.push('\n');
    return this.parts.join('');
  }

  private push(part: string): void {
    this.parts.push(part);
    this.length += part.length;
  }

  /** A soft hyphen at the end of a line can be seen. */
  private finishLine(): void {
    const last = this.words.at(-1) as OcrWord;
    if (!last.text.endsWith(SOFT_HYPHEN) || last.text.length === 1) return;
    const text = `${last.text.slice(0, -1)}-`;
    this.words[this.words.length - 1] = { ...last, text };
    this.parts[this.parts.length - 1] = text;
  }
}
