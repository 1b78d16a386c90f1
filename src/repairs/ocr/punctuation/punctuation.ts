import { WordKind } from '../../../lexicon/format.js';
import type { Lexicon } from '../../../lexicon/lexicon.js';
import { isDigit, isLetter, isUpper } from '../../../text/characters.js';
import type { Finding } from '../../finding.js';
import { coreOf } from '../chunk-reading.js';
import type { Chunks } from '../chunks.js';
import { pairedQuotes } from './paired-quotes.js';

/** Clusters behind a word that no printer sets, and what they mostly were. */
const CLUSTERS: ReadonlyMap<string, string> = new Map([
  [',.', ','],
  [',,', ','],
  [",'", ','],
  [',-', ','],
  ['..', '.'],
  ['.-', '.'],
  ['.:', '.'],
  [".'", '.'],
  [';,', ';'],
]);

/** Words that end no sentence. */
const NEVER_LAST: ReadonlySet<string> = new Set(
  (
    'the a an and or but nor if as than that which who whose of to from at into with for by my your his its our their be was were ' +
    'is are been has had have he she they we'
  ).split(' '),
);

/** Words that have lost their beginning to an apostrophe. */
const APHAERESIS: ReadonlySet<string> = new Set(
  'twas tis twill twould tween em cause til till bout round neath gainst midst mongst ere un d n s t'.split(
    ' ',
  ),
);

/** Words that have lost their end to an apostrophe. */
const APOCOPE: ReadonlySet<string> = new Set(
  'o an wi th tho thro altho de fa ha hae awa ma mo ole po li i t d e'.split(' '),
);

/** Words with a narrow first letter that have a capital where a sentence or a title begins only. */
const MOSTLY_SMALL: ReadonlySet<string> = new Set(
  'In Into It Its Is If Indeed Instead Including Intends'.split(' '),
);

/** How sure each rule is, measured on the development sets where the table of confusions was not learnt. */
const SURE = 0.9;
const LIKELY = 0.75;

/** Opening single quotes without a partner from which on they are taken for what Tesseract reads at the edge of a line. */
const STRAYS = 2;
/** Chunks before a double quote in which others are counted. */
const QUOTE_REACH = 100;
/** Fewest straight double quotes, and their least share, that tell that all were straight. */
const STRAIGHT = 2;
const STRAIGHT_SHARE = 1 / 9;

/**
 * Finds specks that were read as punctuation, and marks that were read as others. Offsets are into `chunks.flat`.
 *
 * @param misread whether the text is known to be misread
 */
export function findPunctuation(chunks: Chunks, lexicon: Lexicon, misread: boolean): Finding[] {
  const { flat, count, start, coreStart } = chunks;
  const paired = pairedQuotes(chunks);
  let strays = 0;
  for (let i = 0; i < count; i++) {
    if (paired[i] === 0 && flat.slice(start[i], coreStart[i]) === '‘') strays++;
  }
  const specked = strays >= STRAYS;
  if (!misread && !specked) return [];
  const finder = new PunctuationFinder(chunks, lexicon, { paired, misread, specked });
  for (let i = 0; i < count; i++) finder.look(i);
  return finder.found.sort((a, b) => a.start - b.start);
}

class PunctuationFinder {
  readonly found: Finding[] = [];
  private readonly straighten: boolean;

  constructor(
    private readonly chunks: Chunks,
    private readonly lexicon: Lexicon,
    private readonly text: { paired: Uint8Array; misread: boolean; specked: boolean },
  ) {
    this.straighten = hadStraightQuotes(chunks.flat);
  }

  /** Looks at the marks about a chunk. */
  look(i: number): void {
    const { start, end, coreStart, coreEnd } = this.chunks;
    if (this.straighten) this.straightenQuotes(i);
    const [from, to] = [coreStart[i] as number, coreEnd[i] as number];
    if (from === to) {
      this.lookAlone(i);
      return;
    }
    this.lookAtCapital(i, from, to);
    if ((start[i] as number) < from) this.lookBefore(i, start[i] as number, from);
    if (to < (end[i] as number)) this.lookBehind(i, to, end[i] as number);
  }

  private add(
    start: number,
    end: number,
    replacement: string,
    rule: string,
    confidence: number,
    because: string,
  ): void {
    this.found.push({ start, end, replacement, rule, confidence, because });
  }

