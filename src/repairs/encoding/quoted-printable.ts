import type { Finding } from '../finding.js';
import { decodeEscaped, readEscapedBytes } from './escaped-bytes.js';
import type { Surroundings } from './surroundings.js';

const BECAUSE = 'a rest of quoted-printable, the encoding of e-mail';

/**
 * Finds rests of quoted-printable: characters of UTF-8 (`=E2=80=99`) wherever they stand outside addresses, and, in a text
 * that has several of them or of the line ends it cuts (`=` before a line break), the rest of it.
 */
export function findQuotedPrintable(text: string, surroundings: Surroundings): Finding[] {
  const found: Finding[] = [];
  const rest: Finding[] = [];
  let softBreaks = 0;
  for (let at = text.indexOf('='); at >= 0; ) {
    let next = at + 1;
    const lineBreak = lineBreakAt(text, at + 1);
    if (lineBreak > 0) {
      next = at + 1 + lineBreak;
      if (at > 0 && text.charAt(at - 1) !== '=' && text.charCodeAt(at - 1) > 0x20) {
        softBreaks++;
        rest.push({
          start: at,
          end: next,
          replacement: '',
          rule: 'quoted-printable',
          confidence: 0.9,
          because: BECAUSE,
        });
      }
    } else {
      const escaped = readEscapedBytes(text, at, '=');
      if (escaped !== undefined) {
        next = escaped.end;
        const finding = escapedFinding(text, at, escaped.end, escaped.bytes, surroundings);
        if (finding !== undefined) (finding.confidence > 0.9 ? found : rest).push(finding);
      }
    }
    at = text.indexOf('=', next);
  }
  if (found.length > 0 || softBreaks > 1) found.push(...rest);
  return found.sort((a, b) => a.start - b.start);
}

function escapedFinding(
  text: string,
  start: number,
  end: number,
  bytes: readonly number[],
  surroundings: Surroundings,
): Finding | undefined {
  const isBeyondAscii = bytes.some((byte) => byte >= 0x80);
  // Written with capitals only, but in hand-made text.
  if (text.slice(start, end) !== text.slice(start, end).toUpperCase()) return undefined;
  const decoded = decodeEscaped(bytes);
  if (decoded === undefined) return undefined;
  if (isBeyondAscii && !surroundings.runAt(start).isAddress) {
    return { start, end, replacement: decoded, rule: 'quoted-printable', confidence: 0.97, because: BECAUSE };
  }
  // =20 and =3D: only where more speaks for it.
  if (isBeyondAscii || bytes.some((byte) => byte < 0x20)) return undefined;
  return { start, end, replacement: decoded, rule: 'quoted-printable', confidence: 0.9, because: BECAUSE };
}

/** Length of the line break at a place, with blanks before it; 0 if there is none. */
function lineBreakAt(text: string, at: number): number {
  let end = at;
  while (end - at < 8 && (text.charAt(end) === ' ' || text.charAt(end) === '\t')) end++;
  if (text.charAt(end) === '\r') end++;
  return text.charAt(end) === '\n' ? end + 1 - at : 0;
}
