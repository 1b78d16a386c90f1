/* The parts that the bench uses of packages that come without types. */
declare module 'node-symspell' {
  export default class SymSpell {
    static readonly Verbosity: { readonly TOP: number };
    constructor(maxEditDistance: number, prefixLength: number);
    loadDictionary(file: string, termIndex: number, countIndex: number): Promise<boolean>;
    lookup(word: string, verbosity: number, maxEditDistance: number): { term: string; distance: number }[];
  }
}

declare module 'nspell' {
  interface Nspell {
    correct(word: string): boolean;
    suggest(word: string): string[];
  }
  export default function nspell(dictionary: { aff: Buffer; dic: Buffer }): Nspell;
}
