import type { AttributeValues } from './attributes.js';
import type { JoinOverLines } from './changes.js';
import type { Splice } from './splices.js';
import type { Box, OcrWord, WordElement } from './words.js';

/** A page as it was read, and what is particular to the format of its file. */
export interface SourcePage {
  readonly source: string;
  readonly text: string;
  readonly words: readonly OcrWord[];
  readonly ids: ReadonlySet<string>;
  /** What is set right in any case: the encoding that the file declares. */
  readonly always: readonly Splice[];
  readonly format: OcrFormat;
}

/** How a format writes what stands in it. */
export interface OcrFormat {
  /** The attribute that holds ids. */
  readonly idName: string;
  /** Writes letters of a word. */
  escape(text: string): string;
  /** The attributes that hold a box, with another box in them. */
  boxValues(source: string, element: WordElement, box: Box): AttributeValues;
  /** A new element like that of a word, with another text, and what parts it from the one before. */
  copy(source: string, element: WordElement, text: string, values: AttributeValues): string;
  space(element: WordElement, before: Box | undefined, after: Box | undefined): string;
  /** What stands for the hyphen between the parts of a word that were joined over a line end. */
  hyphenOf(last: OcrWord, hyphenated: boolean): string;
  /** Says in the elements that they are parts of one word; undefined where that cannot be said. */
  markParts(source: string, join: JoinOverLines): Splice[] | undefined;
  /** Keeps what parts say of their whole words true. */
  mendParts(source: string, words: readonly OcrWord[], outcome: Outcome): Splice[];
}

/** What became of words. */
interface Outcome {
  /** Words that have another text, and which. */
  readonly rewritten: ReadonlyMap<OcrWord, string>;
  /** Words that were parted, joined or removed. */
  readonly restructured: ReadonlySet<OcrWord>;
  /** Words that were marked as parts of a word. */
  readonly marked: ReadonlySet<OcrWord>;
}
