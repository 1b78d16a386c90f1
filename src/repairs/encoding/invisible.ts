import { isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { ansiEscapeEnd, hasLostEscapes, lostEscapeEnd } from './ansi.js';
import { isNeededMark } from './needed-marks.js';
import { mayBeInvisible } from './suspicion.js';

/** Names of invisible characters for people, and the rule that removes them; by range, first match. */
const NAMES: readonly (readonly [from: number, to: number, rule: string, name: string])[] = [
  [0x00, 0x00, 'control', 'NUL'],
  [0x01, 0x1f, 'control', 'control character'],
  [0x7f, 0x9f, 'control', 'control character'],
  [0xad, 0xad, 'soft-hyphen', 'soft hyphen'],
  [0x034f, 0x034f, 'invisible', 'combining grapheme joiner'],
  [0x061c, 0x061c, 'bidi', 'mark of writing direction'],
  [0x115f, 0x1160, 'invisible', 'Hangul filler'],
  [0x17b4, 0x17b5, 'invisible', 'invisible vowel'],
  [0x180b, 0x180f, 'invisible', 'Mongolian selector'],
  [0x200b, 0x200b, 'zero-width', 'zero-width space'],
  [0x200c, 0x200c, 'zero-width', 'zero-width non-joiner'],
  [0x200d, 0x200d, 'zero-width', 'zero-width joiner'],
  [0x200e, 0x200f, 'bidi', 'mark of writing direction'],
  [0x202a, 0x202e, 'bidi', 'mark of writing direction'],
  [0x2060, 0x2060, 'zero-width', 'word joiner'],
  [0x2061, 0x2065, 'invisible', 'invisible operator'],
  [0x2066, 0x2069, 'bidi', 'mark of writing direction'],
  [0x206a, 0x206f, 'bidi', 'mark of writing direction'],
  [0x3164, 0x3164, 'invisible', 'Hangul filler'],
  [0xfdd0, 0xfdef, 'invisible', 'noncharacter'],
  [0xfe00, 0xfe0f, 'invisible', 'variation selector'],
  [0xfeff, 0xfeff, 'byte-order-mark', 'byte order mark'],
  [0xffa0, 0xffa0, 'invisible', 'Hangul filler'],
  [0xfff0, 0xfffb, 'invisible', 'format character'],
  [0xfffc, 0xfffc, 'invisible', 'object placeholder'],
  [0xfffe, 0xffff, 'invisible', 'noncharacter'],
];

/** A payload is told in full up to so many characters. */
const MOST_TOLD = 80;

/**
 * Finds what is in a text and cannot be seen, beyond what its script or its emoji need: control characters, escapes of
 * terminals, byte order marks, halves of characters, zero-width and bidirectional marks, soft hyphens, tag characters. Runs
 * of one kind are one finding.
 */
export function findInvisible(text: string): Finding[] {
  const found: Finding[] = [];
  const hasEscapes = hasLostEscapes(text);
  let run: { start: number; end: number; rule: string; name: string } | undefined;
  const close = () => {
    if (run !== undefined) found.push(removal(text, run));
    run = undefined;
  };
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    const isSuspect = mayBeInvisible(code) && (code !== 0x5b || hasEscapes);
    const next = isSuspect ? invisibleAt(text, i, hasEscapes) : undefined;
    if (next === undefined) {
      i += code >= 0xd800 && code < 0xdc00 ? 2 : 1;
      continue;
    }
    if (run !== undefined && run.end === i && run.rule === next.rule && run.name === next.name)
      run.end = next.end;
    else {
      close();
      run = { start: i, ...next };
    }
    i = next.end;
  }
  close();
  return found;
}

