import { isUpper } from './characters.js';
import { LetterCase, TokenFlag, TokenKind, type Tokens } from './tokens.js';

/** Words after which a period does not end the sentence, folded, without the period. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof sr jr st rev hon gen col maj capt cmdr lt sgt cpl pvt adm gov sen sens rep reps pres supt det insp ' +
    'no nos vs v etc eg ie cf al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'inc ltd co corp bros dept assn ave blvd rd mt ft vol pp fig eq approx est min max art sec ch ed eds'
  ).split(' '),
);

/** The longest of the abbreviations; longer words need no look-up. */
const LONGEST_ABBREVIATION = 6;

/** Sets `TokenFlag.SentenceStart` on the first token of every sentence. One pass. */
export function markSentences(text: string, tokens: Tokens): void {
  const { count, start, kind, flags, letterCase } = tokens;
  let begins = true;
  for (let i = 0; i < count; i++) {
    const flag = flags[i] as number;
    if (!begins && (flag & TokenFlag.ParagraphBefore) !== 0) begins = true;
    // A single line break is a border only before a capital: elsewhere it is the wrapping of a line.
    if (!begins && (flag & TokenFlag.NewlineBefore) !== 0) {
      begins = kind[i] !== TokenKind.Word || isUpper(text.charCodeAt(start[i] as number));
    }
    if (begins) {
      flags[i] = flag | TokenFlag.SentenceStart;
      // An opening quote or bracket begins the sentence, and so does the word behind it.
      begins = kind[i] === TokenKind.Symbol;
      continue;
    }
    if (kind[i] === TokenKind.Symbol && endsSentence(text, tokens, i)) {
      let next = i + 1;
      while (next < count && isClosing(text, tokens, next)) next++;
      if (next >= count) return;
      const spaced = (flags[next] as number) & TokenFlag.SpaceBefore;
      const startsLow = kind[next] === TokenKind.Word && letterCase[next] === LetterCase.Lower;
      if (spaced && !startsLow) {
        begins = true;
        i = next - 1;
      }
    }
  }
}

/** Whether the symbol at token `i` is a period, exclamation or question mark that can end a sentence. */
function endsSentence(text: string, tokens: Tokens, i: number): boolean {
  const at = tokens.start[i] as number;
  const code = text.charCodeAt(at);
  if (code === 0x21 || code === 0x3f || code === 0x2026) return true;
  if (code !== 0x2e) return false;
  if (i === 0 || (tokens.end[i - 1] as number) !== at) return true;
  const from = tokens.start[i - 1] as number;
  const length = at - from;
  if (tokens.kind[i - 1] !== TokenKind.Word || length > LONGEST_ABBREVIATION) return true;
  if (length === 1 && isUpper(text.charCodeAt(from))) return false; // an initial: J. Smith
  return !ABBREVIATIONS.has(text.slice(from, at).toLowerCase());
}

/** Whether token `i` is a quote or bracket that closes right after what precedes it. */
function isClosing(text: string, tokens: Tokens, i: number): boolean {
  if (((tokens.flags[i] as number) & TokenFlag.SpaceBefore) !== 0) return false;
  const code = text.charCodeAt(tokens.start[i] as number);
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x2019 ||
    code === 0x201d ||
    code === 0x29 ||
    code === 0x5d ||
    code === 0xbb
  );
}
