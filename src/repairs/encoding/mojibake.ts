import { coherence } from './alphabets.js';
import { badness, strangeness, strangeScript, type Units, unitsOf } from './badness.js';
import { BLANK, type CodePage, codePages, LOST, sequencePages, WINDOWS_1252 } from './code-pages.js';
import { SequenceReader } from './utf8-sequence.js';

/** A stretch of text that is UTF-8 read in another encoding, with what it says. */
export interface MojibakeSpan {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Other readings of a stretch that lost a byte. */
  readonly others: readonly string[];
  /** By how much the text gets better, in tenths; what the rest of the text says for it is counted in. */
  readonly gain: number;
  readonly page: CodePage;
}

/** A lone stretch must be that much less bad when decoded, in tenths: one character that is surely misplaced. */
const LEAST_GAIN = 16;
/** What surely damaged stretches speak for those that stand among them: this share of their gain, up to a bound. */
const SUPPORT = 0.5;
const MOST_SUPPORT = 50;
/** The same over a whole text, between parts of which something sound stands. */
const FAR_SUPPORT = 0.08;
const MOST_FAR_SUPPORT = 10;
/** No single stretch counts for more than this. */
const MOST_GAIN = 60;
/** A stretch that its surroundings decide may look this much worse when decoded: rare letters, a word of one letter. */
const MOST_LOSS = 8;
/** Code pages in which fewer places may be UTF-8 than this share of the most are left for another call. */
const LEAST_SHARE = 0.3;
/** What a reading loses of its gain, as a share, if none of its letters belonged to one alphabet. */
const FOREIGN = 0.2;
/** A blank speaks less for UTF-8 than a no-break space. */
const BLANK_PENALTY = 1;
/** The three bytes of a byte order mark begin many texts, and stand nowhere else. */
const MARK_BONUS = 40;

/** So many places that may be UTF-8 show which code page explains a text best. */
const ENOUGH_PLACES = 400;
/** Of code pages that do so alike, to this share, the one that explains more places of the whole text is taken. */
const ALIKE = 0.95;

/**
 * Finds the stretches of a text that are UTF-8 read in one single-byte encoding, and decodes one layer of that. Of all
 * code pages that one is taken that makes the text better by most, or the beginning of a long text; call again for the others and for
 * the layers below. Linear in the text.
 *
 * @param options.earlier the gain of what was found in the text before, which speaks for what is left
 */
export function findMojibake(
  text: string,
  { earlier = 0 }: { readonly earlier?: number } = {},
): MojibakeSpan[] {
  const units = unitsOf(text);
  const { counts, enough } = countSequences(units);
  const highest = Math.max(...counts);
  if (highest === 0) return [];
  // What explains far fewer places than another cannot make the text better by most.
  const pages = codePages().filter((_, k) => (counts[k] as number) > LEAST_SHARE * highest);
  // Where a no-break space became a blank, and the blank after it was kept, blanks were not run together.
  const keepsBlanks = text.includes('\u00c3  ') || text.includes('\u0102  ');
  const spansIn = (page: CodePage, end: number) => spansOf({ units, end, page, keepsBlanks }, earlier);
  if (enough < units.length) {
    const likely = bestOf(pages, (page) => spansIn(page, enough), counts);
    if (likely !== undefined) return spansIn(likely.page, units.length);
  }
  return bestOf(pages, (page) => spansIn(page, units.length), counts)?.spans ?? [];
}

/** The code page whose stretches make a text better by most, if any does. */
function bestOf(
  pages: readonly CodePage[],
  spansIn: (page: CodePage) => MojibakeSpan[],
  counts: readonly number[],
): { page: CodePage; spans: MojibakeSpan[] } | undefined {
  let best: { page: CodePage; spans: MojibakeSpan[]; gain: number; count: number } | undefined;
  for (const page of pages) {
    const spans = spansIn(page);
    if (spans.length === 0) continue;
    // Code pages of kindred languages read most places alike, and differ in which letters they give.
    const foreign = 1 - coherence(spans.map(({ replacement }) => replacement));
    const gain = spans.reduce((sum, span) => sum + span.gain, 0) * (1 - FOREIGN * foreign);
    const count = counts[31 - Math.clz32(page.bit)] as number;
    const isBetter =
      best === undefined || (gain > best.gain && !(gain * ALIKE < best.gain && count < best.count));
    if (isBetter) best = { page, spans, gain, count };
  }
  return best;
}

