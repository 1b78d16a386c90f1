import type { Finding } from '../finding.js';
import { WINDOWS_1252 } from './code-pages.js';
import { entityNamed, LONGEST_NAME, standsAlone } from './entity-names.js';
import { isQuoted, type Surroundings } from './surroundings.js';

/** Ampersands that were escaped again: what may stand between an ampersand and the entity that it began with. */
const AMPERSANDS = ['amp;', '#38;', '#038;', '#x26;', 'AMP;'];

/**
 * Finds HTML entities that were left in a text: named and numbered ones, escaped once or more often, without their semicolon
 * where no word begins like that. In addresses only `&amp;` is one: `?a=1&copy=2` is a query.
 */
export function findEntities(text: string, surroundings: Surroundings): Finding[] {
  const found: Finding[] = [];
  const reasons: Reasons = new Map();
  for (let at = text.indexOf('&'); at >= 0; ) {
    const finding = entityAt(text, at, surroundings, reasons);
    if (finding !== undefined) found.push(finding);
    at = text.indexOf('&', finding?.end ?? at + 1);
  }
  return found;
}

/** What findings say, by entity and layers: a text is full of the same few, and each reason is kept once. */
type Reasons = Map<string, string>;

function reasonOf(reasons: Reasons, name: string, layers: number): string {
  const key = layers === 0 ? name : `${name};${layers}`;
  const known = reasons.get(key);
  if (known !== undefined) return known;
  const escaped = layers === 0 ? '' : layers === 1 ? ', escaped twice' : `, escaped ${layers + 1} times`;
  const reason = `the entity &${name}; was left in the text${escaped}`;
  reasons.set(key, reason);
  return reason;
}

function entityAt(
  text: string,
  start: number,
  surroundings: Surroundings,
  reasons: Reasons,
): Finding | undefined {
  let at = start + 1;
  let last = at;
  let layers = 0;
  for (;;) {
    const again = AMPERSANDS.find((each) => text.startsWith(each, at));
    if (again === undefined) break;
    last = at;
    at += again.length;
    layers++;
  }
  const inner = readEntity(text, at);
  const ampersand =
    layers > 0
      ? finding(start, at, '&', `&${text.slice(last, at)} is &`, layers > 1 ? 0.97 : 0.99)
      : undefined;
  const isAddress = surroundings.runAt(start).isAddress;
  if (inner === undefined || isAddress) {
    return ampersand === undefined || isQuoted(text, start, at) ? undefined : ampersand;
  }
  if (isQuoted(text, start, inner.end)) return undefined;
  const confidence = inner.isWhole ? 0.99 : 0.93;
  return finding(start, inner.end, inner.value, reasonOf(reasons, inner.name, layers), confidence);
}

function finding(
  start: number,
  end: number,
  replacement: string,
  because: string,
  confidence: number,
): Finding {
  return { start, end, replacement, rule: 'entity', confidence, because };
}

interface Entity {
  readonly end: number;
  readonly value: string;
  readonly name: string;
  /** It has its semicolon. */
  readonly isWhole: boolean;
}

/** The entity whose name or number begins at `at`. */
function readEntity(text: string, at: number): Entity | undefined {
  if (text.charCodeAt(at) === 0x23) return readNumber(text, at);
  let end = at;
  while (end < text.length && end - at <= LONGEST_NAME && isNameUnit(text.charCodeAt(end))) end++;
  if (end === at || end - at > LONGEST_NAME) return undefined;
  const name = text.slice(at, end);
  const value = entityNamed(name);
  if (value === undefined) return undefined;
  if (text.charCodeAt(end) === 0x3b) return { end: end + 1, value, name, isWhole: true };
  // "&ndash -": whatever follows must end the name for sure.
  const next = text.charAt(end);
  if (!standsAlone(name) || next === '=' || next === '_' || next === '(') return undefined;
  return { end, value, name, isWhole: false };
}

function isNameUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
}

/** A numbered entity, decimal or hexadecimal; two that are halves of one character count as one. */
function readNumber(text: string, at: number): Entity | undefined {
  const first = readDigits(text, at);
  if (first === undefined) return undefined;
  const { value, end, isWhole } = first;
  const name = text.slice(at, isWhole ? end - 1 : end);
  if (value >= 0xd800 && value < 0xdc00 && text.startsWith('&#', end)) {
    const second = readDigits(text, end + 1);
    if (second !== undefined && second.value >= 0xdc00 && second.value < 0xe000) {
      const pair = String.fromCharCode(value, second.value);
      return {
        end: second.end,
        value: pair,
        name: `${name};&${text.slice(end + 1, second.end - 1)}`,
        isWhole,
      };
    }
  }
  if (!isWhole && value < 0x80 && ![0x22, 0x26, 0x27, 0x3c, 0x3e].includes(value)) return undefined;
  const isCharacter = value > 0x1f || value === 9 || value === 10 || value === 13;
  const isSurrogate = value >= 0xd800 && value < 0xe000;
  if (!isCharacter || isSurrogate || value > 0x10ffff || value === 0x7f) return undefined;
  // Numbers of Windows-1252 where those of Unicode were meant: browsers read them so too.
  const mapped = value >= 0x80 && value < 0xa0 ? WINDOWS_1252.charAt(value - 0x80) : undefined;
  return { end, value: mapped ?? String.fromCodePoint(value), name, isWhole };
}

/** Reads `#8217;` or `#x2019;` at a place. */
function readDigits(text: string, at: number): { value: number; end: number; isWhole: boolean } | undefined {
  const isHex = (text.charCodeAt(at + 1) | 0x20) === 0x78;
  const from = at + (isHex ? 2 : 1);
  let end = from;
  let value = 0;
  while (end < text.length && end - from < 8) {
    const digit = hexDigit(text.charCodeAt(end));
    if (digit < 0 || (!isHex && digit > 9)) break;
    value = value * (isHex ? 16 : 10) + digit;
    end++;
  }
  if (end === from) return undefined;
  const isWhole = text.charCodeAt(end) === 0x3b;
  // A hexadecimal number without its end may go on with letters of the text.
  if (!isWhole && isHex) return undefined;
  return { value, end: isWhole ? end + 1 : end, isWhole };
}

/** The value of a hexadecimal digit, by its code; -1 for what is none. */
export function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
