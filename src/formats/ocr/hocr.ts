import { metaEncoding, xmlEncoding } from './declared-encoding.js';
import { brokenMarkup } from './errors.js';
import type { SourcePage } from './format.js';
import { breakOf, isAlternative, isStyle, isUnread, isVoid, isWord } from './hocr-elements.js';
import { hocrFormat, readBox, readConfidence } from './hocr-format.js';
import { type Run, splitRuns } from './runs.js';
import type { Range, Splice } from './splices.js';
import { type OpeningTag, readTags, type TagHandler } from './tags.js';
import { PageText, type WordElement } from './words.js';

/** Elements nested in each other, beyond which a page is refused: hOCR needs about a dozen. */
const MOST_DEPTH = 500;

/** An element that is open, with its classes. */
interface OpenElement extends OpeningTag {
  readonly classes: readonly string[];
}

/**
 * Reads hOCR: HTML or XHTML, with tags that are missing or crossed put right much as a browser does it. Words are read from what is on
 * a page (`ocr_page`), those without an element of their own as well.
 *
 * @throws OcrSyntaxError where elements are nested without end
 */
export function readHocr(source: string): SourcePage {
  const reader = new HocrReader(source);
  readTags(source, reader);
  return reader.finish();
}

class HocrReader implements TagHandler {
  private readonly page = new PageText();
  private readonly ids = new Set<string>();
  private readonly always: Splice[];
  private readonly isXml: boolean;
  private readonly elements: OpenElement[] = [];
  /** How many elements of each name are open. */
  private readonly counts = new Map<string, number>();
  /** How many elements were open with the page, the word, and what is not read; 0 where none is open. */
  private pageDepth = 0;
  private wordDepth = 0;
  private unreadDepth = 0;
  /** What was read of the word that is open, or beside words. */
  private runs: Run[] = [];
  private styles: Range[] | undefined;
  private confidence: number | undefined;
  private alternatives: string[] = [];
  /** Whether each letter of the word has an element of its own. */
  private isLettered = false;
  private alternative = '';

  constructor(private readonly source: string) {
    this.always = xmlEncoding(source);
    this.isXml = /^\s*<\?xml\s/.test(source.slice(0, 100));
  }

  finish(): SourcePage {
    this.closeTo(0);
    const { source, page, ids, always } = this;
    return { source, text: page.finish(), words: page.words, ids, always, format: hocrFormat };
  }

  text(text: string, start: number, end: number, plain: boolean): void {
    if (this.unreadDepth > 0) this.alternative += text;
    else if (this.pageDepth > 0) {
      const last = this.runs.at(-1);
      // An entity of two characters is told one by one.
      if (!plain && last?.start === start)
        this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
      else this.runs.push({ text, start, end, plain });
      if (this.wordDepth > 0 && text.trim() !== '')
        this.styles ??= this.elements.slice(this.wordDepth).filter(({ name }) => isStyle(name));
    }
  }

  open(tag: OpeningTag): void {
    const { name, start, slash } = tag;
    const id = this.valueOf(tag, 'id');
    if (id !== undefined) this.ids.add(id);
    if (name === 'meta') this.readMeta(tag);
    if (name === 'br' && this.wordDepth === 0) this.breakText('line');
    if (isVoid(name) || (slash && this.isXml)) return;
    if (this.elements.length >= MOST_DEPTH)
      throw brokenMarkup(this.source, start, `more than ${MOST_DEPTH} elements deep`);
    const classes = (this.valueOf(tag, 'class') ?? '').split(/\s+/);
    this.elements.push({ ...tag, classes });
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (this.unreadDepth > 0) return;
    const title = this.valueOf(tag, 'title') ?? '';
    if (isUnread(name, classes, id ?? '', title)) {
      this.unreadDepth = this.elements.length;
      this.alternative = '';
      return;
    }
    if (this.pageDepth === 0 && classes.includes('ocr_page')) this.pageDepth = this.elements.length;
    this.breakText(breakOf(name, classes));
    if (this.pageDepth > 0 && isWord(classes)) this.openWord(classes);
    if (this.wordDepth === 0) return;
    if (classes.includes('ocrx_cinfo')) this.isLettered = true;
    // A letter tells its own confidence.
    else this.confidence ??= readConfidence(title);
  }

