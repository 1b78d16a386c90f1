import type { Finding } from '../finding.js';
import { decodeEscaped, readEscapedBytes } from './escaped-bytes.js';
import { isQuoted, type Surroundings } from './surroundings.js';

/**
 * Finds percent-encoding outside addresses: characters beyond ASCII wherever they stand, others where a run of text holds
 * several escapes and begins like a word, so that "100%20" and "50%DA" stay.
 */
export function findPercentEncoding(text: string, surroundings: Surroundings): Finding[] {
  const found: Finding[] = [];
  let run = { start: -1, end: -1 };
  let isText = false;
  for (let at = text.indexOf('%'); at >= 0; ) {
    const escaped = readEscapedBytes(text, at, '%', '25');
    if (escaped !== undefined) {
      const around = surroundings.runAt(at);
      if (around.start !== run.start || around.end !== run.end) {
        run = around;
        isText = looksEscaped(text, around.start, around.end);
      }
      const decoded = around.isAddress ? undefined : decodeEscaped(escaped.bytes);
      const isBeyondAscii = escaped.bytes.some((byte) => byte >= 0x80);
      if (decoded !== undefined && (isBeyondAscii || isText) && !isQuoted(text, at, escaped.end)) {
        found.push({
          start: at,
          end: escaped.end,
          replacement: decoded,
          rule: 'percent',
          confidence: isBeyondAscii ? 0.96 : 0.9,
          because: 'percent-encoding that is no part of an address',
        });
      }
    }
    at = text.indexOf('%', escaped?.end ?? at + 1);
  }
  return found;
}

/** Whether a run between blanks is a phrase that was escaped: it begins with two letters and holds an escaped blank and more. */
function looksEscaped(text: string, start: number, end: number): boolean {
  const letter = (at: number) => /[a-z]/i.test(text.charAt(at));
  if (!letter(start) || !letter(start + 1)) return false;
  let escapes = 0;
  let blanks = 0;
  for (let at = text.indexOf('%', start); at >= 0 && at < end; at = text.indexOf('%', at + 1)) {
    const escaped = readEscapedBytes(text, at, '%', '25');
    if (escaped === undefined) continue;
    escapes += escaped.bytes.length;
    if (escaped.bytes.includes(0x20)) blanks++;
    at = escaped.end - 1;
  }
  return blanks > 0 && escapes > 1;
}
