import type { Finding } from '../../finding.js';
import type { Chunks } from '../chunks.js';

/** Letters that figures are read as, and the figures. */
const FIGURES: ReadonlyMap<string, string> = new Map(
  Object.entries({ I: '1', l: '1', i: '1', O: '0', G: '6' }),
);

/** How sure each rule is, measured on the development sets. */
const SURE = 0.9;
const LIKELY = 0.8;

/** Words behind which a number is one of a series, with a full stop of the sentence's. */
const NUMBERED: ReadonlySet<string> = new Set(
  (
    'no nos number numbers fig figs figure figures table tables section sections sec chapter chap ch page pages p pp vol volume ' +
    'art article clause par paragraph verse line lines act scene case part rule note step item question grade class psalm'
  ).split(' '),
);

/** A price in shillings or pence, read as it stands. */
const PRICE = /^[^\p{L}\p{N}]*\d{1,2}[sd]\b/u;

/**
 * Finds numbers whose figures were read as letters, or letters as figures, where what they are is certain: ordinals ("l4th", "Ist"),
 * prices in shillings and pence ("Gd.", "lOs."), pounds ("501." for 50l.). Offsets are into `chunks.flat`.
 */
export function findNumbers(chunks: Chunks): Finding[] {
  const found: Finding[] = [];
  const texts = Array.from({ length: chunks.count }, (_, i) =>
    chunks.flat.slice(chunks.start[i], chunks.end[i]),
  );
  const hasPrices = texts.some((text) => PRICE.test(text) || /£\d/.test(text));
  texts.forEach((text, i) => {
    const neighbours = {
      before: texts[i - 1] ?? '',
      behind: chunks.breakBefore[i + 1] === 2 ? '' : (texts[i + 1] ?? ''),
    };
    const reading =
      readOrdinal(text) ?? readPounds(text, neighbours) ?? readPrice(text, neighbours, hasPrices);
    if (reading === undefined) return;
    const { at, seen, replacement, confidence, because } = reading;
    const start = (chunks.start[i] as number) + at;
    found.push({ start, end: start + seen.length, replacement, rule: 'number', confidence, because });
  });
  return found;
}

/** What stands next to a chunk; '' where nothing does. */
interface Neighbours {
  readonly before: string;
  readonly behind: string;
}

interface NumberReading {
  /** Offset in the chunk. */
  readonly at: number;
  readonly seen: string;
  readonly replacement: string;
  readonly confidence: number;
  readonly because: string;
}

/** "l4th", "Ist", "2lst": the letters of a day or a rank. */
function readOrdinal(text: string): NumberReading | undefined {
  const match = /^([^\p{L}\p{N}]*)([IlO\d]{1,3})(st|nd|rd|th)(?!\p{L})/u.exec(text);
  if (match === null) return undefined;
  const [, lead = '', stem = '', ending = ''] = match;
  const number = inFigures(stem);
  if (number === stem || number.startsWith('0') || endingOf(Number(number)) !== ending) return undefined;
  return {
    at: lead.length,
    seen: stem + ending,
    replacement: number + ending,
    confidence: SURE,
    because: `“${stem}${ending}” is an ordinal whose figures were read as letters`,
  };
}

/** "501. and": pounds, whose sign of old was an l behind the number; a full stop does not stand inside a sentence. */
function readPounds(text: string, { before, behind }: Neighbours): NumberReading | undefined {
  const match = /^([("'“‘]*)(\d[\d,]*)1\.,?$/.exec(text);
  if (match === null || NUMBERED.has(before.toLowerCase().replace(/\P{L}/gu, ''))) return undefined;
  if (!/^\p{Ll}/u.test(behind) && !isPrice(behind)) return undefined;
  const [, lead = '', number = ''] = match;
  return {
    at: lead.length,
    seen: `${number}1`,
    replacement: `${number}l`,
    confidence: LIKELY,
    because: 'the sentence goes on behind the full stop: these are pounds',
  };
}

/** "Gd.", "lOs.", "7s lid": shillings and pence. */
function readPrice(
  text: string,
  { before, behind }: Neighbours,
  hasPrices: boolean,
): NumberReading | undefined {
  const match = /^([("'“‘]*)([IlOGi\d]{1,2})([sd])(\.?)[,;:]?$/.exec(text);
  if (match === null) return undefined;
  const [, lead = '', stem = '', unit = '', stop = ''] = match;
  const number = inFigures(stem);
  const most = unit === 's' ? 19 : 11;
  if (number === stem || number.startsWith('0') || Number(number) > most) return undefined;
  const follows = isShillings(before) && unit === 'd';
  const isBetween = follows || isPrice(behind) || /£\d[\d,]*$/.test(before);
  // "Is" and "id" are words, and parts of misread ones, where no price stands beside them.
  const isPlain = /\d/.test(stem) || stem.length > 1;
  const isCertain = stop !== '' && (isPlain || stem === 'G' || (stem !== 'i' && hasPrices));
  if (!isBetween && !isCertain) return undefined;
  // What four was read as is an i as well.
  if (stem === 'i' || (stem === 'li' && !follows)) return undefined;
  return {
    at: lead.length,
    seen: stem + unit,
    replacement: number + unit,
    confidence: SURE,
    because: `“${stem}${unit}” is a price whose figures were read as letters`,
  };
}

/** Whether a chunk is a price, one with letters for figures included. */
function isPrice(text: string): boolean {
  return PRICE.test(text) || /^[IlOGi\d]{1,2}[sd]\.?[,;]?$/.test(text);
}

function isShillings(text: string): boolean {
  return /^[^\p{L}\p{N}]*[IlOG\d]{1,2}s\.?$/u.test(text);
}

function inFigures(stem: string): string {
  return [...stem].map((character) => FIGURES.get(character) ?? character).join('');
}

/** The letters behind the figures of an ordinal. */
function endingOf(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th';
}
