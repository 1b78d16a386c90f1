import type { Edit } from '../../text/edit.js';
import { EditedText } from '../../text/edited-text.js';
import { type Finding, makeAll } from '../finding.js';
import { findBackslashes } from './backslashes.js';
import { WINDOWS_1252 } from './code-pages.js';
import { findEntities } from './entities.js';
import { findInvisible } from './invisible.js';
import { findLookAlikes } from './look-alikes.js';
import { findLostBytes } from './lost-bytes.js';
import { findMojibake } from './mojibake.js';
import { findNormalisation } from './normalisation.js';
import { findPercentEncoding } from './percent.js';
import { findPlainForms, type PlainForm } from './plain-forms.js';
import { findQuotedPrintable } from './quoted-printable.js';
import { findSpacedWords } from './spaced-words.js';
import { findSpaces } from './spaces.js';
import { surroundingsOf } from './surroundings.js';
import { Suspicion, suspect } from './suspicion.js';
import { findTags, isMarkup } from './tags.js';

/** Settings of {@link repairEncoding}. */
export interface EncodingOptions {
  /** Whether a word in small letters is English; for words whose letters were set apart. By default nothing is known. */
  readonly isWord?: (word: string) => boolean;
  /** Which edits of a text to make; the steps that follow see it without those that are not kept. All by default. */
  readonly keep?: (edits: Edit[], text: string) => Edit[];
  /** Typographic signs to write in plain ASCII; none by default. */
  readonly plain?: readonly PlainForm[];
}

/** Rounds until a text stays as it is. Each round unwraps what lay below the last; text wrapped deeper was made to be. */
const MOST_ROUNDS = 8;

/**
 * Finds all that wrong decoding, escaping and invisible characters did to a text, and gives the edits that undo it, with
 * offsets into the text; their rules begin with `encoding/`. A text in which nothing can be wrong costs one look over it. Takes
 * any string; never throws; linear in the text. Repairing the repaired text finds nothing.
 *
 * The idea of telling mojibake by its badness is from Python's ftfy (https://github.com/rspeer/python-ftfy).
 */
export function repairEncoding(text: string, options: EncodingOptions = {}): Edit[] {
  const { keep, plain = [] } = options;
  const edited = new EditedText(text, keep);
  const make = (findings: readonly Finding[]) => makeAll(edited, 'encoding', findings);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const suspicion = suspect(edited.text);
    if (suspicion === 0) break;
    const before = edited.text;
    repairOnce(suspicion, () => edited.text, make, options);
    if (edited.text === before) break;
  }
  if (plain.length > 0) make(findPlainForms(edited.text, plain));
  return edited.edits;
}

/** One round: what wraps the text first, then what was wrapped. */
function repairOnce(
  suspicion: number,
  text: () => string,
  make: (findings: readonly Finding[]) => boolean,
  { isWord = () => false }: EncodingOptions,
): void {
  let found = suspicion;
  const has = (one: number) => (found & one) !== 0;
  const Markup = Suspicion.Entity | Suspicion.Tag;
  const Escapes = Suspicion.Percent | Suspicion.Backslash | Suspicion.Equals;
  if (has(Markup) && isMarkup(text())) found &= ~Markup;
  let isChanged = false;
  if (has(Suspicion.Backslash))
    isChanged = make(findBackslashes(text(), surroundingsOf(text()))) || isChanged;
  if (has(Suspicion.Entity)) isChanged = make(findEntities(text(), surroundingsOf(text()))) || isChanged;
  if (has(Suspicion.Tag)) isChanged = make(findTags(text())) || isChanged;
  if (has(Suspicion.Equals))
    isChanged = make(findQuotedPrintable(text(), surroundingsOf(text()))) || isChanged;
  if (has(Suspicion.Percent))
    isChanged = make(findPercentEncoding(text(), surroundingsOf(text()))) || isChanged;
  // What was unwrapped may be anything.
  if (isChanged) found = suspect(text()) & ~(Markup | Escapes);
  if (has(Suspicion.Mojibake) && repairMojibake(text, make)) found = suspect(text());
  if (has(Suspicion.Invisible)) make(findInvisible(text()));
  if (has(Suspicion.Blank)) make(findSpaces(text()));
  if (has(Suspicion.LookAlike)) make(findLookAlikes(text()));
  if (has(Suspicion.Normalisation)) make(findNormalisation(text()));
  if (has(Suspicion.Spaced)) make(findSpacedWords(text(), isWord));
}

const TIMES = ['', ', a second time', ', a third time', ', a fourth time'];

/** Decodes layer by layer, each with the code page that explains most, and then what lost bytes. */
function repairMojibake(text: () => string, make: (findings: readonly Finding[]) => boolean): boolean {
  let gain = 0;
  let isChanged = false;
  for (let layer = 0; ; layer++) {
    const spans = findMojibake(text(), { earlier: gain });
    const [first] = spans;
    if (first === undefined) break;
    for (const span of spans) gain += span.gain;
    const time = TIMES[layer] ?? `, time ${layer + 1}`;
    const because = `UTF-8 read as ${first.page.name}${time}`;
    const ofLatin1 = `UTF-8 read as Latin-1${time}`;
    const current = text();
    const findings = spans.map(({ start, end, replacement, others, page, gain }): Finding => {
      const isOfLatin1 = page.name === 'Windows-1252' && isLatin1(current, start, end);
      return {
        start,
        end,
        replacement,
        rule: 'mojibake',
        confidence: others.length > 0 ? 0.7 : 0.99 - 0.1 * Math.exp((16 - gain) / 10),
        because: isOfLatin1 ? ofLatin1 : because,
        others,
      };
    });
    if (!make(findings)) break;
    isChanged = true;
  }
  return make(findLostBytes(text(), { isDamaged: isChanged })) || isChanged;
}

/** Whether a stretch has C1 controls where Windows-1252 has signs. */
function isLatin1(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x80 && code < 0xa0 && WINDOWS_1252.charCodeAt(code - 0x80) !== code) return true;
  }
  return false;
}
