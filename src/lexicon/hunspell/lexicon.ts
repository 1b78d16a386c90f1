import { parseAffixFile } from './affix-file.js';
import { acceptsCompound } from './compound.js';
import { type ExpandOptions, expandStems } from './expand.js';
import { Use } from './marks.js';
import { parseWordFile } from './word-file.js';

/** The forms of a Hunspell dictionary, looked up by spelling. */
export interface HunspellLexicon {
  /** All forms with their bits of `Use`, those that only stand in compounds among them. */
  readonly forms: ReadonlyMap<string, number>;
  /** Whether the dictionary has the word in exactly this case, as a form of its own or as a closed compound. */
  accepts(word: string): boolean;
}

/**
 * Reads a Hunspell dictionary into memory, by the text of its two files.
 * @throws {HunspellError} for a line that cannot be read, and for one that yields too much; by default from 16 million
 *   forms on, as a Map holds no more.
 * @example
 * const german = hunspellLexicon(affixText, wordsText);
 * german.accepts('Jahreszeitenwechsel');
 */
export function hunspellLexicon(affix: string, words: string, options: ExpandOptions = {}): HunspellLexicon {
  const rules = parseAffixFile(affix);
  const forms = new Map<string, number>();
  let compounds = false;
  const { forbidden } = expandStems(
    rules,
    [...parseWordFile(words)],
    (form, uses) => {
      forms.set(form, (forms.get(form) ?? 0) | uses);
      compounds ||= (uses & Use.begin) !== 0;
    },
    { maxForms: 16_000_000, ...options },
  );
  const usesOf = (form: string) => forms.get(form);
  return {
    forms,
    accepts(word) {
      if (((forms.get(word) ?? 0) & Use.alone) !== 0) return true;
      return compounds && !forbidden.has(word) && acceptsCompound(word, usesOf, rules);
    },
  };
}
