import type { Finding } from '../finding.js';
import { hexDigit } from './entities.js';
import { decodeEscaped, readEscapedBytes } from './escaped-bytes.js';
import { isQuoted, type Surroundings } from './surroundings.js';

/** An escape that a text on its own would not hold, or one that others have to speak for. */
interface Escape extends Finding {
  readonly isSure: boolean;
}

/**
 * Finds escapes of JSON and of program text that were left in a text: `\u2019`, `\xe2\x80\x99`, `\"`, `\/`, and `\n` where a
 * sentence ends before it. What else `\n` and `\t` may be (paths, formulas, expressions) stays, unless the text has sure ones.
 */
export function findBackslashes(text: string, surroundings: Surroundings): Finding[] {
  const escapes: Escape[] = [];
  for (let at = text.indexOf('\\'); at >= 0; ) {
    const found = escapeAt(text, at, surroundings);
    if (found !== undefined) escapes.push(found);
    let next = found?.end ?? at + 1;
    while (found === undefined && text.charAt(next) === '\\') next++;
    at = text.indexOf('\\', next);
  }
  const isSure = escapes.some((each) => each.isSure);
  return escapes.filter((each) => isSure || each.isSure);
}

function escapeAt(text: string, start: number, surroundings: Surroundings): Escape | undefined {
  let at = start;
  while (text.charAt(at) === '\\') at++;
  // Escaped once more, each backslash has become two.
  const backslashes = at - start;
  if ((backslashes & (backslashes - 1)) !== 0) return undefined;
  switch (text.charAt(at)) {
    case 'u':
      return unicodeEscape(text, start, at, surroundings);
    case 'x':
      return byteEscape(text, start, at);
    case 'n':
    case 'r':
    case 't':
      return blankEscape(text, start, at);
    case '"':
    case "'":
      return quoteEscape(text, start, at);
    case '/':
      return slashEscape(text, start, at);
    default:
      return undefined;
  }
}

function jsonEscape(
  start: number,
  end: number,
  replacement: string,
  confidence: number,
  isSure: boolean,
): Escape {
  return {
    start,
    end,
    replacement,
    rule: 'backslash-escape',
    confidence,
    because: 'an escape of JSON was left in the text',
    isSure,
  };
}

/** `\u2019`, and halves of one character in a row. */
function unicodeEscape(
  text: string,
  start: number,
  at: number,
  surroundings: Surroundings,
): Escape | undefined {
  const first = fourDigits(text, at + 1);
  if (first === undefined || isQuoted(text, start, at + 5)) return undefined;
  let value = String.fromCharCode(first);
  let end = at + 5;
  if (first >= 0xd800 && first < 0xe000) {
    const backslashes = text.slice(start, at);
    const second = text.startsWith(`${backslashes}u`, end)
      ? fourDigits(text, end + backslashes.length + 1)
      : undefined;
    if (first >= 0xdc00 || second === undefined || second < 0xdc00 || second >= 0xe000) return undefined;
    value += String.fromCharCode(second);
    end += backslashes.length + 5;
  }
  const isPlain = first < 0x80;
  if (isPlain && !'"&\'<>/\n\r\t '.includes(value)) return undefined;
  // C:\u1234 is a folder, and so is what stands between other backslashes.
  const run = surroundings.runAt(start);
  if (text.charAt(start - 1) === ':' && start - run.start === 2) return undefined;
  return jsonEscape(start, end, value, 0.97, true);
}

/** `\xe2\x80\x99`: bytes of UTF-8. */
function byteEscape(text: string, start: number, at: number): Escape | undefined {
  const prefix = text.slice(start, at + 1);
  const escaped = readEscapedBytes(text, start, prefix);
  if (escaped === undefined || !escaped.bytes.some((byte) => byte >= 0x80)) return undefined;
  const decoded = decodeEscaped(escaped.bytes);
  if (decoded === undefined || isQuoted(text, start, escaped.end)) return undefined;
  return jsonEscape(start, escaped.end, decoded, 0.95, true);
}

const SENTENCE_ENDS = '.!?:;…"”’)»';

/** `\n`, `\r\n`, `\t`: sure after the end of a sentence, before the beginning of one, or doubled. */
function blankEscape(text: string, start: number, at: number): Escape | undefined {
  const backslashes = text.slice(start, at);
  let value = '';
  let end = start;
  while (value.length < 16 && text.startsWith(backslashes, end)) {
    const letter = text.charAt(end + backslashes.length);
    if (letter !== 'n' && letter !== 'r' && letter !== 't') break;
    value += letter;
    end += backslashes.length + 1;
  }
  const before = text.charAt(start - 1);
  const next = text.charAt(end);
  const beginsSentence = next === '' || /[\p{Lu}\d“"„«‘'–—•*-]/u.test(next) || next <= ' ';
  const endsSentence = before !== '' && SENTENCE_ENDS.includes(before) && text.charAt(start - 2) > ' ';
  // A colon right behind one letter is a drive: C:\new
  const isDrive = before === ':' && !/[a-z]/i.test(text.charAt(start - 3));
  if (isDrive || !beginsSentence || !value.includes('n')) return undefined;
  const isSure = endsSentence && (next === '' || next > ' ' || value === 'nn');
  const isPossible = /[\p{L}\d]/u.test(before) || endsSentence || before === ' ';
  if (!isSure && !isPossible) return undefined;
  const replacement = value
    .replace(/rn/g, '\n')
    .replaceAll('n', '\n')
    .replaceAll('r', '\n')
    .replaceAll('t', '\t');
  return jsonEscape(start, end, replacement, isSure ? 0.93 : 0.85, isSure);
}

/** `\"` and `It\'s`. */
function quoteEscape(text: string, start: number, at: number): Escape | undefined {
  const before = text.charAt(start - 1);
  const next = text.charAt(at + 1);
  const isInside = /[a-z]/i.test(before) && /[a-z]/i.test(next);
  const quote = text.charAt(at);
  const isSure = quote === "'" && isInside;
  return jsonEscape(start, at + 1, quote, isSure ? 0.95 : 0.85, isSure);
}

/** `https:\/\/example.org\/a` */
function slashEscape(text: string, start: number, at: number): Escape | undefined {
  const isScheme = text.charAt(start - 1) === ':' && text.startsWith(text.slice(start, at + 1), at + 1);
  return jsonEscape(start, at + 1, '/', isScheme ? 0.95 : 0.85, isScheme);
}

function fourDigits(text: string, at: number): number | undefined {
  let value = 0;
  for (let i = at; i < at + 4; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit < 0) return undefined;
    value = value * 16 + digit;
  }
  return value;
}
