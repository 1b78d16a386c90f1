import { altoFormat } from './alto-format.js';
import { lineHyphen } from './broken-word.js';
import { xmlEncoding } from './declared-encoding.js';
import type { SourcePage } from './format.js';
import { readReferences } from './references.js';
import { splitRuns } from './runs.js';
import type { Range } from './splices.js';
import type { OpeningTag } from './tags.js';
import { type Box, type FoundWord, PageText, type WordElement } from './words.js';
import { readXmlTags, type XmlHandler } from './xml-tags.js';

/**
 * Reads ALTO, of any version and with any prefix. Entities that a DTD declares are not expanded: such a reference is read as it is
 * written.
 *
 * @throws OcrSyntaxError for XML that is not well-formed
 */
export function readAlto(source: string): SourcePage {
  const reader = new AltoReader(source);
  readXmlTags(source, reader);
  return reader.finish();
}

class AltoReader implements XmlHandler {
  private readonly page = new PageText();
  private readonly ids = new Set<string>();
  /** The words of the String that was read last: a hyphen, and a blank, may follow it. */
  private waiting: readonly FoundWord[] = [];
  /** The blank after which the next String stands. */
  private space: Range | undefined;
  private alternatives: string[] = [];
  private alternative: string | undefined;

  constructor(private readonly source: string) {}

  finish(): SourcePage {
    this.addWaiting();
    const { source, page, ids } = this;
    const text = page.finish();
    return { source, text, words: page.words, ids, always: xmlEncoding(source), format: altoFormat };
  }

  open(tag: OpeningTag): void {
    const id = tag.attributes.get('ID')?.value;
    if (id !== undefined) this.ids.add(this.source.slice(id.start, id.end));
    const name = localName(tag);
    this.breakText(name);
    if (name === 'String') {
      this.addWaiting();
      this.alternatives = [];
    }
    if (name === 'ALTERNATIVE') this.alternative = '';
  }

  text(text: string): void {
    if (this.alternative !== undefined) this.alternative += text;
  }

  close(tag: OpeningTag, end: number): void {
    const name = localName(tag);
    this.breakText(name);
    if (name === 'ALTERNATIVE') {
      const text = this.alternative?.trim() ?? '';
      if (text !== '') this.alternatives.push(text);
      this.alternative = undefined;
    } else if (name === 'String') {
      this.addWaiting();
      this.waiting = readString(this.source, tag, end, this.alternatives, this.space);
      this.space = undefined;
    } else if (name === 'SP') {
      this.space = { start: tag.start, end };
      for (const { element } of this.waiting) if (element !== undefined) element.spaceAfter ??= this.space;
    } else if (name === 'HYP') this.addWaiting({ start: tag.start, end });
  }

  private breakText(name: string): void {
    if (name !== 'TextLine' && name !== 'TextBlock' && name !== 'Page') return;
    this.addWaiting();
    this.space = undefined;
    if (name === 'TextLine') this.page.endLine();
    else this.page.endBlock();
  }

  private addWaiting(hyphen?: Range): void {
    this.waiting.forEach((word, i) => {
      const isHyphenated = hyphen !== undefined && i === this.waiting.length - 1 && !endsWithHyphen(word);
      this.page.add(isHyphenated ? { ...word, hyphen } : word);
    });
    this.waiting = [];
  }
}

function localName({ name }: OpeningTag): string {
  return name.slice(name.indexOf(':') + 1);
}

function endsWithHyphen({ runs }: FoundWord): boolean {
  return lineHyphen(runs.at(-1)?.text ?? '') !== '';
}

/** The words of a String; more than one where an engine writes a whole line into it. */
function readString(
  source: string,
  tag: OpeningTag,
  end: number,
  alternatives: readonly string[],
  spaceBefore: Range | undefined,
): FoundWord[] {
  const { start, name, end: tagEnd, attributes } = tag;
  const content = attributes.get('CONTENT')?.value;
  if (content === undefined) return [];
  const numberOf = (name: string): number => {
    const value = attributes.get(name)?.value;
    const text = value === undefined ? '' : source.slice(value.start, value.end).trim();
    return text === '' ? Number.NaN : Number(text);
  };
  const certainty = numberOf('WC');
  const confidence = certainty >= 0 && certainty <= 1 ? { confidence: certainty } : {};
  const words = splitRuns(readReferences(source, content.start, content.end));
  const [runs] = words;
  if (runs === undefined || words.length > 1) return words.map((runs) => ({ runs, ...confidence }));
  const [left, top] = [numberOf('HPOS'), numberOf('VPOS')];
  const box: Box = [left, top, left + numberOf('WIDTH'), top + numberOf('HEIGHT')];
  const element: WordElement = {
    ...{ start, end, name, tagEnd, attributes, styles: [] },
    ...(box.every(Number.isFinite) && { box }),
    ...(spaceBefore && { spaceBefore }),
  };
  return [{ runs, element, ...confidence, ...(alternatives.length > 0 && { alternatives }) }];
}