/**
 * For each code page the number of places where two code units of the text begin a sequence of UTF-8; and the offset by which there were
 * enough of them.
 */
function countSequences(units: Units): { counts: number[]; enough: number } {
  const counts = codePages().map(() => 0);
  let places = 0;
  let enough = units.length;
  for (let i = 0; i < units.length; i++) {
    if ((units[i] as number) < 0x80) continue;
    const found = sequencePages(units[i] as number, units[i + 1] ?? 0, units[i + 2] ?? 0);
    if (found === 0) continue;
    if (++places === ENOUGH_PLACES) enough = i;
    for (let k = 0; k < counts.length; k++) if ((found >> k) & 1) counts[k] = (counts[k] as number) + 1;
  }
  return { counts, enough };
}

/** Sequences side by side, which are judged as one; a text is full of them, and so what becomes of them is written into them. */
interface Cluster extends MojibakeSpan {
  gain: number;
  /** Clusters with nothing between them that is sound beyond ASCII stand in one region. */
  readonly region: number;
  readonly isUnsure: boolean;
}

/** A text, or its beginning, as one code page may explain it. */
interface Reading {
  readonly units: Units;
  /** Offset after the last unit at which a stretch may begin. */
  readonly end: number;
  readonly page: CodePage;
  readonly keepsBlanks: boolean;
}

function spansOf(reading: Reading, earlier: number): MojibakeSpan[] {
  const clusters = clustersOf(reading);
  const support: number[] = [];
  let all = earlier;
  for (const { gain, region, isUnsure } of clusters) {
    if (gain < LEAST_GAIN || isUnsure) continue;
    support[region] = (support[region] ?? 0) + Math.min(gain, MOST_GAIN);
    all += Math.min(gain, MOST_GAIN);
  }
  const far = Math.min(MOST_FAR_SUPPORT, FAR_SUPPORT * all);
  return clusters.filter((cluster) => {
    const { gain, region } = cluster;
    if (gain < -MOST_LOSS) return false;
    const near = Math.min(MOST_SUPPORT, SUPPORT * (support[region] ?? 0));
    const supported = gain + Math.max(near, far);
    if (supported < LEAST_GAIN || (gain <= 0 && near === 0)) return false;
    cluster.gain = supported;
    return true;
  });
}

/** Units on either side of a stretch that its badness depends on. */
const BESIDE = 2;

function clustersOf({ units, end, page, keepsBlanks }: Reading): Cluster[] {
  const clusters: Cluster[] = [];
  const reader = new SequenceReader();
  const below = [new SequenceReader(), new SequenceReader()] as const;
  let region = 0;
  for (let i = 0; i < end; ) {
    const code = units[i] as number;
    if (code < 0x80) {
      i++;
      continue;
    }
    const start = i;
    const from = Math.min(BESIDE, start);
    reader.begin();
    for (let k = start - from; k < start; k++) reader.push(units[k] as number);
    let penalty = 0;
    let isUnsure = false;
    let others: readonly string[] = [];
    while (i < units.length && reader.read(units, units.length, i, page, keepsBlanks)) {
      if (reader.others.length > 0) others = i === start ? reader.others : [];
      isUnsure ||= reader.lost === LOST;
      if (reader.lost === BLANK) penalty += BLANK_PENALTY;
      i = reader.end;
    }
    if (i === start) {
      if (code !== 0xfffd && code !== 0xa0) region++;
      i++;
      continue;
    }
    const to = reader.length;
    for (let k = i; k < Math.min(i + BESIDE, units.length); k++) reader.push(units[k] as number);
    if (isQuotedDash(reader.units, from, to)) continue;
    const gain =
      strangenessLost(units, start, i, reader.units, from, to) +
      badness(units, start, i) -
      leastBadness(reader, from, to, page, below) -
      penalty +
      (to === from + 1 && reader.units[from] === 0xfeff ? MARK_BONUS : 0);
    const replacement = textOf(reader.units, from, to);
    clusters.push({ start, end: i, replacement, others, gain, page, region, isUnsure });
  }
  return clusters;
}

