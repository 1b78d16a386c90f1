import type { Edit } from '../../text/edit.js';
import { checkEdits } from '../../text/edits.js';
import { type AttributeValues, FreshIds, setAttributes } from './attributes.js';
import { splitBox, uniteBoxes } from './boxes.js';
import { type Change, type JoinOverLines, planChanges, type UnwrittenEdit } from './changes.js';
import type { SourcePage } from './format.js';
import { removeWords } from './remove.js';
import { applyPieces, type Piece, pieceBetween, spliceRuns } from './runs.js';
import { applySplices, removal, type Splice } from './splices.js';
import { lettersOf, type OcrWord } from './words.js';

/** A page written back. */
export interface WrittenPage {
  /** The file as it was, with only words changed; to be stored as UTF-8. */
  readonly source: string;
  /** The edits that are not in it. */
  readonly unwritten: readonly UnwrittenEdit[];
}

/**
 * Writes edits of its text into a page.
 *
 * @throws RangeError where the edits do not fit the text
 */
export function writePage(page: SourcePage, edits: readonly Edit[]): WrittenPage {
  checkEdits(page.text, edits);
  const { groups, unwritten } = planChanges(page.text, page.words, edits);
  const lost = [...unwritten];
  const writer = new PageWriter(page);
  for (const { edits: together, changes } of groups) {
    // A group is written where any of its changes is.
    const isWritten = changes.map((change) => writer.write(change)).includes(true);
    if (!isWritten) lost.push(...together.map((edit) => ({ edit, reason: 'no element' as const })));
  }
  return { source: writer.finish(), unwritten: lost.sort((a, b) => a.edit.start - b.edit.start) };
}

class PageWriter {
  private readonly splices: Splice[];
  private readonly ids: FreshIds;
  private readonly rewritten = new Map<OcrWord, string>();
  private readonly restructured = new Set<OcrWord>();
  private readonly marked = new Set<OcrWord>();
  private readonly removed: OcrWord[] = [];

  constructor(private readonly page: SourcePage) {
    this.splices = [...page.always];
    this.ids = new FreshIds(new Set(page.ids));
  }

  /** Notes a change; false for one that the format cannot take. */
  write(change: Change): boolean {
    switch (change.kind) {
      case 'replace':
        this.replace(change.word, change.pieces);
        return true;
      case 'split':
        this.split(change.word, change.texts);
        return true;
      case 'join':
        this.rewrite(change.words, asWritten(change.words.at(-1) as OcrWord, change.text));
        return true;
      case 'remove':
        this.endHyphen(change.word, '');
        this.remove(change.word);
        return true;
      case 'join over lines':
        return this.joinOverLines(change);
    }
  }

  /** The source after all changes. */
  finish(): string {
    const { page, removed, rewritten, restructured, marked } = this;
    this.splices.push(
      ...removeWords(page, removed),
      ...page.format.mendParts(page.source, page.words, { rewritten, restructured, marked }),
    );
    return applySplices(page.source, this.splices);
  }

  private replace(word: OcrWord, pieces: readonly Piece[]): void {
    const text = applyPieces(word.text, pieces);
    const { length } = lettersOf(word);
    // A piece that takes in the hyphen after the letters.
    if (pieces.some(({ end }) => end > length)) {
      this.rewrite([word], text);
      return;
    }
    this.rewritten.set(word, text);
    this.splices.push(...spliceRuns(word.runs, pieces, this.page.format.escape));
  }

  /** Writes one text into words of one line: the first takes it, the others go. */
  private rewrite(words: readonly OcrWord[], text: string): void {
    const [first, ...others] = words as readonly [OcrWord, ...OcrWord[]];
    this.rewritten.set(first, text);
    this.setLetters(first, this.endHyphen(words.at(-1) as OcrWord, text));
    if (others.length === 0) return;
    this.restructured.add(first);
    for (const word of others) this.remove(word);
    const { source, format } = this.page;
    const { element } = first;
    if (element?.box === undefined) return;
    const boxes = others.flatMap(({ element }) => (element?.box === undefined ? [] : [element.box]));
    const values = format.boxValues(source, element, uniteBoxes([element.box, ...boxes]));
    this.splices.push(...setAttributes(source, element, values));
  }

  private remove(word: OcrWord): void {
    this.restructured.add(word);
    this.removed.push(word);
  }

  private split(word: OcrWord, texts: readonly string[]): void {
    const { element } = word;
    if (element === undefined) {
      this.rewrite([word], asWritten(word, texts.join(' ')));
      return;
    }
    this.restructured.add(word);
    const { source, format } = this.page;
    const last = this.endHyphen(word, asWritten(word, texts.at(-1) as string));
    const letters = [...texts.slice(0, -1), last];
    const boxes = element.box === undefined ? [] : splitBox(element.box, letters);
    const id = element.attributes.get(format.idName)?.value;
    const valuesOf = (i: number): AttributeValues => {
      const box = boxes[i];
      return box === undefined ? {} : format.boxValues(source, element, box);
    };
    this.setLetters(word, letters[0] as string);
    this.splices.push(...setAttributes(source, element, valuesOf(0)));
    const made = letters.slice(1).map((text, i) => {
      const fresh = id && { [format.idName]: this.ids.after(source.slice(id.start, id.end)) };
      const copy = format.copy(source, element, text, { ...valuesOf(i + 1), ...fresh });
      return format.space(element, boxes[i], boxes[i + 1]) + copy;
    });
    this.splices.push({ start: element.end, end: element.end, text: made.join('') });
  }

  private joinOverLines(join: JoinOverLines): boolean {
    const { source, format } = this.page;
    const { first, second } = join;
    const marks = format.markParts(source, join);
    if (marks === undefined) return false;
    this.splices.push(...marks);
    this.rewrite(first, join.firstText + format.hyphenOf(first.at(-1) as OcrWord, join.hyphenated));
    this.rewrite(second, asWritten(second.at(-1) as OcrWord, join.secondText));
    for (const word of [...first, ...second]) this.marked.add(word);
    return true;
  }

  private setLetters(word: OcrWord, letters: string): void {
    const piece = pieceBetween(lettersOf(word), letters);
    if (piece !== undefined) this.splices.push(...spliceRuns(word.runs, [piece], this.page.format.escape));
  }

  /** What of a text is to stand in the letters of its last word: its hyphen may have an element, which goes where the hyphen went. */
  private endHyphen({ hyphen }: OcrWord, text: string): string {
    if (hyphen === undefined) return text;
    if (text.endsWith('-')) return text.slice(0, -1);
    this.splices.push(removal(this.page.source, hyphen));
    return text;
  }
}

/** A text as read, where the hyphen that ends it is a soft one in the source. */
function asWritten(word: OcrWord, text: string): string {
  const isSoft = word.text.endsWith('-') && lettersOf(word).endsWith('\u00ad');
  return isSoft && text.endsWith('-') ? `${text.slice(0, -1)}\u00ad` : text;
}
