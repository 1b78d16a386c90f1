import { TokenFlag, type Tokens } from '../text/tokens.js';
import type { ReversalDictionary } from './reversal-dictionary.js';

/**
 * Every place where a form of the dictionary stands in a text, overlaps included, as parallel arrays in order of
 * `from`, shorter before longer. Match i covers tokens `from[i]` to `to[i] - 1`.
 */
export interface Matches {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Number of the form; above `dictionary.spunForms` it is only a standard one. */
  readonly form: Int32Array;
}

/** The matches of a text of another language. */
export const NO_MATCHES: Matches = {
  count: 0,
  from: new Int32Array(0),
  to: new Int32Array(0),
  form: new Int32Array(0),
};

/** Finds all forms in tokens that were numbered by the dictionary's vocabulary. Linear in the text. */
export function findMatches(dictionary: ReversalDictionary, tokens: Tokens): Matches {
  const { count, id, flags } = tokens;
  let capacity = count + 16;
  let from = new Int32Array(capacity);
  let to = new Int32Array(capacity);
  let form = new Int32Array(capacity);
  let found = 0;
  for (let i = 0; i < count; i++) {
    let word = id[i] as number;
    let node = 0;
    for (let k = i; word !== 0; ) {
      node = dictionary.child(node, word);
      if (node === 0) break;
      const number = dictionary.formAt(node);
      k++;
      if (number !== 0) {
        if (found === capacity) {
          capacity *= 2;
          from = grow(from, capacity);
          to = grow(to, capacity);
          form = grow(form, capacity);
        }
        from[found] = i;
        to[found] = k;
        form[found] = number;
        found++;
      }
      // A phrase goes on over one blank only: not over a possessive, a sentence's or a paragraph's end.
      if (k === count || ((flags[k - 1] as number) & TokenFlag.Possessive) !== 0) break;
      const flag = flags[k] as number;
      if ((flag & (TokenFlag.SentenceStart | TokenFlag.ParagraphBefore)) !== 0) break;
      word = id[k] as number;
    }
  }
  return { count: found, from, to, form };
}

/** The matches that no protected token is part of. */
export function unprotectedMatches({ count, from, to, form }: Matches, tokens: Tokens): Matches {
  const left = Array.from({ length: count }, (_, i) => i).filter((match) => {
    for (let i = from[match] as number; i < (to[match] as number); i++)
      if (((tokens.flags[i] as number) & TokenFlag.Protected) !== 0) return false;
    return true;
  });
  const pick = (column: Int32Array) => Int32Array.from(left, (match) => column[match] as number);
  return { count: left.length, from: pick(from), to: pick(to), form: pick(form) };
}

function grow(array: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(array);
  return larger;
}