/** “â€”: what a text on encodings quotes, of which the closing mark is no part. */
function isQuotedDash(read: Units, from: number, to: number): boolean {
  return to === from + 1 && read[from] === 0x2014 && from > 0 && read[from - 1] === 0x201c;
}

/** By how much less strange a stretch gets, for the script of its letters, that is decoded. */
function strangenessLost(
  units: Units,
  start: number,
  end: number,
  read: Units,
  from: number,
  to: number,
): number {
  const before = strangeScript(units, start, end);
  const after = strangeScript(read, from, to);
  if ((before === 0) === (after === 0)) return 0;
  return (before === 0 ? -1 : 1) * strangeness(units, start, end);
}

/** Layers of one encoding that are looked through. */
const MOST_LAYERS = 4;

/** Badness of a decoded stretch, or of what it becomes when it is decoded by the same page again, whichever is less. */
function leastBadness(
  reader: SequenceReader,
  from: number,
  to: number,
  page: CodePage,
  below: readonly [SequenceReader, SequenceReader],
): number {
  let least = badness(reader.units, from, to, reader.length);
  if (page.name === 'Windows-1252' && copySigns(reader, from, to, below[0]))
    least = Math.min(least, badness(below[0].units, from, to, below[0].length));
  let layer = reader;
  let end = to;
  for (let depth = 1; depth < MOST_LAYERS && mayHoldSequence(layer.units, from, end, page); depth++) {
    const tail = layer.length - end;
    const next = layer === below[0] ? below[1] : below[0];
    decodeLayer(layer, from, end, page, next);
    if (next.length + tail === layer.length) break;
    end = next.length;
    for (let k = 0; k < tail; k++) next.push(layer.units[layer.length - tail + k] as number);
    least = Math.min(least, badness(next.units, from, end, next.length));
    layer = next;
  }
  return least;
}

/** Copies what was read, with the signs of Windows-1252 in place of C1 controls: “Â’” is ’ read wrongly twice. False without any. */
function copySigns(reader: SequenceReader, from: number, to: number, copy: SequenceReader): boolean {
  let isChanged = false;
  copy.begin();
  for (let i = 0; i < reader.length; i++) {
    const unit = reader.units[i] as number;
    const isControl = i >= from && i < to && unit >= 0x80 && unit < 0xa0;
    const sign = isControl ? WINDOWS_1252.charCodeAt(unit - 0x80) : unit;
    isChanged ||= sign !== unit;
    copy.push(sign);
  }
  return isChanged;
}

/** Whether two units side by side may begin a sequence of UTF-8: hardly ever in what was decoded once. */
function mayHoldSequence(units: Units, from: number, to: number, { bytes }: CodePage): boolean {
  for (let i = from; i + 1 < to; i++) {
    const lead = bytes[units[i] as number] as number;
    if (lead >= 0xc2 && ((bytes[units[i + 1] as number] as number) & 0xc0) === 0x80) return true;
  }
  return false;
}

/** Decodes one layer of a stretch; the units before it are copied. */
function decodeLayer(
  layer: SequenceReader,
  from: number,
  to: number,
  page: CodePage,
  next: SequenceReader,
): void {
  next.begin();
  for (let k = 0; k < from; k++) next.push(layer.units[k] as number);
  for (let i = from; i < to; ) {
    const { length } = next;
    const unit = layer.units[i] as number;
    if (unit >= 0x80 && next.read(layer.units, to, i, page, true) && next.lost === 0) i = next.end;
    else {
      next.length = length;
      next.push(unit);
      i++;
    }
  }
}

/** The longest stretch whose units a call takes as arguments. */
const CHUNK = 4096;

function textOf(units: Units, from: number, to: number): string {
  if (to === from + 1) return String.fromCharCode(units[from] as number);
  let text = '';
  for (let at = from; at < to; at += CHUNK)
    text += String.fromCharCode(...units.subarray(at, Math.min(to, at + CHUNK)));
  return text;
}
