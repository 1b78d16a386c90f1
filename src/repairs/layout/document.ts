import { isBlank, isLetter } from '../../text/characters.js';
import { countHumps, type Humps } from './humps.js';
import type { LayoutWords } from './layout-words.js';

/** A place where a separator was lost. */
export interface Border {
  /** Offset at which the separator is to be inserted. */
  readonly at: number;
  /**
   * What meets there: two sentences; a caption, credit or heading and a sentence; a title and a name; two words of one
   * sentence; or a word and a name, of which only the rest of the document can tell whether they are one sentence.
   */
  readonly kind: 'sentence' | 'caption' | 'title' | 'words' | 'name';
  /** Probability, 0 to 1, that a separator was lost. */
  readonly confidence: number;
  readonly because: string;
}

/** A text in which borders are judged, and what is found out about it only where something asks. */
export interface LayoutDocument {
  readonly text: string;
  readonly words: LayoutWords;
  /** The evidence of the whole text; counted on the first call. */
  humps(): Humps;
  /** Whether a word in small letters is English. */
  isEnglish(word: string): boolean;
  /** Whether a word in small letters is English, or stands on its own elsewhere in the text. */
  isWord(word: string): boolean;
  /** The run of letters around `at`: its first offset and the one after its last. */
  letterRun(at: number): { readonly start: number; readonly end: number };
  /** Whether the run of non-blanks around `at` is a URL, an e-mail address, a handle, a hashtag, markup or code. */
  isAddress(at: number): boolean;
}

export function layoutDocument(
  text: string,
  words: LayoutWords,
  isEnglish: (word: string) => boolean,
): LayoutDocument {
  let counted: Humps | undefined;
  const humps = () => {
    counted ??= countHumps(text);
    return counted;
  };
  let run = { start: 0, end: 0 };
  // The runs looked at last: in text without blanks each code unit is looked at once all the same.
  let start = 0;
  let end = 0;
  let isAddress = false;
  return {
    text,
    words,
    humps,
    isEnglish,
    // The place that is judged counts once itself.
    isWord: (word) => isEnglish(word) || (humps().count.get(word) ?? 0) > 1,
    letterRun(at) {
      if (at >= run.start && at < run.end) return run;
      let from = at;
      let to = at;
      while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--;
      while (to < text.length && isLetter(text.charCodeAt(to))) to++;
      run = { start: from, end: to };
      return run;
    },
    isAddress(at) {
      if (at >= start && at < end) return isAddress;
      const searched = end;
      start = at;
      while (start > searched && !isBlank(text.charCodeAt(start - 1))) start--;
      end = at;
      isAddress = false;
      for (let i = start; i < text.length && !isBlank(text.charCodeAt(i)); i++) {
        isAddress ||= marksAddress(text, i);
        end = i + 1;
      }
      return isAddress;
    },
  };
}

/** Whether the character at `i` stands in addresses, handles, markup and code, but not in words. */
function marksAddress(text: string, i: number): boolean {
  switch (text.charCodeAt(i)) {
    case 0x23: // #
    case 0x3c: // <
    case 0x3d: // =
    case 0x3e: // >
    case 0x40: // @
    case 0x5c: // \
    case 0x5f: // _
    case 0x60: // `
    case 0x7b: // {
    case 0x7d: // }
    case 0x7e: // ~
      return true;
    case 0x3a: // ://
      return text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f;
    case 0x2e: // www.
      return i >= 3 && text.slice(i - 3, i).toLowerCase() === 'www';
    default:
      return false;
  }
}
