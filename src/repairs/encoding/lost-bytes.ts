import { isLetter } from '../../text/characters.js';
import type { Finding } from '../finding.js';
import { WINDOWS_1252 } from './code-pages.js';

/** Words before which, and endings behind which, an English apostrophe stands. */
const NEGATED = /(?:do|does|did|is|are|was|were|wo|ca|could|should|would|have|has|had|need|must|ai)n$/i;
/** Letters that English does without, unlike the languages that have words in -âs: Romanian, French. */
const OTHER_LETTERS = /[ăîșțşţêèàçîôûăđ]/i;
const CONTRACTED = /^(?:s|re|ve|ll|d|m)$/;

/**
 * Finds what is left of characters whose bytes were read in Windows-1252 or Latin-1 and partly lost: C1 controls that are signs
 * of Windows-1252 ("It\x92s"), "â€" where the last byte of ” was dropped, and a lone "â" where both bytes after it were.
 * The first are sure; the others need English words, or other damage, around them.
 */
export function findLostBytes(
  text: string,
  { isDamaged = false }: { readonly isDamaged?: boolean } = {},
): Finding[] {
  const found: Finding[] = [];
  const isEnglish = text.includes('â') && /\b(?:the|and|of|that)\b/i.test(text) && !OTHER_LETTERS.test(text);
  const hasOpening = text.includes('“') || text.includes('â€œ');
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || code > 0xe2) continue;
    if (code < 0xa0) {
      const sign = WINDOWS_1252.charAt(code - 0x80);
      if (sign.charCodeAt(0) >= 0xa0) {
        found.push({
          start: i,
          end: i + 1,
          replacement: sign,
          rule: 'mojibake',
          confidence: 0.96,
          because: 'Windows-1252 read as Latin-1',
        });
      }
    } else if (code === 0xe2) {
      const finding =
        quoteAt(text, i, isDamaged || hasOpening) ?? (isEnglish ? apostropheAt(text, i) : undefined);
      if (finding !== undefined) found.push(finding);
    }
  }
  return found;
}

/** "â€" without its last byte, behind a phrase that was opened. */
function quoteAt(text: string, i: number, isDamaged: boolean): Finding | undefined {
  if (!isDamaged || text.charCodeAt(i + 1) !== 0x20ac) return undefined;
  const next = text.charCodeAt(i + 2);
  const before = text.charCodeAt(i - 1);
  if (before <= 0x20 || isLetter(next) || (next > 0x7f && next !== 0xfffd)) return undefined;
  const end = next === 0xfffd ? i + 3 : i + 2;
  return {
    start: i,
    end,
    replacement: '”',
    rule: 'lost-bytes',
    confidence: 0.9,
    because: 'UTF-8 read as Windows-1252, of which the last byte was lost',
  };
}

/** "donât", "itâs": the two bytes behind â were controls, and went. */
function apostropheAt(text: string, i: number): Finding | undefined {
  let end = i + 1;
  while (end - i < 4 && isAsciiLetter(text.charCodeAt(end))) end++;
  if (isLetter(text.charCodeAt(end)) || !isAsciiLetter(text.charCodeAt(i - 1))) return undefined;
  const ending = text.slice(i + 1, end);
  const stem = text.slice(Math.max(0, i - 8), i);
  const isNegated =
    ending === 't' &&
    NEGATED.test(stem) &&
    !isLetter(text.charCodeAt(i - 1 - (NEGATED.exec(stem)?.[0].length ?? 0)));
  // No word of French or Portuguese ends in "âs", "âve" or "âll"; with s it must be a word of more letters.
  const isContracted = CONTRACTED.test(ending) && (ending !== 's' || isAsciiLetter(text.charCodeAt(i - 2)));
  if (!isNegated && !isContracted) return undefined;
  return {
    start: i,
    end: i + 1,
    replacement: '’',
    rule: 'lost-bytes',
    confidence: isNegated ? 0.95 : 0.85,
    because: 'UTF-8 read as Latin-1, of which two bytes were lost: â is what is left of ’',
  };
}

function isAsciiLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}
