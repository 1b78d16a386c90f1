import { isDigit, isLetter, isUpper } from '../../text/characters.js';
import type { Finding } from '../finding.js';

/** Characters of white space that are none of ASCII, and line separators. */
const EXOTIC = /[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

/**
 * Finds exotic spaces that typography does not ask for, and gives plain ones: no-break spaces between ordinary words, wide
 * spaces, ideographic spaces in text without ideographs, and the separators of lines and paragraphs, which become line breaks.
 * A no-break space stays beside digits, marks and single letters ("10 km", "« oui »", "v Praze"), a thin one in numbers.
 */
export function findSpaces(text: string): Finding[] {
  const found: Finding[] = [];
  EXOTIC.lastIndex = 0;
  for (let match = EXOTIC.exec(text); match !== null; match = EXOTIC.exec(text)) {
    const at = match.index;
    const code = text.charCodeAt(at);
    const name = nameOf(code);
    if (name === undefined || isTypography(text, at, code)) continue;
    const replacement = code === 0x2028 || code === 0x2029 ? '\n' : ' ';
    const confidence = code === 0xa0 ? 0.9 : 0.93;
    found.push({
      start: at,
      end: at + 1,
      replacement,
      rule: 'space',
      confidence,
      because: `${name} where none is asked for`,
    });
  }
  return found;
}

function nameOf(code: number): string {
  if (code === 0xa0) return 'a no-break space';
  if (code === 0x202f) return 'a narrow no-break space';
  if (code === 0x2028 || code === 0x2029) return 'a line separator';
  if (code === 0x3000) return 'an ideographic space';
  return 'an exotic space';
}

function isTypography(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  switch (code) {
    case 0x1680:
      return isOgham(before) || isOgham(after);
    case 0x2028:
    case 0x2029:
      return false;
    case 0x3000:
      return (
        isEastAsian(before) ||
        isEastAsian(after) ||
        (after === 0x3000 && isEastAsian(text.charCodeAt(at + 2)))
      );
    default:
  }
  // Blanks beside it: made by an editor of web pages, to keep runs of blanks apart.
  if (isPlainBlank(before) || isPlainBlank(after)) return Number.isNaN(before) || before === 0x0a;
  if (!isOrdinary(before) || !isOrdinary(after)) return code < 0x2000 || code > 0x2003;
  // One letter before it or behind it: an initial, or a preposition that must not end a line.
  return !isOrdinary(text.charCodeAt(at - 2)) || !isOrdinary(text.charCodeAt(at + 2)) || isUpper(after);
}

function isPlainBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}

/** Whether a letter of ordinary words stands there: no digit, no mark, no sign. */
function isOrdinary(code: number): boolean {
  return isLetter(code) && !isDigit(code);
}

function isOgham(code: number): boolean {
  return code >= 0x1680 && code <= 0x169f;
}

function isEastAsian(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0xd840 && code <= 0xd88d)
  );
}
