import { foldText } from '../text/characters.js';
import { readContainer, type SectionArray, writeContainer } from '../text/container.js';
import { buildStringTable } from '../text/strings.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { LEXICON_MAGIC, LEXICON_VERSION, STANDING, WordKind } from './format.js';
import { acceptsCompound, type CompoundRules } from './hunspell/compound.js';
import { Use } from './hunspell/marks.js';
import { LetterModel } from './letter-model.js';
import { WordTrie } from './word-trie.js';

/** What is known of a language beyond its words. */
export interface LanguageTraits {
  /** BCP 47 tag, `fr` for instance. */
  readonly language: string;
  /** How closed compounds are built; left out where the language has none, or lists them. */
  readonly compounds?: CompoundRules;
}

/** The language of the lexicon that ships. */
const ENGLISH: LanguageTraits = { language: 'en' };

/** The words of a language: what they are, how they are written, how the language spells. */
export class Lexicon {
  private list: readonly string[] | undefined;
  private tree: WordTrie | undefined;
  private letters: LetterModel | undefined;

  constructor(
    /** Folded words, sorted by code units. */
    readonly vocabulary: Vocabulary,
    /** By word number less 1: bits of `WordKind`. */
    readonly kinds: Uint8Array,
    readonly traits: LanguageTraits = ENGLISH,
  ) {}

  /** The folded words; word `words[i]` has the number i + 1. Made when first asked for: sound texts never need them. */
  get words(): readonly string[] {
    this.list ??= this.vocabulary.words();
    return this.list;
  }

  /** The words as a tree, made when first asked for. */
  get trie(): WordTrie {
    this.tree ??= WordTrie.of(this.words);
    return this.tree;
  }

  /** How the language spells, made when first asked for; words of other languages, which are known but never offered, do not tell. */
  get spelling(): LetterModel {
    const isOwn = (_: string, i: number) => ((this.kinds[i] as number) & WordKind.Unoffered) === 0;
    this.letters ??= new LetterModel(this.words.filter(isOwn));
    return this.letters;
  }

  /** Bits of `WordKind` of a word in any letter case, 0 for an unknown one. */
  kind(word: string): number {
    return this.kindOf(this.vocabulary.id(word));
  }

  /** Bits of `WordKind` of a word number; 0 for number 0. */
  kindOf(number: number): number {
    return number === 0 ? 0 : (this.kinds[number - 1] as number);
  }

  /** Whether a word stands by itself in some letter case, or is a closed compound. */
  accepts(word: string): boolean {
    const { compounds } = this.traits;
    if ((this.kind(word) & STANDING) !== 0) return true;
    return compounds !== undefined && acceptsCompound(foldText(word), (part) => this.usesOf(part), compounds);
  }

  /** How a word may be used in compounds, in Hunspell's bits. */
  private usesOf(part: string): number {
    const kind = this.kind(part);
    const use = (bit: number, use: number) => ((kind & bit) === 0 ? 0 : use);
    return use(WordKind.Begin, Use.begin) | use(WordKind.Middle, Use.middle) | use(WordKind.End, Use.end);
  }
}

/** Opens the bytes of a compiled lexicon. Throws where they are damaged or of another kind. */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const [units, offsets, kinds, language, rules] = readContainer(LEXICON_MAGIC, LEXICON_VERSION, bytes);
  const vocabulary = indexVocabulary(units as Uint16Array, offsets as Uint32Array);
  return new Lexicon(vocabulary, kinds as Uint8Array, language && readTraits(language, rules));
}

/** Makes a lexicon of folded words with bits of `WordKind`. */
export function createLexicon(kinds: ReadonlyMap<string, number>): Lexicon {
  const { words, bits } = sorted(kinds);
  const { units, offsets } = buildStringTable(words);
  return new Lexicon(indexVocabulary(units, offsets), bits);
}

/** Compiles a lexicon of folded words with bits of `WordKind`; English ones need no traits. */
export function compileLexicon(kinds: ReadonlyMap<string, number>, traits?: LanguageTraits): Uint8Array {
  const { words, bits } = sorted(kinds);
  const { units, offsets } = buildStringTable(words);
  const sections = traits === undefined ? [] : traitSections(traits);
  return writeContainer(LEXICON_MAGIC, LEXICON_VERSION, [units, offsets, bits, ...sections]);
}

/** The tag in ASCII, and the rules for compounds as numbers: shortest part, most parts or 0, capitals, letters three times. */
function traitSections({ language, compounds }: LanguageTraits): SectionArray[] {
  const tag = new TextEncoder().encode(language);
  if (compounds === undefined) return [tag];
  const { compoundMin, compoundWordMax, compoundCase, compoundTriple } = compounds;
  const most = Number.isFinite(compoundWordMax) ? compoundWordMax : 0;
  return [tag, Uint32Array.of(compoundMin, most, Number(compoundCase), Number(compoundTriple))];
}

function readTraits(tag: SectionArray, rules: SectionArray | undefined): LanguageTraits {
  const language = new TextDecoder().decode(tag);
  if (rules === undefined) return { language };
  const [compoundMin = 1, most = 0, compoundCase, compoundTriple] = rules;
  const compoundWordMax = most === 0 ? Number.POSITIVE_INFINITY : most;
  return {
    language,
    compounds: {
      ...{ compoundMin, compoundWordMax },
      compoundCase: compoundCase === 1,
      compoundTriple: compoundTriple === 1,
    },
  };
}

function sorted(kinds: ReadonlyMap<string, number>): { words: string[]; bits: Uint8Array } {
  const words = [...kinds.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { words, bits: Uint8Array.from(words, (word) => kinds.get(word) as number) };
}
