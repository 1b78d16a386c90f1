import { foldCode, foldText, isApostrophe } from './characters.js';
import { TokenFlag, TokenKind, type Tokens, tokenize } from './tokens.js';
import { buildVocabulary, HASH_START, hashStep, type Vocabulary } from './vocabulary.js';

/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Phrases that must not be changed wherever they stand: in any letter case, as whole words, in just the forms that are given. */
export class ProtectedPhrases {
  private readonly vocabulary: Vocabulary;
  /** A trie over words, node 0 being its root: by node and word, the node below. */
  private readonly children = new Map<number, number>();
  /** Nodes at which a phrase ends. */
  private readonly ends = new Set<number>();

  constructor(phrases: readonly string[]) {
    const sequences = phrases.map((phrase) => {
      const { count, start, end } = tokenize(phrase);
      return Array.from({ length: count }, (_, i) => foldText(phrase.slice(start[i], end[i])));
    });
    this.vocabulary = buildVocabulary([...new Set(sequences.flat())].sort());
    for (const sequence of sequences) {
      let node = 0;
      for (const word of sequence) {
        const edge = this.edge(node, this.vocabulary.id(word));
        node = this.children.get(edge) ?? this.children.size + 1;
        this.children.set(edge, node);
      }
      if (node !== 0) this.ends.add(node);
    }
  }

  /** Marks the tokens of a text that belong to protected phrases. Linear in the text, whatever the number of phrases. */
  mark(text: string, tokens: Tokens): void {
    const words = new Int32Array(tokens.count);
    for (let i = 0; i < tokens.count; i++) words[i] = this.wordAt(text, tokens, i);
    const protect = (from: number, last: number) => {
      for (let i = from; i <= last; i++) tokens.flags[i] = (tokens.flags[i] as number) | TokenFlag.Protected;
    };
    for (let from = 0; from < tokens.count; from++) {
      let node = 0;
      for (let i = from; i < tokens.count; i++) {
        if (i > from && ((tokens.flags[i] as number) & TokenFlag.ParagraphBefore) !== 0) break;
        const word = words[i] as number;
        // A phrase may stand in the possessive, as a whole.
        const stem: number = this.stemAt(text, tokens, i);
        const owner: number | undefined = stem === 0 ? undefined : this.children.get(this.edge(node, stem));
        if (owner !== undefined && this.ends.has(owner)) protect(from, i);
        const next: number | undefined = word === 0 ? undefined : this.children.get(this.edge(node, word));
        if (next === undefined) break;
        node = next;
        if (this.ends.has(node)) protect(from, i);
      }
    }
  }

  /** The stretches of a text that must not be changed, in order; those with only blanks between them are one. */
  spans(text: string): Span[] {
    const tokens = tokenize(text);
    this.mark(text, tokens);
    const isProtected = (i: number) =>
      i < tokens.count && ((tokens.flags[i] as number) & TokenFlag.Protected) !== 0;
    const spans: Span[] = [];
    for (let i = 0; i < tokens.count; i++) {
      if (!isProtected(i)) continue;
      const first = i;
      while (isProtected(i + 1)) i++;
      spans.push({ start: tokens.start[first] as number, end: tokens.end[i] as number });
    }
    return spans;
  }

  private edge(node: number, word: number): number {
    return node * (this.vocabulary.size + 1) + word;
  }

  /** Number of a token's word; 0 where no phrase has it. */
  private wordAt(text: string, { start, end, hash, kind }: Tokens, index: number): number {
    const from = start[index] as number;
    const to = end[index] as number;
    // The tokenizer does not hash URLs and the like.
    const known = kind[index] === TokenKind.Opaque ? hashOf(text, from, to) : (hash[index] as number);
    return this.vocabulary.find(text, from, to, known);
  }

  /** The same for a possessive without its 's; 0 for other tokens. */
  private stemAt(text: string, { start, end }: Tokens, index: number): number {
    const from = start[index] as number;
    const to = (end[index] as number) - 2;
    const isPossessive =
      to > from && isApostrophe(text.charCodeAt(to)) && foldCode(text.charCodeAt(to + 1)) === 0x73;
    return isPossessive ? this.vocabulary.find(text, from, to, hashOf(text, from, to)) : 0;
  }
}

/** Hash of a stretch of a text, folded. */
function hashOf(text: string, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = hashStep(hash, foldCode(text.charCodeAt(i)));
  return hash;
}

/** Those of the sorted edits that change nothing inside the spans, which are sorted too; insertions at their borders are left. */
export function editsOutside<T extends Span>(edits: readonly T[], spans: readonly Span[]): T[] {
  let next = 0;
  return edits.filter(({ start, end }) => {
    while (next < spans.length && (spans[next] as Span).end <= start) next++;
    const span = spans[next];
    return span === undefined || end <= span.start || (start === end && start === span.start);
  });
}
