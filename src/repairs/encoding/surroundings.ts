import { isBlank } from '../../text/characters.js';

/** The run of non-blanks around a place, and whether it is an address. */
interface Run {
  readonly start: number;
  readonly end: number;
  /** A URL, an e-mail address, a path or a query. */
  readonly isAddress: boolean;
}

/** Looks at what stands around places of one text, from left to right; linear however many places are asked for. */
export interface Surroundings {
  runAt(at: number): Run;
}

/** Marks that stand around an address, not in it. */
const EDGES = new Set('()[]{}<>"\'“”‘’«».,;:!?…');

export function surroundingsOf(text: string): Surroundings {
  let run: Run = { start: 0, end: 0, isAddress: false };
  return {
    runAt(at) {
      if (at >= run.start && at < run.end) return run;
      let start = at;
      while (start > run.end && !isBlank(text.charCodeAt(start - 1))) start--;
      let end = at;
      while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
      run = { start, end: Math.max(end, at + 1), isAddress: isAddress(text, start, end) };
      return run;
    },
  };
}

/** Whether a run is an address: it has a scheme, begins with www., or is a path or query of more than one part. */
function isAddress(text: string, start: number, end: number): boolean {
  let from = start;
  while (from < end && EDGES.has(text.charAt(from))) from++;
  // An address that is longer than that is none that a person wrote; entities in it are as good as anywhere.
  const head = text.slice(from, Math.min(end, from + 4096));
  if (head.includes('://') || head.startsWith('www.') || head.startsWith('mailto:')) return true;
  if (head.includes('\\/\\/')) return true;
  const slash = head.indexOf('/');
  if (slash > 0 && head.lastIndexOf('.', slash) > 0 && !head.slice(0, slash).includes('<')) return true;
  const question = head.indexOf('?');
  if (question >= 0 && head.indexOf('=', question) > 0) return true;
  return (head.includes('@') && !head.startsWith('@')) || (slash === 0 && head.indexOf('/', 1) > 0);
}

/** Whether the place from `start` to `end` is quoted by itself, as texts on markup do: `&nbsp;` or "&nbsp;". */
export function isQuoted(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  switch (before) {
    case '`':
    case '"':
    case "'":
      return after === before;
    case '“':
    case '„':
      return after === '”' || after === '“';
    case '‘':
      return after === '’';
    case '«':
      return after === '»';
    default:
      return false;
  }
}
