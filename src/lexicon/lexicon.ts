import { readContainer, writeContainer } from '../text/container.js';
import { buildStringTable } from '../text/strings.js';
import { indexVocabulary, type Vocabulary } from '../text/vocabulary.js';
import { LEXICON_MAGIC, LEXICON_VERSION } from './format.js';
import { LetterModel } from './letter-model.js';
import { WordTrie } from './word-trie.js';

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
  ) {}

  /** The folded words; word `words[i]` has the number i + 1. Made when first asked for: sound texts never need them. */
  get words(): readonly string[] {
    this.list ??= Array.from({ length: this.vocabulary.size }, (_, i) => this.vocabulary.word(i + 1));
    return this.list;
  }

  /** The words as a tree, made when first asked for. */
  get trie(): WordTrie {
    this.tree ??= WordTrie.of(this.words);
    return this.tree;
  }

  /** How the language spells, made when first asked for. */
  get spelling(): LetterModel {
    this.letters ??= new LetterModel(this.words);
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
}

/** Opens the bytes of a compiled lexicon. Throws where they are damaged or of another kind. */
export function openLexicon(bytes: Uint8Array): Lexicon {
  const [units, offsets, kinds] = readContainer(LEXICON_MAGIC, LEXICON_VERSION, bytes);
  return new Lexicon(indexVocabulary(units as Uint16Array, offsets as Uint32Array), kinds as Uint8Array);
}

/** Makes a lexicon of folded words with bits of `WordKind`. */
export function createLexicon(kinds: ReadonlyMap<string, number>): Lexicon {
  const { words, bits } = sorted(kinds);
  const { units, offsets } = buildStringTable(words);
  return new Lexicon(indexVocabulary(units, offsets), bits);
}

/** Compiles a lexicon of folded words with bits of `WordKind`. */
export function compileLexicon(kinds: ReadonlyMap<string, number>): Uint8Array {
  const { words, bits } = sorted(kinds);
  const { units, offsets } = buildStringTable(words);
  return writeContainer(LEXICON_MAGIC, LEXICON_VERSION, [units, offsets, bits]);
}

function sorted(kinds: ReadonlyMap<string, number>): { words: string[]; bits: Uint8Array } {
  const words = [...kinds.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { words, bits: Uint8Array.from(words, (word) => kinds.get(word) as number) };
}
