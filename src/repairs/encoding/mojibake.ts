import { coherence } from './alphabets.js';
import { badness, strangeness } from './badness.js';
import { BLANK, type CodePage, codePages, LOST, sequencePages } from './code-pages.js';
import { decodeSequence, type Sequence } from './utf8-sequence.js';

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

/**
 * Finds the stretches of a text that are UTF-8 read in one single-byte encoding, and decodes one layer of that. Of all
 * code pages that one is taken that makes the text better by most; call again for the others and for the layers below.
 * Linear in the text.
 *
 * @param options.earlier the gain of what was found in the text before, which speaks for what is left
 */
export function findMojibake(
  text: string,
  { earlier = 0 }: { readonly earlier?: number } = {},
): MojibakeSpan[] {
  let best: MojibakeSpan[] = [];
  let most = 0;
  const replacements = function* (spans: readonly MojibakeSpan[]) {
    for (const { replacement } of spans) yield replacement;
  };
  const counts = countSequences(text);
  const highest = Math.max(...counts);
  if (highest === 0) return best;
  for (const [k, page] of codePages().entries()) {
    // What explains far fewer places than another cannot make the text better by most.
    if ((counts[k] as number) <= LEAST_SHARE * highest) continue;
    const spans = spansOf(text, page, earlier);
    if (spans.length === 0) continue;
    // Code pages of kindred languages read most places alike, and differ in which letters they give.
    const gain =
      spans.reduce((sum, span) => sum + span.gain, 0) * (1 - FOREIGN * (1 - coherence(replacements(spans))));
    if (gain > most) {
      best = spans;
      most = gain;
    }
  }
  return best;
}

/** For each code page the number of places where two code units of the text begin a sequence of UTF-8. */
function countSequences(text: string): number[] {
  const pages = codePages();
  const counts = pages.map(() => 0);
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue;
    const found = sequencePages(text, i);
    if (found === 0) continue;
    for (let k = 0; k < counts.length; k++) if ((found >> k) & 1) counts[k] = (counts[k] as number) + 1;
  }
  return counts;
}

/** Sequences side by side, which are judged as one. */
interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly decoded: string;
  readonly others: readonly string[];
  readonly gain: number;
  /** Clusters with nothing between them that is sound beyond ASCII stand in one region. */
  readonly region: number;
  readonly isUnsure: boolean;
}

function spansOf(text: string, page: CodePage, earlier: number): MojibakeSpan[] {
  const clusters = clustersOf(text, page);
  const support: number[] = [];
  let all = earlier;
  for (const { gain, region, isUnsure } of clusters) {
    if (gain < LEAST_GAIN || isUnsure) continue;
    support[region] = (support[region] ?? 0) + Math.min(gain, MOST_GAIN);
    all += Math.min(gain, MOST_GAIN);
  }
  const far = Math.min(MOST_FAR_SUPPORT, FAR_SUPPORT * all);
  const spans: MojibakeSpan[] = [];
  for (const { start, end, decoded, others, gain, region } of clusters) {
    if (gain < -MOST_LOSS) continue;
    const near = Math.min(MOST_SUPPORT, SUPPORT * (support[region] ?? 0));
    const supported = gain + Math.max(near, far);
    if (supported < LEAST_GAIN || (gain <= 0 && near === 0)) continue;
    spans.push({ start, end, replacement: decoded, others, gain: supported, page });
  }
  return spans;
}

function clustersOf(text: string, page: CodePage): Cluster[] {
  const { bytes } = page;
  const clusters: Cluster[] = [];
  // Where a no-break space became a blank, and the blank after it was kept, blanks were not run together.
  const keepsBlanks = text.includes('\u00c3  ') || text.includes('\u0102  ');
  let region = 0;
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code < 0x80) {
      i++;
      continue;
    }
    const lead = bytes[code] as number;
    const first = lead >= 0xc2 ? decodeSequence(text, i, page, keepsBlanks) : undefined;
    if (first === undefined) {
      if (code !== 0xfffd && code !== 0xa0) region++;
      i++;
      continue;
    }
    const start = i;
    let decoded = '';
    let penalty = 0;
    let isUnsure = false;
    let others: readonly string[] = [];
    for (let next: Sequence | undefined = first; next !== undefined; ) {
      if (next.others.length > 0) others = decoded === '' && others.length === 0 ? next.others : [];
      decoded += next.decoded;
      isUnsure ||= next.lost === LOST;
      if (next.lost === BLANK) penalty += BLANK_PENALTY;
      i = next.end;
      next = i < text.length ? decodeSequence(text, i, page, keepsBlanks) : undefined;
    }
    const before = text.slice(Math.max(0, start - 2), start);
    const after = leastBadness(before, decoded, text.slice(i, i + 2), page);
    const strange = strangeness(text.slice(start, i), text, start, i) - strangeness(decoded, text, start, i);
    const gain =
      strange + badness(text, start, i) - after - penalty + (decoded === '\ufeff' ? MARK_BONUS : 0);
    clusters.push({ start, end: i, decoded, others, gain, region, isUnsure });
  }
  return clusters;
}

/** Layers of one encoding that are looked through. */
const MOST_LAYERS = 4;

/** Badness of a decoded stretch, or of what it becomes when it is decoded by the same page again, whichever is less. */
function leastBadness(before: string, decoded: string, behind: string, page: CodePage): number {
  let least = badness(before + decoded + behind, before.length, before.length + decoded.length);
  let layer = decoded;
  for (let depth = 1; depth < MOST_LAYERS; depth++) {
    const below = decodeLayer(layer, page);
    if (below === layer) break;
    layer = below;
    least = Math.min(least, badness(before + layer + behind, before.length, before.length + layer.length));
  }
  return least;
}

function decodeLayer(text: string, page: CodePage): string {
  let decoded = '';
  let at = 0;
  for (let i = 0; i < text.length; ) {
    const next = text.charCodeAt(i) < 0x80 ? undefined : decodeSequence(text, i, page, true);
    if (next === undefined || next.lost !== 0) {
      i++;
      continue;
    }
    decoded += text.slice(at, i) + next.decoded;
    i = next.end;
    at = i;
  }
  return at === 0 ? text : decoded + text.slice(at);
}
