import { foldText } from '../../text/characters.js';
import { WordKind } from '../format.js';
import { compileLexicon } from '../lexicon.js';
import { type AffixFile, parseAffixFile } from './affix-file.js';
import { decodeHunspell } from './decode.js';
import { expandStems } from './expand.js';
import { Mark, Use } from './marks.js';
import { parseWordFile } from './word-file.js';

/** The two files of a Hunspell dictionary, as `dictionary-fr` and its likes on npm export them. */
export interface HunspellFiles {
  /** Bytes of `index.aff`. */
  readonly aff: Uint8Array;
  /** Bytes of `index.dic`. */
  readonly dic: Uint8Array;
}

/** Forms that a dictionary may yield; more are those of languages that put words together without end. */
const MOST_FORMS = 8_000_000;
/** Longer ones no page is searched for, in UTF-16 units. */
const LONGEST = 40;
const WORD = /^\p{L}[\p{L}\p{M}'’-]*$/u;

/**
 * Compiles a Hunspell dictionary to a lexicon for the repair of OCR. Letter case is kept only as far as a word has a capital at its
 * beginning; what an apostrophe parts (French l', d', qu') is listed once and not with every word.
 *
 * @param language BCP 47 tag of the language
 * @example
 * import french from 'dictionary-fr';
 * const lexicon = compileHunspell(french, 'fr');
 * const emender = await loadEmender({ data: { ocr: { lexicon } } });
 * @throws {HunspellError} for a line that cannot be read, and for a dictionary of more than 8 million forms
 */
export function compileHunspell({ aff, dic }: HunspellFiles, language: string): Uint8Array {
  const { affix, words } = decodeHunspell(aff, dic);
  const rules = parseAffixFile(affix);
  const kinds = new Map<string, number>();
  const add = (form: string, uses: number) => {
    if (form.length > LONGEST || !WORD.test(form)) return;
    const folded = foldText(form);
    const known = kinds.get(folded);
    let kind = partKind(uses);
    if ((uses & Use.alone) !== 0) kind |= folded === form ? WordKind.Common : WordKind.Name;
    // What is offered in one spelling is offered.
    const isOffered =
      (uses & Use.offered) !== 0 || (known !== undefined && (known & WordKind.Unoffered) === 0);
    const all = ((known ?? 0) | kind) & ~WordKind.Unoffered;
    if (all !== 0) kinds.set(folded, isOffered ? all : all | WordKind.Unoffered);
  };
  expandStems(rules, [...parseWordFile(words)], add, { apostrophes: false, maxForms: MOST_FORMS });
  for (const elided of elisionsOf(rules)) kinds.set(elided, WordKind.Common);
  const marks = [...rules.marks.values()];
  const hasCompounds = marks.some((mark) => (mark & Mark.compoundBegin) !== 0);
  return compileLexicon(kinds, { language, ...(hasCompounds && { compounds: rules }) });
}

function partKind(uses: number): number {
  return (
    ((uses & Use.begin) === 0 ? 0 : WordKind.Begin) |
    ((uses & Use.middle) === 0 ? 0 : WordKind.Middle) |
    ((uses & Use.end) === 0 ? 0 : WordKind.End)
  );
}

/** What affixes put before or behind a word with an apostrophe: "l'", "'s". */
function elisionsOf({ prefixes, suffixes }: AffixFile): Set<string> {
  const found = new Set<string>();
  for (const [groups, pattern] of [
    [prefixes, /^[\p{L}\p{M}]+['’]/u],
    [suffixes, /['’][\p{L}\p{M}]+$/u],
  ] as const) {
    for (const { affixes } of groups.values()) {
      for (const { addition } of affixes) {
        const elided = pattern.exec(addition)?.[0];
        if (elided !== undefined) found.add(foldText(elided));
      }
    }
  }
  return found;
}
