import type { Splice } from './splices.js';
import { applySplices, removal } from './splices.js';
import type { WordElement } from './words.js';

/** New values of attributes as the source is to have them; undefined for one that goes. */
export type AttributeValues = Readonly<Record<string, string | undefined>>;

/** Writes text into the value of an attribute, whichever quotes are around it. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** Writes text between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Sets attributes of an element where it stands; those that it lacks come after its last. */
export function setAttributes(source: string, element: WordElement, values: AttributeValues): Splice[] {
  const splices: Splice[] = [];
  let added = '';
  let end = element.start + 1 + element.name.length;
  for (const attribute of element.attributes.values()) end = Math.max(end, attribute.end);
  for (const [name, value] of Object.entries(values)) {
    const attribute = element.attributes.get(name);
    if (attribute === undefined) {
      if (value !== undefined) added += ` ${name}="${value}"`;
    } else if (value === undefined) splices.push(removal(source, attribute));
    else if (value !== source.slice(attribute.value.start, attribute.value.end))
      splices.push({ ...attribute.value, text: value });
  }
  if (added !== '') splices.push({ start: end, end, text: added });
  return splices;
}

/** The opening tag of an element with attributes set. */
export function retag(source: string, element: WordElement, values: AttributeValues): string {
  const { start, tagEnd } = element;
  const splices = setAttributes(source, element, values).map((splice) => ({
    ...splice,
    start: splice.start - start,
    end: splice.end - start,
  }));
  return applySplices(source.slice(start, tagEnd), splices);
}

/** Makes ids for elements that are made of others: `word_1`, `word_1_2`, `word_1_3`. */
export class FreshIds {
  private readonly next = new Map<string, number>();

  constructor(private readonly taken: Set<string>) {}

  /** An id that no element has, after that of another. */
  after(id: string): string {
    let number = this.next.get(id) ?? 2;
    while (this.taken.has(`${id}_${number}`)) number++;
    this.next.set(id, number + 1);
    const fresh = `${id}_${number}`;
    this.taken.add(fresh);
    return fresh;
  }
}
