import { createRequire } from 'node:module';
import { SpellcheckerWasm } from 'spellchecker-wasm';
import type { Speller } from './speller.js';
import { wordListPath } from './word-list.js';

/** SymSpell in Rust, compiled to WebAssembly. */
export async function loadSpellcheckerWasm(): Promise<Speller> {
  let found: readonly { term: string; distance: number }[] = [];
  const checker = new SpellcheckerWasm((suggestions) => {
    found = suggestions;
  });
  const wasm = createRequire(import.meta.url).resolve('spellchecker-wasm/lib/spellchecker-wasm.wasm');
  await checker.prepareSpellchecker(wasm, wordListPath);
  const options = { verbosity: 0, maxEditDistance: 2, includeUnknown: false, includeSelf: true };
  const first = (word: string) => {
    found = [];
    checker.checkSpelling(word, options);
    return found[0];
  };
  return {
    name: 'spellchecker-wasm',
    knows: (word) => first(word)?.distance === 0,
    suggest: (word) => first(word)?.term,
  };
}