  close(name: string, end: number): void {
    if ((this.counts.get(name) ?? 0) === 0) return;
    let at = this.elements.length - 1;
    while (this.elements[at]?.name !== name) {
      // A stray end of bold letters ends no word.
      if (isStyle(name) && this.elements[at]?.classes.some((each) => each.startsWith('ocr'))) return;
      at--;
    }
    this.closeTo(at + 1);
    this.closeLast(end);
  }

  /** Closes elements whose end tags are missing, until so many are open. */
  private closeTo(left: number): void {
    while (this.elements.length > left) this.closeLast();
  }

  /** Closes the innermost element; `end` is the offset after its end tag, where it has one. */
  private closeLast(end?: number): void {
    const element = this.elements.at(-1) as OpenElement;
    const depth = this.elements.length;
    if (depth === this.unreadDepth) {
      this.unreadDepth = 0;
      const text = this.alternative.trim();
      if (isAlternative(element.name, element.classes) && this.wordDepth > 0 && text !== '')
        this.alternatives.push(text);
    } else if (this.unreadDepth === 0) {
      if (depth === this.wordDepth) this.endWord(end);
      this.breakText(breakOf(element.name, element.classes));
      if (depth === this.pageDepth) this.pageDepth = 0;
    }
    this.elements.pop();
    this.counts.set(element.name, (this.counts.get(element.name) as number) - 1);
  }

  private openWord(classes: readonly string[]): void {
    // Old engines write a word of the engine into a word of the page; but of two alike, the first was not closed.
    const outer = this.elements[this.wordDepth - 1]?.classes;
    if (outer?.some((each) => classes.includes(each))) this.endWord();
    if (this.wordDepth > 0) return;
    this.addText();
    this.wordDepth = this.elements.length;
    this.styles = undefined;
    this.confidence = undefined;
    this.alternatives = [];
    this.isLettered = false;
  }

  /** Ends the word that is open; without end tag it has no element that could be changed. */
  private endWord(end?: number): void {
    const { confidence, alternatives } = this;
    const known = confidence === undefined ? {} : { confidence };
    // Between letters with elements of their own, white space only sets these apart.
    const letters = this.isLettered ? this.runs.filter(({ text }) => text.trim() !== '') : this.runs;
    const words = splitRuns(letters);
    const [runs] = words;
    if (runs !== undefined && words.length === 1) {
      const element = end === undefined ? undefined : this.wordElement(end);
      const others = alternatives.length > 0 ? { alternatives } : {};
      this.page.add({ runs, ...(element && { element }), ...known, ...others });
    } else for (const runs of words) this.page.add({ runs, ...known });
    this.runs = [];
    this.wordDepth = 0;
  }

  private wordElement(end: number): WordElement {
    const tag = this.elements[this.wordDepth - 1] as OpenElement;
    const box = readBox(this.valueOf(tag, 'title') ?? '');
    const name = this.source.slice(tag.start + 1, tag.start + 1 + tag.name.length);
    const { start, end: tagEnd, attributes } = tag;
    return { start, end, name, tagEnd, attributes, styles: this.styles ?? [], ...(box && { box }) };
  }

  /** Words that have no elements of their own. */
  private addText(): void {
    for (const runs of splitRuns(this.runs)) this.page.add({ runs });
    this.runs = [];
  }

  private breakText(level: 'line' | 'paragraph' | undefined): void {
    if (level === undefined || this.pageDepth === 0) return;
    if (this.wordDepth > 0) this.endWord();
    this.addText();
    if (level === 'line') this.page.endLine();
    else this.page.endBlock();
  }

  private readMeta(tag: OpeningTag): void {
    const { attributes } = tag;
    const value =
      attributes.get('charset') ?? (attributes.has('http-equiv') ? attributes.get('content') : undefined);
    if (value !== undefined) this.always.push(...metaEncoding(this.source, value.value));
  }

  private valueOf({ attributes }: OpeningTag, name: string): string | undefined {
    const value = attributes.get(name)?.value;
    return value && this.source.slice(value.start, value.end);
  }
}