  /** Looks at marks that stand alone: blanks before them were put in by OCR, as by old print's thin spaces. */
  private lookAlone(i: number): void {
    const { flat, start, end, count, breakBefore } = this.chunks;
    if (!this.text.misread || i === 0 || breakBefore[i] !== 0) return;
    const mark = flat.slice(start[i], end[i]);
    const before = flat.charAt((end[i - 1] as number) - 1);
    const isLast = i + 1 === count || breakBefore[i + 1] !== 0;
    if (/^[.,;:?!]["'”’]?$/.test(mark) && isWordEnd(before)) {
      const next = isLast ? '' : flat.charAt(start[i + 1] as number);
      if (next === '.' || (/^[?!]/.test(mark) && !this.mayEndSentence(i, next))) return;
      this.add(
        end[i - 1] as number,
        end[i] as number,
        mark,
        'blank',
        SURE,
        'no blank stands before this mark',
      );
    } else if (/^["“”]$/.test(mark)) {
      const opens = this.opensQuotation(i);
      if (opens && !isLast && isWordStart(flat.charAt(start[i + 1] as number))) {
        this.add(
          start[i] as number,
          start[i + 1] as number,
          mark,
          'blank',
          LIKELY,
          'no blank stands behind an opening quote',
        );
      } else if (!opens && (isWordEnd(before) || /[.,!?]/.test(before))) {
        this.add(
          end[i - 1] as number,
          end[i] as number,
          mark,
          'blank',
          LIKELY,
          'no blank stands before a closing quote',
        );
      }
    }
  }

  /** Whether a sentence may end with the mark that stands alone, and not a formula go on whose sign was lost. */
  private mayEndSentence(i: number, next: string): boolean {
    return /\p{L}{2}/u.test(this.word(i - 1)) && (next === '' || !/[\p{Ll}\d]/u.test(next));
  }

  /** Whether a double quote that stands alone opens a quotation: by the mark before it, or by the quotes before it in the paragraph. */
  private opensQuotation(i: number): boolean {
    const { flat, start, end, breakBefore } = this.chunks;
    const before = flat.charAt((end[i - 1] as number) - 1);
    const isCapital = /^\p{Lu}/u.test(flat.slice(start[i + 1], end[i + 1]));
    if (/[,:;–—-]/.test(before) && isCapital) return true;
    let quotes = 0;
    for (let k = i - 1; k >= 0 && k > i - QUOTE_REACH; k--) {
      for (let at = start[k] as number; at < (end[k] as number); at++) {
        if (/["“”]/.test(flat.charAt(at))) quotes++;
      }
      if (breakBefore[k] === 2) break;
    }
    return quotes % 2 === 0;
  }

  private straightenQuotes(i: number): void {
    const { flat, start, end, coreStart } = this.chunks;
    for (let k = start[i] as number; k < (end[i] as number); k++) {
      const mark = flat.charAt(k);
      const isDouble = mark === '“' || mark === '”';
      const isSingle =
        (mark === '’' && k > (coreStart[i] as number)) || (mark === '‘' && this.text.paired[i] === 1);
      if (isDouble || isSingle) {
        const straight = isDouble ? '"' : "'";
        this.add(
          k,
          k + 1,
          straight,
          'quote',
          SURE,
          'other quotes of the text are straight, as print does not mix them',
        );
      }
    }
  }

  /** Looks for a small i that was read as a large one, where a sentence goes on. */
  private lookAtCapital(i: number, from: number, to: number): void {
    const { flat, end, breakBefore } = this.chunks;
    if (!this.text.misread || i === 0 || breakBefore[i] === 2 || flat.charCodeAt(from) !== 0x49) return;
    if (!MOSTLY_SMALL.has(flat.slice(from, to))) return;
    const goesOn =
      /\p{Ll}/u.test(flat.charAt((end[i - 1] as number) - 1)) && this.isLower(i - 1) && this.isLower(i + 1);
    if (goesOn) this.add(from, from + 1, 'i', 'case', LIKELY, 'no sentence begins here');
  }

  private lookBefore(i: number, start: number, end: number): void {
    const { flat } = this.chunks;
    const lead = flat.slice(start, end);
    const next = flat.charCodeAt(end);
    if (lead === '\ufffd' && isDigit(next)) {
      this.add(start, end, '£', 'pound', SURE, 'a sign that was lost before a number is mostly £');
    } else if (isLetter(next) && (this.isSpeck(lead) || this.opensNothing(i, lead))) {
      this.add(start, end, '', 'speck', SURE, 'a mark that opens nothing is dirt on the page');
    }
  }

  /** Whether a mark before a chunk opens nothing, nor stands for a letter that is left out: "'twas". */
  private opensNothing(i: number, lead: string): boolean {
    if (!/^['‘{[]$/.test(lead) || this.text.paired[i] === 1) return false;
    return !/^['‘]$/.test(lead) || !APHAERESIS.has(this.word(i).toLowerCase());
  }

  private isSpeck(marks: string): boolean {
    return this.text.misread && /^[.:,*_~^|•■]$/.test(marks);
  }

  private lookBehind(i: number, start: number, end: number): void {
    const { chunks, text } = this;
    const { flat, count, breakBefore } = chunks;
    const trail = flat.slice(start, end);
    const isLast = i + 1 === count;
    const endsParagraph = isLast || breakBefore[i + 1] === 2;
    if (!text.misread) return;
    const cluster = this.clusterFor(i, trail);
    if (cluster !== undefined) {
      this.add(start, end, cluster, 'cluster', SURE, `“${trail}” is one mark and a speck`);
    } else if (trail === ',' && isLast && i > 4) {
      this.add(start, end, '.', 'mark', SURE, 'a text ends in a full stop');
    } else if (trail === ',' && !isLast && this.beginsSentence(i)) {
      this.add(start, end, '.', 'mark', LIKELY, 'a word that is no name begins with a capital behind it');
    } else if (trail === '.' && !endsParagraph && this.goesOn(i)) {
      this.add(start, end, '', 'speck', LIKELY, 'the sentence goes on');
    } else if (/^['‘]$/.test(trail) && !endsParagraph && text.paired[i] === 0 && this.closesNothing(i)) {
      this.add(start, end, '', 'speck', SURE, 'a mark that closes nothing is dirt on the page');
    } else if (/^[*_~^|■\\]$/.test(trail)) {
      this.add(start, end, '', 'speck', SURE, 'no mark of a sentence');
    }
  }

  /** Whether an apostrophe behind a chunk is neither a genitive's nor stands for a letter: "fixin'", "tho'". */
  private closesNothing(i: number): boolean {
    const word = this.word(i);
    return !/(?:s|in|gh|th)$/i.test(word) && !APOCOPE.has(word.toLowerCase());
  }

  /** What a cluster of marks behind a chunk was. */
  private clusterFor(i: number, trail: string): string | undefined {
    // Initials are set with any marks.
    const isInitials = this.word(i).length === 1 || this.word(i).includes('.');
    if (trail !== '.,') return isInitials ? undefined : CLUSTERS.get(trail);
    // "Esq.," and "£3,000.," are right.
    if (this.isAbbreviation(i) || /\d$/.test(this.word(i))) return undefined;
    return this.isLower(i + 1) ? ',' : '.';
  }

  /** Whether the chunk behind a comma is a word that has a capital only where a sentence begins. */
  private beginsSentence(i: number): boolean {
    if (!this.text.specked || this.kind(i) === 0 || this.kind(i + 1) !== WordKind.Common) return false;
    const next = this.word(i + 1);
    return next !== 'I' && isUpper(next.charCodeAt(0)) && /\p{Ll}/u.test(next);
  }

  /** Whether a full stop behind a chunk stands in the middle of a sentence. */
  private goesOn(i: number): boolean {
    return NEVER_LAST.has(this.word(i)) && this.isLower(i + 1) && (this.kind(i + 1) & WordKind.Common) !== 0;
  }

  private isAbbreviation(i: number): boolean {
    const word = this.word(i);
    return (this.kind(i) & WordKind.Abbreviation) !== 0 || word.length <= 4 || word.includes('.');
  }

  private isLower(i: number): boolean {
    return /^\p{Ll}/u.test(this.word(i));
  }

  private word(i: number): string {
    return i < this.chunks.count ? this.chunks.flat.slice(...coreOf(this.chunks, i)) : '';
  }

  private kind(i: number): number {
    return this.lexicon.kind(this.word(i));
  }
}

/** Whether a text with curly double quotes was printed with straight ones: OCR bends straight quotes, and hardly ever straightens curly ones. */
function hadStraightQuotes(text: string): boolean {
  let straight = 0;
  let curly = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) straight++;
    else if (code === 0x201c || code === 0x201d) curly++;
  }
  return curly > 0 && straight >= STRAIGHT && straight >= STRAIGHT_SHARE * (straight + curly);
}

function isWordEnd(character: string): boolean {
  return /[\p{L}\d)]/u.test(character);
}

function isWordStart(character: string): boolean {
  return /[\p{L}\d£$('’‘]/u.test(character);
}
