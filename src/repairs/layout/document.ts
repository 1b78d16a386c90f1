import { isBlank } from '../../text/characters.js';
import { countHumps, type Humps } from './humps.js';
import type { LayoutWords } from './layout-words.js';

/** A place where a separator was lost. */
export interface Border {
  /** Offset at which the separator is to be inserted. */
  readonly at: number;
  /** What meets there: two sentences, a caption and text, or a title and a name. */
  readonly kind: 'sentence' | 'caption' | 'title';
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
  /** Whether the run of non-blanks around `at` is a URL, an e-mail address, a handle, a hashtag, markup or code. */
  isAddress(at: number): boolean;
}

export function layoutDocument(text: string, words: LayoutWords): LayoutDocument {
  let humps: Humps | undefined;
  // The run looked at last: in text without blanks each code unit is looked at once all the same.
  let start = 0;
  let end = 0;
  let isAddress = false;
  return {
    text,
    words,
    humps: () => {
      humps ??= countHumps(text);
      return humps;
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