function removal(text: string, run: { start: number; end: number; rule: string; name: string }): Finding {
  const { start, end, rule, name } = run;
  const count = end - start;
  const what = count > 1 && rule !== 'ansi-escape' && rule !== 'hidden-text' ? `${count} of: ${name}` : name;
  if (rule === 'lone-surrogate') {
    return { start, end, replacement: '\ufffd'.repeat(count), rule, confidence: 0.95, because: what };
  }
  let replacement = '';
  // A form feed parts pages, and words with them.
  if (
    rule === 'control' &&
    /[\v\f]/.test(text.slice(start, end)) &&
    isText(text, start - 1) &&
    isText(text, end)
  )
    replacement = '\n';
  return { start, end, replacement, rule, confidence: 0.97, because: `invisible: ${what}` };
}

function isText(text: string, i: number): boolean {
  return text.charCodeAt(i) > 0x20;
}

/** Whether a form feed stands at the border of a line, as between the pages of a plain text. */
function partsPages(text: string, i: number): boolean {
  return i === 0 || i + 1 === text.length || /[\n\r\f]/.test(text.charAt(i - 1) + text.charAt(i + 1));
}

interface Invisible {
  readonly end: number;
  readonly rule: string;
  readonly name: string;
}

/** What cannot be seen at a place; undefined where something can, or where it is needed. */
function invisibleAt(text: string, i: number, hasEscapes: boolean): Invisible | undefined {
  const code = text.charCodeAt(i);
  if (code === 0x09 || code === 0x0a || code === 0x0d) return undefined;
  if (code === 0x0c && partsPages(text, i)) return undefined;
  if (code === 0x1b || code === 0x9b) {
    const end = ansiEscapeEnd(text, i);
    if (end > 0) return { end, rule: 'ansi-escape', name: 'an escape of terminals' };
  }
  if (code === 0x5b) {
    const end = hasEscapes ? lostEscapeEnd(text, i) : 0;
    return end > 0 ? { end, rule: 'ansi-escape', name: 'the rest of an escape of terminals' } : undefined;
  }
  if (code >= 0xd800 && code < 0xe000) return surrogateAt(text, i);
  const row = NAMES.find(([from, to]) => code >= from && code <= to);
  if (row === undefined || isNeededMark(text, i)) return undefined;
  // A word that was parted at the end of a line is one word again.
  const end = code === 0xad ? softHyphenEnd(text, i) : i + 1;
  return { end, rule: row[2], name: row[3] };
}

/** The end of a soft hyphen and of the line break that it made. */
function softHyphenEnd(text: string, i: number): number {
  const line = text.startsWith('\r\n', i + 1) ? 2 : text.charCodeAt(i + 1) === 0x0a ? 1 : 0;
  const parts = line > 0 && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + 1 + line));
  return parts ? i + 1 + line : i + 1;
}

/** Halves of a character, tag characters and selectors beyond the basic plane. */
function surrogateAt(text: string, i: number): Invisible | undefined {
  const code = text.codePointAt(i) as number;
  if (code < 0x10000)
    return { end: i + 1, rule: 'lone-surrogate', name: 'half of a character, without the other half' };
  if ((code & 0xfffe) === 0xfffe) return { end: i + 2, rule: 'invisible', name: 'noncharacter' };
  if (code < 0xe0000 || code > 0xe0fff) return undefined;
  if (isNeededMark(text, i)) return undefined;
  let end = i;
  let hidden = '';
  for (let at = i; at < text.length; ) {
    const tag = text.codePointAt(at) as number;
    if (tag < 0xe0000 || tag > 0xe0fff) break;
    if (hidden.length < MOST_TOLD) hidden += hiddenCharacter(tag);
    at += 2;
    end = at;
  }
  const told = hidden === '' ? '' : ` that spell ${JSON.stringify(hidden)}`;
  return { end, rule: 'hidden-text', name: `tag characters${told}` };
}

/** The character that a tag character or a selector carries, if it is ASCII. */
function hiddenCharacter(code: number): string {
  const value = code >= 0xe0100 ? code - 0xe0100 + 16 : code - 0xe0000;
  return value >= 0x20 && value < 0x7f ? String.fromCharCode(value) : '';
}
